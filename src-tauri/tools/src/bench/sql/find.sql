-- Who begins with it comes before who holds it somewhere, then by name.
select client.id, client.number, client.family_name, client.given_name, client.preferred_name, client.born_on,
       client.profession, episode.admitted_on, episode.discharged_on,
       (
         select level from level_of_care
         where level_of_care.episode = episode.id and level_of_care.voided_at is null
         order by from_on desc
         limit 1
       ) as level
from (
  select id, folded, (instr(folded, ' ' || :text) = 0) + (instr(folded, ' ' || :text) <> 1) as rank
  from client indexed by client_find
  where voided_at is null and instr(folded, :text) > 0
    and (restricted = 0 or exists (
      select 1 from care_team
      where care_team.client = client.id and care_team.staff = :me and care_team.voided_at is null
        and care_team.starts_on <= :today and (care_team.ends_on is null or care_team.ends_on >= :today)
    ))
  order by rank, folded
  limit 20
) hit
join client on client.id = hit.id
left join episode on episode.client = client.id and episode.voided_at is null and episode.number = (
  select max(number) from episode newest where newest.client = client.id and newest.voided_at is null
)
order by hit.rank, hit.folded
