-- When a client works, so that groups are chosen that the shifts leave free. One row is a version that holds from a date
-- until the next one; a row whose cycle is one free day says that there is no work.

create table work_pattern (
  id blob not null primary key check (length(id) = 16),
  client blob not null references client (id),
  from_on text not null,
  -- IANA name: shifts are wall times of the workplace.
  time_zone text not null,
  -- One letter a day: D day, N night, C call, O off. It repeats; `anchor_on` is the date of its first letter. Fixed
  -- weekdays are a cycle of seven.
  cycle text not null check (length(cycle) between 1 and 84 and cycle not glob '*[^DNCO]*'),
  anchor_on text not null,
  day_starts text not null,
  day_minutes integer not null check (day_minutes between 5 and 1440),
  night_starts text not null,
  night_minutes integer not null check (night_minutes between 5 and 1440),
  call_starts text not null,
  call_minutes integer not null check (call_minutes between 5 and 1440),
  travel_minutes integer not null check (travel_minutes between 0 and 240),
  -- Weekly times that are taken otherwise: [{"weekday":1,"starts":"15:00","minutes":60,"words":"school"}].
  blocked text not null check (json_valid(blocked)),
  voided_at integer,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create unique index work_pattern_version on work_pattern (client, from_on) where voided_at is null;
create index work_pattern_client on work_pattern (client);
