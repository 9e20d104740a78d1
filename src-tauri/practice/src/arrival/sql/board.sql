-- Everybody expected on a date, once for each session: from the date to its sessions, then to their people. Who is shown
-- follows from the role (everyone), the care team (related), or leading the session.
with today as (
  select session.id, session.of_group, session.client, session.room, session.starts, session.minutes,
         session.starts_at, session.ends_at, session.state, groups.name as group_name,
         leader.given_name || ' ' || leader.family_name as led_by,
         session.staff = :me or session.substitute = :me
           or coalesce(groups.facilitator = :me or groups.co_facilitator = :me, 0) as mine
  from session indexed by session_on
  cross join staff leader on leader.id = coalesce(session.substitute, session.staff)
  left join groups on groups.id = session.of_group
  where session.on_date = :on and session.state <> 'cancelled'
),
expected as (
  select today.id as session, membership.client
  from today
  cross join membership indexed by membership_group on membership.of_group = today.of_group and membership.joined_on <= :on
    and (membership.left_on is null or membership.left_on > :on) and membership.voided_at is null
  where exists (
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
  union
  select today.id, today.client
  from today
  where today.client is not null
  union
  select today.id, booking.client
  from today
  cross join booking on booking.session = today.id and booking.cancelled_at is null
),
named as (
  select
    expected.session, client.id as client, client.family_name, client.given_name, client.preferred_name, client.number,
    client.restricted, client.folded,
    exists (
      select 1
      from care_team
      where care_team.client = client.id and care_team.staff = :me and care_team.voided_at is null
        and care_team.starts_on <= :today and (care_team.ends_on is null or care_team.ends_on >= :today)
    ) as on_team,
    exists (
      select 1
      from care_team
      join staff on staff.id = care_team.staff and staff.supervisor = :me
      where care_team.client = client.id and care_team.voided_at is null
        and care_team.starts_on <= :today and (care_team.ends_on is null or care_team.ends_on >= :today)
    ) as supervises
  from expected
  join client on client.id = expected.client and client.voided_at is null
)
select
  named.client, named.family_name, named.given_name, named.preferred_name, named.number, named.restricted, named.on_team,
  named.supervises,
  today.id as session, today.group_name, today.led_by, today.room, today.starts, today.minutes, today.starts_at,
  today.ends_at, today.state
from named
join today on today.id = named.session
where :everyone or today.mine or (:related and (named.on_team or named.supervises))
order by today.starts_at, named.folded, named.client
