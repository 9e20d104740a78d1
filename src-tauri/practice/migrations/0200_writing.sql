-- What writing and signing need beside the note itself: templates by edition, snippets, remarks of a supervisor at a place
-- in the text, notes handed over, license dates mended by their holder, stand-ins, tasks.

-- New kinds of note.
insert into note_kind (word, label, position) values
  ('plan_review', 'Plan review', 11),
  ('utilization_review', 'Utilization review', 12),
  ('medication', 'Medication', 13),
  ('discharge', 'Discharge', 14);

-- A template divides the text of a note into sections. Each change is a new edition, and a note keeps the one it was
-- written under. What comes with Evenkeel has no author: `by_staff` is zero.
create table note_template (
  id blob not null primary key check (length(id) = 16),
  name text not null,
  -- The kind of note it is for.
  kind text not null references note_kind (word),
  -- A note of that kind begins with it.
  first integer not null check (first in (0, 1)),
  active integer not null check (active in (0, 1)),
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create unique index note_template_first on note_template (kind) where first = 1 and active = 1;
create index note_template_kind on note_template (kind);

-- `sections` is a JSON array of objects: key, label, hint, required, carries (may be carried forward from the note before).
create table note_template_edition (
  id blob not null primary key check (length(id) = 16),
  template blob not null references note_template (id),
  number integer not null check (number > 0),
  sections text not null,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create unique index note_template_edition_number on note_template_edition (template, number);
create trigger note_template_edition_no_update before update on note_template_edition begin
  select raise(abort, 'an edition of a template is never changed');
end;
create trigger note_template_edition_no_delete before delete on note_template_edition begin
  select raise(abort, 'an edition of a template is never deleted');
end;

insert into note_template (id, name, kind, first, active, rev, at, device, by_staff) values
  (x'00000000000070008000000000000101', 'Family session', 'family', 1, 1, 1, 0, zeroblob(16), zeroblob(16)),
  (x'00000000000070008000000000000102', 'Collateral contact', 'collateral', 1, 1, 1, 0, zeroblob(16), zeroblob(16)),
  (x'00000000000070008000000000000103', 'Crisis', 'crisis', 1, 1, 1, 0, zeroblob(16), zeroblob(16)),
  (x'00000000000070008000000000000104', 'Plan review', 'plan_review', 1, 1, 1, 0, zeroblob(16), zeroblob(16)),
  (x'00000000000070008000000000000105', 'Utilization review', 'utilization_review', 1, 1, 1, 0, zeroblob(16), zeroblob(16)),
  (x'00000000000070008000000000000106', 'Medication', 'medication', 1, 1, 1, 0, zeroblob(16), zeroblob(16)),
  (x'00000000000070008000000000000107', 'Discharge', 'discharge', 1, 1, 1, 0, zeroblob(16), zeroblob(16)),
  (x'00000000000070008000000000000108', 'Case management', 'case_management', 0, 1, 1, 0, zeroblob(16), zeroblob(16));

insert into note_template_edition (id, template, number, sections, rev, at, device, by_staff) values
  (x'00000000000070008000000000000201', x'00000000000070008000000000000101', 1, '[
    {"key":"present","label":"Who was there","hint":"By their relation to the client.","required":true,"carries":false},
    {"key":"work","label":"What was worked on","hint":"What was said and done, and with which aim.","required":true,"carries":false},
    {"key":"response","label":"Response","hint":"How the client and the family took it.","required":true,"carries":false},
    {"key":"plan","label":"Plan","hint":"What happens until the next session, and who does it.","required":true,"carries":true}]',
   1, 0, zeroblob(16), zeroblob(16)),
  (x'00000000000070008000000000000202', x'00000000000070008000000000000102', 1, '[
    {"key":"with","label":"With whom","hint":"Name, office, and by which way.","required":true,"carries":true},
    {"key":"permits","label":"What permits it","hint":"The consent, or why none is needed.","required":true,"carries":true},
    {"key":"text","label":"What was said","hint":"What was asked, what was told, what was agreed.","required":true,"carries":false},
    {"key":"plan","label":"Next","hint":"Who does what, by when.","required":false,"carries":false}]',
   1, 0, zeroblob(16), zeroblob(16)),
  (x'00000000000070008000000000000203', x'00000000000070008000000000000103', 1, '[
    {"key":"data","label":"What happened","hint":"What was said and seen; how it began.","required":true,"carries":false},
    {"key":"assessment","label":"Risk as assessed","hint":"Thoughts, plan, means, what protects.","required":true,"carries":false},
    {"key":"intervention","label":"What was done","hint":"Steps taken, who was called, what was agreed.","required":true,"carries":false},
    {"key":"plan","label":"Follow-up","hint":"Who looks again, and when.","required":true,"carries":false}]',
   1, 0, zeroblob(16), zeroblob(16)),
  (x'00000000000070008000000000000204', x'00000000000070008000000000000104', 1, '[
    {"key":"progress","label":"Progress since the last review","hint":"Objective by objective.","required":true,"carries":false},
    {"key":"barriers","label":"What stands in the way","hint":"Shift work, craving, family, the hearing.","required":false,"carries":true},
    {"key":"changes","label":"What changes in the plan","hint":"New, dropped or reworded objectives, and why.","required":true,"carries":false},
    {"key":"client","label":"What the client says","hint":"Close to their own words.","required":true,"carries":false}]',
   1, 0, zeroblob(16), zeroblob(16)),
  (x'00000000000070008000000000000205', x'00000000000070008000000000000105', 1, '[
    {"key":"asked","label":"What was asked for","hint":"Payer, reviewer, dates, hours a week.","required":true,"carries":true},
    {"key":"grounds","label":"Grounds","hint":"Symptoms and needs that call for this level now.","required":true,"carries":true},
    {"key":"progress","label":"Progress","hint":"What has changed since the last review.","required":true,"carries":false},
    {"key":"outcome","label":"Outcome","hint":"What was granted, until when, reference number.","required":true,"carries":false}]',
   1, 0, zeroblob(16), zeroblob(16)),
  (x'00000000000070008000000000000206', x'00000000000070008000000000000106', 1, '[
    {"key":"taken","label":"What is taken","hint":"As the client says; who prescribes it.","required":true,"carries":true},
    {"key":"effect","label":"Effect and side effects","hint":"Sleep, mood, craving, anything new.","required":true,"carries":false},
    {"key":"plan","label":"Next","hint":"Refill, question to the prescriber, lab.","required":true,"carries":false}]',
   1, 0, zeroblob(16), zeroblob(16)),
  (x'00000000000070008000000000000207', x'00000000000070008000000000000107', 1, '[
    {"key":"course","label":"Course of treatment","hint":"From admission to the last day.","required":true,"carries":false},
    {"key":"goals","label":"Goals","hint":"Each one: met, partly met, not met.","required":true,"carries":false},
    {"key":"state","label":"At discharge","hint":"How the client is, and at which risk.","required":true,"carries":false},
    {"key":"plan","label":"Continuing care","hint":"With whom, when, and whom to call.","required":true,"carries":false}]',
   1, 0, zeroblob(16), zeroblob(16)),
  (x'00000000000070008000000000000208', x'00000000000070008000000000000108', 1, '[
    {"key":"need","label":"Need","hint":"What the client asked for or lacked.","required":true,"carries":true},
    {"key":"text","label":"What was done","hint":"Calls, letters, arrangements.","required":true,"carries":false},
    {"key":"plan","label":"Next","hint":"Who does what, by when.","required":true,"carries":true}]',
   1, 0, zeroblob(16), zeroblob(16));

