-- The schedule around the sessions: days on which the practice is closed, weekly places with a leader and a room of their
-- own, make-up bookings, the waitlists of the groups, people who must not share a room, and what the front desk knows of the day.

-- A date on which no group meets. `source` says where the date comes from, such as the rule of a federal holiday.
create table closure (
  id blob not null primary key check (length(id) = 16),
  on_date text not null,
  name text not null,
  source text not null default '',
  voided_at integer,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create unique index closure_on on closure (on_date) where voided_at is null;

-- Which closure cancelled a session: only those come back with it.
alter table session add column closure blob references closure (id);
create index session_closure on session (closure) where closure is not null;

-- The weekly place whose end cancelled a session: it comes back when that end is taken back.
alter table session add column ended_with blob references slot (id);
create index session_ended_with on session (ended_with) where ended_with is not null;

-- Who leads the sessions of a weekly place and where, when it is not as the group says.
alter table slot add column staff blob references staff (id);
alter table slot add column room text;
create index slot_staff on slot (staff) where staff is not null;

-- Two clients who must not sit in one room, from a date up to but without `until_on`. The pair has no direction: the
-- smaller id stands first.
create table apart (
  id blob not null primary key check (length(id) = 16),
  one blob not null references client (id),
  other blob not null references client (id),
  reason text not null check (reason in ('same_unit', 'supervisor', 'treating', 'former_partners', 'other')),
  detail text not null default '',
  from_on text not null,
  until_on text,
  end_reason text not null default '',
  rev integer not null, at integer not null, device blob not null, by_staff blob not null,
  check (one < other)
) strict;
create unique index apart_pair on apart (one, other) where until_on is null;
create index apart_one on apart (one);
create index apart_other on apart (other);

-- Why a pair was put into one room after all: where, for whom, by whom.
create table apart_override (
  id blob not null primary key check (length(id) = 16),
  apart blob not null references apart (id),
  client blob not null references client (id),
  of_group blob references groups (id),
  session blob references session (id),
  reason text not null,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create index apart_override_apart on apart_override (apart);
create index apart_override_client on apart_override (client);
create index apart_override_group on apart_override (of_group);
create index apart_override_session on apart_override (session);

-- Who waits for a seat in a group, in the order of `position`.
create table waitlist (
  id blob not null primary key check (length(id) = 16),
  of_group blob not null references groups (id),
  client blob not null references client (id),
  since_on text not null,
  position integer not null,
  reason text not null,
  moved_because text not null default '',
  state text not null check (state in ('waiting', 'offered', 'accepted', 'removed')),
  offered_on text,
  removed_because text not null default '',
  membership blob references membership (id),
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create unique index waitlist_open on waitlist (of_group, client) where state in ('waiting', 'offered');
create index waitlist_group on waitlist (of_group, position);
create index waitlist_client on waitlist (client);
create index waitlist_membership on waitlist (membership) where membership is not null;

-- A client expected at one session of a group they are not a member of, to make up for one they missed.
create table booking (
  id blob not null primary key check (length(id) = 16),
  session blob not null references session (id),
  client blob not null references client (id),
  makes_up blob not null references attendance (id),
  cancelled_at integer,
  cancel_reason text not null default '',
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create unique index booking_seat on booking (session, client) where cancelled_at is null;
create index booking_client on booking (client);
create index booking_makes_up on booking (makes_up);

-- What the front desk marked on a day: somebody is here, has gone, called to be late, called that they do not come. The
-- latest that was not taken back holds. It is not attendance; it is offered to whoever records it.
create table arrival (
  id blob not null primary key check (length(id) = 16),
  client blob not null references client (id),
  on_date text not null,
  mark text not null check (mark in ('here', 'gone', 'late', 'not_coming')),
  -- The session that a call concerns; null where it holds for the rest of the day.
  session blob references session (id),
  minutes integer check (minutes between 1 and 600),
  reason text not null default '',
  marked_at integer not null,
  voided_at integer,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null,
  check ((mark = 'late') = (minutes is not null))
) strict;
create index arrival_on on arrival (on_date, client);
create index arrival_client on arrival (client);
create index arrival_session on arrival (session) where session is not null;
