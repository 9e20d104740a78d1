-- Planned sessions of some dates whose leader or room another planned session takes at the same time, whoever looks.
with planned as (
  select session.id, session.on_date, session.starts_at, session.ends_at, trim(session.room) as room,
         coalesce(session.substitute, session.staff) as leader, groups.co_facilitator as second
  from session indexed by session_on
  left join groups on groups.id = session.of_group
  where session.on_date >= date(:from, '-1 day') and session.on_date <= :until and session.state = 'planned'
)
select one.id,
       max(one.leader in (other.leader, other.second) or one.second in (other.leader, other.second)) as same_staff,
       max(one.room <> '' and one.room = other.room collate nocase) as same_room
from planned as one
join planned as other on other.id <> one.id and other.starts_at < one.ends_at and other.ends_at > one.starts_at
where one.on_date >= :from and one.on_date < :until
group by one.id
having same_staff or same_room
order by one.starts_at, one.id
