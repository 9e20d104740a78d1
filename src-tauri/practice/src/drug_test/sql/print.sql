select
  drug_test.number, drug_test.on_date, drug_test.state, drug_test.outcome, drug_test.outcome_reason,
  drug_test.interpretation, drug_test.reason, drug_test.specimen, drug_test.panel, drug_test.validity,
  drug_test.laboratory_result, drug_test.review_result,
  drug_test.screened_at is not null as was_screened,
  coalesce((
    select group_concat(drug_test_result.analyte)
    from drug_test_result
    where drug_test_result.drug_test = drug_test.id and drug_test_result.phase = 'screen'
      and drug_test_result.result = 'detected' and drug_test_result.voided_at is null
  ), '') as screened,
  coalesce((
    select group_concat(drug_test_result.analyte)
    from drug_test_result
    where drug_test_result.drug_test = drug_test.id and drug_test_result.phase = 'confirmation'
      and drug_test_result.result = 'detected' and drug_test_result.voided_at is null
  ), '') as confirmed
from drug_test
where drug_test.client = :client and drug_test.voided_at is null
order by drug_test.on_date, drug_test.number
