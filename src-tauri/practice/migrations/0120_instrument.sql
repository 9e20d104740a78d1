-- Outcome instruments: definitions, what was answered, and the safety step that an answer called for.

-- A definition is never changed: another text is another row, and what was measured points at the one it used.
create table instrument (
  id blob not null primary key check (length(id) = 16),
  code text not null,
  abbrev text not null,
  name text not null,
  -- The whole definition as it was shipped or added, and its SHA-256.
  definition text not null,
  digest blob not null check (length(digest) = 32),
  added integer not null check (added in (0, 1)),
  retired_at integer,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create unique index instrument_digest on instrument (digest);
create unique index instrument_code on instrument (code) where retired_at is null;

create table measurement (
  id blob not null primary key check (length(id) = 16),
  client blob not null references client (id),
  episode blob references episode (id),
  instrument blob not null references instrument (id),
  mode text not null check (mode in ('staff', 'client')),
  given_by blob not null references staff (id),
  given_at integer not null,
  given_on text not null,
  -- The raw answers by item, and what the scorer of that day made of them; neither is ever written again.
  answers text not null,
  scores text not null,
  scorer text not null,
  -- An answer called for a safety step.
  alert integer not null check (alert in (0, 1)),
  voided_at integer,
  void_reason text,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create index measurement_client on measurement (client, given_at);
create index measurement_episode on measurement (episode);
create index measurement_instrument on measurement (instrument);
create index measurement_given_by on measurement (given_by);
create index measurement_alert on measurement (given_at) where alert = 1 and voided_at is null;

create trigger measurement_kept
before update of client, episode, instrument, mode, given_by, given_at, given_on, answers, scores, scorer, alert
on measurement
begin
  select raise(abort, 'a measurement keeps its answers and its score');
end;

-- What was done about an answer that speaks of self-harm, with the client's safety plan.
create table safety_step (
  id blob not null primary key check (length(id) = 16),
  measurement blob not null references measurement (id),
  client blob not null references client (id),
  finding text not null check (finding in ('no_present_risk', 'plan_made', 'handed_over')),
  what_was_said text not null,
  warning_signs text not null,
  coping text not null,
  people text not null,
  professionals text not null,
  means text not null,
  voided_at integer,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create unique index safety_step_measurement on safety_step (measurement) where voided_at is null;
create index safety_step_client on safety_step (client);
