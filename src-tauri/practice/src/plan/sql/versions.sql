select
  plan.id, plan.client, plan.episode, plan.version, plan.state, plan.effective_on, plan.review_due_on, plan.author,
  author.given_name || ' ' || author.family_name as author_name, plan.signed_at, plan.approved_by,
  approver.given_name || ' ' || approver.family_name as approved_name, plan.approved_at, plan.returned_by,
  returner.given_name || ' ' || returner.family_name as returned_name, plan.returned_at, plan.return_comment, plan.imported,
  plan.voided_at is not null as voided, plan.rev
from plan
join staff as author on author.id = plan.author
left join staff as approver on approver.id = plan.approved_by
left join staff as returner on returner.id = plan.returned_by
where plan.client = :client and plan.voided_at is null
order by plan.version desc
