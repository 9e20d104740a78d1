select
  attendance.id, attendance.session, attendance.on_date, attendance.excused, attendance.reason,
  session.starts, session.minutes, session.kind, groups.name as group_name,
  (
    select min(later.on_date)
    from attendance later indexed by attendance_makes_up
    where later.makes_up = attendance.id and later.voided_at is null and later.state <> 'absent'
  ) as made_up_on,
  booking.id as booking, booking.rev as booking_rev, booked.id as booked_session, booked.kind as booked_kind,
  booked.on_date as booked_on, booked.starts as booked_starts, booked.minutes as booked_minutes,
  booked_group.name as booked_group
from attendance indexed by attendance_client
join session on session.id = attendance.session
left join groups on groups.id = session.of_group
left join booking on booking.id = (
  select open.id
  from booking open
  join session planned on planned.id = open.session and planned.state = 'planned'
  where open.makes_up = attendance.id and open.cancelled_at is null
  limit 1
)
left join session booked on booked.id = booking.session
left join groups booked_group on booked_group.id = booked.of_group
where attendance.client = :client and attendance.on_date >= :since and attendance.state = 'absent'
  and attendance.voided_at is null
order by attendance.on_date desc, session.starts_at desc
