-- What two people wrote on one text and did not stand in the end: kept word for word, for whoever wrote it and whoever
-- settled it. `form` and `subject` are those of the draft, `part` names the section as the screen does.
create table set_aside (
  id blob not null primary key check (length(id) = 16),
  staff blob not null references staff (id),
  writer blob not null references staff (id),
  form text not null,
  subject text not null,
  part text not null,
  words text not null,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create index set_aside_of on set_aside (subject, form);
create index set_aside_staff on set_aside (staff);
create index set_aside_writer on set_aside (writer);

-- Who else has a draft of the same text.
create index draft_of on draft (subject, form) where closed_at is null;
