select
  draw.on_date, draw.closes_at, testing_program.name as program_name, testing_tier.id as tier, testing_tier.name as tier_name,
  client.id as client, client.number as client_number, client.family_name, client.given_name, client.restricted,
  draw_pick.id is not null as drawn, coalesce(draw_pick.analyzed, 0) as analyzed, check_in.told, check_in.called_at,
  check_in.deadline_at, drug_test.id as test, drug_test.number as test_number, drug_test.on_date as test_on,
  drug_test.state, drug_test.outcome, drug_test.collected_at
from draw indexed by draw_on
join testing_program on testing_program.id = draw.program
cross join draw_entry on draw_entry.draw = draw.id and draw_entry.chance_millionths > 0
join testing_tier on testing_tier.id = draw_entry.tier
join client on client.id = draw_entry.client
left join draw_pick on draw_pick.draw = draw.id and draw_pick.client = draw_entry.client
left join drug_test on drug_test.id = draw_pick.drug_test and drug_test.voided_at is null
left join check_in on check_in.draw = draw.id and check_in.client = draw_entry.client and check_in.voided_at is null
where draw.on_date between :from and :to and draw.state = 'noticed'
order by draw.on_date, testing_program.name, testing_tier.place, testing_tier.id, client.folded, client.id
