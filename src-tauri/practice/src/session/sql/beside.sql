-- Other sessions that are planned in the same room at the same time.
select session.id, session.of_group, session.client, session.on_date
from session indexed by session_on
where session.on_date between :before and :after and session.state = 'planned' and session.id <> :but
  and session.starts_at < :until and session.ends_at > :from and trim(session.room) = :room collate nocase
