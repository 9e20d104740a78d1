select
  client.restricted as restricted,
  exists (
    select 1
    from care_team
    where care_team.client = client.id and care_team.staff = :me and care_team.voided_at is null
      and care_team.starts_on <= :today and (care_team.ends_on is null or care_team.ends_on >= :today)
  ) as care_team,
  exists (
    select 1
    from care_team
    join staff on staff.id = care_team.staff and staff.supervisor = :me
    where care_team.client = client.id and care_team.voided_at is null
      and care_team.starts_on <= :today and (care_team.ends_on is null or care_team.ends_on >= :today)
  ) as supervises,
  exists (
    select 1
    from membership
    join groups on groups.id = membership.of_group
    where membership.client = client.id and membership.left_on is null and membership.voided_at is null
      and (groups.facilitator = :me or groups.co_facilitator = :me)
  ) or exists (
    select 1
    from session
    join membership on membership.of_group = session.of_group and membership.client = client.id
      and membership.voided_at is null
    where session.substitute = :me and session.state <> 'cancelled' and session.ends_at >= :substitute_since
  ) or exists (
    select 1
    from attendance
    join session on session.id = attendance.session and session.ends_at >= :substitute_since
      and (session.staff = :me or session.substitute = :me)
    where attendance.client = client.id and attendance.on_date >= date(:today, '-2 days') and attendance.voided_at is null
  ) or exists (
    select 1
    from booking
    join session on session.id = booking.session and session.state <> 'cancelled' and session.on_date <= :today
      and session.ends_at >= :substitute_since
    left join groups on groups.id = session.of_group
    where booking.client = client.id and booking.cancelled_at is null
      and (session.staff = :me or session.substitute = :me or groups.facilitator = :me or groups.co_facilitator = :me)
  ) as facilitates,
  exists (
    select 1
    from named_chart
    where named_chart.staff = :me and named_chart.client = client.id and named_chart.until > :now
      and named_chart.voided_at is null
  ) as named,
  exists (
    select 1
    from drug_test
    where drug_test.client = client.id and drug_test.on_date >= date(:today, '-2 days') and drug_test.voided_at is null
      and (
        (drug_test.state = 'ordered' and drug_test.on_date = :today)
        -- The cup is read after it was collected, sometimes past midnight; and who ended a test sees what they entered.
        or (drug_test.collector = :me and drug_test.collected_at >= :substitute_since)
        or (drug_test.state = 'not_collected' and drug_test.by_staff = :me and drug_test.at >= :substitute_since)
      )
  ) as collecting,
  exists (
    select 1
    from break_glass
    where break_glass.staff = :me and break_glass.client = client.id and break_glass.until > :now
  ) as glass
from client
where client.id = :client and client.voided_at is null
