select session.id, coalesce(groups.name, session_kind.label) as title, session.of_group,
       coalesce(session.began_at, session.starts_at) as starts_at,
       coalesce(session.finished_at, session.ends_at) as ends_at, session.room,
       session.state = 'recorded' as recorded,
       staff.given_name || ' ' || staff.family_name as leader,
       client.id as client, client.number, client.given_name, client.family_name, client.preferred_name,
       client.restricted,
       case
         when session.state = 'recorded' then (
           select count(*) from attendance where attendance.session = session.id and attendance.voided_at is null
         )
         when session.of_group is null then 1
         else 0
       end as people,
       (
         select note.id
         from note
         where note.session = session.id and note.author = :me and note.kind not in ('group', 'absence')
           and note.voided_at is null
         order by note.created_at desc
         limit 1
       ) as note,
       (
         select count(*)
         from note
         where note.session = session.id and note.state not in ('draft', 'returned') and note.voided_at is null
       ) as signed
from session
join session_kind on session_kind.word = session.kind
join staff on staff.id = coalesce(session.substitute, session.staff)
left join groups on groups.id = session.of_group
left join client on client.id = session.client
where session.on_date = :today and session.state <> 'cancelled'
  and (:everybodys or session.staff = :me or session.substitute = :me or groups.facilitator = :me
       or groups.co_facilitator = :me)
order by starts_at, title
limit 200
