insert into note_search (rowid, words, who)
select
  search_id,
  json_extract(sections, '$.text'),
  lower(hex(client)) || ' a' || lower(hex(author))
from note
where search_id > :after and search_id <= :last and id > :before
  -- What is in the index already stays as it is, also when a clock stood still or went back.
  and not exists (select 1 from note_search_docsize where note_search_docsize.id = note.search_id)
order by search_id
