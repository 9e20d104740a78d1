-- DAP, SOAP, BIRP, GIRP and plain text as data, like the templates of a kind: what they ask for can be changed, and each
-- change is a new edition. `format` names the one that a row divides; such a row serves every kind of note that is written
-- freely, and its kind says only where a list shows it. A note without an edition was written under the first.
alter table note_template add column format text check (format in ('dap', 'soap', 'birp', 'girp', 'plain'));
create unique index note_template_format on note_template (format) where format is not null;

insert into note_template (id, name, kind, format, first, active, rev, at, device, by_staff) values
  (x'00000000000070008000000000000111', 'DAP', 'individual', 'dap', 0, 1, 1, 0, zeroblob(16), zeroblob(16)),
  (x'00000000000070008000000000000112', 'SOAP', 'individual', 'soap', 0, 1, 1, 0, zeroblob(16), zeroblob(16)),
  (x'00000000000070008000000000000113', 'BIRP', 'individual', 'birp', 0, 1, 1, 0, zeroblob(16), zeroblob(16)),
  (x'00000000000070008000000000000114', 'GIRP', 'individual', 'girp', 0, 1, 1, 0, zeroblob(16), zeroblob(16)),
  (x'00000000000070008000000000000115', 'Plain', 'individual', 'plain', 0, 1, 1, 0, zeroblob(16), zeroblob(16));

insert into note_template_edition (id, template, number, sections, rev, at, device, by_staff) values
  (x'00000000000070008000000000000211', x'00000000000070008000000000000111', 1, '[
    {"key":"data","label":"Data","hint":"What was said and seen, and what you did.","required":true,"carries":false},
    {"key":"assessment","label":"Assessment","hint":"What it means for the client''s progress.","required":true,"carries":false},
    {"key":"plan","label":"Plan","hint":"What happens until the next session, and who does it.","required":true,"carries":true}]',
   1, 0, zeroblob(16), zeroblob(16)),
  (x'00000000000070008000000000000212', x'00000000000070008000000000000112', 1, '[
    {"key":"subjective","label":"Subjective","hint":"What the client reported, close to their own words.","required":true,"carries":false},
    {"key":"objective","label":"Objective","hint":"What you saw and did; tests and scores.","required":true,"carries":false},
    {"key":"assessment","label":"Assessment","hint":"What both mean together.","required":true,"carries":false},
    {"key":"plan","label":"Plan","hint":"What happens until the next session, and who does it.","required":true,"carries":true}]',
   1, 0, zeroblob(16), zeroblob(16)),
  (x'00000000000070008000000000000213', x'00000000000070008000000000000113', 1, '[
    {"key":"behavior","label":"Behavior","hint":"What the client said and how they seemed.","required":true,"carries":false},
    {"key":"intervention","label":"Intervention","hint":"What you did in the session, and with which aim.","required":true,"carries":false},
    {"key":"response","label":"Response","hint":"How the client took it, in words or in action.","required":true,"carries":false},
    {"key":"plan","label":"Plan","hint":"What happens until the next session, and who does it.","required":true,"carries":true}]',
   1, 0, zeroblob(16), zeroblob(16)),
  (x'00000000000070008000000000000214', x'00000000000070008000000000000114', 1, '[
    {"key":"goals","label":"Goals","hint":"Which goal of the plan this session served.","required":true,"carries":true},
    {"key":"intervention","label":"Intervention","hint":"What you did in the session, and with which aim.","required":true,"carries":false},
    {"key":"response","label":"Response","hint":"How the client took it, in words or in action.","required":true,"carries":false},
    {"key":"plan","label":"Plan","hint":"What happens until the next session, and who does it.","required":true,"carries":true}]',
   1, 0, zeroblob(16), zeroblob(16)),
  (x'00000000000070008000000000000215', x'00000000000070008000000000000115', 1, '[
    {"key":"text","label":"What happened","hint":"With whom, about what, with what outcome.","required":true,"carries":false}]',
   1, 0, zeroblob(16), zeroblob(16));

-- Counseling notes whose author's keys are lost. One person asks, another types the recovery key, and each proves who they
-- are; the notes are then sealed to a named reader as well. Both counts are of notes: opened, and sealed to another sheet.
create table counseling_recovery (
  id blob not null primary key check (length(id) = 16),
  author blob not null references staff (id),
  reader blob not null references staff (id),
  reason text not null,
  asked_by blob not null references staff (id),
  asked_at integer not null,
  opened_by blob references staff (id),
  opened_at integer,
  opened integer not null default 0,
  left_closed integer not null default 0,
  voided_at integer,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create unique index counseling_recovery_waiting on counseling_recovery (author, reader)
  where opened_at is null and voided_at is null;
create index counseling_recovery_author on counseling_recovery (author);
create index counseling_recovery_reader on counseling_recovery (reader);
create index counseling_recovery_asked_by on counseling_recovery (asked_by);
create index counseling_recovery_opened_by on counseling_recovery (opened_by);

-- Whoever leaves reads no counseling note of others from that moment on. An author's own keys stay: without them only the
-- recovery key would open what they wrote.
create trigger counseling_note_key_of_former after update of active on staff
when old.active = 1 and new.active = 0
begin
  update counseling_note_key
  set sealed = zeroblob(0), voided_at = new.at, rev = rev + 1, at = new.at, device = new.device, by_staff = new.by_staff
  where holder = new.id and voided_at is null
    and note in (select counseling_note.id from counseling_note where counseling_note.author <> new.id);
end;
