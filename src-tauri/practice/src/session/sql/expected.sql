-- Who is expected at each of some places, which are [session, group, date]: the roster of the date without who was
-- discharged before it, and who was booked to make up for another.
with place as (
  select unhex(one.value ->> 0) as session, unhex(one.value ->> 1) as of_group, one.value ->> 2 as on_date
  from json_each(:places) one
)
select place.session, membership.client
from place
cross join membership indexed by membership_group on membership.of_group = place.of_group
join client on client.id = membership.client and client.voided_at is null
where membership.joined_on <= place.on_date and (membership.left_on is null or membership.left_on > place.on_date)
  and membership.voided_at is null
  and (
    exists (
      select 1
      from episode
      where episode.client = membership.client and episode.voided_at is null
        and episode.admitted_on <= place.on_date
        and (episode.discharged_on is null or episode.discharged_on >= place.on_date)
    )
    or not exists (
      select 1
      from episode
      where episode.client = membership.client and episode.voided_at is null and episode.admitted_on <= place.on_date
    )
  )
union
select place.session, booking.client
from place
cross join booking indexed by booking_seat on booking.session = place.session and booking.cancelled_at is null
join client on client.id = booking.client and client.voided_at is null
