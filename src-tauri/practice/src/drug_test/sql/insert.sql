insert into drug_test (
  id, number, client, reason, state, outcome, outcome_reason, method, specimen, panel, panel_version, ordered_at,
  collected_at, on_date, collector, seal, lot, noted, observed, observer, temperature_tenths_f, temperature_minutes,
  volume_ml, creatinine_tenths, gravity_ten_thousandths, ph_tenths, nitrite, oxidant, validity, validity_words,
  medications, screened_by, screened_at, imported, rev, at, device, by_staff
)
values (
  :id, :number, :client, :reason, :state, :outcome, :outcome_reason, :method, :specimen, :panel, :panel_version, :ordered_at,
  :collected_at, :on_date, :collector, :seal, :lot, :noted, :observed, :observer, :temperature_tenths_f, :temperature_minutes,
  :volume_ml, :creatinine_tenths, :gravity_ten_thousandths, :ph_tenths, :nitrite, :oxidant, :validity, :validity_words,
  :medications, :screened_by, :screened_at, 0, 1, :at, :device, :by_staff
)
