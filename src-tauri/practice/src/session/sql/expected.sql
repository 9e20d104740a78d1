-- The roster of the session's date without who was discharged before it, and who was booked to make up for another.
select membership.client
from membership
join client on client.id = membership.client and client.voided_at is null
where membership.of_group = :group and membership.joined_on <= :on
  and (membership.left_on is null or membership.left_on > :on) and membership.voided_at is null
  and (
    exists (
      select 1
      from episode
      where episode.client = membership.client and episode.voided_at is null
        and episode.admitted_on <= :on and (episode.discharged_on is null or episode.discharged_on >= :on)
    )
    or not exists (
      select 1
      from episode
      where episode.client = membership.client and episode.voided_at is null and episode.admitted_on <= :on
    )
  )
union
select booking.client
from booking
join client on client.id = booking.client and client.voided_at is null
where booking.session = :session and booking.cancelled_at is null
