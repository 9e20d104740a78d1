select note.id, note.kind, note.format, note.state, note.service_at, note.service_on, note.minutes, note.sections,
       note.late_entry, note.signed_at,
       (select edition.sections from note_template_edition edition where edition.id = note.template) as layout, note.author = :me as mine,
       staff.given_name || ' ' || staff.family_name as author_name,
       shared_part.topic, shared_part.words as shared_words,
       (select count(*) from addendum where addendum.note = note.id) as addenda
from note
join staff on staff.id = note.author
left join shared_part on shared_part.id = note.shared_part
where note.client = :client and note.voided_at is null
  and (note.service_at < :before or note.service_at = :before and note.id < :id)
  and (note.author = :me or (not :own and note.state <> 'draft'))
order by note.service_at desc, note.id desc
limit :limit
