-- By the days of the week: few sessions are planned in it, however many lie in the file.
select membership.client as client, session.kind as kind, session.on_date as on_date, session.starts_at as starts_at, session.ends_at as ends_at
from session indexed by session_on
cross join membership on membership.of_group = session.of_group and membership.voided_at is null
  and membership.joined_on <= session.on_date and (membership.left_on is null or membership.left_on > session.on_date)
where session.on_date >= :from and session.on_date < :until and session.state = 'planned'
union
select session.client, session.kind, session.on_date, session.starts_at, session.ends_at
from session indexed by session_on
where session.on_date >= :from and session.on_date < :until and session.state = 'planned' and session.client is not null
union
select booking.client, session.kind, session.on_date, session.starts_at, session.ends_at
from session indexed by session_on
cross join booking on booking.session = session.id and booking.cancelled_at is null
where session.on_date >= :from and session.on_date < :until and session.state = 'planned'
