select
  note.id, note.client, note.author, author.given_name || ' ' || author.family_name as author_name, note.state,
  note.started_at, note.noted_at, note.closed_at, note.generation, note.sealed, mine.sealed as sealed_key, note.at,
  note.rev
from counseling_note as note indexed by counseling_note_client
cross join counseling_note_key as mine
  on mine.note = note.id and mine.generation = note.generation and mine.holder = :me and mine.voided_at is null
cross join staff as author on author.id = note.author
where note.client = :client and note.voided_at is null
order by note.started_at desc, note.id desc
