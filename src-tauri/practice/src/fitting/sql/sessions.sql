-- What became of the weekly places, and what was planned beside them.
select session.id, session.of_group, session.kind, session.on_date, session.starts_at, session.ends_at, session.slot,
  session.slot_on, session.state
from session indexed by session_on
where session.on_date >= :from and session.on_date < :until and session.of_group is not null
