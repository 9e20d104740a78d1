-- What each of these clients missed of the curricula: lessons of sessions they were absent from, that they attended
-- nowhere else and that no make-up stands for. The latest absence speaks for the lesson.
select attendance.client, lesson.id as lesson, lesson.number, lesson.topic, curriculum.name as curriculum,
       coalesce(groups.name, '') as group_name, max(attendance.on_date) as on_date
from json_each(:clients) one
cross join attendance indexed by attendance_client on attendance.client = unhex(one.value)
cross join session on session.id = attendance.session and session.lesson is not null
join lesson on lesson.id = session.lesson
join curriculum on curriculum.id = lesson.curriculum
left join groups on groups.id = session.of_group
where attendance.state = 'absent' and attendance.voided_at is null and session.state = 'recorded'
  and attendance.on_date >= :since
  and (:group is null or session.of_group = :group)
  and not exists (
    select 1
    from attendance later indexed by attendance_makes_up
    where later.makes_up = attendance.id and later.voided_at is null and later.state <> 'absent'
  )
  and not exists (
    select 1
    from session other indexed by session_lesson
    cross join attendance there indexed by attendance_session on there.session = other.id and there.client = attendance.client
    where other.lesson = session.lesson and there.voided_at is null and there.state <> 'absent'
  )
group by attendance.client, lesson.id
order by curriculum.name, lesson.number, attendance.client
