-- In this order: from the clients to their own rows.
select
  attendance.client, attendance.on_date, attendance.session, session.kind, attendance.arrived_at, attendance.left_at,
  coalesce(session.began_at, session.starts_at) as began_at,
  coalesce(session.finished_at, session.ends_at) as finished_at
from json_each(:clients) one
cross join attendance on attendance.client = unhex(one.value)
  and attendance.on_date >= :from and attendance.on_date < :until
cross join session on session.id = attendance.session and session.state = 'recorded'
where attendance.state <> 'absent' and attendance.voided_at is null
