select
  follow_up.*, client.family_name, client.given_name, drug_test.number,
  coalesce(drug_test.on_date, draw.on_date) as subject_on, agreement.party, agreement.consent as linked
from follow_up
join client on client.id = follow_up.client
left join drug_test on drug_test.id = follow_up.drug_test
left join draw on draw.id = follow_up.draw
left join agreement on agreement.id = follow_up.agreement
where follow_up.client = :client and (:test is null or follow_up.drug_test = :test)
order by follow_up.state <> 'open', case when follow_up.state = 'open' then follow_up.due_at else -follow_up.answered_at end,
  follow_up.id
limit :most
