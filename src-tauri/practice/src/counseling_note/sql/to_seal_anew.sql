select kept.id, note.client, mine.sealed
from counseling_note as note indexed by counseling_note_author
cross join counseling_note_key as kept
  on kept.note = note.id and kept.holder is null and kept.voided_at is null and kept.at < :made_at
cross join counseling_note_key as mine
  on mine.note = kept.note and mine.generation = kept.generation and mine.holder = :me and mine.voided_at is null
where note.author = :me and note.voided_at is null
