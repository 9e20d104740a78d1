select key.holder, reader.given_name || ' ' || reader.family_name as name
from counseling_note_key as key
join staff as reader on reader.id = key.holder
where key.note = :note and key.generation = :generation and key.holder <> :author and key.voided_at is null
order by reader.family_name, reader.given_name, reader.id
