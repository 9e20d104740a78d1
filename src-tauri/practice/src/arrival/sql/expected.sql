-- From the date to its sessions, then to whose they are.
select session.id
from session indexed by session_on
where session.on_date = :on and session.state <> 'cancelled'
  and (
    session.client = :client
    or exists (
      select 1
      from membership indexed by membership_group
      where membership.of_group = session.of_group and membership.client = :client and membership.joined_on <= :on
        and (membership.left_on is null or membership.left_on > :on) and membership.voided_at is null
    )
    or exists (
      select 1
      from booking
      where booking.session = session.id and booking.client = :client and booking.cancelled_at is null
    )
  )
order by session.starts_at
