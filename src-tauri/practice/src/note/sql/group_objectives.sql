select attendance.client, objective.id, objective.label, objective.words, objective.position, linked.progress
from attendance
join plan on plan.client = attendance.client and plan.state = 'active' and plan.voided_at is null
  and plan.episode = (
    select newest.id
    from episode as newest
    where newest.client = plan.client and newest.voided_at is null
    order by newest.number desc
    limit 1
  )
join objective on objective.plan = plan.id and objective.state = 'open' and objective.voided_at is null
left join note on note.session = attendance.session and note.client = attendance.client and note.kind = 'group'
  and note.voided_at is null
left join note_objective linked
  on linked.note = note.id and linked.objective = objective.id and linked.voided_at is null
where attendance.session = :session and attendance.voided_at is null
union
select note.client, objective.id, objective.label, objective.words, objective.position, linked.progress
from note
join note_objective linked on linked.note = note.id and linked.voided_at is null
join objective on objective.id = linked.objective
where note.session = :session and note.kind = 'group' and note.voided_at is null
order by 1, 3, 5
