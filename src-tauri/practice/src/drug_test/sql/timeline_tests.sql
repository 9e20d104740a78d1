select
  drug_test.id, drug_test.number, drug_test.on_date, drug_test.state, drug_test.outcome, drug_test.interpretation,
  drug_test.reason, drug_test.validity, drug_test.laboratory_result is not null as confirmed,
  coalesce((
    select group_concat(drug_test_result.analyte)
    from drug_test_result
    where drug_test_result.drug_test = drug_test.id and drug_test_result.result = 'detected'
      and drug_test_result.voided_at is null
  ), '') as detected
from drug_test
where drug_test.client = :client and drug_test.voided_at is null and drug_test.on_date between :from and :to
order by drug_test.on_date, drug_test.number
