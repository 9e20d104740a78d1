with hit (id, rank, folded) as materialized (
  select
    client.id,
    (:number = '' or substr(client.folded, -length(:number)) <> :number)
      + (instr(client.folded, ' ' || :w1) = 0) + (instr(client.folded, ' ' || :w2) = 0)
      + (instr(client.folded, ' ' || :w1) <> 1),
    client.folded
  from json_each(:mine) as mine
  join client on client.id = unhex(mine.value)
  where client.voided_at is null
    and instr(client.folded, :w1) > 0 and instr(client.folded, :w2) > 0
    and instr(client.folded, :w3) > 0 and instr(client.folded, :w4) > 0
  order by 2, 3
  limit :most
)
select
  line.id, line.number, line.family_name, line.given_name, line.preferred_name, line.born_on, line.profession,
  line.admitted_on, line.discharged_on, line.level, 1 as open
from hit
join client_line as line on line.id = hit.id
order by hit.rank, hit.folded
