select
  measurement.id, measurement.client, instrument.code, instrument.abbrev, instrument.name, instrument.definition,
  measurement.mode, measurement.given_by, giver.given_name || ' ' || giver.family_name as given_by_name,
  measurement.given_at, measurement.given_on, measurement.answers, measurement.scores, measurement.scorer,
  measurement.alert, measurement.rev, safety_step.id as step, safety_step.finding, safety_step.what_was_said,
  safety_step.warning_signs, safety_step.coping, safety_step.people, safety_step.professionals, safety_step.means,
  safety_step.at as step_at, stepper.given_name || ' ' || stepper.family_name as step_by
from measurement
cross join instrument on instrument.id = measurement.instrument
cross join staff as giver on giver.id = measurement.given_by
left join safety_step on safety_step.measurement = measurement.id and safety_step.voided_at is null
left join staff as stepper on stepper.id = safety_step.by_staff
where measurement.id = :id and measurement.voided_at is null
