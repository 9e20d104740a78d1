-- Clients and what is known of them. An inquiry is already a protected record (42 CFR 2.11), so it is a client too.
-- Facts that change with time (work, insurance, medication, diagnosis, care team, level of care) are rows with dates.

-- Human numbers are sequences of their own, never a max+1 and never a rowid.
create table sequence (
  name text not null primary key,
  next integer not null
) strict;
insert into sequence (name, next) values ('client', 1), ('drug_test', 1), ('receipt', 1);

-- `folded` is every name in lower case without accents, with the number, for type-ahead and for sorting by name: derived,
-- can be rebuilt. `alerts` is what everybody in the room must know, written so that it may be read there.
-- Restricted: only staff on the care team reach the chart; everybody else sees a number, or nothing at all.
create table client (
  id blob not null primary key check (length(id) = 16),
  number integer not null,
  family_name text not null,
  given_name text not null,
  preferred_name text not null default '',
  other_names text not null default '',
  folded text not null,
  pronouns text not null default '',
  born_on text,
  sex text not null default '',
  address text not null default '',
  city text not null default '',
  state text not null default '',
  zip text not null default '',
  mail_is_safe integer not null default 0 check (mail_is_safe in (0, 1)),
  allergies text not null default '',
  alerts text not null default '',
  profession text not null default '',
  referral_source text not null default '',
  referral_detail text not null default '',
  restricted integer not null default 0 check (restricted in (0, 1)),
  restricted_reason text not null default '',
  voided_at integer,
  void_reason text,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create unique index client_number on client (number) where voided_at is null;
-- Holds all that type-ahead reads of every client, and is in the order of a list by name.
create index client_find on client (folded, id, restricted) where voided_at is null;
create index client_born on client (born_on);

-- A way to reach the client, with what is safe there.
create table contact (
  id blob not null primary key check (length(id) = 16),
  client blob not null references client (id),
  kind text not null check (kind in ('cell', 'home', 'work', 'email')),
  value text not null,
  call_is_safe integer not null check (call_is_safe in (0, 1)),
  message_is_safe integer not null check (message_is_safe in (0, 1)),
  preferred integer not null check (preferred in (0, 1)),
  -- The last ten digits of a telephone number, for finding who may be here already.
  digits text generated always as (
    substr(replace(replace(replace(replace(replace(replace(value, ' ', ''), '-', ''), '(', ''), ')', ''), '.', ''), '+', ''), -10)
  ) virtual,
  voided_at integer,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create index contact_client on contact (client);
create index contact_digits on contact (digits) where voided_at is null and kind <> 'email';

create table emergency_contact (
  id blob not null primary key check (length(id) = 16),
  client blob not null references client (id),
  name text not null,
  relationship text not null,
  phone text not null,
  knows_of_treatment integer not null check (knows_of_treatment in (0, 1)),
  voided_at integer,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create index emergency_contact_client on emergency_contact (client);

create table insurance (
  id blob not null primary key check (length(id) = 16),
  client blob not null references client (id),
  position integer not null,
  payer text not null,
  member_number text not null,
  group_number text not null,
  subscriber text not null,
  starts_on text,
  ends_on text,
  -- Paid in full by the client: nothing may be disclosed to the payer (42 CFR 2.26).
  paid_in_full integer not null check (paid_in_full in (0, 1)),
  voided_at integer,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create index insurance_client on insurance (client);

-- A license of the client: what is at stake.
create table license (
  id blob not null primary key check (length(id) = 16),
  client blob not null references client (id),
  label text not null,
  state text not null,
  number text not null,
  status text not null check (status in ('active', 'conditions', 'suspended', 'surrendered', 'lapsed', 'unknown')),
  expires_on text,
  board text not null default '',
  monitoring_program text not null default '',
  voided_at integer,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create index license_client on license (client);

-- Where and when the client works; care bends around it.
create table work (
  id blob not null primary key check (length(id) = 16),
  client blob not null references client (id),
  employer text not null,
  unit text not null,
  position text not null,
  pattern text not null check (pattern in ('days', 'evenings', 'nights', 'rotating', 'call', 'on_leave', 'not_working')),
  pattern_words text not null default '',
  starts_on text,
  ends_on text,
  voided_at integer,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create index work_client on work (client);

-- Who cares for the client: the reach of counselors hangs on this (models.md section 2).
create table care_team (
  id blob not null primary key check (length(id) = 16),
  client blob not null references client (id),
  staff blob not null references staff (id),
  part text not null check (part in ('primary', 'member', 'covers')),
  starts_on text not null,
  ends_on text,
  voided_at integer,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create unique index care_team_primary on care_team (client) where part = 'primary' and ends_on is null and voided_at is null;
create index care_team_client on care_team (client, staff);
create index care_team_staff on care_team (staff, client) where voided_at is null;

-- Charts an auditor was named for.
create table named_chart (
  id blob not null primary key check (length(id) = 16),
  client blob not null references client (id),
  staff blob not null references staff (id),
  until integer not null,
  voided_at integer,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create index named_chart_staff on named_chart (staff, client);
create index named_chart_client on named_chart (client);

-- Breaking the glass: a typed reason, 30 minutes, read only, on the director's page next morning.
create table break_glass (
  id blob not null primary key check (length(id) = 16),
  client blob not null references client (id),
  staff blob not null references staff (id),
  reason text not null,
  until integer not null,
  seen_by blob references staff (id),
  seen_at integer,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create index break_glass_staff on break_glass (staff, client, until);
create index break_glass_client on break_glass (client);
create index break_glass_seen on break_glass (seen_by);
create index break_glass_until on break_glass (until);

-- One stay. A return is a new episode and the old one stays whole.
create table episode (
  id blob not null primary key check (length(id) = 16),
  client blob not null references client (id),
  number integer not null,
  track text not null default '',
  admitted_on text not null,
  discharged_on text,
  discharge_reason text not null default '',
  voided_at integer,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create unique index episode_client on episode (client, number) where voided_at is null;
create unique index episode_open on episode (client) where discharged_on is null and voided_at is null;
create index episode_discharged on episode (discharged_on);

-- The level of care of an episode from a date on; labels are ASAM level numbers (no criteria text).
create table level_of_care (
  id blob not null primary key check (length(id) = 16),
  episode blob not null references episode (id),
  level text not null check (level in ('1.0', '1.5', '1.7', '2.1', '2.5', '2.7', '3.1', '3.5', '3.7', '4')),
  from_on text not null,
  voided_at integer,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create unique index level_of_care_episode on level_of_care (episode, from_on) where voided_at is null;

-- A client in one line, with the newest stay, its latest level and the primary counselor: what lists, type-ahead and rosters
-- show. Nobody's reach is in it.
create view client_line as
select
  client.id, client.number, client.family_name, client.given_name, client.preferred_name, client.born_on,
  client.profession, client.restricted, client.folded,
  episode.id as episode, episode.admitted_on, episode.discharged_on, episode.track,
  (
    select level_of_care.level
    from level_of_care
    where level_of_care.episode = episode.id and level_of_care.voided_at is null
    order by level_of_care.from_on desc
    limit 1
  ) as level,
  (
    select staff.given_name || ' ' || staff.family_name
    from care_team
    join staff on staff.id = care_team.staff
    where care_team.client = client.id and care_team.part = 'primary' and care_team.ends_on is null
      and care_team.voided_at is null
  ) as counselor
from client
left join episode on episode.client = client.id and episode.voided_at is null and episode.number = (
  select max(newest.number)
  from episode as newest
  where newest.client = client.id and newest.voided_at is null
)
where client.voided_at is null;

create table medication (
  id blob not null primary key check (length(id) = 16),
  client blob not null references client (id),
  name text not null,
  dose text not null,
  frequency text not null,
  prescriber text not null,
  started_on text,
  stopped_on text,
  -- Keys of the analytes it should show in a drug test, comma separated.
  shows_as text not null default '',
  voided_at integer,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create index medication_client on medication (client);

-- ICD-10-CM by code and words; the words are kept as they stood.
create table diagnosis (
  id blob not null primary key check (length(id) = 16),
  client blob not null references client (id),
  code text not null,
  words text not null,
  position integer not null,
  diagnosed_on text,
  resolved_on text,
  voided_at integer,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create index diagnosis_client on diagnosis (client);
