-- What a laboratory's report says besides: which laboratory, at which hour, whether it found an oxidant, and a cut-off that
-- is not the panel's. Why a hand-off was corrected. And a panel of nails, which comes without cut-offs.

alter table laboratory_report add column laboratory blob references laboratory (id);
create index laboratory_report_laboratory on laboratory_report (laboratory) where laboratory is not null;
-- The instant of the report, where somebody said the hour; the day of it stands in reported_on.
alter table laboratory_report add column reported_at integer;
alter table laboratory_report add column oxidant integer check (oxidant in (0, 1));

-- The panel's own cut-off, where the laboratory states another one in cutoff.
alter table report_line add column panel_cutoff text not null default '';

-- Why a hand-off was corrected; the earlier versions of the row say what stood there.
alter table hand_off add column because text not null default '';

-- Of nails only the window is known, from memory. A cut-off is the laboratory's to say, so none comes with Evenkeel.
insert into panel (id, key, name, specimen, laboratory, shipped, active, rev, at, device, by_staff) values
  (X'019800000000700080010000000D0000', 'nail_5', 'Nail, five classes and EtG', 'nail', null, 1, 1, 1, 1795478400000, zeroblob(16), zeroblob(16));
insert into panel_version (id, panel, number, effective_on, source, because, note, verified, rev, at, device, by_staff) values
  (X'019800000000700080020000000D0001', X'019800000000700080010000000D0000', 1, null, 'The window from memory; cut-offs are your laboratory''s own', '', 'No cut-off comes with this panel. Copy it for your laboratory and type the cut-offs it states.', 0, 1, 1795478400000, zeroblob(16), zeroblob(16));
insert into panel_analyte (
  id, version, position, key, name, drug_class, initial_thousandths, confirm_thousandths, unit, detection, note, source,
  verified, rev, at, device, by_staff
) values
  (X'019800000000700080030000000D0001', X'019800000000700080020000000D0001', 1, 'nail_amp', 'Amphetamines', 'stimulant', null, null, 'pg/mg', '3-6 months', '', 'from memory', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'019800000000700080030000000D0002', X'019800000000700080020000000D0001', 2, 'nail_coc', 'Cocaine', 'cocaine', null, null, 'pg/mg', '3-6 months', '', 'from memory', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'019800000000700080030000000D0003', X'019800000000700080020000000D0001', 3, 'nail_opi', 'Opiates', 'opioid', null, null, 'pg/mg', '3-6 months', '', 'from memory', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'019800000000700080030000000D0004', X'019800000000700080020000000D0001', 4, 'nail_pcp', 'Phencyclidine', 'dissociative', null, null, 'pg/mg', '3-6 months', '', 'from memory', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'019800000000700080030000000D0005', X'019800000000700080020000000D0001', 5, 'nail_thca', 'Carboxy-THC', 'cannabinoid', null, null, 'pg/mg', '3-6 months', '', 'from memory', 0, 1, 1795478400000, zeroblob(16), zeroblob(16)),
  (X'019800000000700080030000000D0006', X'019800000000700080020000000D0001', 6, 'nail_etg', 'Ethyl glucuronide (EtG)', 'alcohol', null, null, 'pg/mg', '3-6 months', '', 'from memory', 0, 1, 1795478400000, zeroblob(16), zeroblob(16));
