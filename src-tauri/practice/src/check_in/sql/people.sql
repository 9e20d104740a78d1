select
  draw_entry.client, client.family_name, client.given_name, client.number, client.restricted, draw_entry.line_code,
  draw_entry.site, draw_pick.id is not null as selected, draw_pick.drug_test, check_in.id as check_in, check_in.rev,
  check_in.called_at, check_in.means, check_in.deadline_at, check_in.noted,
  staff.given_name || ' ' || staff.family_name as by,
  drug_test.state = 'ordered' or drug_test.collector = :me as collecting,
  (
    select count(*)
    from draw_entry as earlier indexed by draw_entry_client
    cross join draw as day on day.id = earlier.draw
    where earlier.client = draw_entry.client and earlier.chance_millionths > 0
      and day.state = 'noticed' and day.on_date < :on and day.on_date >= date(:on, '-90 days') and day.closes_at < :now
      and not exists (
        select 1
        from check_in as own
        where own.draw = day.id and own.client = earlier.client and own.voided_at is null
          and own.called_at <= day.closes_at
      )
  ) as missed_before
from draw_entry
join client on client.id = draw_entry.client and client.voided_at is null
left join draw_pick on draw_pick.draw = draw_entry.draw and draw_pick.client = draw_entry.client
left join drug_test on drug_test.id = draw_pick.drug_test
left join check_in on check_in.draw = draw_entry.draw and check_in.client = draw_entry.client
  and check_in.voided_at is null
left join staff on staff.id = check_in.by_staff
where draw_entry.draw = :draw and draw_entry.chance_millionths > 0
order by client.folded, client.id
