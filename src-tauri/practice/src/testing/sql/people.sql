select
  testing_enrollment.id, testing_enrollment.client, client.family_name, client.given_name, client.number,
  client.restricted, testing_enrollment.program, testing_program.name as program_name, testing_enrollment.tier,
  tier.name as tier_name,
  case when testing_program.by_color then testing_enrollment.line_color else testing_enrollment.line_code end
    as line_word,
  (
    select max(agreement.tests_per_year)
    from agreement
    where agreement.client = client.id and agreement.voided_at is null and agreement.from_on <= :today
      and (agreement.until_on is null or agreement.until_on >= :today)
  ) as asked_per_year,
  (
    select sum(own_tier.per_year)
    from testing_enrollment as own
    join testing_tier as own_tier on own_tier.id = own.tier
    where own.client = client.id and own.until_on is null and own.voided_at is null
  ) as expected_per_year,
  testing_enrollment.from_on, testing_enrollment.until_on,
  testing_enrollment.because, testing_enrollment.rev, tier.step_after_days, tier.step_to, next_tier.name as step_to_name,
  exists (
    select 1
    from episode
    where episode.client = client.id and episode.discharged_on is null and episode.voided_at is null
  ) as admitted,
  julianday(:today) - julianday(testing_enrollment.from_on) - coalesce((
    select sum(
      julianday(min(:today, coalesce(testing_pause.until_on, :today)))
      - julianday(max(testing_pause.from_on, testing_enrollment.from_on)) + 1
    )
    from testing_pause
    where testing_pause.client = client.id and testing_pause.program = testing_enrollment.program
      and testing_pause.voided_at is null and testing_pause.site = '' and testing_pause.from_on <= :today
      and coalesce(testing_pause.until_on, :today) >= testing_enrollment.from_on
  ), 0) as days,
  (
    select count(*)
    from drug_test
    where drug_test.client = client.id and drug_test.on_date >= testing_enrollment.from_on
      and drug_test.voided_at is null and drug_test.outcome in ('missed', 'refused', 'unable')
  ) as not_given,
  (
    select count(*)
    from drug_test
    where drug_test.client = client.id and drug_test.on_date >= testing_enrollment.from_on
      and drug_test.voided_at is null and drug_test.interpretation = 'unexpected'
  ) as unexpected,
  (
    select count(*)
    from drug_test
    where drug_test.client = client.id and drug_test.on_date >= testing_enrollment.from_on
      and drug_test.on_date <= :today and drug_test.voided_at is null and drug_test.imported = 0
      and drug_test.state in ('collected', 'screened', 'confirmed')
  ) as waiting
from testing_enrollment
join client on client.id = testing_enrollment.client and client.voided_at is null
join testing_program on testing_program.id = testing_enrollment.program
join testing_tier as tier on tier.id = testing_enrollment.tier
left join testing_tier as next_tier on next_tier.id = tier.step_to
where testing_enrollment.voided_at is null
  and (
    (:client is null and testing_enrollment.until_on is null)
    or testing_enrollment.client = :client
  )
order by client.folded, client.id, testing_enrollment.from_on desc
