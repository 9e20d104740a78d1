select attendance.client, attendance.state, attendance.excused, attendance.reason
from json_each(:clients) one
cross join attendance indexed by attendance_client
  on attendance.client = unhex(one.value) and attendance.on_date = :on
cross join session on session.id = attendance.session
where attendance.voided_at is null and session.of_group is not null and session.state = 'recorded'
  and session.starts_at < :starts_at
order by session.starts_at
