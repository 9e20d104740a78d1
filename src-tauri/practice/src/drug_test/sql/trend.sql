select drug_test.id, drug_test.number, drug_test.on_date, drug_test.creatinine_tenths, drug_test_result.quantity_tenths
from drug_test
join drug_test_result on drug_test_result.drug_test = drug_test.id and drug_test_result.analyte = :analyte
  and drug_test_result.phase = 'confirmation' and drug_test_result.voided_at is null
  and drug_test_result.quantity_tenths is not null
left join drug_test last on last.id = :up_to
where drug_test.client = :client and drug_test.voided_at is null and drug_test.creatinine_tenths is not null
  and (last.id is null or (drug_test.on_date, drug_test.number) <= (last.on_date, last.number))
order by drug_test.on_date desc, drug_test.number desc
limit 12
