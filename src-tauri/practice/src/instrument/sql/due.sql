with own as (
  select care_team.client, episode.admitted_on,
         (
           select level_of_care.level
           from level_of_care
           where level_of_care.episode = episode.id and level_of_care.voided_at is null
             and level_of_care.from_on <= :today
           order by level_of_care.from_on desc
           limit 1
         ) as level
  from care_team
  join episode on episode.client = care_team.client and episode.discharged_on is null and episode.voided_at is null
  where care_team.staff = :me and care_team.part = 'primary' and care_team.voided_at is null
    and care_team.starts_on <= :today and (care_team.ends_on is null or care_team.ends_on >= :today)
), given as (
  select own.client, instrument_schedule.code, instrument_schedule.every_days, own.admitted_on,
         (
           select max(measurement.given_on)
           from measurement
           join instrument on instrument.id = measurement.instrument
           where measurement.client = own.client and instrument.code = instrument_schedule.code
             and measurement.voided_at is null and measurement.given_on >= own.admitted_on
         ) as last_on
  from own
  join instrument_schedule on instrument_schedule.level = own.level and instrument_schedule.voided_at is null
)
select given.code, given.last_on,
       coalesce(date(given.last_on, '+' || given.every_days || ' days'), given.admitted_on) as due_on,
       client.id as client, client.number, client.given_name, client.family_name, client.preferred_name,
       client.restricted
from given
join client on client.id = given.client and client.voided_at is null
where coalesce(date(given.last_on, '+' || given.every_days || ' days'), given.admitted_on) <= :until
order by due_on, client.number, given.code
limit 200
