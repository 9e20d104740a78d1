with hit (id, rank, folded) as materialized (
  select
    client.id,
    (:number = '' or substr(client.folded, -length(:number)) <> :number)
      + (instr(client.folded, ' ' || :w1) = 0) + (instr(client.folded, ' ' || :w2) = 0)
      + (instr(client.folded, ' ' || :w1) <> 1),
    client.folded
  from client indexed by client_find
  where client.voided_at is null
    and instr(client.folded, :w1) > 0 and instr(client.folded, :w2) > 0
    and instr(client.folded, :w3) > 0 and instr(client.folded, :w4) > 0
    and (client.restricted = 0 or exists (
      select 1
      from care_team
      where care_team.client = client.id and care_team.staff = :me and care_team.voided_at is null
        and care_team.starts_on <= :today and (care_team.ends_on is null or care_team.ends_on >= :today)
    ))
  order by 2, 3
  limit :most
)
select
  line.id, line.number, line.family_name, line.given_name, line.preferred_name, line.born_on, line.profession,
  line.admitted_on, line.discharged_on, line.level, 1 as open
from hit
join client_line as line on line.id = hit.id
order by hit.rank, hit.folded
