select
  membership.id as membership, membership.client, membership.joined_on, membership.left_on, membership.leave_reason,
  membership.cap_reason, membership.rev,
  client.family_name, client.given_name, client.preferred_name, client.number, client.restricted, client.profession,
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
from membership
join client on client.id = membership.client
where membership.of_group = :group and membership.voided_at is null and client.voided_at is null
order by client.folded, membership.joined_on desc
limit 2000
