select session.kind, session.on_date, session.starts_at, session.ends_at
from session
where session.client = :client and session.on_date >= :from and session.on_date < :until and session.state = 'planned'
union all
select session.kind, session.on_date, session.starts_at, session.ends_at
from booking
join session on session.id = booking.session and session.on_date >= :from and session.on_date < :until
  and session.state = 'planned'
where booking.client = :client and booking.cancelled_at is null
