-- Who is expected in another session that is planned in the same room at the same time: its client, the roster of its date,
-- and who is booked into it.
with beside as (
  select session.id, session.of_group, session.client, session.on_date
  from session indexed by session_on
  where session.on_date between :before and :after and session.state = 'planned' and session.id <> :but
    and session.starts_at < :until and session.ends_at > :from and trim(session.room) = :room collate nocase
)
select client
from beside
where client is not null
union
select membership.client
from beside
cross join membership indexed by membership_group on membership.of_group = beside.of_group
where membership.joined_on <= beside.on_date and (membership.left_on is null or membership.left_on > beside.on_date)
  and membership.voided_at is null
union
select booking.client
from beside
cross join booking indexed by booking_seat on booking.session = beside.id and booking.cancelled_at is null
