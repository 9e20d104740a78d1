select
  kept.note, kept.generation, kept.sealed, note.client,
  exists (
    select 1 from counseling_note_key as theirs
    where theirs.note = kept.note and theirs.generation = kept.generation and theirs.holder = :reader
      and theirs.voided_at is null
  ) as has
from counseling_note as note indexed by counseling_note_author
cross join counseling_note_key as kept on kept.note = note.id and kept.holder is null and kept.voided_at is null
where note.author = :author and note.voided_at is null
order by note.id, kept.generation
