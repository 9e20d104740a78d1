select
  client.id, client.number, client.family_name, client.given_name, client.profession, client.restricted,
  episode.admitted_on, episode.track, episode.weekly_hours, episode.test_interval_days,
  (
    select level_of_care.level
    from level_of_care
    where level_of_care.episode = episode.id and level_of_care.from_on <= :today and level_of_care.voided_at is null
    order by level_of_care.from_on desc
    limit 1
  ) as level,
  care_team.staff as counselor,
  plan.id is not null as has_plan, plan.review_due_on,
  drug_test.id as test, drug_test.on_date as test_on, drug_test.state as test_state, drug_test.outcome as test_outcome,
  drug_test.interpretation as test_interpretation, drug_test.imported as test_imported,
  (
    select collected.on_date
    from drug_test collected
    where collected.client = client.id and collected.voided_at is null
      and collected.state not in ('ordered', 'not_collected')
    order by collected.on_date desc
    limit 1
  ) as collected_on
from episode
join client on client.id = episode.client and client.voided_at is null
left join care_team on care_team.client = client.id and care_team.part = 'primary' and care_team.ends_on is null
  and care_team.voided_at is null
left join plan on plan.client = client.id and plan.episode = episode.id and plan.state = 'active'
  and plan.voided_at is null
left join drug_test on drug_test.id = (
  select latest.id
  from drug_test latest
  where latest.client = client.id and latest.state <> 'ordered' and latest.voided_at is null
  order by latest.on_date desc, latest.number desc
  limit 1
)
where episode.discharged_on is null and episode.voided_at is null
  and (
    (:everyone and client.restricted = 0)
    or ((:everyone or :related) and exists (
      select 1
      from care_team
      where care_team.client = client.id and care_team.staff = :me and care_team.voided_at is null
        and care_team.starts_on <= :today and (care_team.ends_on is null or care_team.ends_on >= :today)
    ))
    or (:related and client.restricted = 0 and exists (
      select 1
      from care_team
      where care_team.client = client.id and care_team.voided_at is null
        and (select staff.supervisor from staff where staff.id = care_team.staff) = :me
        and care_team.starts_on <= :today and (care_team.ends_on is null or care_team.ends_on >= :today)
    ))
    or (:named and exists (
      select 1
      from named_chart
      where named_chart.staff = :me and named_chart.client = client.id and named_chart.until > :now
        and named_chart.voided_at is null
    ))
  )