-- What a note says beside its sections. `carried` is a JSON object of section key to where its text came from.
-- `written_by` names who drafted a note that somebody else signs.
alter table note add column template blob references note_template_edition (id);
alter table note add column place text not null default '';
alter table note add column interpreter text not null default '';
alter table note add column carried text not null default '{}';
alter table note add column written_by text not null default '';
create index note_template_of on note (template) where template is not null;
create trigger note_more_fixed before update on note
when old.state not in ('draft', 'returned')
  and (new.template is not old.template or new.place is not old.place or new.interpreter is not old.interpreter
       or new.carried is not old.carried or new.written_by is not old.written_by)
begin
  select raise(abort, 'the text of a signed note is never changed');
end;

-- A supervisor's words at a place in a returned note. `starts` and `ends` count characters of the section's text as it
-- was when it came back; `quote` is what stood there.
create table note_remark (
  id blob not null primary key check (length(id) = 16),
  cosign blob not null references cosign (id),
  note blob not null references note (id),
  section text not null,
  starts integer not null check (starts >= 0),
  ends integer not null check (ends > starts),
  quote text not null,
  words text not null,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create index note_remark_cosign on note_remark (cosign);
create index note_remark_note on note_remark (note);
create trigger note_remark_no_update before update on note_remark begin
  select raise(abort, 'an answer of a supervisor is never changed');
end;
create trigger note_remark_no_delete before delete on note_remark begin
  select raise(abort, 'an answer of a supervisor is never deleted');
end;

-- A draft that somebody else reviews and signs, because its author's license had ended on the day of the service.
create table note_handover (
  id blob not null primary key check (length(id) = 16),
  note blob not null references note (id),
  from_staff blob not null references staff (id),
  to_staff blob not null references staff (id),
  reason text not null,
  given_back_at integer,
  back_reason text,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create index note_handover_note on note_handover (note);
create index note_handover_from on note_handover (from_staff);
create index note_handover_to on note_handover (to_staff);
create trigger note_handover_open before insert on note_handover
when (select state from note where id = new.note) not in ('draft', 'returned')
begin
  select raise(abort, 'a signed note is never handed over');
end;

-- A date of a license that its holder mended; a director sees it until somebody looked at it.
create table credential_mend (
  id blob not null primary key check (length(id) = 16),
  credential blob not null references credential (id),
  was text,
  became text not null,
  reason text not null,
  seen_at integer,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create index credential_mend_credential on credential_mend (credential);
create index credential_mend_new on credential_mend (at) where seen_at is null;

-- Who answers a supervisor's queue while the supervisor is away.
create table stand_in (
  id blob not null primary key check (length(id) = 16),
  supervisor blob not null references staff (id),
  staff blob not null references staff (id),
  starts_on text not null,
  ends_on text not null,
  reason text not null,
  voided_at integer,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create index stand_in_supervisor on stand_in (supervisor, ends_on) where voided_at is null;
create index stand_in_staff on stand_in (staff, ends_on) where voided_at is null;

-- Pieces of text typed with "/" and a word: one's own, or everybody's. "[...]" marks a place to fill in.
create table snippet (
  id blob not null primary key check (length(id) = 16),
  owner blob not null references staff (id),
  shared integer not null check (shared in (0, 1)),
  word text not null,
  words text not null,
  voided_at integer,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create unique index snippet_own on snippet (owner, word) where shared = 0 and voided_at is null;
create unique index snippet_shared on snippet (word) where shared = 1 and voided_at is null;
create index snippet_owner on snippet (owner);

-- What somebody is to do. Handed over, it waits until the other takes it or gives it back: `offered` is the other.
create table task (
  id blob not null primary key check (length(id) = 16),
  what text not null,
  client blob references client (id),
  owner blob not null references staff (id),
  offered blob references staff (id),
  offer_words text not null default '',
  due_on text,
  done_at integer,
  done_by blob references staff (id),
  voided_at integer,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create index task_owner on task (owner, due_on) where done_at is null and voided_at is null;
create index task_owner_all on task (owner);
create index task_offered on task (offered) where offered is not null;
create index task_client on task (client) where client is not null;
create index task_done_by on task (done_by) where done_by is not null;

-- How often an instrument is due at a level of care, counted from the last time, or from the admission.
create table instrument_schedule (
  id blob not null primary key check (length(id) = 16),
  code text not null,
  level text not null check (level in ('1.0', '1.5', '1.7', '2.1', '2.5', '2.7', '3.1', '3.5', '3.7', '4')),
  every_days integer not null check (every_days between 1 and 365),
  voided_at integer,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create unique index instrument_schedule_code on instrument_schedule (code, level) where voided_at is null;
