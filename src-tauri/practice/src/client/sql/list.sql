with hit (id, folded, key) as materialized (
  select
    client.id,
    client.folded,
    case :sort
      when 'number' then (select of_client.number from client as of_client where of_client.id = client.id)
      when 'profession' then (select of_client.profession from client as of_client where of_client.id = client.id)
      when 'level' then (select line.level from client_line as line where line.id = client.id)
      when 'counselor' then (select line.counselor from client_line as line where line.id = client.id)
      when 'admitted' then (select line.admitted_on from client_line as line where line.id = client.id)
      else client.folded
    end
  from client indexed by client_find
  where client.voided_at is null
    and ((:everyone and client.restricted = 0) or client.id in (select unhex(mine.value) from json_each(:mine) as mine))
    and instr(client.folded, :w1) > 0 and instr(client.folded, :w2) > 0
    and instr(client.folded, :w3) > 0 and instr(client.folded, :w4) > 0
    and (:which <> 'active' or client.id in (
      select episode.client
      from episode
      where episode.discharged_on is null and episode.voided_at is null
    ))
    and (:which <> 'discharged' or (
      client.id in (select episode.client from episode where episode.voided_at is null)
      and client.id not in (
        select episode.client
        from episode
        where episode.discharged_on is null and episode.voided_at is null
      )
    ))
    and (:which <> 'inquiry' or client.id not in (select episode.client from episode where episode.voided_at is null))
),
page (id, place) as materialized (
  select
    hit.id,
    row_number() over (
      order by
        hit.key is null or hit.key = '',
        case when :descending then hit.key end desc,
        case when not :descending then hit.key end,
        hit.folded
    )
  from hit
  order by 2
  limit :limit offset :skip
)
select
  line.id, line.number, line.family_name, line.given_name, line.preferred_name, line.profession, line.restricted,
  line.level, line.counselor, line.admitted_on, line.discharged_on,
  (select count(*) from hit) as total
from page
join client_line as line on line.id = page.id
order by page.place
