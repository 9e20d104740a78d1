select episode.client, episode.weekly_hours, level_of_care.level
from json_each(:clients) one
cross join episode on episode.client = unhex(one.value) and episode.voided_at is null
  and episode.admitted_on <= :on and (episode.discharged_on is null or episode.discharged_on >= :on)
left join level_of_care on level_of_care.episode = episode.id and level_of_care.voided_at is null
  and level_of_care.from_on <= :on
order by episode.admitted_on, level_of_care.from_on
