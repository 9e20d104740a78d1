-- Drug tests. Laboratory result, medical review and program interpretation are three facts, each with person and time.
-- Measures are whole numbers in small units: tenths of a degree, ten-thousandths of specific gravity, tenths of pH.

create table drug_test (
  id blob not null primary key check (length(id) = 16),
  number integer not null,
  client blob not null references client (id),
  reason text not null check (reason in ('random', 'scheduled', 'for_cause', 'post_incident', 'return_to_work', 'baseline', 'follow_up')),
  state text not null check (state in ('ordered', 'collected', 'screened', 'confirmed', 'final', 'not_collected')),
  -- Missed, refused, unable and excused are results.
  outcome text check (outcome in ('missed', 'refused', 'unable', 'excused')),
  outcome_reason text not null default '',
  method text not null check (method in ('on_site', 'laboratory')),
  specimen text not null check (specimen in ('urine', 'oral_fluid', 'hair', 'nail', 'blood_spot', 'breath')),
  panel text not null,
  panel_version text not null,
  ordered_at integer not null,
  collected_at integer,
  on_date text not null,
  collector blob references staff (id),
  -- Number of the seal, lot of the cup, and what the client said at collection ("mouthwash, 6:50 AM").
  seal text not null default '',
  lot text not null default '',
  noted text not null default '',
  observed integer check (observed in (0, 1)),
  observer blob references staff (id),
  temperature_tenths_f integer,
  temperature_minutes integer,
  volume_ml integer,
  creatinine_tenths integer,
  gravity_ten_thousandths integer,
  ph_tenths integer,
  nitrite integer,
  oxidant integer check (oxidant in (0, 1)),
  validity text check (validity in ('valid', 'dilute', 'substituted', 'invalid', 'adulterated', 'dilution_not_determined', 'not_determined')),
  validity_words text not null default '',
  -- Medications as they stood at collection, as JSON.
  medications text not null default '[]',
  screened_by blob references staff (id),
  screened_at integer,
  laboratory_result text,
  laboratory_words text not null default '',
  laboratory_by blob references staff (id),
  laboratory_at integer,
  review_result text,
  review_words text not null default '',
  review_by blob references staff (id),
  review_at integer,
  interpretation text check (interpretation in ('expected', 'unexpected', 'inconclusive')),
  interpretation_words text not null default '',
  interpretation_by blob references staff (id),
  interpretation_at integer,
  corrected_because text not null default '',
  imported integer not null default 0 check (imported in (0, 1)),
  voided_at integer,
  void_reason text,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null,
  check ((state = 'not_collected') = (outcome is not null)),
  check (interpretation is null or interpretation_at is not null)
) strict;
create unique index drug_test_number on drug_test (number) where voided_at is null;
create index drug_test_client on drug_test (client, on_date desc, number desc);
create index drug_test_on on drug_test (on_date);
create index drug_test_state on drug_test (state, on_date);
-- What waits for somebody's word; tests that were imported are somebody else's.
create index drug_test_waiting on drug_test (on_date) where state in ('collected', 'screened', 'confirmed') and imported = 0 and voided_at is null;
create index drug_test_collector on drug_test (collector);
create index drug_test_observer on drug_test (observer);
create index drug_test_screened_by on drug_test (screened_by);
create index drug_test_laboratory_by on drug_test (laboratory_by);
create index drug_test_review_by on drug_test (review_by);
create index drug_test_interpretation_by on drug_test (interpretation_by);

create table drug_test_result (
  id blob not null primary key check (length(id) = 16),
  drug_test blob not null references drug_test (id),
  analyte text not null,
  phase text not null check (phase in ('screen', 'confirmation')),
  result text not null check (result in ('not_detected', 'detected', 'invalid', 'pending')),
  quantity_tenths integer,
  -- The cut-off that held when it was read, with its unit: "500 ng/mL".
  cutoff text not null default '',
  voided_at integer,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create unique index drug_test_result_test on drug_test_result (drug_test, analyte, phase) where voided_at is null;
