-- What a note of a kind asks for, in a better second edition: who agreed to whom being there, what was held back on the
-- telephone, the time of each step in a crisis, the level of care at a review, the reason of a payer's no, and whether a
-- medication was taken as prescribed. A template that the practice has changed already stays as the practice made it, and
-- a note keeps the edition it was begun with.

insert into note_template_edition (id, template, number, sections, rev, at, device, by_staff)
select x'00000000000070008000000000000301', template, 2, '[
    {"key":"present","label":"Who was there","hint":"By their relation to the client. Say that the client agreed to it.","required":true,"carries":false},
    {"key":"work","label":"What was worked on","hint":"What was said and done, and with which aim.","required":true,"carries":false},
    {"key":"response","label":"Response","hint":"How the client and the family took it.","required":true,"carries":false},
    {"key":"plan","label":"Plan","hint":"What happens until the next session, and who does it.","required":true,"carries":true}]',
  1, 0, zeroblob(16), zeroblob(16)
from note_template_edition
where template = x'00000000000070008000000000000101'
group by template
having max(number) = 1;

insert into note_template_edition (id, template, number, sections, rev, at, device, by_staff)
select x'00000000000070008000000000000302', template, 2, '[
    {"key":"with","label":"With whom","hint":"Name, office and way; who called whom.","required":true,"carries":true},
    {"key":"permits","label":"What permits it","hint":"The consent it rests on, or why none is needed.","required":true,"carries":true},
    {"key":"text","label":"What was said","hint":"What was asked, what was told, and what was held back.","required":true,"carries":false},
    {"key":"plan","label":"Next","hint":"Who does what, by when.","required":false,"carries":false}]',
  1, 0, zeroblob(16), zeroblob(16)
from note_template_edition
where template = x'00000000000070008000000000000102'
group by template
having max(number) = 1;

insert into note_template_edition (id, template, number, sections, rev, at, device, by_staff)
select x'00000000000070008000000000000303', template, 2, '[
    {"key":"data","label":"What happened","hint":"How it began; what was said and seen.","required":true,"carries":false},
    {"key":"assessment","label":"Risk as assessed","hint":"Thoughts, intent, plan and means; what protects. What was asked, and the answer.","required":true,"carries":false},
    {"key":"intervention","label":"What was done","hint":"Each step with its time: who was called, who was told, what was agreed.","required":true,"carries":false},
    {"key":"plan","label":"Follow-up","hint":"Who looks again and when; whom the client calls until then.","required":true,"carries":false}]',
  1, 0, zeroblob(16), zeroblob(16)
from note_template_edition
where template = x'00000000000070008000000000000103'
group by template
having max(number) = 1;

insert into note_template_edition (id, template, number, sections, rev, at, device, by_staff)
select x'00000000000070008000000000000304', template, 2, '[
    {"key":"progress","label":"Progress since the last review","hint":"Objective by objective.","required":true,"carries":false},
    {"key":"barriers","label":"What stands in the way","hint":"Shift work, craving, family, the hearing.","required":false,"carries":true},
    {"key":"level","label":"Level of care","hint":"Whether this level is still right, and what speaks for it.","required":true,"carries":false},
    {"key":"changes","label":"What changes in the plan","hint":"New, dropped or reworded objectives, and why.","required":true,"carries":false},
    {"key":"client","label":"What the client says","hint":"Close to their own words.","required":true,"carries":false}]',
  1, 0, zeroblob(16), zeroblob(16)
from note_template_edition
where template = x'00000000000070008000000000000104'
group by template
having max(number) = 1;

insert into note_template_edition (id, template, number, sections, rev, at, device, by_staff)
select x'00000000000070008000000000000305', template, 2, '[
    {"key":"asked","label":"What was asked for","hint":"Payer, reviewer and way; from when to when, and how many hours a week.","required":true,"carries":true},
    {"key":"grounds","label":"Grounds","hint":"What calls for this level now, dimension by dimension.","required":true,"carries":false},
    {"key":"progress","label":"Progress","hint":"What has changed since the last review.","required":true,"carries":false},
    {"key":"outcome","label":"Outcome","hint":"What was granted, from when to when, with the reference number; for a no, its reason.","required":true,"carries":false},
    {"key":"next","label":"Next review","hint":"The day, and what is to be ready then.","required":false,"carries":false}]',
  1, 0, zeroblob(16), zeroblob(16)
from note_template_edition
where template = x'00000000000070008000000000000105'
group by template
having max(number) = 1;

insert into note_template_edition (id, template, number, sections, rev, at, device, by_staff)
select x'00000000000070008000000000000306', template, 2, '[
    {"key":"taken","label":"What is taken","hint":"As the client says: what, how much, how often; who prescribes it.","required":true,"carries":true},
    {"key":"missed","label":"Taken as prescribed","hint":"Doses missed or taken otherwise, and why.","required":true,"carries":false},
    {"key":"effect","label":"Effect and side effects","hint":"Sleep, mood, craving, anything new.","required":true,"carries":false},
    {"key":"plan","label":"Next","hint":"Refill, question to the prescriber, laboratory.","required":true,"carries":false}]',
  1, 0, zeroblob(16), zeroblob(16)
from note_template_edition
where template = x'00000000000070008000000000000106'
group by template
having max(number) = 1;
