-- DAP, SOAP, BIRP, GIRP and plain text as data, like the templates of a kind: what they ask for can be changed, and each
-- change is a new edition. `format` names the one that a row divides; such a row serves every kind of note that is written
-- freely, and its kind says only where a list shows it. A note without an edition was written under the first.
alter table note_template add column format text check (format in ('dap', 'soap', 'birp', 'girp', 'plain'));
create unique index note_template_format on note_template (format) where format is not null;

insert into note_template (id, name, kind, format, first, active, rev, at, device, by_staff) values
  (x'00000000000070008000000000000111', 'DAP', 'individual', 'dap', 0, 1, 1, 0, zeroblob(16), zeroblob(16)),
  (x'00000000000070008000000000000112', 'SOAP', 'individual', 'soap', 0, 1, 1, 0, zeroblob(16), zeroblob(16)),
  (x'00000000000070008000000000000113', 'BIRP', 'individual', 'birp', 0, 1, 1, 0, zeroblob(16), zeroblob(16)),
  (x'00000000000070008000000000000114', 'GIRP', 'individual', 'girp', 0, 1, 1, 0, zeroblob(16), zeroblob(16)),
  (x'00000000000070008000000000000115', 'Plain', 'individual', 'plain', 0, 1, 1, 0, zeroblob(16), zeroblob(16));

insert into note_template_edition (id, template, number, sections, rev, at, device, by_staff) values
  (x'00000000000070008000000000000211', x'00000000000070008000000000000111', 1, '[
    {"key":"data","label":"Data","hint":"What was said and seen, and what you did.","required":true,"carries":false},
    {"key":"assessment","label":"Assessment","hint":"What it means for the client''s progress.","required":true,"carries":false},
    {"key":"plan","label":"Plan","hint":"What happens until the next session, and who does it.","required":true,"carries":true}]',
   1, 0, zeroblob(16), zeroblob(16)),
  (x'00000000000070008000000000000212', x'00000000000070008000000000000112', 1, '[
    {"key":"subjective","label":"Subjective","hint":"What the client reported, close to their own words.","required":true,"carries":false},
    {"key":"objective","label":"Objective","hint":"What you saw and did; tests and scores.","required":true,"carries":false},
    {"key":"assessment","label":"Assessment","hint":"What both mean together.","required":true,"carries":false},
    {"key":"plan","label":"Plan","hint":"What happens until the next session, and who does it.","required":true,"carries":true}]',
   1, 0, zeroblob(16), zeroblob(16)),
  (x'00000000000070008000000000000213', x'00000000000070008000000000000113', 1, '[
    {"key":"behavior","label":"Behavior","hint":"What the client said and how they seemed.","required":true,"carries":false},
    {"key":"intervention","label":"Intervention","hint":"What you did in the session, and with which aim.","required":true,"carries":false},
    {"key":"response","label":"Response","hint":"How the client took it, in words or in action.","required":true,"carries":false},
    {"key":"plan","label":"Plan","hint":"What happens until the next session, and who does it.","required":true,"carries":true}]',
   1, 0, zeroblob(16), zeroblob(16)),
  (x'00000000000070008000000000000214', x'00000000000070008000000000000114', 1, '[
    {"key":"goals","label":"Goals","hint":"Which goal of the plan this session served.","required":true,"carries":true},
    {"key":"intervention","label":"Intervention","hint":"What you did in the session, and with which aim.","required":true,"carries":false},
    {"key":"response","label":"Response","hint":"How the client took it, in words or in action.","required":true,"carries":false},
    {"key":"plan","label":"Plan","hint":"What happens until the next session, and who does it.","required":true,"carries":true}]',
   1, 0, zeroblob(16), zeroblob(16)),
  (x'00000000000070008000000000000215', x'00000000000070008000000000000115', 1, '[
    {"key":"text","label":"What happened","hint":"With whom, about what, with what outcome.","required":true,"carries":false}]',
   1, 0, zeroblob(16), zeroblob(16));
