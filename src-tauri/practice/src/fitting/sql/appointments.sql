select session.kind, session.on_date, session.starts_at, session.ends_at
from session
where session.client = :client and session.on_date >= :from and session.on_date < :until and session.state = 'planned'
