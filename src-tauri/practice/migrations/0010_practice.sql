-- The practice, its people, and what every form and every departure of a document leaves behind.
-- Ids are UUIDv7 blobs; instants are UTC milliseconds; dates and wall times are text in the practice's zone.
-- Every row has rev, at, device, by_staff. Nothing is physically deleted; earlier versions of a row live in `version`.

-- One row. Solo: a practice of one clinician, who then cosigns nothing and holds every role.
create table practice (
  id blob not null primary key check (length(id) = 16),
  name text not null,
  state text not null,
  time_zone text not null,
  week_starts_on text not null check (week_starts_on in ('sunday', 'monday', 'saturday')),
  solo integer not null check (solo in (0, 1)),
  setup text not null check (setup in ('recovery_key', 'first_backup', 'done')),
  idle_minutes integer not null check (idle_minutes between 1 and 15),
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;

-- Rules of the program as data: a value holds from a date on. The default and its source are in the program, so that
-- an editable default can be told apart from a decision of the practice.
create table policy (
  id blob not null primary key check (length(id) = 16),
  key text not null,
  value text not null,
  effective_on text not null,
  voided_at integer,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create unique index policy_key on policy (key, effective_on) where voided_at is null;

-- People on the staff. The login is a name to type, unique among those who may sign in; keys live in the vault's header.
create table staff (
  id blob not null primary key check (length(id) = 16),
  given_name text not null,
  family_name text not null,
  login text not null,
  supervisor blob references staff (id),
  active integer not null check (active in (0, 1)),
  inactive_reason text,
  pin_salt blob,
  pin_digest blob,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create unique index staff_login on staff (login) where active = 1;
create index staff_supervisor on staff (supervisor);

create table role (
  word text not null primary key,
  label text not null,
  position integer not null
) strict;
insert into role (word, label, position) values
  ('counselor', 'Counselor', 1),
  ('facilitator', 'Facilitator', 2),
  ('director', 'Clinical director', 3),
  ('front_desk', 'Front desk', 4),
  ('collector', 'Collector', 5),
  ('medical_reviewer', 'Medical reviewer', 6),
  ('privacy_officer', 'Privacy officer', 7),
  ('auditor', 'Auditor', 8);

create table staff_role (
  id blob not null primary key check (length(id) = 16),
  staff blob not null references staff (id),
  role text not null references role (word),
  voided_at integer,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create unique index staff_role_staff on staff_role (staff, role) where voided_at is null;
create index staff_role_role on staff_role (role);

-- A credential as it is printed behind a name ("LPC"), with its license where there is one.
create table credential (
  id blob not null primary key check (length(id) = 16),
  staff blob not null references staff (id),
  label text not null,
  license_state text not null,
  license_number text not null,
  expires_on text,
  needs_cosign integer not null check (needs_cosign in (0, 1)),
  voided_at integer,
  void_reason text,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create index credential_staff on credential (staff);

-- How one person likes the window. Kept here, because the webview keeps nothing.
create table screen (
  id blob not null primary key check (length(id) = 16),
  staff blob not null unique references staff (id),
  theme text not null check (theme in ('system', 'light', 'dark')),
  contrast integer not null check (contrast in (0, 1)),
  density text not null check (density in ('comfortable', 'compact')),
  single_keys integer not null check (single_keys in (0, 1)),
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;

-- The one table behind every form: what was typed and not yet finished. A draft belongs to one person, one form, and at
-- most one subject; it is never shown in another form. Closed when the form is finished or discarded.
create table draft (
  id blob not null primary key check (length(id) = 16),
  staff blob not null references staff (id),
  form text not null,
  subject text not null,
  label text not null,
  body text not null,
  typed integer not null check (typed in (0, 1)),
  noted_at integer not null,
  closed_at integer,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create unique index draft_form on draft (staff, form, subject) where closed_at is null;

-- Earlier versions of changed rows, as JSON.
create table version (
  id blob not null primary key check (length(id) = 16),
  of_table text not null,
  of_id blob not null,
  of_rev integer not null,
  body text not null,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create unique index version_of on version (of_table, of_id, of_rev);

-- Everything that left: releases, client's own copies, internal copies, operational papers (models.md 3.1).
create table exit (
  id blob not null primary key check (length(id) = 16),
  kind text not null check (kind in ('release', 'own_copy', 'internal_copy', 'operational')),
  document text not null,
  subject blob,
  reason text not null,
  copies integer not null check (copies between 1 and 99),
  bytes integer not null,
  digest blob not null,
  voided_at integer,
  void_reason text,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create index exit_subject on exit (subject);
create index exit_at on exit (at);

-- Where backups of this workstation go and how often. The folder is the workstation's business, not the practice's.
create table backup_setting (
  id blob not null primary key check (length(id) = 16),
  of_device blob not null unique,
  folder text,
  every_minutes integer not null check (every_minutes between 0 and 1440),
  made_at integer,
  made_seq integer,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;

-- The chain is the vault's own table; the practice only reads it, by time and by person.
create index audit_at on audit (at, seq);
create index audit_actor on audit (actor, at, seq);
