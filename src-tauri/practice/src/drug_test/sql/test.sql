select
  id, number, client, reason, state, outcome, outcome_reason, ground, next_step, method, specimen, panel, panel_version, ordered_at,
  collected_at, on_date, collector, seal, lot, noted, observed, observer, temperature_tenths_f, temperature_minutes,
  volume_ml, creatinine_tenths, gravity_ten_thousandths, ph_tenths, nitrite, oxidant, validity, validity_words,
  medications, screened_by, screened_at, laboratory_result, laboratory_words, laboratory_by, laboratory_at,
  review_result, review_words, review_by, review_at, interpretation, interpretation_words, interpretation_by,
  interpretation_at, corrected_because, imported, voided_at, void_reason, rev
from drug_test
where id = :id
