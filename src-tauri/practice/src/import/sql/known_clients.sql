select
  person.external as external,
  person.of_id as id,
  stay.of_id as episode,
  client.number as number,
  episode.discharged_on as discharged_on
from external_id as person
join external_id as stay on stay.source = person.source and stay.kind = 'episode' and stay.external = person.external
join client on client.id = person.of_id
join episode on episode.id = stay.of_id
where person.source = :source and person.kind = 'client'
