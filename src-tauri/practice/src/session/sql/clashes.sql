-- Planned sessions that meet a span of time, by their dates first: a session belongs to the date of its start, so those of
-- the day before and the day after may reach into it. Only those that share a person or the room.
with beside as (
  select session.id, session.kind, session.of_group, session.client, session.on_date, session.starts_at, session.ends_at,
         session.room, groups.name as group_name,
         coalesce(session.substitute, session.staff) as leader, groups.co_facilitator as second
  from session indexed by session_on
  left join groups on groups.id = session.of_group
  where session.on_date between :before and :after and session.state = 'planned' and session.id <> :but
    and session.starts_at < :until and session.ends_at > :from
),
met as (
  select beside.*,
    (
      select staff.given_name || ' ' || staff.family_name
      from staff
      where staff.id in (:leader, :second) and staff.id in (beside.leader, beside.second)
      limit 1
    ) as staff_name,
    :room <> '' and trim(beside.room) = :room collate nocase as same_room,
    (
      select count(*)
      from json_each(:clients) one
      where unhex(one.value) = beside.client
        or exists (
          select 1
          from membership indexed by membership_group
          where membership.of_group = beside.of_group and membership.client = unhex(one.value)
            and membership.joined_on <= beside.on_date
            and (membership.left_on is null or membership.left_on > beside.on_date) and membership.voided_at is null
        )
        or exists (
          select 1
          from booking
          where booking.session = beside.id and booking.client = unhex(one.value) and booking.cancelled_at is null
        )
    ) as clients
  from beside
)
select id, kind, on_date, starts_at, ends_at, room, group_name, staff_name, same_room, clients
from met
where staff_name is not null or same_room or clients > 0
order by starts_at, id
