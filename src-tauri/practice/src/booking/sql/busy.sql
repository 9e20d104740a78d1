-- Where a client is expected, from the client to their sessions.
select session.id, session.on_date, session.starts_at, session.ends_at, session.kind, groups.name as group_name
from session
left join groups on groups.id = session.of_group
where session.id in (
  select planned.id
  from membership
  cross join session planned on planned.of_group = membership.of_group
    and planned.on_date >= :from and planned.on_date < :until
  where membership.client = :client and membership.voided_at is null and membership.joined_on <= planned.on_date
    and (membership.left_on is null or membership.left_on > planned.on_date)
  union
  select own.id
  from session own
  where own.client = :client and own.on_date >= :from and own.on_date < :until
  union
  select booking.session
  from booking
  where booking.client = :client and booking.cancelled_at is null
) and session.state = 'planned' and session.on_date >= :from and session.on_date < :until
order by session.starts_at
