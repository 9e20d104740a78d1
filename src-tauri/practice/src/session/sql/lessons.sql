-- Which lesson of a curriculum each session of some dates is: what was recorded with it, or, for one that is planned, the
-- next of its group's curriculum after the last recorded one, those planned before it counted. After the last comes the first.
-- A session that takes another lesson keeps its place in line, so those after it go on as if nothing had been swapped.
with following as (
  select groups.id as of_group, groups.curriculum, coalesce(last.number, 0) as number,
         coalesce(last_session.starts_at, 0) as since,
         (select count(*) from lesson where lesson.curriculum = groups.curriculum) as lessons
  from groups
  left join session last_session on last_session.id = (
    select done.id
    from session done indexed by session_group
    join lesson on lesson.id = done.lesson
    where done.of_group = groups.id and done.state = 'recorded' and lesson.curriculum = groups.curriculum
    order by done.on_date desc, done.starts_at desc
    limit 1
  )
  left join lesson last on last.id = coalesce(last_session.lesson_place, last_session.lesson)
  where groups.curriculum is not null
),
waiting as (
  select session.id, session.on_date, session.lesson_instead, following.curriculum, following.lessons, following.number,
         row_number() over (partition by session.of_group order by session.starts_at, session.id) as place
  from following
  cross join session indexed by session_group on session.of_group = following.of_group
  where session.state = 'planned' and session.starts_at > following.since
    and session.on_date >= :since and session.on_date < :until
)
select waiting.id as session, lesson.id, lesson.curriculum, lesson.number, waiting.lessons as many, lesson.topic, lesson.aim, curriculum.name,
       place.id as place, place.number as place_number
from waiting
join curriculum on curriculum.id = waiting.curriculum
join lesson place on place.curriculum = waiting.curriculum
  and place.number = (waiting.number + waiting.place - 1) % waiting.lessons + 1
left join lesson instead on instead.id = waiting.lesson_instead and instead.curriculum = waiting.curriculum
join lesson on lesson.id = coalesce(instead.id, place.id)
where waiting.on_date >= :from
union all
select session.id, lesson.id, lesson.curriculum, lesson.number,
       (select count(*) from lesson other where other.curriculum = lesson.curriculum), lesson.topic, lesson.aim, curriculum.name,
       place.id, place.number
from session indexed by session_on
join lesson on lesson.id = session.lesson
join lesson place on place.id = coalesce(session.lesson_place, session.lesson)
join curriculum on curriculum.id = lesson.curriculum
where session.on_date >= :from and session.on_date < :until and session.state = 'recorded'
