-- One line for each client in treatment within reach.
select
  client.id as client, client.number, client.family_name, client.given_name, client.preferred_name,
  episode.admitted_on, plan.id as plan, plan.version, plan.author, plan.review_due_on,
  plan.approved_at is not null as approved, plan.returned_at is not null as returned,
  exists (
    select 1
    from plan as draft
    where draft.client = client.id and draft.state = 'draft' and draft.voided_at is null
  ) as drafted,
  exists (
    select 1
    from plan_signature
    where plan_signature.plan = plan.id and plan_signature.voided_at is null
  ) as client_signed,
  (
    select staff.given_name || ' ' || staff.family_name
    from care_team
    join staff on staff.id = care_team.staff
    where care_team.client = client.id and care_team.part = 'primary' and care_team.ends_on is null
      and care_team.voided_at is null
  ) as counselor
from episode indexed by episode_open
join client on client.id = episode.client and client.voided_at is null
left join plan on plan.client = client.id and plan.episode = episode.id and plan.state = 'active'
  and plan.voided_at is null
where episode.discharged_on is null and episode.voided_at is null
  and ((:everyone and not client.restricted) or client.id in (select unhex(value) from json_each(:mine)))
order by plan.review_due_on is not null, plan.review_due_on, client.folded, client.id
limit 500
