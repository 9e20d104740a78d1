-- From the clients to what they are expected at, never over all sessions.
select
  client.id as client, client.family_name, client.given_name, client.preferred_name, client.number, client.restricted,
  session.id as session, session.on_date, session.starts_at, session.ends_at, session.kind,
  coalesce(groups.name, '') as group_name,
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
from json_each(:clients) one
cross join client on client.id = unhex(one.value)
cross join session on session.id in (
  select planned.id
  from membership
  cross join session as planned on planned.of_group = membership.of_group
    and planned.on_date >= :from and planned.on_date < :until and planned.state = 'planned'
  where membership.client = client.id and membership.voided_at is null and membership.joined_on <= planned.on_date
    and (membership.left_on is null or membership.left_on > planned.on_date)
  union
  select own.id
  from session as own
  where own.client = client.id and own.on_date >= :from and own.on_date < :until and own.state = 'planned'
  union
  select booked.id
  from booking
  cross join session as booked on booked.id = booking.session
    and booked.on_date >= :from and booked.on_date < :until and booked.state = 'planned'
  where booking.client = client.id and booking.cancelled_at is null
)
left join groups on groups.id = session.of_group
order by session.starts_at, client.number
