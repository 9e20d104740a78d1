-- One list of tests within somebody's reach: those of a day, those overdue by then, or those that wait for a word.
with picked (id) as (
  select id
  from drug_test
  where :list = 'day' and on_date = :on and voided_at is null
  union all
  select id
  from drug_test
  where :list = 'overdue' and state = 'ordered' and on_date < :on and voided_at is null
  union all
  select id
  from drug_test indexed by drug_test_waiting
  where :list = 'waiting' and state in ('collected', 'screened', 'confirmed') and imported = 0 and on_date <= :on
    and voided_at is null
)
select
  drug_test.id, drug_test.number, drug_test.client, client.family_name, client.given_name, drug_test.on_date,
  drug_test.collected_at, drug_test.state, drug_test.outcome, drug_test.interpretation, drug_test.reason,
  drug_test.specimen, drug_test.panel, drug_test.validity, drug_test.observed, drug_test.imported, drug_test.rev,
  coalesce((
    select group_concat(drug_test_result.analyte)
    from drug_test_result
    where drug_test_result.drug_test = drug_test.id and drug_test_result.result = 'detected'
      and drug_test_result.voided_at is null
  ), '') as detected
from picked
cross join drug_test on drug_test.id = picked.id
join client on client.id = drug_test.client
where client.voided_at is null
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
    or (:collecting and client.restricted = 0 and drug_test.on_date = :today
      and (drug_test.state = 'ordered' or drug_test.collector = :me))
    or (:named and exists (
      select 1
      from named_chart
      where named_chart.staff = :me and named_chart.client = client.id and named_chart.until > :now
        and named_chart.voided_at is null
    ))
  )
order by drug_test.on_date desc, drug_test.number
-- A day is shown whole; of what has piled up, the newest.
limit iif(:list = 'day', -1, 200)
