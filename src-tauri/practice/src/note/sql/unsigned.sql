select note.author = :me as mine, note.id, note.rev, note.kind, note.state, note.session, note.service_at, note.service_on, note.minutes,
       note.signed_at, note.skipped, coalesce(note.ended_at, note.service_at) as service_end,
       client.id as client, client.number, client.given_name, client.family_name, client.preferred_name,
       client.restricted, staff.given_name || ' ' || staff.family_name as author_name,
       (
         select cosign.comment
         from cosign
         where cosign.note = note.id and cosign.decision = 'returned'
         order by cosign.at desc
         limit 1
       ) as comment
from note
join client on client.id = note.client
join staff on staff.id = note.author
where note.state in ('draft', 'returned', 'awaiting_cosign') and note.voided_at is null
  and (note.author = :me or :directs or staff.supervisor = :me or exists (
    select 1
    from stand_in
    where stand_in.supervisor = staff.supervisor and stand_in.staff = :me and stand_in.voided_at is null
      and :today between stand_in.starts_on and stand_in.ends_on
  ))
  and (client.restricted = 0 or note.author = :me or exists (
    select 1
    from care_team
    where care_team.client = client.id and care_team.staff = :me and care_team.voided_at is null
      and care_team.starts_on <= :today and (care_team.ends_on is null or care_team.ends_on >= :today)
  ))
order by service_end, note.id
limit :limit
