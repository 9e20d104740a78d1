-- What plans wait for: a review, a first version, a new version after a return and a client's signature from who answers
-- for the client; an approval from who supervises the author, stands in for them, or directs.
with own as (
  select care_team.client
  from care_team indexed by care_team_staff
  where care_team.staff = :me and care_team.part = 'primary' and care_team.voided_at is null
    and care_team.starts_on <= :today and (care_team.ends_on is null or care_team.ends_on >= :today)
), stay as (
  select own.client, episode.id as episode, episode.admitted_on
  from own
  cross join episode indexed by episode_open on episode.client = own.client and episode.discharged_on is null
    and episode.voided_at is null
), waiting as (
  select stay.client, iif(plan.review_due_on < :today, 'overdue', 'soon') as need, plan.review_due_on as due_on,
         plan.review_due_on as since, '' as words
  from stay
  cross join plan indexed by plan_active on plan.client = stay.client and plan.episode = stay.episode
    and plan.state = 'active' and plan.voided_at is null and plan.review_due_on <= :until
  union all
  select stay.client, 'first_plan', date(stay.admitted_on, :first), stay.admitted_on, ''
  from stay
  where not exists (
    select 1
    from plan indexed by plan_active
    where plan.client = stay.client and plan.episode = stay.episode and plan.state = 'active'
      and plan.voided_at is null
  )
  union all
  select stay.client, 'client_signature', null, plan.effective_on, ''
  from stay
  cross join plan indexed by plan_active on plan.client = stay.client and plan.episode = stay.episode
    and plan.state = 'active' and plan.voided_at is null
  where not exists (
    select 1
    from plan_signature
    where plan_signature.plan = plan.id and plan_signature.voided_at is null
  )
  union all
  select plan.client, 'returned', null, date(plan.returned_at / 1000, 'unixepoch'), plan.return_comment
  from plan indexed by plan_to_answer
  where plan.author = :me and plan.state = 'active' and plan.approved_at is null and plan.returned_at is not null
    and plan.voided_at is null
  union all
  select plan.client, 'approval', null, plan.effective_on,
         author.given_name || ' ' || author.family_name
  from plan indexed by plan_to_approve
  join staff as author on author.id = plan.author
  where plan.state = 'active' and plan.approved_at is null and plan.returned_at is null and plan.voided_at is null
    and plan.author <> :me and not plan.imported
    and (:directs or author.supervisor = :me or exists (
      select 1
      from stand_in
      where stand_in.supervisor = author.supervisor and stand_in.staff = :me and stand_in.voided_at is null
        and :today between stand_in.starts_on and stand_in.ends_on
    ))
)
select waiting.need, waiting.due_on, waiting.since, waiting.words, client.id as client, client.number,
       client.given_name, client.family_name, client.preferred_name, client.restricted
from waiting
cross join client on client.id = waiting.client and client.voided_at is null
where not client.restricted or exists (
  select 1
  from care_team
  where care_team.client = client.id and care_team.staff = :me and care_team.voided_at is null
    and care_team.starts_on <= :today and (care_team.ends_on is null or care_team.ends_on >= :today)
)
order by waiting.due_on is null, waiting.due_on, waiting.since, client.folded, client.id
limit 100
