select attendance.client as client, note_objective.objective as objective, max(note.service_at)
from attendance
join note on note.client = attendance.client and note.session is not attendance.session and note.state <> 'draft'
  and note.voided_at is null
join note_objective on note_objective.note = note.id and note_objective.voided_at is null
where attendance.session = :session and attendance.voided_at is null
group by attendance.client
