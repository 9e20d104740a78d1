select max(search_id)
from (
  select search_id
  from note
  where search_id > :after and id > :before
  order by search_id
  limit :count
)
