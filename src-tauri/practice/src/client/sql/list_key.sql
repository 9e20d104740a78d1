select
  client.id as id,
  client.folded as folded,
  case :sort
    when 'number' then (select of_client.number from client as of_client where of_client.id = client.id)
    when 'profession' then (select nullif(of_client.profession, '') from client as of_client where of_client.id = client.id)
    when 'level' then (
      select level_of_care.level
      from level_of_care
      where level_of_care.voided_at is null and level_of_care.episode = (
        select episode.id
        from episode
        where episode.client = client.id and episode.voided_at is null
        order by episode.number desc
        limit 1
      )
      order by level_of_care.from_on desc
      limit 1
    )
    when 'counselor' then (
      select staff.given_name || ' ' || staff.family_name
      from care_team
      join staff on staff.id = care_team.staff
      where care_team.client = client.id and care_team.part = 'primary' and care_team.ends_on is null
        and care_team.voided_at is null
    )
    when 'admitted' then (
      select episode.admitted_on
      from episode
      where episode.client = client.id and episode.voided_at is null
      order by episode.number desc
      limit 1
    )
  end as key
