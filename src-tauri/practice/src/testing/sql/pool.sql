select
  testing_enrollment.client, testing_enrollment.tier, testing_enrollment.token,
  case when testing_program.by_color then testing_enrollment.line_color else testing_enrollment.line_code end
    as line_code,
  testing_tier.per_year, testing_tier.analyzed_millionths, testing_pause.kind as pause, testing_pause.site,
  exists (
    select 1
    from episode
    where episode.client = testing_enrollment.client and episode.discharged_on is null and episode.voided_at is null
  ) as admitted
from testing_enrollment
join client on client.id = testing_enrollment.client and client.voided_at is null
join testing_program on testing_program.id = testing_enrollment.program
join testing_tier on testing_tier.id = testing_enrollment.tier
left join testing_pause on testing_pause.client = testing_enrollment.client
  and testing_pause.program = testing_enrollment.program and testing_pause.voided_at is null
  and testing_pause.from_on <= :on and (testing_pause.until_on is null or testing_pause.until_on >= :on)
where testing_enrollment.program = :program and testing_enrollment.voided_at is null
  and testing_enrollment.from_on <= :on and (testing_enrollment.until_on is null or testing_enrollment.until_on >= :on)
order by testing_enrollment.token
