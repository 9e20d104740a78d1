-- The record around the notes: biopsychosocial assessments and the papers of an admission.

-- One version of an assessment. Its texts stand in `body` as JSON; their prompts are the program's. The edition of the
-- dimensions is kept with each, and nothing is ever carried from one edition into the other.
create table assessment (
  id blob not null primary key check (length(id) = 16),
  client blob not null references client (id),
  -- The stay it was signed in; absent when it was made before the admission.
  episode blob references episode (id),
  version integer not null,
  state text not null check (state in ('draft', 'signed')),
  edition text not null check (edition in ('3', '4')),
  assessed_on text not null,
  indicated text not null default '',
  given text not null default '',
  difference text not null default '' check (difference in ('', 'availability', 'client_choice', 'payer', 'legal', 'other')),
  difference_words text not null default '',
  body text not null,
  author blob not null references staff (id),
  signed_at integer,
  voided_at integer,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create unique index assessment_version on assessment (client, version) where voided_at is null;
create unique index assessment_draft on assessment (client) where state = 'draft' and voided_at is null;
create index assessment_client on assessment (client, signed_at);
create index assessment_episode on assessment (episode);
create index assessment_author on assessment (author);

create trigger assessment_kept
before update on assessment
when old.state = 'signed'
begin
  select raise(abort, 'a signed assessment stays as it is');
end;

-- What must be there before somebody sits in a group: the practice's own list, begun with a common one. An item that
-- follows from a record is ticked by the record and by nothing else.
create table intake_item (
  id blob not null primary key check (length(id) = 16),
  label text not null,
  help text not null default '',
  follows text not null check (follows in ('nothing', 'treatment', 'tpo', 'assessment', 'emergency_contact', 'medication')),
  -- Whether a client stays out of groups without it, where the practice's setting says so.
  blocks integer not null check (blocks in (0, 1)),
  -- For the clients of one track only; for everybody when empty.
  track text not null default '',
  position integer not null,
  voided_at integer,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
insert into intake_item (id, label, help, follows, blocks, position, rev, at, device, by_staff) values
  (x'01900000000070008000000000000001', 'Consent to treatment', '', 'treatment', 1, 1, 1, 0, zeroblob(16), zeroblob(16)),
  (x'01900000000070008000000000000002', 'Notice of confidentiality', 'The written summary of 42 CFR Part 2, given at admission (2.22).', 'nothing', 1, 2, 1, 0, zeroblob(16), zeroblob(16)),
  (x'01900000000070008000000000000003', 'Consent for treatment, payment and operations', '', 'tpo', 0, 3, 1, 0, zeroblob(16), zeroblob(16)),
  (x'01900000000070008000000000000004', 'Program rules', 'Read together and signed.', 'nothing', 1, 4, 1, 0, zeroblob(16), zeroblob(16)),
  (x'01900000000070008000000000000005', 'Testing agreement', 'How tests are ordered, watched and told, signed by the client.', 'nothing', 0, 5, 1, 0, zeroblob(16), zeroblob(16)),
  (x'01900000000070008000000000000006', 'Fee agreement', '', 'nothing', 0, 6, 1, 0, zeroblob(16), zeroblob(16)),
  (x'01900000000070008000000000000007', 'Medications read back', 'The list read aloud to the client: it decides how a drug test is read.', 'nothing', 0, 7, 1, 0, zeroblob(16), zeroblob(16)),
  (x'01900000000070008000000000000008', 'Emergency contact', '', 'emergency_contact', 0, 8, 1, 0, zeroblob(16), zeroblob(16)),
  (x'01900000000070008000000000000009', 'Assessment signed', '', 'assessment', 1, 9, 1, 0, zeroblob(16), zeroblob(16));

-- What somebody said about an item of one client: it is there, or it does not apply, and why. It belongs to the stay in
-- which its day lies, or to the one that begins after it.
create table intake_mark (
  id blob not null primary key check (length(id) = 16),
  client blob not null references client (id),
  item blob not null references intake_item (id),
  state text not null check (state in ('done', 'not_applicable')),
  marked_on text not null,
  reason text not null default '',
  marked_by blob not null references staff (id),
  voided_at integer,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create index intake_mark_client on intake_mark (client, item);
create index intake_mark_item on intake_mark (item);
create index intake_mark_by on intake_mark (marked_by);

-- Why a director let somebody into a group before the packet was whole.
alter table membership add column packet_reason text not null default '';

-- A plan that the supervisor sent back, until it is approved or another version is signed.
alter table plan add column returned_at integer;
alter table plan add column returned_by blob references staff (id);
alter table plan add column return_comment text not null default '';
create index plan_returned_by on plan (returned_by);

-- What the staff does for a goal: how often, and who answers for it.
create table intervention (
  id blob not null primary key check (length(id) = 16),
  goal blob not null references goal (id),
  plan blob not null references plan (id),
  position integer not null,
  words text not null,
  frequency text not null,
  responsible blob references staff (id),
  voided_at integer,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create index intervention_goal on intervention (goal);
create index intervention_plan on intervention (plan);
create index intervention_responsible on intervention (responsible);

-- The client's own signature under a version: on the screen in their hand, on paper, or that they declined and why.
-- `drawn` holds the strokes as points of a field 600 wide and 200 high: "x,y x,y;x,y x,y".
create table plan_signature (
  id blob not null primary key check (length(id) = 16),
  plan blob not null references plan (id),
  client blob not null references client (id),
  how text not null check (how in ('screen', 'paper', 'declined')),
  name text not null,
  drawn text not null default '',
  signed_on text not null,
  reason text not null default '',
  voided_at integer,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create unique index plan_signature_plan on plan_signature (plan) where voided_at is null;
create index plan_signature_of on plan_signature (plan);
create index plan_signature_client on plan_signature (client);

-- A review of the active version: what was said of each objective, and when the next one is due.
create table plan_review (
  id blob not null primary key check (length(id) = 16),
  plan blob not null references plan (id),
  client blob not null references client (id),
  reviewed_on text not null,
  words text not null,
  next_due_on text not null,
  reviewed_by blob not null references staff (id),
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create index plan_review_plan on plan_review (plan);
create index plan_review_client on plan_review (client);
create index plan_review_by on plan_review (reviewed_by);

create table objective_progress (
  id blob not null primary key check (length(id) = 16),
  review blob not null references plan_review (id),
  objective blob not null references objective (id),
  progress text not null check (progress in ('forward', 'same', 'set_back', 'met')),
  words text not null,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create unique index objective_progress_review on objective_progress (review, objective);
create index objective_progress_objective on objective_progress (objective);

-- Objectives of the practice's own library. `code` names the one of the program that this row stands for; it is empty for
-- one the practice wrote itself.
create table library_objective (
  id blob not null primary key check (length(id) = 16),
  code text not null default '',
  area text not null,
  words text not null,
  intervention text not null,
  frequency text not null,
  retired integer not null check (retired in (0, 1)),
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create unique index library_objective_code on library_objective (code) where code <> '';

-- How a stay ended, with the code that federal reporting (TEDS, REASON) gives it.
create table discharge_how (
  word text not null primary key,
  label text not null,
  teds text not null,
  position integer not null
) strict;
insert into discharge_how (word, label, teds, position) values
  ('completed', 'Treatment completed', '1', 1),
  ('left', 'Left against professional advice', '2', 2),
  ('ended_by_program', 'Ended by the program', '3', 3),
  ('transferred', 'Transferred to another program', '4', 4),
  ('incarcerated', 'Incarcerated', '5', 5),
  ('died', 'Died', '6', 6),
  ('other', 'Another reason', '7', 7);
alter table episode add column discharge_how text references discharge_how (word);
create index episode_how on episode (discharge_how);

-- What is said of a stay when it is over: its texts, how far each goal came, and who goes on with what. As JSON in `body`,
-- with the words of the goals as they stood.
create table discharge_summary (
  id blob not null primary key check (length(id) = 16),
  client blob not null references client (id),
  episode blob not null references episode (id),
  state text not null check (state in ('draft', 'signed')),
  body text not null,
  author blob not null references staff (id),
  signed_at integer,
  voided_at integer,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create unique index discharge_summary_stay on discharge_summary (episode) where voided_at is null;
create index discharge_summary_episode on discharge_summary (episode);
create index discharge_summary_client on discharge_summary (client);
create index discharge_summary_author on discharge_summary (author);

create trigger discharge_summary_kept
before update on discharge_summary
when old.state = 'signed'
begin
  select raise(abort, 'a signed discharge summary stays as it is');
end;

-- What a diagnosis says beyond its code: a specifier in words, and remission.
alter table diagnosis add column specifier text not null default '';
alter table diagnosis add column remission text not null default '' check (remission in ('', 'early', 'sustained'));
alter table diagnosis add column controlled_environment integer not null default 0 check (controlled_environment in (0, 1));
