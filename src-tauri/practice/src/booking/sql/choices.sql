-- By the days to come: few sessions are planned in two weeks.
select
  session.id, groups.name as title, group_type.label as type_label, session.on_date, session.starts, session.minutes,
  session.room, session.starts_at, session.ends_at, groups.capacity,
  coalesce(groups.type = (
    select other.type
    from session missed
    join groups other on other.id = missed.of_group
    where missed.id = :missed
  ), 0) as alike,
  (
    select count(*)
    from membership indexed by membership_group
    where membership.of_group = session.of_group and membership.joined_on <= session.on_date
      and (membership.left_on is null or membership.left_on > session.on_date) and membership.voided_at is null
  ) + (
    select count(*)
    from booking
    where booking.session = session.id and booking.cancelled_at is null
  ) as expected
from session indexed by session_on
cross join groups on groups.id = session.of_group
join group_type on group_type.word = groups.type
where session.on_date >= :from and session.on_date < :until and session.state = 'planned' and session.starts_at > :now
  and not exists (
    select 1
    from membership
    where membership.of_group = session.of_group and membership.client = :client
      and membership.joined_on <= session.on_date
      and (membership.left_on is null or membership.left_on > session.on_date) and membership.voided_at is null
  )
  and not exists (
    select 1
    from booking
    where booking.session = session.id and booking.client = :client and booking.cancelled_at is null
  )
order by session.starts_at, session.id
limit 100
