-- Groups, sessions, attendance. A session is a dated meeting, group or individual; attendance is recorded, never assumed
-- (models.md section 1). `groups` is the one plural table: "group" is a word of SQL.

create table group_type (
  word text not null primary key,
  label text not null,
  position integer not null,
  -- The policy that holds the cap of this type.
  cap_policy text not null
) strict;
insert into group_type (word, label, position, cap_policy) values
  ('process', 'Process group', 1, 'group_cap_process'),
  ('skills', 'Skills: coping', 2, 'group_cap_process'),
  ('refusal', 'Refusal role-play', 3, 'group_cap_process'),
  ('relapse', 'Relapse prevention', 4, 'group_cap_process'),
  ('education', 'Education', 5, 'group_cap_education'),
  ('professional', 'Professional issues', 6, 'group_cap_process'),
  ('family', 'Family', 7, 'group_cap_process'),
  ('aftercare', 'Aftercare', 8, 'group_cap_process');

create table groups (
  id blob not null primary key check (length(id) = 16),
  name text not null,
  type text not null references group_type (word),
  track text not null default '',
  room text not null default '',
  capacity integer not null check (capacity between 1 and 200),
  facilitator blob not null references staff (id),
  co_facilitator blob references staff (id),
  active integer not null check (active in (0, 1)),
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create index groups_type on groups (type);
create index groups_facilitator on groups (facilitator);
create index groups_co_facilitator on groups (co_facilitator);

-- A weekly place in the calendar. weekday: 1 Monday to 7 Sunday.
create table slot (
  id blob not null primary key check (length(id) = 16),
  of_group blob not null references groups (id),
  weekday integer not null check (weekday between 1 and 7),
  starts text not null,
  minutes integer not null check (minutes between 5 and 600),
  from_on text not null,
  until_on text,
  voided_at integer,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create index slot_group on slot (of_group);

-- One stay on a roster, from `joined_on` up to but without `left_on`. Several stays of a client in a group are several rows.
create table membership (
  id blob not null primary key check (length(id) = 16),
  of_group blob not null references groups (id),
  client blob not null references client (id),
  joined_on text not null,
  left_on text,
  leave_reason text not null default '',
  cap_reason text not null default '',
  voided_at integer,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create unique index membership_stay on membership (of_group, client) where left_on is null and voided_at is null;
create index membership_group on membership (of_group, joined_on);
create index membership_client on membership (client);

create table session_kind (
  word text not null primary key,
  label text not null,
  position integer not null,
  -- Whether it counts toward weekly hours and a billable day unless a policy says otherwise.
  counts integer not null check (counts in (0, 1))
) strict;
insert into session_kind (word, label, position, counts) values
  ('group', 'Group', 1, 1),
  ('individual', 'Individual session', 2, 1),
  ('family', 'Family session', 3, 1),
  ('assessment', 'Assessment', 4, 1),
  ('education', 'Education', 5, 1),
  ('crisis', 'Crisis', 6, 1),
  ('case_management', 'Case management', 7, 0);

-- It belongs to the local date of its planned start. `starts_at` and `ends_at` are the planned instants, derived from
-- date, wall time and zone when planned; `began_at` and `finished_at` are what happened.
create table session (
  id blob not null primary key check (length(id) = 16),
  kind text not null references session_kind (word),
  of_group blob references groups (id),
  client blob references client (id),
  staff blob not null references staff (id),
  substitute blob references staff (id),
  -- The weekly place it was planned from, and the date of that place: planning ahead again finds it even when moved.
  slot blob references slot (id),
  slot_on text,
  room text not null default '',
  on_date text not null,
  starts text not null,
  minutes integer not null check (minutes between 5 and 600),
  time_zone text not null,
  starts_at integer not null,
  ends_at integer not null,
  began_at integer,
  finished_at integer,
  topic text not null default '',
  state text not null check (state in ('planned', 'recorded', 'cancelled')),
  cancel_reason text not null default '',
  recorded_at integer,
  recorded_by blob references staff (id),
  late_entry integer not null default 0 check (late_entry in (0, 1)),
  imported integer not null default 0 check (imported in (0, 1)),
  rev integer not null, at integer not null, device blob not null, by_staff blob not null,
  check ((of_group is null) <> (client is null) or kind in ('family', 'case_management', 'education'))
) strict;
create unique index session_place on session (of_group, starts_at) where of_group is not null and state <> 'cancelled';
create unique index session_slot on session (slot, slot_on) where slot is not null;
create index session_kind_word on session (kind);
create index session_on on session (on_date, starts_at);
create index session_staff on session (staff, on_date);
create index session_substitute on session (substitute, on_date) where substitute is not null;
create index session_client on session (client, on_date);
create index session_group on session (of_group, on_date);
create index session_recorded_by on session (recorded_by);

-- A pause inside a session; does not count.
create table session_break (
  id blob not null primary key check (length(id) = 16),
  session blob not null references session (id),
  from_at integer not null,
  until_at integer not null,
  voided_at integer,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null,
  check (from_at < until_at)
) strict;
create index session_break_session on session_break (session);

-- Two axes: present, part or absent, by arrival and leaving; and excused or not, with a reason. `minutes` is derived from
-- the instants, the session and its breaks; `on_date` is the session's. Walk-ins have a row like everybody else.
create table attendance (
  id blob not null primary key check (length(id) = 16),
  session blob not null references session (id),
  client blob not null references client (id),
  on_date text not null,
  state text not null check (state in ('present', 'part', 'absent')),
  arrived_at integer,
  left_at integer,
  minutes integer not null check (minutes between 0 and 600),
  excused integer check (excused in (0, 1)),
  reason text not null default '',
  source text not null check (source in ('clock', 'entered', 'imported', 'paper')),
  place text not null check (place in ('in_person', 'video')),
  client_location text not null default '',
  expected integer not null check (expected in (0, 1)),
  -- The attendance this one makes up for; it counts in the week it happens.
  makes_up blob references attendance (id),
  corrected_because text not null default '',
  voided_at integer,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null,
  check (state = 'absent' or (arrived_at is not null and left_at is not null)),
  check (state <> 'absent' or (minutes = 0 and excused is not null))
) strict;
create unique index attendance_session on attendance (session, client) where voided_at is null;
create index attendance_makes_up on attendance (makes_up) where makes_up is not null;
create index attendance_client on attendance (client, on_date);
create index attendance_on on attendance (on_date, client, minutes);
