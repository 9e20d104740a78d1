-- What a client agreed with a board, a monitoring program, an employer or a court: what it asks for, and which consent covers
-- telling them. What was told to them, by which consent, and how it left. What the line of random tests says.

create table agreement (
  id blob not null primary key check (length(id) = 16),
  client blob not null references client (id),
  kind text not null check (kind in ('monitoring_program', 'board', 'employer', 'court', 'other')),
  -- With whom: "Harbor Monitoring".
  party text not null,
  -- Their number of it.
  reference text not null default '',
  from_on text not null,
  -- The last day; open until somebody says that it ended.
  until_on text,
  -- How often they want tests; none when they leave it to the program.
  tests_per_year integer check (tests_per_year between 1 and 366),
  -- The key of the panel they ask for.
  panel text not null default '',
  -- What else it asks for, in its own words.
  terms text not null default '',
  -- Within how many hours they must be told of what follows on a test; none when nothing is owed to them.
  notice_hours integer check (notice_hours between 1 and 2160),
  -- Every how many months a report is due, and when the first one is.
  report_months integer check (report_months in (1, 2, 3, 6, 12)),
  report_first_on text,
  -- The consent that covers telling them.
  consent blob references consent (id),
  voided_at integer,
  void_reason text,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null,
  check ((report_months is null) = (report_first_on is null)),
  check (until_on is null or until_on >= from_on)
) strict;
create index agreement_client on agreement (client, from_on);
create index agreement_consent on agreement (consent) where consent is not null;
create index agreement_report on agreement (report_first_on) where report_months is not null and voided_at is null;

-- A rule may hold for every kind of agreement. Nothing refers to the table, so it is made anew.
create table follow_up_rule_next (
  id blob not null primary key check (length(id) = 16),
  event text not null check (event in ('missed_check_in', 'missed', 'refused', 'unable', 'dilute', 'not_valid', 'presumptive', 'unexpected_positive', 'unexpected_negative', 'low_alcohol')),
  -- Neither: the practice's own rule for everybody. One of the two: for those clients alone.
  program blob references testing_program (id),
  agreement text check (agreement in ('monitoring_program', 'board', 'employer', 'court', 'other')),
  -- A JSON array of steps, each with its hours.
  steps text not null,
  source text not null default '',
  voided_at integer,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null,
  check (program is null or agreement is null)
) strict;
insert into follow_up_rule_next (id, event, program, agreement, steps, source, voided_at, rev, at, device, by_staff)
  select id, event, program, agreement, steps, source, voided_at, rev, at, device, by_staff from follow_up_rule;
drop table follow_up_rule;
alter table follow_up_rule_next rename to follow_up_rule;
create unique index follow_up_rule_standing on follow_up_rule (event, coalesce(program, x''), coalesce(agreement, '')) where voided_at is null;
create index follow_up_rule_program on follow_up_rule (program);

-- A notice is owed to one party: the agreement it follows from. Two boards are two notices.
alter table follow_up add column agreement blob references agreement (id);
create index follow_up_agreement on follow_up (agreement) where agreement is not null;
drop index follow_up_of_test;
drop index follow_up_of_draw;
create unique index follow_up_of_test on follow_up (drug_test, event, step, coalesce(recipient, ''), coalesce(agreement, x'')) where drug_test is not null;
create unique index follow_up_of_draw on follow_up (draw, client, step, coalesce(recipient, ''), coalesce(agreement, x'')) where draw is not null;
create index follow_up_notice on follow_up (due_at) where state = 'open' and step = 'notify';

-- What was told to somebody outside (42 CFR 2.25): by which consent, about what, and how. `exit` is the document, or the
-- record of words that were said. A row without `sent_at` is a document that was made and has not been sent.
create table disclosure (
  id blob not null primary key check (length(id) = 16),
  client blob not null references client (id),
  consent blob not null references consent (id),
  -- What it answers: a notice, or the report of an agreement that was due on a day. Neither: something else.
  follow_up blob references follow_up (id),
  agreement blob references agreement (id),
  report_on text,
  recipient text not null,
  purpose text not null,
  told text not null,
  how text check (how in ('phone', 'in_person', 'mail', 'fax', 'email', 'portal', 'by_client')),
  sent_at integer,
  exit blob not null references exit (id),
  voided_at integer,
  void_reason text,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null,
  check (follow_up is null or report_on is null),
  check (report_on is null or agreement is not null),
  check ((how is null) = (sent_at is null))
) strict;
create unique index disclosure_notice on disclosure (follow_up) where follow_up is not null and voided_at is null;
create unique index disclosure_report on disclosure (agreement, report_on) where report_on is not null and voided_at is null;
create index disclosure_client on disclosure (client, sent_at);
create index disclosure_consent on disclosure (consent);
create index disclosure_follow_up on disclosure (follow_up) where follow_up is not null;
create index disclosure_agreement on disclosure (agreement) where agreement is not null;
create index disclosure_exit on disclosure (exit);

-- What the line of random tests says: names to who asks, or the codes or colors of those who are selected. A draw freezes
-- what it says of each person.
-- Neither `by_code` nor this: names.
alter table testing_program add column by_color integer not null default 0 check (by_color in (0, 1));
-- A color of one's own, beside the code: "amber", "amber 2".
alter table testing_enrollment add column line_color text not null default '';
