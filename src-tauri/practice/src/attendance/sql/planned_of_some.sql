-- In this order: from the clients to their sessions of the week, never over all sessions of a kind.
select membership.client as client, session.kind as kind, session.on_date as on_date, session.starts_at as starts_at, session.ends_at as ends_at
from json_each(:clients) one
cross join membership on membership.client = unhex(one.value) and membership.voided_at is null
cross join session on session.of_group = membership.of_group
  and session.on_date >= :from and session.on_date < :until and session.state = 'planned'
where membership.joined_on <= session.on_date and (membership.left_on is null or membership.left_on > session.on_date)
union
select session.client, session.kind, session.on_date, session.starts_at, session.ends_at
from json_each(:clients) one
cross join session on session.client = unhex(one.value)
  and session.on_date >= :from and session.on_date < :until and session.state = 'planned'
union
select booking.client, session.kind, session.on_date, session.starts_at, session.ends_at
from json_each(:clients) one
cross join booking on booking.client = unhex(one.value) and booking.cancelled_at is null
cross join session on session.id = booking.session
  and session.on_date >= :from and session.on_date < :until and session.state = 'planned'
