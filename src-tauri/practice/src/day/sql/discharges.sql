select episode.discharged_on, client.id as client, client.number, client.given_name, client.family_name,
       client.preferred_name, client.restricted
from care_team
join episode on episode.client = care_team.client and episode.discharged_on >= :since and episode.voided_at is null
join client on client.id = care_team.client and client.voided_at is null
where care_team.staff = :me and care_team.part = 'primary' and care_team.voided_at is null
  and care_team.starts_on <= episode.discharged_on
  and (care_team.ends_on is null or care_team.ends_on >= episode.discharged_on)
  and not exists (
    select 1
    from note indexed by note_episode
    where note.episode = episode.id and note.kind = 'discharge' and note.voided_at is null
      and note.state not in ('draft', 'returned')
  )
order by episode.discharged_on
limit 100
