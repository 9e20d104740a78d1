select
  draw.id, draw.program, testing_program.name as program_name, draw.on_date, draw.attempt, draw.state, draw.notice_at,
  draw.discard_reason, draw.rev, draw.frozen_at,
  (select count(*) from draw_entry where draw_entry.draw = draw.id and draw_entry.chance_millionths > 0) as pool,
  (select count(*) from draw_pick where draw_pick.draw = draw.id) as selected
from draw
join testing_program on testing_program.id = draw.program
where (:id is null or draw.id = :id) and (:on is null or draw.on_date = :on)
order by draw.on_date desc, testing_program.name, draw.attempt desc, draw.id
limit 120
