select
  drug_test.number as test_number, drug_test.on_date, laboratory_report.number, laboratory_report.result,
  laboratory_report.at, later.because
from drug_test
join laboratory_report on laboratory_report.drug_test = drug_test.id
join laboratory_report as later
  on later.drug_test = laboratory_report.drug_test and later.number = laboratory_report.number + 1
where drug_test.client = :client and drug_test.voided_at is null
order by drug_test.on_date, drug_test.number, laboratory_report.number
