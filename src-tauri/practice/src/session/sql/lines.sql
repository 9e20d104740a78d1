select
  session.id, session.kind, session.of_group, session.client, session.staff, session.substitute, session.room,
  session.on_date, session.starts, session.minutes, session.starts_at, session.ends_at, session.began_at,
  session.finished_at, session.slot is not null as weekly, session.topic, session.state, session.cancel_reason, session.recorded_at, session.late_entry,
  session.recorded_by, session.rev,
  groups.name as group_name, groups.facilitator, groups.co_facilitator,
  leader.given_name || ' ' || leader.family_name as staff_name,
  coalesce(second.given_name || ' ' || second.family_name, '') as substitute_name,
  client.family_name, client.given_name, client.preferred_name, client.number, client.restricted,
  exists (
    select 1
    from care_team
    where care_team.client = session.client and care_team.staff = :me and care_team.voided_at is null
      and care_team.starts_on <= :today and (care_team.ends_on is null or care_team.ends_on >= :today)
  ) as on_team,
  exists (
    select 1
    from care_team
    join staff on staff.id = care_team.staff and staff.supervisor = :me
    where care_team.client = session.client and care_team.voided_at is null
      and care_team.starts_on <= :today and (care_team.ends_on is null or care_team.ends_on >= :today)
  ) as supervises,
  case
    when session.state = 'planned' then (
      select count(*)
      from arrival indexed by arrival_on
      where arrival.on_date = session.on_date and arrival.mark in ('late', 'not_coming') and arrival.voided_at is null
        and not exists (
          select 1
          from arrival later indexed by arrival_on
          where later.on_date = arrival.on_date and later.client = arrival.client and later.voided_at is null
            and later.id > arrival.id
            and (later.mark in ('here', 'gone') or later.session is null or later.session = session.id)
        )
        and (
          arrival.session = session.id
          or (arrival.session is null and (
            arrival.client = session.client
            or exists (
              select 1
              from membership
              where membership.of_group = session.of_group and membership.client = arrival.client
                and membership.joined_on <= session.on_date
                and (membership.left_on is null or membership.left_on > session.on_date)
                and membership.voided_at is null
            )
            or exists (
              select 1
              from booking
              where booking.session = session.id and booking.client = arrival.client and booking.cancelled_at is null
            )
          ))
        )
    )
    else 0
  end as called,
  (
    select count(*)
    from attendance
    where attendance.session = session.id and attendance.voided_at is null and attendance.state <> 'absent'
  ) as here,
  (
    select count(*)
    from attendance
    where attendance.session = session.id and attendance.voided_at is null and attendance.state = 'absent'
  ) as absent,
  (
    select count(*)
    from note
    where note.session = session.id and note.voided_at is null and note.state not in ('draft', 'returned')
  ) as signed,
  (
    select count(*)
    from note
    where note.session = session.id and note.voided_at is null
  ) as notes
from session
join staff leader on leader.id = session.staff
left join staff second on second.id = session.substitute
left join groups on groups.id = session.of_group
left join client on client.id = session.client
where session.on_date >= :from and session.on_date < :until
  and (:one is null or session.id = :one)
  and (
    session.staff = :me or session.substitute = :me or groups.facilitator = :me or groups.co_facilitator = :me
    or (:mine = 0 and (:everyone or (:related and (
      session.of_group is not null
      or exists (
        select 1
        from care_team
        left join staff on staff.id = care_team.staff
        where care_team.client = session.client and (care_team.staff = :me or staff.supervisor = :me)
          and care_team.voided_at is null and care_team.starts_on <= :today
          and (care_team.ends_on is null or care_team.ends_on >= :today)
      )
    ))))
  )
order by session.starts_at, session.id
