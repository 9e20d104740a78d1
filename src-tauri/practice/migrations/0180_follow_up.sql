-- What follows on a drug test or a missed check-in: rules that the practice may change, and what they asked for. The lines
-- that were closed, and the days of random tests that were signed.

-- Without a row here the rule that the program ships holds.
create table follow_up_rule (
  id blob not null primary key check (length(id) = 16),
  event text not null check (event in ('missed_check_in', 'missed', 'refused', 'unable', 'dilute', 'not_valid', 'presumptive', 'unexpected_positive', 'unexpected_negative', 'low_alcohol')),
  -- Neither: the practice's own rule for everybody. One of the two: for those clients alone.
  program blob references testing_program (id),
  agreement text check (agreement in ('monitoring_program', 'board')),
  -- A JSON array of steps, each with its hours.
  steps text not null,
  source text not null default '',
  voided_at integer,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null,
  check (program is null or agreement is null)
) strict;
create unique index follow_up_rule_standing on follow_up_rule (event, coalesce(program, x''), coalesce(agreement, '')) where voided_at is null;
create index follow_up_rule_program on follow_up_rule (program);

create table follow_up (
  id blob not null primary key check (length(id) = 16),
  client blob not null references client (id),
  event text not null check (event in ('missed_check_in', 'missed', 'refused', 'unable', 'dilute', 'not_valid', 'presumptive', 'unexpected_positive', 'unexpected_negative', 'low_alcohol')),
  -- What it follows on: a test, or a check-in of a draw.
  drug_test blob references drug_test (id),
  draw blob references draw (id),
  step text not null check (step in ('contact', 'recollect_observed', 'confirm', 'add_alcohol', 'add_hair', 'evaluate', 'review_tier', 'notify')),
  -- The kind of consent that must cover a notice; nothing else has one.
  recipient text references consent_kind (word),
  words text not null default '',
  due_at integer not null,
  state text not null check (state in ('open', 'done', 'not_needed')),
  -- What was done, or why nothing needs to be.
  answer text not null default '',
  answered_at integer,
  answered_by blob references staff (id),
  -- The test that was ordered as an answer.
  answering_test blob references drug_test (id),
  rev integer not null, at integer not null, device blob not null, by_staff blob not null,
  check ((drug_test is null) <> (draw is null)),
  check ((recipient is not null) = (step = 'notify')),
  check ((state = 'open') = (answered_at is null))
) strict;
create unique index follow_up_of_test on follow_up (drug_test, event, step, coalesce(recipient, '')) where drug_test is not null;
create unique index follow_up_of_draw on follow_up (draw, client, step, coalesce(recipient, '')) where draw is not null;
create index follow_up_client on follow_up (client, due_at);
create index follow_up_open on follow_up (due_at) where state = 'open';
create index follow_up_recipient on follow_up (recipient);
create index follow_up_answered_by on follow_up (answered_by);
create index follow_up_answering_test on follow_up (answering_test);

-- That the line of a draw was closed: from here on who had not called has missed the check-in.
create table check_in_close (
  id blob not null primary key check (length(id) = 16),
  draw blob not null references draw (id),
  missed integer not null check (missed >= 0),
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create unique index check_in_close_draw on check_in_close (draw);

-- The report of a day as it was signed: the exact bytes. Another edition is another row.
create table signed_day (
  id blob not null primary key check (length(id) = 16),
  on_date text not null,
  edition integer not null check (edition > 0),
  bytes blob not null,
  hash blob not null check (length(hash) = 32),
  prev_hash blob check (length(prev_hash) = 32),
  signature blob not null check (length(signature) = 64),
  signer_key blob not null check (length(signer_key) = 32),
  signer blob not null references staff (id),
  signed_at integer not null,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null,
  check ((prev_hash is null) = (edition = 1))
) strict;
create unique index signed_day_edition on signed_day (on_date, edition);
create index signed_day_signer on signed_day (signer);
create trigger signed_day_no_update before update on signed_day begin
  select raise(abort, 'a signed day is never changed');
end;
create trigger signed_day_no_delete before delete on signed_day begin
  select raise(abort, 'a signed day is never deleted');
end;
