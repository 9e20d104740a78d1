select
  drug_test.id, drug_test.number, drug_test.client, client.family_name, client.given_name, drug_test.on_date,
  drug_test.collected_at, drug_test.state, drug_test.outcome, drug_test.interpretation, drug_test.reason,
  drug_test.specimen, drug_test.panel, drug_test.validity, drug_test.observed, drug_test.imported, drug_test.rev,
  coalesce((
    select group_concat(drug_test_result.analyte)
    from drug_test_result
    where drug_test_result.drug_test = drug_test.id and drug_test_result.result = 'detected'
      and drug_test_result.voided_at is null
  ), '') as detected
from drug_test
join client on client.id = drug_test.client
where drug_test.client = :client and drug_test.voided_at is null
  and (:before_on is null or (drug_test.on_date, drug_test.number) < (:before_on, :before_number))
order by drug_test.on_date desc, drug_test.number desc
limit :limit
