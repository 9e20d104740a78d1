select
  attendance.id, attendance.session, attendance.client, attendance.on_date, attendance.state, attendance.arrived_at,
  attendance.left_at, attendance.minutes, attendance.excused, attendance.reason, attendance.source, attendance.place,
  attendance.client_location, attendance.expected, attendance.makes_up, attendance.corrected_because, attendance.rev,
  session.starts, session.kind, session.late_entry as session_late, attendance.late_entry,
  groups.name as group_name,
  exists (
    select 1
    from note
    where note.session = attendance.session and note.client = attendance.client and note.voided_at is null
      and note.state not in ('draft', 'returned')
  ) as under_signed_note
from attendance
join session on session.id = attendance.session
left join groups on groups.id = session.of_group
where attendance.client = :client and attendance.on_date < :before and attendance.voided_at is null
order by attendance.on_date desc, session.starts_at desc
limit :most
