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

-- Group notes are divided by a template too: its sections belong to the shared part or to each person's own. `words` stays
-- the shared text as it is read, signed and searched; `sections` holds it by section where there is more than one. A shared
-- part without an edition was written under the first.
alter table shared_part add column template blob references note_template_edition (id);
alter table shared_part add column sections text not null default '{}';
create index shared_part_template on shared_part (template);

insert into note_template (id, name, kind, first, active, rev, at, device, by_staff) values
  (x'00000000000070008000000000000116', 'Group', 'group', 1, 1, 1, 0, zeroblob(16), zeroblob(16));

insert into note_template_edition (id, template, number, sections, rev, at, device, by_staff) values
  (x'00000000000070008000000000000216', x'00000000000070008000000000000116', 1, '[
    {"key":"words","label":"What the group did","hint":"In a sentence or two.","required":true,"carries":false,"shared":true},
    {"key":"line","label":"Own line","hint":"What this person did, said or took away.","required":true,"carries":false}]',
   1, 0, zeroblob(16), zeroblob(16));
