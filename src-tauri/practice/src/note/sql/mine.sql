select note.id, note.rev, note.kind, note.state, note.session, note.service_at, note.service_on, note.minutes,
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
where note.author = :me and note.state in ('draft', 'returned') and note.voided_at is null
order by note.state = 'returned' desc, note.service_at, note.id
limit 500
