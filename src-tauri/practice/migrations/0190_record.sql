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
