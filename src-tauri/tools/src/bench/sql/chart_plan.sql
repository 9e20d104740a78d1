select plan.*, problem.id, problem.words, goal.id, goal.words, objective.id, objective.words, objective.target_on,
       objective.state, objective.rev
from plan
left join problem on problem.plan = plan.id and problem.voided_at is null
left join goal on goal.problem = problem.id and goal.voided_at is null
left join objective on objective.goal = goal.id and objective.voided_at is null
where plan.client = :client and plan.voided_at is null and plan.state in ('active', 'draft')
order by plan.version desc, problem.id, goal.id, objective.id
