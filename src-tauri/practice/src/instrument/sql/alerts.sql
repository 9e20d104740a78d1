select
  measurement.id as measurement, measurement.given_at, instrument.abbrev, client.id as client, client.number,
  client.given_name, client.family_name, client.preferred_name, client.restricted
from measurement indexed by measurement_alert
cross join client on client.id = measurement.client and client.voided_at is null
cross join instrument on instrument.id = measurement.instrument
where measurement.alert = 1 and measurement.voided_at is null
  and ((:everyone and client.restricted = 0)
    or client.id in (select unhex(mine.value) from json_each(:mine) as mine))
  and not exists (
    select 1
    from safety_step
    where safety_step.measurement = measurement.id and safety_step.voided_at is null
  )
order by measurement.given_at
