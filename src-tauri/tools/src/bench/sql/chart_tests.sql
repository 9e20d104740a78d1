select drug_test.id, drug_test.number, drug_test.on_date, drug_test.collected_at, drug_test.state, drug_test.outcome,
       drug_test.interpretation, drug_test.reason, drug_test.specimen, drug_test.panel, drug_test.validity,
       drug_test.observed, drug_test.imported, drug_test.rev,
       (
         select group_concat(analyte) from drug_test_result
         where drug_test_result.drug_test = drug_test.id and result = 'detected' and voided_at is null
       ) as detected
from drug_test
where drug_test.client = :client and drug_test.voided_at is null
order by drug_test.on_date desc, drug_test.number desc
limit 51
