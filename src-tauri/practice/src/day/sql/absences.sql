-- Who of one's own clients missed a signed session, until a make-up is booked or recorded, or one writes of the client anew.
select client.id as client, client.number, client.given_name, client.family_name, client.preferred_name,
       client.restricted, attendance.on_date, attendance.excused, attendance.reason,
       coalesce(groups.name, session_kind.label) as title
from care_team indexed by care_team_staff
cross join attendance indexed by attendance_client on attendance.client = care_team.client
  and attendance.on_date >= :since and attendance.state = 'absent' and attendance.voided_at is null
join client on client.id = care_team.client and client.voided_at is null
join session on session.id = attendance.session
join session_kind on session_kind.word = session.kind
left join groups on groups.id = session.of_group
where care_team.staff = :me and care_team.voided_at is null and care_team.part in ('primary', 'covers')
  and care_team.starts_on <= :today and (care_team.ends_on is null or care_team.ends_on >= :today)
  and exists (
    select 1
    from note indexed by note_session
    where note.session = attendance.session and note.client = attendance.client and note.kind = 'absence'
      and note.state not in ('draft', 'returned') and note.voided_at is null
  )
  and not exists (
    select 1
    from booking indexed by booking_makes_up
    where booking.makes_up = attendance.id and booking.cancelled_at is null
  )
  and not exists (
    select 1
    from attendance as later indexed by attendance_makes_up
    where later.makes_up = attendance.id and later.voided_at is null
  )
  and not exists (
    select 1
    from note indexed by note_client
    where note.client = attendance.client and note.service_at >= session.starts_at and note.author = :me
      and note.kind not in ('group', 'absence') and note.voided_at is null
  )
order by attendance.on_date, client.id, session.starts_at
limit 200
