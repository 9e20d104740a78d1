-- Five numbers for each counselor of active clients.
with active as (
  select client.id as client, care_team.staff, episode.admitted_on, episode.weekly_hours,
         coalesce(episode.test_interval_days, 14) as test_interval_days
  from episode
  join client on client.id = episode.client and client.voided_at is null and client.restricted = 0
  join care_team on care_team.client = client.id and care_team.part = 'primary' and care_team.ends_on is null
    and care_team.voided_at is null
  where episode.discharged_on is null and episode.voided_at is null
),
week as (
  select client, sum(minutes) as minutes
  from attendance indexed by attendance_on
  where on_date > date(:today, '-7 days') and on_date <= :today and state <> 'absent' and voided_at is null
  group by client
),
overdue as (
  select author, count(*) as notes
  from note indexed by note_open
  where state in ('draft', 'returned', 'awaiting_cosign') and state = 'draft' and voided_at is null
    and coalesce(ended_at, service_at) < :due
  group by author
)
select staff.id, staff.family_name, count(*) as clients, coalesce(max(overdue.notes), 0) as notes,
       sum(coalesce(week.minutes, 0) < coalesce(active.weekly_hours, 9) * 60) as short,
       sum(julianday(:today) - julianday(coalesce((
         select on_date from drug_test
         where drug_test.client = active.client and state not in ('ordered', 'not_collected') and voided_at is null
         order by on_date desc
         limit 1
       ), active.admitted_on)) > active.test_interval_days) as tests,
       sum((
         select count(*) from consent
         where consent.client = active.client and revoked_on is null and voided_at is null
           and expires_on between :today and date(:today, '+30 days')
       )) as consents
from active
join staff on staff.id = active.staff
left join week on week.client = active.client
left join overdue on overdue.author = active.staff
group by staff.id
order by staff.family_name
