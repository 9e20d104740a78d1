-- Curricula: numbered meetings as a practice holds them, each with its topic, aim, outline and handout. What we ship
-- stands in the program; a row here is the practice's own copy, free to be changed, and every change keeps what was.

create table curriculum (
  id blob not null primary key check (length(id) = 16),
  name text not null,
  about text not null default '',
  -- The key of the shipped one it was copied from; empty for one that was written here.
  shipped text not null default '',
  active integer not null check (active in (0, 1)),
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;

-- One numbered meeting. Outline and scenarios: one step a line. Numbers run from 1 without a gap.
create table lesson (
  id blob not null primary key check (length(id) = 16),
  curriculum blob not null references curriculum (id),
  number integer not null check (number between 1 and 60),
  topic text not null,
  aim text not null default '',
  outline text not null default '',
  scenarios text not null default '',
  handout text not null default '',
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create unique index lesson_number on lesson (curriculum, number);

-- What a group follows, and which meeting of it a recorded session was.
alter table groups add column curriculum blob references curriculum (id);
create index groups_curriculum on groups (curriculum) where curriculum is not null;
alter table session add column lesson blob references lesson (id);
create index session_lesson on session (lesson) where lesson is not null;
