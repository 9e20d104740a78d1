select
  follow_up.id, follow_up.client, client.family_name, client.given_name, follow_up.event, follow_up.due_at,
  follow_up.recipient, follow_up.agreement, agreement.party, agreement.consent as linked, drug_test.number,
  coalesce(drug_test.on_date, draw.on_date) as subject_on
from follow_up indexed by follow_up_notice
join client on client.id = follow_up.client and client.voided_at is null
left join agreement on agreement.id = follow_up.agreement
left join drug_test on drug_test.id = follow_up.drug_test
left join draw on draw.id = follow_up.draw
where follow_up.state = 'open' and follow_up.step = 'notify'
  and (:client is null or follow_up.client = :client)
  and (
    (:everyone and client.restricted = 0)
    or hex(follow_up.client) in (select upper(one.value) from json_each(:mine) one)
  )
order by follow_up.due_at, follow_up.id
limit :most
