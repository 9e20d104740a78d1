select
  draw.on_date, testing_program.name as program_name,
  exists (
    select 1
    from check_in
    where check_in.draw = draw.id and check_in.client = draw_entry.client and check_in.voided_at is null
  ) as late
from draw_entry indexed by draw_entry_client
cross join draw on draw.id = draw_entry.draw
join testing_program on testing_program.id = draw.program
where draw_entry.client = :client and draw_entry.chance_millionths > 0 and draw.state = 'noticed'
  and draw.on_date between :from and :to and draw.closes_at < :now
  and not exists (
    select 1
    from check_in
    where check_in.draw = draw.id and check_in.client = draw_entry.client and check_in.voided_at is null
      and check_in.called_at <= draw.closes_at
  )
order by draw.on_date
