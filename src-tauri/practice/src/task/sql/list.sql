with own as (
  select task.id
  from task indexed by task_owner
  where task.owner = :me and task.done_at is null and task.voided_at is null
  union
  select task.id
  from task indexed by task_owner_all
  where task.owner = :me and task.done_at >= :since and task.voided_at is null
  union
  select task.id
  from task indexed by task_offered
  where task.offered = :me and task.done_at is null and task.voided_at is null
)
select task.id, task.what, task.due_on, task.offer_words, task.done_at, task.at, task.rev,
       task.owner = :me as mine, task.offered is not null as waits,
       owner.given_name || ' ' || owner.family_name as owner_name,
       coalesce(other.given_name || ' ' || other.family_name, '') as offered_name,
       client.id as client, client.number, client.given_name, client.family_name, client.preferred_name,
       client.restricted
from own
join task on task.id = own.id
join staff owner on owner.id = task.owner
left join staff other on other.id = task.offered
left join client on client.id = task.client
order by task.done_at is not null, task.due_on is null, task.due_on, task.at
limit 300
