select
  'Level ' || level_of_care.level as words, level_of_care.from_on,
  coalesce(
    (
      select date(min(next.from_on), '-1 day')
      from level_of_care next
      where next.episode = level_of_care.episode and next.from_on > level_of_care.from_on and next.voided_at is null
    ),
    episode.discharged_on
  ) as until_on
from episode
join level_of_care on level_of_care.episode = episode.id and level_of_care.voided_at is null
where episode.client = :client and episode.voided_at is null and level_of_care.from_on <= :to
  and coalesce(episode.discharged_on, :to) >= :from
order by level_of_care.from_on
