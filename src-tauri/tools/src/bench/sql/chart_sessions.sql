select attendance.*, session.starts, session.kind, session.late_entry, groups.name as group_name,
       exists (
         select 1 from note
         where note.session = attendance.session and note.client = attendance.client and note.voided_at is null
           and note.state not in ('draft', 'returned')
       ) as under_signed_note
from attendance
join session on session.id = attendance.session
left join groups on groups.id = session.of_group
where attendance.client = :client and attendance.voided_at is null
order by attendance.on_date desc, session.starts_at desc
