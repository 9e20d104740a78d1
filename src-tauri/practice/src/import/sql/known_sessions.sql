select
  external_id.external as external,
  session.id as id,
  session.of_group as of_group,
  session.on_date as on_date,
  coalesce(session.began_at, session.starts_at) as began,
  coalesce(session.finished_at, session.ends_at) as ended,
  session.state = 'recorded' as held
from external_id
join session on session.id = external_id.of_id
where external_id.source = :source and external_id.kind = 'session' and session.of_group is not null
