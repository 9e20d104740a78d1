select
  client.id as client, client.family_name, client.given_name, client.preferred_name, client.number, client.restricted,
  client.profession, client.alerts,
  coalesce((
    select case when work.pattern_words <> '' then work.pattern_words else work.pattern end
    from work
    where work.client = client.id and work.voided_at is null
      and (work.starts_on is null or work.starts_on <= :today) and (work.ends_on is null or work.ends_on >= :today)
    order by work.starts_on desc, work.id desc
    limit 1
  ), '') as work,
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
  ) as supervises,
  exists (
    select 1
    from note
    where note.session = :session and note.client = client.id and note.voided_at is null
      and note.state not in ('draft', 'returned')
  ) as under_signed_note
from json_each(:clients) one
join client on client.id = unhex(one.value)
