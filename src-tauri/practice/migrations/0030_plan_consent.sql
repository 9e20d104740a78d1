-- Minimal plans and consents, so that notes can point at objectives and the chart can say what is missing.

create table plan (
  id blob not null primary key check (length(id) = 16),
  client blob not null references client (id),
  episode blob not null references episode (id),
  version integer not null,
  state text not null check (state in ('draft', 'active', 'superseded', 'closed')),
  effective_on text not null,
  review_due_on text,
  author blob not null references staff (id),
  signed_at integer,
  approved_by blob references staff (id),
  approved_at integer,
  imported integer not null default 0 check (imported in (0, 1)),
  voided_at integer,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create unique index plan_version on plan (client, version) where voided_at is null;
create unique index plan_active on plan (client) where state = 'active' and voided_at is null;
create index plan_episode on plan (episode);
create unique index plan_draft on plan (client) where state = 'draft' and voided_at is null;
create index plan_author on plan (author);
create index plan_approved_by on plan (approved_by);
create index plan_due on plan (review_due_on) where state = 'active';

create table problem (
  id blob not null primary key check (length(id) = 16),
  plan blob not null references plan (id),
  position integer not null,
  words text not null,
  voided_at integer,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create index problem_plan on problem (plan);

-- In the client's own words.
create table goal (
  id blob not null primary key check (length(id) = 16),
  problem blob not null references problem (id),
  position integer not null,
  words text not null,
  voided_at integer,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create index goal_problem on goal (problem);

create table objective (
  id blob not null primary key check (length(id) = 16),
  goal blob not null references goal (id),
  plan blob not null references plan (id),
  -- "1.2": as a note cites it.
  label text not null,
  position integer not null,
  words text not null,
  target_on text,
  state text not null check (state in ('open', 'met', 'set_aside')),
  voided_at integer,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create index objective_goal on objective (goal);
create index objective_plan on objective (plan);

create table consent_kind (
  word text not null primary key,
  label text not null,
  position integer not null
) strict;
insert into consent_kind (word, label, position) values
  ('treatment', 'Consent to treatment', 1),
  ('tpo', 'Treatment, payment, operations', 2),
  ('recipient', 'Specific recipient', 3),
  ('monitoring_program', 'Monitoring program', 4),
  ('board', 'Licensing board', 5),
  ('employer', 'Employer', 6),
  ('family', 'Family', 7),
  ('proceedings', 'Legal proceedings', 8),
  ('counseling_notes', 'Counseling notes', 9),
  ('criminal_justice', 'Criminal justice', 10),
  ('telehealth', 'Telehealth', 11);

-- Evidence: imported from elsewhere; shown, and never a basis for a disclosure until completed (models.md 3.4).
create table consent (
  id blob not null primary key check (length(id) = 16),
  client blob not null references client (id),
  kind text not null references consent_kind (word),
  recipient text not null,
  purpose text not null,
  scope text not null,
  signed_on text not null,
  expires_on text,
  expires_event text not null default '',
  revoked_on text,
  revoked_how text not null default '',
  evidence integer not null check (evidence in (0, 1)),
  voided_at integer,
  void_reason text,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create index consent_client on consent (client);
create index consent_kind_word on consent (kind);
create index consent_expires on consent (expires_on) where revoked_on is null and voided_at is null;
