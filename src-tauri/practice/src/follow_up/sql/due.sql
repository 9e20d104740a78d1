select
  follow_up.*, client.family_name, client.given_name, drug_test.number,
  coalesce(drug_test.on_date, draw.on_date) as subject_on, agreement.party, agreement.consent as linked
from follow_up indexed by follow_up_open
join client on client.id = follow_up.client and client.voided_at is null
left join drug_test on drug_test.id = follow_up.drug_test
left join draw on draw.id = follow_up.draw
left join agreement on agreement.id = follow_up.agreement
where follow_up.state = 'open' and follow_up.due_at <= :soon
  and (
    hex(follow_up.client) in (select upper(one.value) from json_each(:mine) one)
    or (:everyone and client.restricted = 0 and follow_up.due_at < :now)
  )
order by follow_up.due_at, follow_up.id
limit :most
