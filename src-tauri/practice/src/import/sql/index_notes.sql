insert into note_search (rowid, words, who)
select
  search_id,
  json_extract(sections, '$.text'),
  lower(hex(client)) || ' a' || lower(hex(author))
from note
where search_id > :after and search_id <= :last and id > :before
order by search_id
