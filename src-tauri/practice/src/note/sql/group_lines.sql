select recent.client, recent.sections
from attendance
join note recent on recent.id in (
  select note.id
  from note
  where note.client = attendance.client and note.kind = 'group' and note.state <> 'draft'
    and note.session is not attendance.session and note.voided_at is null
  order by note.service_at desc
  limit 4
)
where attendance.session = :session and attendance.voided_at is null
order by recent.service_at desc
