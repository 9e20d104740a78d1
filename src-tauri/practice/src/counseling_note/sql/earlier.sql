select
  version.of_rev, json_extract(version.body, '$.at') as written_at, json_extract(version.body, '$.sealed') as sealed,
  mine.sealed as sealed_key
from version
join counseling_note_key as mine
  on mine.note = version.of_id and mine.generation = json_extract(version.body, '$.generation')
  and mine.holder = :me and mine.voided_at is null
where version.of_table = 'counseling_note' and version.of_id = :note
order by version.of_rev desc
