-- Twelve weeks of days. A minute that two sessions share counts twice here, which the product does not allow.
select attendance.on_date, sum(attendance.minutes)
from attendance
join session on session.id = attendance.session and session.state = 'recorded'
join session_kind on session_kind.word = session.kind and session_kind.counts = 1
where attendance.client = :client and attendance.on_date > date(:today, '-84 days')
  and attendance.state <> 'absent' and attendance.voided_at is null
group by attendance.on_date
