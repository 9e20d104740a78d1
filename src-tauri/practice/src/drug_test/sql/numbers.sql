select drug_test.id, drug_test.number, drug_test.on_date, drug_test.seal, collection.container, collection.split_container
from drug_test indexed by drug_test_on
left join collection on collection.drug_test = drug_test.id
where drug_test.on_date >= :since and drug_test.voided_at is null and drug_test.imported = 0
  and drug_test.state not in ('ordered', 'not_collected')
