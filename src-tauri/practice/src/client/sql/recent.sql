with lately (subject, action, at) as materialized (
  select audit.subject, audit.action, audit.at
  from audit
  where audit.actor = :me
  order by audit.at desc, audit.seq desc
  limit 2000
),
opened (client, at) as materialized (
  select lately.subject, max(lately.at)
  from lately
  where lately.action = 'client.open' and lately.subject is not null
  group by lately.subject
  order by 2 desc
  limit 30
)
select
  line.id, line.number, line.family_name, line.given_name, line.preferred_name, line.born_on, line.profession,
  line.admitted_on, line.discharged_on, line.level,
  line.restricted = 0 or exists (
    select 1
    from care_team
    where care_team.client = line.id and care_team.staff = :me and care_team.voided_at is null
      and care_team.starts_on <= :today and (care_team.ends_on is null or care_team.ends_on >= :today)
  ) as open
from opened
join client_line as line on line.id = opened.client
order by opened.at desc
