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
    exists (select 1 from episode where episode.client = client.id and episode.voided_at is null)
    and client.id not in (
      select episode.client
      from episode
      where episode.discharged_on is null and episode.voided_at is null
    )
  ))
  and (:which <> 'inquiry' or not exists (
    select 1
    from episode
    where episode.client = client.id and episode.voided_at is null
  ))
