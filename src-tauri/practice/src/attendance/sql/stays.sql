-- In this order: from the clients to their own stays.
select episode.client, episode.number, episode.admitted_on, episode.discharged_on, episode.weekly_hours,
  level_of_care.from_on, level_of_care.level
from json_each(:clients) one
cross join episode on episode.client = unhex(one.value) and episode.voided_at is null
left join level_of_care on level_of_care.episode = episode.id and level_of_care.voided_at is null
order by episode.client, episode.number, level_of_care.from_on
