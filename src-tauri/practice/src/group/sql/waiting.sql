select
  waitlist.id, waitlist.client, waitlist.since_on, waitlist.reason, waitlist.moved_because, waitlist.offered_on,
  waitlist.rev,
  client.family_name, client.given_name, client.preferred_name, client.number, client.restricted,
  exists (
    select 1
    from care_team
    where care_team.client = client.id and care_team.staff = :me and care_team.voided_at is null
      and care_team.starts_on <= :today and (care_team.ends_on is null or care_team.ends_on >= :today)
  ) as on_team,
  exists (
    select 1
    from care_team
    join staff on staff.id = care_team.staff and staff.supervisor = :me
    where care_team.client = client.id and care_team.voided_at is null
      and care_team.starts_on <= :today and (care_team.ends_on is null or care_team.ends_on >= :today)
  ) as supervises
from waitlist
join client on client.id = waitlist.client and client.voided_at is null
where waitlist.of_group = :group and waitlist.state in ('waiting', 'offered')
order by waitlist.position
