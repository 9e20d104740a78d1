select client.id
from client
where client.voided_at is null
  and client.id in (
    select care_team.client
    from care_team
    join client as own on own.id = care_team.client
    where (:related or (:everyone and own.restricted)) and care_team.staff = :me and care_team.voided_at is null
      and care_team.starts_on <= :today and (care_team.ends_on is null or care_team.ends_on >= :today)
    union
    select care_team.client
    from staff
    join care_team on care_team.staff = staff.id and care_team.voided_at is null
    join client on client.id = care_team.client and client.restricted = 0
    where :related and staff.supervisor = :me
      and care_team.starts_on <= :today and (care_team.ends_on is null or care_team.ends_on >= :today)
    union
    select membership.client
    from groups
    join membership on membership.of_group = groups.id and membership.left_on is null and membership.voided_at is null
    join client on client.id = membership.client and client.restricted = 0
    where :facilitated and (groups.facilitator = :me or groups.co_facilitator = :me)
    union
    select membership.client
    from session
    join membership on membership.of_group = session.of_group and membership.voided_at is null
    join client on client.id = membership.client and client.restricted = 0
    where :facilitated and session.substitute = :me and session.state <> 'cancelled'
      and session.ends_at >= :substitute_since
    union
    select named_chart.client
    from named_chart
    where :named and named_chart.staff = :me and named_chart.until > :now and named_chart.voided_at is null
    union
    select break_glass.client
    from break_glass
    where break_glass.staff = :me and break_glass.until > :now
  )
