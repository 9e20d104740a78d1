-- Every version of each session of a curriculum, the present one last: earlier ones are kept as JSON.
select kept.lesson, kept.of_rev, kept.number, kept.topic, kept.aim, kept.outline, kept.scenarios, kept.handout, kept.at,
  staff.given_name || ' ' || staff.family_name as by_name
from (
  select lesson.id as lesson, version.of_rev, json_extract(version.body, '$.number') as number,
    json_extract(version.body, '$.topic') as topic, json_extract(version.body, '$.aim') as aim,
    json_extract(version.body, '$.outline') as outline, json_extract(version.body, '$.scenarios') as scenarios,
    json_extract(version.body, '$.handout') as handout, json_extract(version.body, '$.at') as at,
    unhex(json_extract(version.body, '$.by_staff')) as by_staff
  from lesson
  cross join version on version.of_table = 'lesson' and version.of_id = lesson.id
  where lesson.curriculum = :curriculum
  union all
  select id, rev, number, topic, aim, outline, scenarios, handout, at, by_staff
  from lesson
  where curriculum = :curriculum
) kept
join staff on staff.id = kept.by_staff
order by kept.number, kept.lesson, kept.of_rev
