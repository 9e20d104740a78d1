select
  plan.id, plan.client, plan.episode, plan.version, plan.state, plan.effective_on, plan.review_due_on, plan.author,
  author.given_name || ' ' || author.family_name as author_name, plan.signed_at, plan.approved_by,
  approver.given_name || ' ' || approver.family_name as approved_name, plan.approved_at, plan.imported,
  plan.voided_at is not null as voided, plan.rev
from plan
join staff as author on author.id = plan.author
left join staff as approver on approver.id = plan.approved_by
where plan.id = :id
