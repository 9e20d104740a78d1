select plan.review_due_on, client.id as client, client.number, client.given_name, client.family_name,
       client.preferred_name, client.restricted
from care_team
join plan on plan.client = care_team.client and plan.state = 'active' and plan.review_due_on <= :until
  and plan.voided_at is null
join client on client.id = care_team.client and client.voided_at is null
join episode on episode.id = plan.episode and episode.discharged_on is null
where care_team.staff = :me and care_team.voided_at is null and care_team.starts_on <= :today
  and (care_team.ends_on is null or care_team.ends_on >= :today) and care_team.part = 'primary'
order by plan.review_due_on
limit 50
