select staff.given_name || ' ' || staff.family_name as name, count(distinct kept.note) as notes
from counseling_note_key as kept indexed by counseling_note_key_recovery
join counseling_note as note on note.id = kept.note and note.voided_at is null
join staff on staff.id = note.author
where kept.holder is null and kept.voided_at is null and kept.at < :made_at
group by staff.id
order by staff.family_name, staff.given_name, staff.id
