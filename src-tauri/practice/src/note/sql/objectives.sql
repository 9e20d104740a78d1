select objective.id, objective.label, objective.words, objective.state = 'open' as open, linked.progress
from plan
join objective on objective.plan = plan.id and objective.voided_at is null and objective.state = 'open'
left join note_objective linked
  on linked.objective = objective.id and linked.note = :note and linked.voided_at is null
where plan.client = :client and plan.state = 'active' and plan.voided_at is null
  and plan.episode = (
    select newest.id
    from episode as newest
    where newest.client = :client and newest.voided_at is null
    order by newest.number desc
    limit 1
  )
union
select objective.id, objective.label, objective.words, objective.state = 'open' as open, linked.progress
from note_objective linked
join objective on objective.id = linked.objective
where linked.note = :note and linked.voided_at is null
order by 2, 1
