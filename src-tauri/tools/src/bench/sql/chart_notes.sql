select note.id, note.kind, note.format, note.state, note.service_at, note.service_on, note.minutes, note.sections,
       note.late_entry, note.signed_at, note.author, staff.given_name, staff.family_name, shared_part.topic,
       shared_part.words,
       (select count(*) from addendum where addendum.note = note.id) as addenda
from note
join staff on staff.id = note.author
left join shared_part on shared_part.id = note.shared_part
where note.client = :client and note.voided_at is null and (note.state <> 'draft' or note.author = :me)
order by note.service_at desc, note.id desc
limit 21
