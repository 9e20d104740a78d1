-- Who is about to come in, or came in lately: the clients whose packet somebody works on.
select client.id as client, client.number, client.family_name, client.given_name, client.preferred_name
from (
  select episode.client
  from episode indexed by episode_open
  where episode.discharged_on is null and episode.voided_at is null and episode.admitted_on >= :since
  union
  select inquiry.client
  from inquiry_state
  cross join inquiry indexed by inquiry_state_word on inquiry.state = inquiry_state.word
  where inquiry.state in ('assessment_booked', 'assessed', 'accepted') and inquiry.voided_at is null
) as beginning
join client on client.id = beginning.client and client.voided_at is null
where (:everyone and not client.restricted) or client.id in (select unhex(value) from json_each(:mine))
order by client.folded, client.id
limit 100
