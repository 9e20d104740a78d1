-- As `search.sql`, for a search that names no word whole and no chart: every note, newest first.
select note.id, note.kind, note.state, note.service_at, note.service_on, found.words,
       client.id as client, client.number, client.given_name, client.family_name, client.preferred_name,
       client.restricted, staff.given_name || ' ' || staff.family_name as author_name
from note indexed by note_search_id
cross join note_search found on found.rowid = note.search_id
cross join client on client.id = note.client
cross join staff on staff.id = note.author
where (note.state <> 'draft' or note.author = :me)
  and (not :everyone or client.restricted = 0 or exists (
    select 1
    from care_team
    where care_team.client = client.id and care_team.staff = :me and care_team.voided_at is null
      and care_team.starts_on <= :today and (care_team.ends_on is null or care_team.ends_on >= :today)
  ))
order by note.search_id desc
