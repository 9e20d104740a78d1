select
  coalesce(drug_test.validity = 'dilute', 0) or coalesce(drug_test.laboratory_result in ('negative_dilute', 'positive_dilute'), 0)
from drug_test
left join drug_test last on last.id = :up_to
where drug_test.client = :client and drug_test.voided_at is null and drug_test.specimen = 'urine'
  and drug_test.state not in ('ordered', 'not_collected')
  and (last.id is null or (drug_test.on_date, drug_test.number) <= (last.on_date, last.number))
order by drug_test.on_date desc, drug_test.number desc
limit 12
