-- By date, then to its sessions: left alone, every session there ever was would be visited.
select
  attendance.client, attendance.on_date, attendance.session, session.kind, attendance.arrived_at, attendance.left_at,
  coalesce(session.began_at, session.starts_at) as began_at,
  coalesce(session.finished_at, session.ends_at) as finished_at
from attendance indexed by attendance_on
cross join session on session.id = attendance.session and session.state = 'recorded'
where attendance.on_date >= :from and attendance.on_date < :until
  and attendance.state <> 'absent' and attendance.voided_at is null
