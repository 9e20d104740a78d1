-- Panels as data, the whole of a collection, the laboratory's reports one after another, and files of results.
-- Cut-offs are whole numbers of thousandths of their unit. A test names a panel by its key and the number of a version; a
-- version is never changed, so that an old result is read against what held when it was made.

create table laboratory (
  id blob not null primary key check (length(id) = 16),
  name text not null,
  -- Its CLIA number, its telephone, and our account with it.
  clia text not null default '',
  phone text not null default '',
  account text not null default '',
  active integer not null check (active in (0, 1)),
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;

create table panel (
  id blob not null primary key check (length(id) = 16),
  -- What a test and a testing program name.
  key text not null,
  name text not null,
  specimen text not null check (specimen in ('urine', 'oral_fluid', 'hair', 'nail', 'blood_spot', 'breath')),
  -- Whose panel it is; none for one that fits any laboratory.
  laboratory blob references laboratory (id),
  shipped integer not null check (shipped in (0, 1)),
  active integer not null check (active in (0, 1)),
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create unique index panel_key on panel (key);
create index panel_laboratory on panel (laboratory) where laboratory is not null;

create table panel_version (
  id blob not null primary key check (length(id) = 16),
  panel blob not null references panel (id),
  number integer not null check (number >= 1),
  -- The first day it holds; none for one that holds from the beginning.
  effective_on text,
  source text not null default '',
  because text not null default '',
  note text not null default '',
  -- Whether its composition was read in a primary text.
  verified integer not null check (verified in (0, 1)),
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create unique index panel_version_number on panel_version (panel, number);

create table panel_analyte (
  id blob not null primary key check (length(id) = 16),
  version blob not null references panel_version (id),
  position integer not null,
  key text not null,
  name text not null,
  drug_class text not null default '',
  -- None: no test on site, or none that confirms.
  initial_thousandths integer,
  confirm_thousandths integer,
  unit text not null,
  -- How long after use it is found, in words.
  detection text not null default '',
  note text not null default '',
  source text not null default '',
  verified integer not null check (verified in (0, 1)),
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create unique index panel_analyte_key on panel_analyte (version, key);

-- Which definition of a refusal holds, and what comes next for somebody who was unable.
alter table practice add column clia text not null default '';
alter table drug_test add column ground text not null default '';
alter table drug_test add column next_step text not null default '';
-- The version of the panel that a result was read against, and the quantity in the laboratory's own digits.
alter table drug_test_result add column panel_version integer;
alter table drug_test_result add column reported text not null default '';

-- What a collection records beside the measures. Each kind of specimen fills what fits it.
create table collection (
  id blob not null primary key check (length(id) = 16),
  drug_test blob not null references drug_test (id),
  identified_by text check (identified_by in ('photo_id', 'known_to_staff', 'other')),
  identified_words text not null default '',
  medications_read integer check (medications_read in (0, 1)),
  reader blob references staff (id),
  container text not null default '',
  split integer check (split in (0, 1)),
  split_container text not null default '',
  donor_initials text not null default '',
  cup_expires_on text,
  expired_because text not null default '',
  -- Whom the client would rather have observe, in the client's words, and whether it was so.
  observer_wish text not null default '',
  observer_as_wished integer check (observer_as_wished in (0, 1)),
  observer_because text not null default '',
  -- Oral fluid: the mouth was looked at, and minutes without food or drink.
  mouth_checked integer check (mouth_checked in (0, 1)),
  mouth_minutes integer,
  -- Hair and nail: from where, and how long it is; blood: how many spots.
  taken_from text not null default '',
  length_mm integer,
  spots integer,
  -- Breath: two readings in thousandths of g/210 L, the minutes between them, and the instrument.
  breath_first integer,
  breath_second integer,
  breath_minutes integer,
  breath_device text not null default '',
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create unique index collection_test on collection (drug_test);
create index collection_reader on collection (reader) where reader is not null;

-- One hand-off of a specimen: from whom, to whom, when and for what.
create table hand_off (
  id blob not null primary key check (length(id) = 16),
  drug_test blob not null references drug_test (id),
  happened_at integer not null,
  from_whom text not null,
  to_whom text not null,
  purpose text not null check (purpose in ('sealed', 'released', 'received', 'sent', 'laboratory_received')),
  seal_whole integer check (seal_whole in (0, 1)),
  noted text not null default '',
  voided_at integer,
  void_reason text not null default '',
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create index hand_off_test on hand_off (drug_test, happened_at);

-- Somebody who cannot give a specimen yet: from when, until when, what was drunk, and how it ended.
create table collection_wait (
  id blob not null primary key check (length(id) = 16),
  drug_test blob not null references drug_test (id),
  began_at integer not null,
  until integer not null,
  ended_at integer,
  ending text check (ending in ('collected', 'unable', 'refused', 'missed', 'excused')),
  rev integer not null, at integer not null, device blob not null, by_staff blob not null,
  check ((ended_at is null) = (ending is null))
) strict;
create unique index collection_wait_open on collection_wait (drug_test) where ended_at is null;
create index collection_wait_test on collection_wait (drug_test);

create table wait_fluid (
  id blob not null primary key check (length(id) = 16),
  collection_wait blob not null references collection_wait (id),
  given_at integer not null,
  ounces integer not null check (ounces between 1 and 40),
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create index wait_fluid_wait on wait_fluid (collection_wait, given_at);

-- A file of results, by its digest. The file itself is not kept.
create table result_file (
  id blob not null primary key check (length(id) = 16),
  laboratory blob not null references laboratory (id),
  digest text not null check (length(digest) = 64),
  lines integer not null,
  tests integer not null,
  left_out integer not null,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create unique index result_file_digest on result_file (digest);
create index result_file_laboratory on result_file (laboratory);

-- How the files of a laboratory are read: columns and words, as JSON.
create table result_mapping (
  id blob not null primary key check (length(id) = 16),
  laboratory blob not null references laboratory (id),
  mapping text not null,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create unique index result_mapping_laboratory on result_mapping (laboratory);

-- A report of the laboratory. An amended one is the next number; the earlier one stays as it was.
create table laboratory_report (
  id blob not null primary key check (length(id) = 16),
  drug_test blob not null references drug_test (id),
  number integer not null check (number >= 1),
  -- None while substances are still pending and nothing is confirmed.
  result text check (result in ('negative', 'negative_dilute', 'positive', 'positive_dilute', 'adulterated', 'substituted', 'invalid', 'rejected')),
  words text not null default '',
  because text not null default '',
  reported_on text,
  creatinine_tenths integer,
  gravity_ten_thousandths integer,
  ph_tenths integer,
  nitrite integer,
  validity text check (validity in ('valid', 'dilute', 'substituted', 'invalid', 'adulterated', 'dilution_not_determined', 'not_determined')),
  result_file blob references result_file (id),
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create unique index laboratory_report_number on laboratory_report (drug_test, number);
create index laboratory_report_file on laboratory_report (result_file) where result_file is not null;

create table report_line (
  id blob not null primary key check (length(id) = 16),
  report blob not null references laboratory_report (id),
  analyte text not null,
  phase text not null check (phase in ('screen', 'confirmation')),
  result text not null check (result in ('not_detected', 'detected', 'invalid', 'pending')),
  reported text not null default '',
  cutoff text not null default '',
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create unique index report_line_analyte on report_line (report, analyte, phase);

-- What the laboratory said before its reports were numbered is the first report.
insert into laboratory_report (id, drug_test, number, result, words, rev, at, device, by_staff)
select randomblob(16), id, 1, laboratory_result, laboratory_words, 1, coalesce(laboratory_at, at), device, coalesce(laboratory_by, by_staff)
from drug_test
where laboratory_result is not null;
insert into report_line (id, report, analyte, phase, result, reported, cutoff, rev, at, device, by_staff)
select
  randomblob(16), laboratory_report.id, drug_test_result.analyte, 'confirmation', drug_test_result.result,
  case when drug_test_result.quantity_tenths is null then '' else (drug_test_result.quantity_tenths / 10.0) || '' end,
  drug_test_result.cutoff, 1, drug_test_result.at, drug_test_result.device, drug_test_result.by_staff
from laboratory_report
join drug_test_result on drug_test_result.drug_test = laboratory_report.drug_test
where drug_test_result.phase = 'confirmation' and drug_test_result.voided_at is null;

-- What comes with Evenkeel: the first version of each panel, as assets/reference/drug_panels.json has it.
insert into panel (id, key, name, specimen, laboratory, shipped, active, rev, at, device, by_staff) values
  (X'01980000000070008001000000010000', 'hhs_2025', 'HHS federal workplace, urine (from 2025-07-07)', 'urine', null, 1, 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008001000000020000', 'dot', 'DOT 49 CFR part 40, urine ("DOT 5-panel": 5 classes, 14 analytes)', 'urine', null, 1, 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008001000000030000', 'np5', 'Non-DOT 5-panel', 'urine', null, 1, 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008001000000040000', 'np10', 'Typical 10-panel', 'urine', null, 1, 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008001000000050000', 'np12', 'Typical 12-panel', 'urine', null, 1, 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008001000000060000', 'hp_core', 'Health-professional panel (typical core)', 'urine', null, 1, 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008001000000070000', 'hp_anesthesia', 'Health-professional panel plus anesthesia add-ons', 'urine', null, 1, 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008001000000080000', 'alcohol', 'Alcohol biomarkers', 'urine', null, 1, 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008001000000090000', 'oral_fluid', 'Oral fluid', 'oral_fluid', null, 1, 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'019800000000700080010000000A0000', 'breath', 'Breath alcohol', 'breath', null, 1, 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'019800000000700080010000000B0000', 'peth', 'Dried blood spot, PEth', 'blood_spot', null, 1, 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'019800000000700080010000000C0000', 'hair_5', 'Hair, five classes and EtG', 'hair', null, 1, 1, 1, 1795478400000, zeroblob(16), zeroblob(16));
insert into panel_version (id, panel, number, effective_on, source, because, note, verified, rev, at, device, by_staff) values
  (X'01980000000070008002000000010001', X'01980000000070008001000000010000', 1, '2025-07-07', 'HHS 90 FR 4662; unchanged in 91 FR 12308', '', '', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008002000000020001', X'01980000000070008001000000020000', 1, null, '49 CFR part 40', '', 'Part 40 rules bind only DOT-covered tests; a treatment program must not use the DOT CCF for its own tests (40.47). Urine cut-offs read in 40.87 (2017 wording), renumbered 40.85 in 2023.', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008002000000030001', X'01980000000070008001000000030000', 1, null, 'Typical laboratory values, from memory; your laboratory sets its own', '', '', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008002000000040001', X'01980000000070008001000000040000', 1, null, 'Typical laboratory values, from memory; your laboratory sets its own', '', '', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008002000000050001', X'01980000000070008001000000050000', 1, null, 'Typical laboratory values, from memory; your laboratory sets its own', '', '', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008002000000060001', X'01980000000070008001000000060000', 1, null, 'Typical laboratory values, from memory; your laboratory sets its own', '', 'Composition is set by the board/monitoring program contract', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008002000000070001', X'01980000000070008001000000070000', 1, null, 'Typical laboratory values, from memory; your laboratory sets its own', '', '', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008002000000080001', X'01980000000070008001000000080000', 1, null, 'Typical laboratory values, from memory; your laboratory sets its own', '', '', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008002000000090001', X'01980000000070008001000000090000', 1, null, '49 CFR 40.91 (verified); HHS adds fentanyl 4 initial / 1 confirm (from memory, unverified)', '', 'no biomarker test approved; collection directly observed; 10-minute wait, mouth check', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'019800000000700080020000000A0001', X'019800000000700080010000000A0000', 1, null, 'Common practice; DOT acts at 0.02 and 0.04', '', 'Programs usually count any reading at or above 0.02.', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'019800000000700080020000000B0001', X'019800000000700080010000000B0000', 1, null, '2022 Basel consensus, from memory', '', '2022 Basel consensus: 20 and 200; many US programs act at 20; some labs report LOQ 8 or 10', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'019800000000700080020000000C0001', X'019800000000700080010000000C0000', 1, null, 'Typical laboratory values, from memory; your laboratory sets its own', '', 'EtG hair (SoHT 2019): 5 abstinence refuted, 30 chronic excessive', 0, 1, 1795478400000, zeroblob(16), zeroblob(16));
insert into panel_analyte (
  id, version, position, key, name, drug_class, initial_thousandths, confirm_thousandths, unit, detection, note, source,
  verified, rev, at, device, by_staff
) values
  (X'01980000000070008003000000010001', X'01980000000070008002000000010001', 1, 'thca', 'Delta-9-THCC (marijuana metabolite)', 'cannabinoid', 50000, 15000, 'ng/mL', 'single use 1-3 d; daily use 10-30+ d', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000010002', X'01980000000070008002000000010001', 2, 'bze', 'Benzoylecgonine', 'cocaine', 150000, 100000, 'ng/mL', '2-4 d', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000010003', X'01980000000070008002000000010001', 3, 'cod', 'Codeine', 'opioid', 2000000, 2000000, 'ng/mL', '1-3 d', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000010004', X'01980000000070008002000000010001', 4, 'mor', 'Morphine', 'opioid', 2000000, 4000000, 'ng/mL', '1-3 d', 'HHS confirm 4,000; DOT still 2,000', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000010005', X'01980000000070008002000000010001', 5, 'hyc', 'Hydrocodone', 'opioid', 300000, 100000, 'ng/mL', '1-3 d', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000010006', X'01980000000070008002000000010001', 6, 'hym', 'Hydromorphone', 'opioid', 300000, 100000, 'ng/mL', '1-3 d', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000010007', X'01980000000070008002000000010001', 7, 'oxyc', 'Oxycodone', 'opioid', 100000, 100000, 'ng/mL', '1-3 d', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000010008', X'01980000000070008002000000010001', 8, 'oxym', 'Oxymorphone', 'opioid', 100000, 100000, 'ng/mL', '1-3 d', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000010009', X'01980000000070008002000000010001', 9, '6am', '6-Acetylmorphine', 'opioid', 10000, 10000, 'ng/mL', 'under 24 h', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'0198000000007000800300000001000A', X'01980000000070008002000000010001', 10, 'pcp', 'Phencyclidine', 'dissociative', 25000, 25000, 'ng/mL', '3-8 d; chronic longer', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'0198000000007000800300000001000B', X'01980000000070008002000000010001', 11, 'amp', 'Amphetamine', 'stimulant', 500000, 250000, 'ng/mL', '2-4 d', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'0198000000007000800300000001000C', X'01980000000070008002000000010001', 12, 'mamp', 'Methamphetamine', 'stimulant', 500000, 250000, 'ng/mL', '2-5 d', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'0198000000007000800300000001000D', X'01980000000070008002000000010001', 13, 'mdma', 'MDMA', 'stimulant', 500000, 250000, 'ng/mL', '2-3 d', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'0198000000007000800300000001000E', X'01980000000070008002000000010001', 14, 'mda', 'MDA', 'stimulant', 500000, 250000, 'ng/mL', '2-3 d', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'0198000000007000800300000001000F', X'01980000000070008002000000010001', 15, 'fent', 'Fentanyl', 'opioid', 1000, 1000, 'ng/mL', '1-3 d; chronic use 7+ d (up to weeks)', 'Not on the DOT panel at the last rule found (NPRM 90 FR 42363, 2025-09-02)', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000010010', X'01980000000070008002000000010001', 16, 'nfent', 'Norfentanyl', 'opioid', null, 1000, 'ng/mL', 'as fentanyl, often longer', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000020001', X'01980000000070008002000000020001', 1, 'thca', 'Delta-9-THCC (marijuana metabolite)', 'cannabinoid', 50000, 15000, 'ng/mL', 'single use 1-3 d; daily use 10-30+ d', '', '49 CFR 40.87 (read in the 2017 wording), renumbered 40.85 in 2023', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000020002', X'01980000000070008002000000020001', 2, 'bze', 'Benzoylecgonine', 'cocaine', 150000, 100000, 'ng/mL', '2-4 d', '', '49 CFR 40.87 (read in the 2017 wording), renumbered 40.85 in 2023', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000020003', X'01980000000070008002000000020001', 3, 'cod', 'Codeine', 'opioid', 2000000, 2000000, 'ng/mL', '1-3 d', '', '49 CFR 40.87 (read in the 2017 wording), renumbered 40.85 in 2023', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000020004', X'01980000000070008002000000020001', 4, 'mor', 'Morphine', 'opioid', 2000000, 2000000, 'ng/mL', '1-3 d', 'HHS confirms at 4,000', '49 CFR 40.87 (read in the 2017 wording), renumbered 40.85 in 2023', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000020005', X'01980000000070008002000000020001', 5, 'hyc', 'Hydrocodone', 'opioid', 300000, 100000, 'ng/mL', '1-3 d', '', '49 CFR 40.87 (read in the 2017 wording), renumbered 40.85 in 2023', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000020006', X'01980000000070008002000000020001', 6, 'hym', 'Hydromorphone', 'opioid', 300000, 100000, 'ng/mL', '1-3 d', '', '49 CFR 40.87 (read in the 2017 wording), renumbered 40.85 in 2023', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000020007', X'01980000000070008002000000020001', 7, 'oxyc', 'Oxycodone', 'opioid', 100000, 100000, 'ng/mL', '1-3 d', '', '49 CFR 40.87 (read in the 2017 wording), renumbered 40.85 in 2023', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000020008', X'01980000000070008002000000020001', 8, 'oxym', 'Oxymorphone', 'opioid', 100000, 100000, 'ng/mL', '1-3 d', '', '49 CFR 40.87 (read in the 2017 wording), renumbered 40.85 in 2023', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000020009', X'01980000000070008002000000020001', 9, '6am', '6-Acetylmorphine', 'opioid', 10000, 10000, 'ng/mL', 'under 24 h', '', '49 CFR 40.87 (read in the 2017 wording), renumbered 40.85 in 2023', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'0198000000007000800300000002000A', X'01980000000070008002000000020001', 10, 'pcp', 'Phencyclidine', 'dissociative', 25000, 25000, 'ng/mL', '3-8 d; chronic longer', '', '49 CFR 40.87 (read in the 2017 wording), renumbered 40.85 in 2023', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'0198000000007000800300000002000B', X'01980000000070008002000000020001', 11, 'amp', 'Amphetamine', 'stimulant', 500000, 250000, 'ng/mL', '2-4 d', '', '49 CFR 40.87 (read in the 2017 wording), renumbered 40.85 in 2023', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'0198000000007000800300000002000C', X'01980000000070008002000000020001', 12, 'mamp', 'Methamphetamine', 'stimulant', 500000, 250000, 'ng/mL', '2-5 d', '', '49 CFR 40.87 (read in the 2017 wording), renumbered 40.85 in 2023', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'0198000000007000800300000002000D', X'01980000000070008002000000020001', 13, 'mdma', 'MDMA', 'stimulant', 500000, 250000, 'ng/mL', '2-3 d', '', '49 CFR 40.87 (read in the 2017 wording), renumbered 40.85 in 2023', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'0198000000007000800300000002000E', X'01980000000070008002000000020001', 14, 'mda', 'MDA', 'stimulant', 500000, 250000, 'ng/mL', '2-3 d', '', '49 CFR 40.87 (read in the 2017 wording), renumbered 40.85 in 2023', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000030001', X'01980000000070008002000000030001', 1, 'thca', 'Delta-9-THCC (marijuana metabolite)', 'cannabinoid', 50000, 15000, 'ng/mL', 'single use 1-3 d; daily use 10-30+ d', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000030002', X'01980000000070008002000000030001', 2, 'bze', 'Benzoylecgonine', 'cocaine', 150000, 100000, 'ng/mL', '2-4 d', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000030003', X'01980000000070008002000000030001', 3, 'mor', 'Morphine', 'opioid', 2000000, 4000000, 'ng/mL', '1-3 d', 'HHS confirm 4,000; DOT still 2,000', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000030004', X'01980000000070008002000000030001', 4, 'pcp', 'Phencyclidine', 'dissociative', 25000, 25000, 'ng/mL', '3-8 d; chronic longer', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000030005', X'01980000000070008002000000030001', 5, 'amp', 'Amphetamine', 'stimulant', 500000, 250000, 'ng/mL', '2-4 d', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000040001', X'01980000000070008002000000040001', 1, 'thca', 'Delta-9-THCC (marijuana metabolite)', 'cannabinoid', 50000, 15000, 'ng/mL', 'single use 1-3 d; daily use 10-30+ d', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000040002', X'01980000000070008002000000040001', 2, 'bze', 'Benzoylecgonine', 'cocaine', 150000, 100000, 'ng/mL', '2-4 d', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000040003', X'01980000000070008002000000040001', 3, 'mor', 'Morphine', 'opioid', 2000000, 4000000, 'ng/mL', '1-3 d', 'HHS confirm 4,000; DOT still 2,000', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000040004', X'01980000000070008002000000040001', 4, 'pcp', 'Phencyclidine', 'dissociative', 25000, 25000, 'ng/mL', '3-8 d; chronic longer', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000040005', X'01980000000070008002000000040001', 5, 'amp', 'Amphetamine', 'stimulant', 500000, 250000, 'ng/mL', '2-4 d', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000040006', X'01980000000070008002000000040001', 6, 'mamp', 'Methamphetamine', 'stimulant', 500000, 250000, 'ng/mL', '2-5 d', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000040007', X'01980000000070008002000000040001', 7, 'benzo', 'Benzodiazepines class', 'benzodiazepine', 200000, 50000, 'ng/mL', '3-7 d; long-acting to 30 d', 'immunoassay misses lorazepam/clonazepam: definitive test', 'typical commercial/lab values, from memory; laboratory-specific', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000040008', X'01980000000070008002000000040001', 8, 'barb', 'Barbiturates class', 'barbiturate', 200000, 100000, 'ng/mL', '1-21 d', '', 'typical commercial/lab values, from memory; laboratory-specific', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000040009', X'01980000000070008002000000040001', 9, 'meth', 'Methadone', 'opioid', 150000, 100000, 'ng/mL', '3-11 d', '', 'typical commercial/lab values, from memory; laboratory-specific', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'0198000000007000800300000004000A', X'01980000000070008002000000040001', 10, 'propox', 'Propoxyphene', 'opioid', 300000, 200000, 'ng/mL', '1-2 d', 'US market withdrawal 2010', 'typical commercial/lab values, from memory; laboratory-specific', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000050001', X'01980000000070008002000000050001', 1, 'thca', 'Delta-9-THCC (marijuana metabolite)', 'cannabinoid', 50000, 15000, 'ng/mL', 'single use 1-3 d; daily use 10-30+ d', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000050002', X'01980000000070008002000000050001', 2, 'bze', 'Benzoylecgonine', 'cocaine', 150000, 100000, 'ng/mL', '2-4 d', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000050003', X'01980000000070008002000000050001', 3, 'cod', 'Codeine', 'opioid', 2000000, 2000000, 'ng/mL', '1-3 d', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000050004', X'01980000000070008002000000050001', 4, 'mor', 'Morphine', 'opioid', 2000000, 4000000, 'ng/mL', '1-3 d', 'HHS confirm 4,000; DOT still 2,000', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000050005', X'01980000000070008002000000050001', 5, 'hyc', 'Hydrocodone', 'opioid', 300000, 100000, 'ng/mL', '1-3 d', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000050006', X'01980000000070008002000000050001', 6, 'hym', 'Hydromorphone', 'opioid', 300000, 100000, 'ng/mL', '1-3 d', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000050007', X'01980000000070008002000000050001', 7, 'oxyc', 'Oxycodone', 'opioid', 100000, 100000, 'ng/mL', '1-3 d', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000050008', X'01980000000070008002000000050001', 8, 'oxym', 'Oxymorphone', 'opioid', 100000, 100000, 'ng/mL', '1-3 d', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000050009', X'01980000000070008002000000050001', 9, '6am', '6-Acetylmorphine', 'opioid', 10000, 10000, 'ng/mL', 'under 24 h', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'0198000000007000800300000005000A', X'01980000000070008002000000050001', 10, 'pcp', 'Phencyclidine', 'dissociative', 25000, 25000, 'ng/mL', '3-8 d; chronic longer', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'0198000000007000800300000005000B', X'01980000000070008002000000050001', 11, 'amp', 'Amphetamine', 'stimulant', 500000, 250000, 'ng/mL', '2-4 d', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'0198000000007000800300000005000C', X'01980000000070008002000000050001', 12, 'mamp', 'Methamphetamine', 'stimulant', 500000, 250000, 'ng/mL', '2-5 d', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'0198000000007000800300000005000D', X'01980000000070008002000000050001', 13, 'mdma', 'MDMA', 'stimulant', 500000, 250000, 'ng/mL', '2-3 d', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'0198000000007000800300000005000E', X'01980000000070008002000000050001', 14, 'mda', 'MDA', 'stimulant', 500000, 250000, 'ng/mL', '2-3 d', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'0198000000007000800300000005000F', X'01980000000070008002000000050001', 15, 'benzo', 'Benzodiazepines class', 'benzodiazepine', 200000, 50000, 'ng/mL', '3-7 d; long-acting to 30 d', 'immunoassay misses lorazepam/clonazepam: definitive test', 'typical commercial/lab values, from memory; laboratory-specific', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000050010', X'01980000000070008002000000050001', 16, 'barb', 'Barbiturates class', 'barbiturate', 200000, 100000, 'ng/mL', '1-21 d', '', 'typical commercial/lab values, from memory; laboratory-specific', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000050011', X'01980000000070008002000000050001', 17, 'meth', 'Methadone', 'opioid', 150000, 100000, 'ng/mL', '3-11 d', '', 'typical commercial/lab values, from memory; laboratory-specific', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000050012', X'01980000000070008002000000050001', 18, 'bup', 'Buprenorphine', 'opioid', 5000, 2000, 'ng/mL', '1-7 d', 'expected if prescribed', 'typical commercial/lab values, from memory; laboratory-specific', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000050013', X'01980000000070008002000000050001', 19, 'tram', 'Tramadol / O-desmethyltramadol', 'opioid', 100000, 50000, 'ng/mL', '1-4 d', '', 'typical commercial/lab values, from memory; laboratory-specific', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000060001', X'01980000000070008002000000060001', 1, 'thca', 'Delta-9-THCC (marijuana metabolite)', 'cannabinoid', 50000, 15000, 'ng/mL', 'single use 1-3 d; daily use 10-30+ d', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000060002', X'01980000000070008002000000060001', 2, 'bze', 'Benzoylecgonine', 'cocaine', 150000, 100000, 'ng/mL', '2-4 d', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000060003', X'01980000000070008002000000060001', 3, 'cod', 'Codeine', 'opioid', 2000000, 2000000, 'ng/mL', '1-3 d', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000060004', X'01980000000070008002000000060001', 4, 'mor', 'Morphine', 'opioid', 2000000, 4000000, 'ng/mL', '1-3 d', 'HHS confirm 4,000; DOT still 2,000', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000060005', X'01980000000070008002000000060001', 5, 'hyc', 'Hydrocodone', 'opioid', 300000, 100000, 'ng/mL', '1-3 d', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000060006', X'01980000000070008002000000060001', 6, 'hym', 'Hydromorphone', 'opioid', 300000, 100000, 'ng/mL', '1-3 d', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000060007', X'01980000000070008002000000060001', 7, 'oxyc', 'Oxycodone', 'opioid', 100000, 100000, 'ng/mL', '1-3 d', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000060008', X'01980000000070008002000000060001', 8, 'oxym', 'Oxymorphone', 'opioid', 100000, 100000, 'ng/mL', '1-3 d', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000060009', X'01980000000070008002000000060001', 9, '6am', '6-Acetylmorphine', 'opioid', 10000, 10000, 'ng/mL', 'under 24 h', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'0198000000007000800300000006000A', X'01980000000070008002000000060001', 10, 'pcp', 'Phencyclidine', 'dissociative', 25000, 25000, 'ng/mL', '3-8 d; chronic longer', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'0198000000007000800300000006000B', X'01980000000070008002000000060001', 11, 'amp', 'Amphetamine', 'stimulant', 500000, 250000, 'ng/mL', '2-4 d', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'0198000000007000800300000006000C', X'01980000000070008002000000060001', 12, 'mamp', 'Methamphetamine', 'stimulant', 500000, 250000, 'ng/mL', '2-5 d', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'0198000000007000800300000006000D', X'01980000000070008002000000060001', 13, 'mdma', 'MDMA', 'stimulant', 500000, 250000, 'ng/mL', '2-3 d', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'0198000000007000800300000006000E', X'01980000000070008002000000060001', 14, 'mda', 'MDA', 'stimulant', 500000, 250000, 'ng/mL', '2-3 d', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'0198000000007000800300000006000F', X'01980000000070008002000000060001', 15, 'benzo', 'Benzodiazepines class', 'benzodiazepine', 200000, 50000, 'ng/mL', '3-7 d; long-acting to 30 d', 'immunoassay misses lorazepam/clonazepam: definitive test', 'typical commercial/lab values, from memory; laboratory-specific', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000060010', X'01980000000070008002000000060001', 16, 'barb', 'Barbiturates class', 'barbiturate', 200000, 100000, 'ng/mL', '1-21 d', '', 'typical commercial/lab values, from memory; laboratory-specific', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000060011', X'01980000000070008002000000060001', 17, 'meth', 'Methadone', 'opioid', 150000, 100000, 'ng/mL', '3-11 d', '', 'typical commercial/lab values, from memory; laboratory-specific', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000060012', X'01980000000070008002000000060001', 18, 'bup', 'Buprenorphine', 'opioid', 5000, 2000, 'ng/mL', '1-7 d', 'expected if prescribed', 'typical commercial/lab values, from memory; laboratory-specific', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000060013', X'01980000000070008002000000060001', 19, 'tram', 'Tramadol / O-desmethyltramadol', 'opioid', 100000, 50000, 'ng/mL', '1-4 d', '', 'typical commercial/lab values, from memory; laboratory-specific', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000060014', X'01980000000070008002000000060001', 20, 'fent', 'Fentanyl', 'opioid', 1000, 1000, 'ng/mL', '1-3 d; chronic use 7+ d (up to weeks)', 'Not on the DOT panel at the last rule found (NPRM 90 FR 42363, 2025-09-02)', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000060015', X'01980000000070008002000000060001', 21, 'nfent', 'Norfentanyl', 'opioid', null, 1000, 'ng/mL', 'as fentanyl, often longer', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000060016', X'01980000000070008002000000060001', 22, 'meper', 'Meperidine / normeperidine', 'opioid', 100000, 50000, 'ng/mL', '1-4 d', 'professional panel', 'typical commercial/lab values, from memory; laboratory-specific', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000060017', X'01980000000070008002000000060001', 23, 'propox', 'Propoxyphene', 'opioid', 300000, 200000, 'ng/mL', '1-2 d', 'US market withdrawal 2010', 'typical commercial/lab values, from memory; laboratory-specific', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000060018', X'01980000000070008002000000060001', 24, 'etg', 'Ethyl glucuronide (EtG)', 'alcohol', 500000, 100000, 'ng/mL', 'up to 72-80 h', 'Screen 100/250/500/1000 are all in use: 500 common in monitoring to limit incidental exposure; 100 most sensitive', 'typical commercial/lab values, from memory; laboratory-specific', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000060019', X'01980000000070008002000000060001', 25, 'ets', 'Ethyl sulfate (EtS)', 'alcohol', 100000, 25000, 'ng/mL', 'up to 72 h', 'Report with EtG; EtG positive + EtS negative suggests in-vitro formation', 'typical commercial/lab values, from memory; laboratory-specific', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'0198000000007000800300000006001A', X'01980000000070008002000000060001', 26, 'caris', 'Carisoprodol / meprobamate', 'muscle_relaxant', 100000, 100000, 'ng/mL', '1-3 d', '', 'typical commercial/lab values, from memory; laboratory-specific', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'0198000000007000800300000006001B', X'01980000000070008002000000060001', 27, 'zolp', 'Zolpidem carboxylic acid', 'hypnotic', null, 10000, 'ng/mL', '1-3 d', '', 'typical commercial/lab values, from memory; laboratory-specific', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'0198000000007000800300000006001C', X'01980000000070008002000000060001', 28, 'tapent', 'Tapentadol', 'opioid', 100000, 50000, 'ng/mL', '1-4 d', '', 'typical commercial/lab values, from memory; laboratory-specific', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000070001', X'01980000000070008002000000070001', 1, 'thca', 'Delta-9-THCC (marijuana metabolite)', 'cannabinoid', 50000, 15000, 'ng/mL', 'single use 1-3 d; daily use 10-30+ d', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000070002', X'01980000000070008002000000070001', 2, 'bze', 'Benzoylecgonine', 'cocaine', 150000, 100000, 'ng/mL', '2-4 d', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000070003', X'01980000000070008002000000070001', 3, 'cod', 'Codeine', 'opioid', 2000000, 2000000, 'ng/mL', '1-3 d', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000070004', X'01980000000070008002000000070001', 4, 'mor', 'Morphine', 'opioid', 2000000, 4000000, 'ng/mL', '1-3 d', 'HHS confirm 4,000; DOT still 2,000', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000070005', X'01980000000070008002000000070001', 5, 'hyc', 'Hydrocodone', 'opioid', 300000, 100000, 'ng/mL', '1-3 d', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000070006', X'01980000000070008002000000070001', 6, 'hym', 'Hydromorphone', 'opioid', 300000, 100000, 'ng/mL', '1-3 d', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000070007', X'01980000000070008002000000070001', 7, 'oxyc', 'Oxycodone', 'opioid', 100000, 100000, 'ng/mL', '1-3 d', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000070008', X'01980000000070008002000000070001', 8, 'oxym', 'Oxymorphone', 'opioid', 100000, 100000, 'ng/mL', '1-3 d', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000070009', X'01980000000070008002000000070001', 9, '6am', '6-Acetylmorphine', 'opioid', 10000, 10000, 'ng/mL', 'under 24 h', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'0198000000007000800300000007000A', X'01980000000070008002000000070001', 10, 'pcp', 'Phencyclidine', 'dissociative', 25000, 25000, 'ng/mL', '3-8 d; chronic longer', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'0198000000007000800300000007000B', X'01980000000070008002000000070001', 11, 'amp', 'Amphetamine', 'stimulant', 500000, 250000, 'ng/mL', '2-4 d', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'0198000000007000800300000007000C', X'01980000000070008002000000070001', 12, 'mamp', 'Methamphetamine', 'stimulant', 500000, 250000, 'ng/mL', '2-5 d', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'0198000000007000800300000007000D', X'01980000000070008002000000070001', 13, 'mdma', 'MDMA', 'stimulant', 500000, 250000, 'ng/mL', '2-3 d', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'0198000000007000800300000007000E', X'01980000000070008002000000070001', 14, 'mda', 'MDA', 'stimulant', 500000, 250000, 'ng/mL', '2-3 d', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'0198000000007000800300000007000F', X'01980000000070008002000000070001', 15, 'benzo', 'Benzodiazepines class', 'benzodiazepine', 200000, 50000, 'ng/mL', '3-7 d; long-acting to 30 d', 'immunoassay misses lorazepam/clonazepam: definitive test', 'typical commercial/lab values, from memory; laboratory-specific', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000070010', X'01980000000070008002000000070001', 16, 'barb', 'Barbiturates class', 'barbiturate', 200000, 100000, 'ng/mL', '1-21 d', '', 'typical commercial/lab values, from memory; laboratory-specific', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000070011', X'01980000000070008002000000070001', 17, 'meth', 'Methadone', 'opioid', 150000, 100000, 'ng/mL', '3-11 d', '', 'typical commercial/lab values, from memory; laboratory-specific', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000070012', X'01980000000070008002000000070001', 18, 'bup', 'Buprenorphine', 'opioid', 5000, 2000, 'ng/mL', '1-7 d', 'expected if prescribed', 'typical commercial/lab values, from memory; laboratory-specific', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000070013', X'01980000000070008002000000070001', 19, 'tram', 'Tramadol / O-desmethyltramadol', 'opioid', 100000, 50000, 'ng/mL', '1-4 d', '', 'typical commercial/lab values, from memory; laboratory-specific', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000070014', X'01980000000070008002000000070001', 20, 'fent', 'Fentanyl', 'opioid', 1000, 1000, 'ng/mL', '1-3 d; chronic use 7+ d (up to weeks)', 'Not on the DOT panel at the last rule found (NPRM 90 FR 42363, 2025-09-02)', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000070015', X'01980000000070008002000000070001', 21, 'nfent', 'Norfentanyl', 'opioid', null, 1000, 'ng/mL', 'as fentanyl, often longer', '', 'HHS 90 FR 4662 (effective 2025-07-07; unchanged 91 FR 12308, 2026-03-13)', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000070016', X'01980000000070008002000000070001', 22, 'sufent', 'Sufentanil / norsufentanil', 'opioid', null, 100, 'ng/mL', '1-2 d', 'professional panel; very low cut-offs', 'typical commercial/lab values, from memory; laboratory-specific', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000070017', X'01980000000070008002000000070001', 23, 'remi', 'Remifentanil acid', 'opioid', null, 1000, 'ng/mL', '1-2 d', 'professional panel (anesthesia)', 'typical commercial/lab values, from memory; laboratory-specific', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000070018', X'01980000000070008002000000070001', 24, 'alfent', 'Alfentanil', 'opioid', null, 500, 'ng/mL', '1-2 d', 'professional panel', 'typical commercial/lab values, from memory; laboratory-specific', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000070019', X'01980000000070008002000000070001', 25, 'meper', 'Meperidine / normeperidine', 'opioid', 100000, 50000, 'ng/mL', '1-4 d', 'professional panel', 'typical commercial/lab values, from memory; laboratory-specific', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'0198000000007000800300000007001A', X'01980000000070008002000000070001', 26, 'butor', 'Butorphanol', 'opioid', null, 10000, 'ng/mL', '1-3 d', 'professional panel', 'typical commercial/lab values, from memory; laboratory-specific', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'0198000000007000800300000007001B', X'01980000000070008002000000070001', 27, 'nalbu', 'Nalbuphine', 'opioid', null, 10000, 'ng/mL', '1-3 d', 'professional panel', 'typical commercial/lab values, from memory; laboratory-specific', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'0198000000007000800300000007001C', X'01980000000070008002000000070001', 28, 'pentaz', 'Pentazocine', 'opioid', null, 50000, 'ng/mL', '1-3 d', 'professional panel', 'typical commercial/lab values, from memory; laboratory-specific', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'0198000000007000800300000007001D', X'01980000000070008002000000070001', 29, 'propof', 'Propofol glucuronide', 'anesthetic', null, 50000, 'ng/mL', '1-3 d (up to 7)', 'professional panel; not in any immunoassay', 'typical commercial/lab values, from memory; laboratory-specific', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'0198000000007000800300000007001E', X'01980000000070008002000000070001', 30, 'ketam', 'Ketamine / norketamine', 'anesthetic', 100000, 25000, 'ng/mL', '1-3 d (norketamine to 14)', 'professional panel', 'typical commercial/lab values, from memory; laboratory-specific', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'0198000000007000800300000007001F', X'01980000000070008002000000070001', 31, 'midaz', 'alpha-Hydroxymidazolam', 'benzodiazepine', null, 50000, 'ng/mL', '1-2 d', 'anesthesia/ICU access', 'typical commercial/lab values, from memory; laboratory-specific', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000070020', X'01980000000070008002000000070001', 32, 'etg', 'Ethyl glucuronide (EtG)', 'alcohol', 500000, 100000, 'ng/mL', 'up to 72-80 h', 'Screen 100/250/500/1000 are all in use: 500 common in monitoring to limit incidental exposure; 100 most sensitive', 'typical commercial/lab values, from memory; laboratory-specific', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000070021', X'01980000000070008002000000070001', 33, 'ets', 'Ethyl sulfate (EtS)', 'alcohol', 100000, 25000, 'ng/mL', 'up to 72 h', 'Report with EtG; EtG positive + EtS negative suggests in-vitro formation', 'typical commercial/lab values, from memory; laboratory-specific', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000070022', X'01980000000070008002000000070001', 34, 'caris', 'Carisoprodol / meprobamate', 'muscle_relaxant', 100000, 100000, 'ng/mL', '1-3 d', '', 'typical commercial/lab values, from memory; laboratory-specific', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000070023', X'01980000000070008002000000070001', 35, 'zolp', 'Zolpidem carboxylic acid', 'hypnotic', null, 10000, 'ng/mL', '1-3 d', '', 'typical commercial/lab values, from memory; laboratory-specific', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000070024', X'01980000000070008002000000070001', 36, 'tapent', 'Tapentadol', 'opioid', 100000, 50000, 'ng/mL', '1-4 d', '', 'typical commercial/lab values, from memory; laboratory-specific', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000080001', X'01980000000070008002000000080001', 1, 'etg', 'Ethyl glucuronide (EtG)', 'alcohol', 500000, 100000, 'ng/mL', 'up to 72-80 h', 'Screen 100/250/500/1000 are all in use: 500 common in monitoring to limit incidental exposure; 100 most sensitive', 'typical commercial/lab values, from memory; laboratory-specific', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000080002', X'01980000000070008002000000080001', 2, 'ets', 'Ethyl sulfate (EtS)', 'alcohol', 100000, 25000, 'ng/mL', 'up to 72 h', 'Report with EtG; EtG positive + EtS negative suggests in-vitro formation', 'typical commercial/lab values, from memory; laboratory-specific', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000090001', X'01980000000070008002000000090001', 1, 'of_thc', 'THC', 'cannabinoid', 4000, 2000, 'ng/mL', 'minutes to 24-48 h', '', '49 CFR 40.91', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000090002', X'01980000000070008002000000090001', 2, 'of_cocaine_benzoylecgonine', 'Cocaine / benzoylecgonine', 'cocaine', 15000, 8000, 'ng/mL', 'minutes to 24-48 h', '', '49 CFR 40.91', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000090003', X'01980000000070008002000000090001', 3, 'of_codeine_morphine', 'Codeine / morphine', 'opioid', 30000, 15000, 'ng/mL', 'minutes to 24-48 h', '', '49 CFR 40.91', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000090004', X'01980000000070008002000000090001', 4, 'of_hydrocodone_hydromorphone', 'Hydrocodone / hydromorphone', 'opioid', 30000, 15000, 'ng/mL', 'minutes to 24-48 h', '', '49 CFR 40.91', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000090005', X'01980000000070008002000000090001', 5, 'of_oxycodone_oxymorphone', 'Oxycodone / oxymorphone', 'opioid', 30000, 15000, 'ng/mL', 'minutes to 24-48 h', '', '49 CFR 40.91', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000090006', X'01980000000070008002000000090001', 6, 'of_6_acetylmorphine', '6-Acetylmorphine', 'opioid', 4000, 2000, 'ng/mL', 'minutes to 24-48 h', '', '49 CFR 40.91', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000090007', X'01980000000070008002000000090001', 7, 'of_phencyclidine', 'Phencyclidine', 'dissociative', 10000, 10000, 'ng/mL', 'minutes to 24-48 h', '', '49 CFR 40.91', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000090008', X'01980000000070008002000000090001', 8, 'of_amphetamine_methamphetamine', 'Amphetamine / methamphetamine', 'stimulant', 50000, 25000, 'ng/mL', 'minutes to 24-48 h', '', '49 CFR 40.91', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'01980000000070008003000000090009', X'01980000000070008002000000090001', 9, 'of_mdma_mda', 'MDMA / MDA', 'stimulant', 50000, 25000, 'ng/mL', 'minutes to 24-48 h', '', '49 CFR 40.91', 1, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'0198000000007000800300000009000A', X'01980000000070008002000000090001', 10, 'of_fentanyl_hhs_only', 'Fentanyl (HHS only)', 'opioid', 4000, 1000, 'ng/mL', 'minutes to 24-48 h', '', 'HHS, from memory', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'019800000000700080030000000A0001', X'019800000000700080020000000A0001', 1, 'breath_alcohol', 'Alcohol in breath', 'alcohol', 20, 20, 'g/210 L', 'hours', '', 'Common practice', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'019800000000700080030000000B0001', X'019800000000700080020000000B0001', 1, 'peth', 'Phosphatidylethanol 16:0/18:1 (PEth)', 'alcohol', null, 20000, 'ng/mL', '2-4 weeks (up to 6 with heavy use)', '20 to 199: significant drinking; 200 and more: heavy drinking', 'from memory', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'019800000000700080030000000C0001', X'019800000000700080020000000C0001', 1, 'hair_amp', 'Amphetamines', 'stimulant', 500000, 500000, 'pg/mg', 'about 90 days; misses the last 7 to 10 days', '', 'from memory', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'019800000000700080030000000C0002', X'019800000000700080020000000C0001', 2, 'hair_coc', 'Cocaine', 'cocaine', 500000, 500000, 'pg/mg', 'about 90 days; misses the last 7 to 10 days', '', 'from memory', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'019800000000700080030000000C0003', X'019800000000700080020000000C0001', 3, 'hair_opi', 'Opiates', 'opioid', 200000, 200000, 'pg/mg', 'about 90 days; misses the last 7 to 10 days', '', 'from memory', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'019800000000700080030000000C0004', X'019800000000700080020000000C0001', 4, 'hair_pcp', 'Phencyclidine', 'dissociative', 300000, 300000, 'pg/mg', 'about 90 days; misses the last 7 to 10 days', '', 'from memory', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'019800000000700080030000000C0005', X'019800000000700080020000000C0001', 5, 'hair_thca', 'Carboxy-THC', 'cannabinoid', null, 50, 'pg/mg', 'about 90 days; misses the last 7 to 10 days', '', 'from memory', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'019800000000700080030000000C0006', X'019800000000700080020000000C0001', 6, 'hair_etg', 'Ethyl glucuronide (EtG)', 'alcohol', null, 30000, 'pg/mg', 'about 90 days; misses the last 7 to 10 days', '5: abstinence refuted; 30: chronic excessive drinking', 'from memory', 0, 1, 1795478400000, zeroblob(16), zeroblob(16));
