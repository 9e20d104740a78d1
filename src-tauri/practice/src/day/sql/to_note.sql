with own as (
  select session.id
  from session
  where session.staff = :me and session.on_date between :since and :today and session.state = 'recorded'
  union
  select session.id
  from session
  where session.substitute = :me and session.on_date between :since and :today and session.state = 'recorded'
), counted as (
  select own.id,
         (
           select count(*) from attendance where attendance.session = own.id and attendance.voided_at is null
         ) as people,
         (
           select count(*)
           from note
           where note.session = own.id and note.kind in ('group', 'absence') and note.voided_at is null
             and note.state not in ('draft', 'returned')
         ) as signed,
         exists (
           select 1 from note where note.session = own.id and note.author = :me and note.voided_at is null
         ) as begun
  from own
)
select session.id, coalesce(groups.name, session_kind.label) as title, session.of_group is not null as is_group,
       session.on_date, coalesce(session.began_at, session.starts_at) as starts_at,
       coalesce(session.finished_at, session.ends_at) as ends_at, counted.people, counted.signed,
       client.id as client, client.number, client.given_name, client.family_name, client.preferred_name,
       client.restricted
from counted
join session on session.id = counted.id
join session_kind on session_kind.word = session.kind
left join groups on groups.id = session.of_group
left join client on client.id = session.client
where iif(session.of_group is null, not counted.begun and session.client is not null, counted.people > counted.signed)
order by session.starts_at
limit 200
