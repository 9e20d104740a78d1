select
  testing_program.name as program_name, testing_tier.name as tier_name,
  count(*) as pool,
  count(draw_pick.id) as drawn,
  coalesce(sum(draw_pick.analyzed), 0) as analyzed,
  count(case when draw_pick.id is not null and check_in.told = 'test' then 1 end) as notified,
  count(case when drug_test.state not in ('ordered', 'not_collected') then 1 end) as collected,
  count(case
    when drug_test.state not in ('ordered', 'not_collected')
      and drug_test.collected_at <= coalesce(check_in.deadline_at, draw.closes_at) then 1
  end) as on_time,
  count(case when drug_test.outcome = 'missed' then 1 end) as missed,
  count(case when drug_test.outcome = 'refused' then 1 end) as refused,
  count(case when drug_test.outcome = 'unable' then 1 end) as unable,
  count(case when drug_test.outcome = 'excused' then 1 end) as excused,
  count(case when drug_test.state = 'ordered' then 1 end) as pending,
  count(case when draw.closes_at < :now and (check_in.id is null or check_in.called_at > draw.closes_at) then 1 end)
    as missed_check_ins
from draw
join testing_program on testing_program.id = draw.program
join draw_entry on draw_entry.draw = draw.id and draw_entry.chance_millionths > 0
join testing_tier on testing_tier.id = draw_entry.tier
left join draw_pick on draw_pick.draw = draw.id and draw_pick.client = draw_entry.client
left join drug_test on drug_test.id = draw_pick.drug_test and drug_test.voided_at is null
left join check_in on check_in.draw = draw.id and check_in.client = draw_entry.client and check_in.voided_at is null
where draw.on_date = :on and draw.state = 'noticed'
group by draw.program, draw_entry.tier
order by testing_program.name, testing_tier.place, testing_tier.id
