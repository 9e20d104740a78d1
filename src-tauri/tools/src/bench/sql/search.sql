-- The newest first is the order of the index.
select note.id, note.kind, note.state, note.service_at, note.service_on,
       snippet(note_search, 0, '[', ']', '…', 24) as snippet, client.number, client.given_name, client.family_name,
       client.preferred_name, staff.given_name, staff.family_name
from note_search
join note on note.search_id = note_search.rowid
join client on client.id = note.client
join staff on staff.id = note.author
where note_search match :matched and (note.state <> 'draft' or note.author = :me)
  and (client.restricted = 0 or exists (
    select 1 from care_team
    where care_team.client = client.id and care_team.staff = :me and care_team.voided_at is null
      and care_team.starts_on <= :today and (care_team.ends_on is null or care_team.ends_on >= :today)
  ))
order by note_search.rowid desc
limit 50
