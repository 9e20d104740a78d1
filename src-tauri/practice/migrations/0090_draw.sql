-- Random testing: programs with tiers, who is enrolled, pauses; draws with the pool they froze, and the check-in line.
-- Chances are whole millionths, so that a draw can be worked out again anywhere and gives the same answer.

create table testing_program (
  id blob not null primary key check (length(id) = 16),
  name text not null,
  -- Seven digits from Monday to Sunday: 1 on a day that may be drawn.
  weekdays text not null check (length(weekdays) = 7 and weekdays not glob '*[^01]*' and weekdays glob '*1*'),
  -- Dates on which nobody can collect, as a JSON array.
  closed_dates text not null default '[]',
  -- "HH:MM": from when names are known, and until when a check-in counts.
  notice_time text not null,
  closes text not null,
  method text not null check (method in ('on_site', 'laboratory')),
  specimen text not null check (specimen in ('urine', 'oral_fluid', 'hair', 'nail', 'blood_spot', 'breath')),
  panel text not null,
  -- No allowed day has a smaller chance.
  floor_millionths integer not null check (floor_millionths between 1 and 1000000),
  -- The line says codes instead of names.
  by_code integer not null default 0 check (by_code in (0, 1)),
  active integer not null default 1 check (active in (0, 1)),
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;

create table testing_tier (
  id blob not null primary key check (length(id) = 16),
  program blob not null references testing_program (id),
  name text not null,
  -- How many a year are expected; what happens is a matter of chance around it.
  per_year integer not null check (per_year between 1 and 366),
  -- The share of what is collected that is also analyzed.
  analyzed_millionths integer not null check (analyzed_millionths between 0 and 1000000),
  step_after_days integer check (step_after_days > 0),
  step_to blob references testing_tier (id),
  place integer not null,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null,
  check ((step_after_days is null) = (step_to is null))
) strict;
create index testing_tier_program on testing_tier (program, place);
create index testing_tier_step_to on testing_tier (step_to);

-- One stay of a client in one tier. A change of tier ends it and begins another with the same token and code.
create table testing_enrollment (
  id blob not null primary key check (length(id) = 16),
  client blob not null references client (id),
  program blob not null references testing_program (id),
  tier blob not null references testing_tier (id),
  -- Random; stands for the person in a draw.
  token blob not null check (length(token) = 16),
  -- What the line says instead of a name.
  line_code text not null,
  from_on text not null,
  -- The last date.
  until_on text,
  because text not null default '',
  voided_at integer,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create unique index testing_enrollment_open on testing_enrollment (client, program) where until_on is null and voided_at is null;
create index testing_enrollment_client on testing_enrollment (client, from_on);
create index testing_enrollment_program on testing_enrollment (program, until_on);
create index testing_enrollment_tier on testing_enrollment (tier);

create table testing_pause (
  id blob not null primary key check (length(id) = 16),
  client blob not null references client (id),
  program blob not null references testing_program (id),
  kind text not null check (kind in ('vacation', 'hospital', 'other')),
  -- Where a specimen is given meanwhile. With a place the client stays in the draw.
  site text not null default '',
  because text not null default '',
  from_on text not null,
  until_on text,
  voided_at integer,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create index testing_pause_client on testing_pause (client, from_on);
create index testing_pause_program on testing_pause (program, from_on);

create table draw (
  id blob not null primary key check (length(id) = 16),
  program blob not null references testing_program (id),
  on_date text not null,
  -- 1, and more when an earlier one of the same date was discarded.
  attempt integer not null,
  state text not null check (state in ('committed', 'frozen', 'noticed', 'discarded')),
  commitment blob not null check (length(commitment) = 32),
  -- What was committed to; shown to nobody before the notice.
  secret blob not null check (length(secret) = 32),
  -- The end of the audit chain when the pool was frozen.
  head blob check (length(head) = 32),
  head_seq integer,
  pool_digest blob check (length(pool_digest) = 32),
  notice_at integer not null,
  closes_at integer not null,
  committed_at integer not null,
  committed_by blob not null references staff (id),
  frozen_at integer,
  noticed_at integer,
  discarded_at integer,
  discard_reason text not null default '',
  rev integer not null, at integer not null, device blob not null, by_staff blob not null,
  check ((head is null) = (frozen_at is null)),
  check ((state = 'discarded') = (discarded_at is not null))
) strict;
create unique index draw_standing on draw (program, on_date) where state <> 'discarded';
create index draw_program on draw (program, on_date);
create index draw_on on draw (on_date desc, at desc);
create index draw_committed_by on draw (committed_by);

-- The pool as it was frozen. Never changed; its digest stands in the draw.
create table draw_entry (
  id blob not null primary key check (length(id) = 16),
  draw blob not null references draw (id),
  client blob not null references client (id),
  tier blob not null references testing_tier (id),
  token blob not null check (length(token) = 16),
  line_code text not null,
  standing text not null check (standing in ('enrolled', 'covered', 'away', 'hospital', 'paused', 'discharged')),
  site text not null default '',
  -- 0 for who is not in the draw.
  chance_millionths integer not null check (chance_millionths between 0 and 1000000),
  analyzed_millionths integer not null check (analyzed_millionths between 0 and 1000000),
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create unique index draw_entry_draw on draw_entry (draw, token);
create index draw_entry_client on draw_entry (client);
create index draw_entry_tier on draw_entry (tier);

-- Who was selected, from the notice time on.
create table draw_pick (
  id blob not null primary key check (length(id) = 16),
  draw blob not null references draw (id),
  client blob not null references client (id),
  drug_test blob not null references drug_test (id),
  -- Or collected only.
  analyzed integer not null check (analyzed in (0, 1)),
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create unique index draw_pick_draw on draw_pick (draw, client);
create index draw_pick_client on draw_pick (client);
create index draw_pick_drug_test on draw_pick (drug_test);

create table check_in (
  id blob not null primary key check (length(id) = 16),
  draw blob not null references draw (id),
  client blob not null references client (id),
  called_at integer not null,
  told text not null check (told in ('test', 'no_test')),
  means text not null check (means in ('phone', 'text', 'in_person')),
  -- Until when to come: two hours after the shift, or the close of the day.
  deadline_at integer,
  noted text not null default '',
  voided_at integer,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create unique index check_in_draw on check_in (draw, client) where voided_at is null;
create index check_in_client on check_in (client, called_at);
