-- One line for each active client of the person, with everything the line shows.
select client.id, client.number, client.family_name, client.given_name, client.profession, episode.admitted_on,
       episode.track,
       (
         select level from level_of_care
         where level_of_care.episode = episode.id and from_on <= :today and level_of_care.voided_at is null
         order by from_on desc
         limit 1
       ) as level,
       (
         select sum(attendance.minutes) from attendance
         where attendance.client = client.id and on_date >= :week and on_date <= :today
           and attendance.state <> 'absent' and attendance.voided_at is null
       ) as minutes,
       (
         select sum(session.minutes)
         from membership
         join session on session.of_group = membership.of_group and session.state = 'planned'
           and session.on_date >= :today and session.on_date < date(:week, '+7 days')
         where membership.client = client.id and membership.left_on is null and membership.voided_at is null
       ) as planned,
       (
         select count(*) || ',' || sum(state <> 'absent') || ',' || sum(excused is 1) from attendance
         where attendance.client = client.id and on_date >= date(:today, '-28 days') and voided_at is null
       ) as sessions,
       (
         select count(*) || ',' || sum(coalesce(ended_at, service_at) < :due) from note indexed by note_client
         where note.client = client.id and note.state in ('draft', 'returned') and note.voided_at is null
       ) as unsigned,
       (
         select on_date || ',' || state || ',' || coalesce(outcome, '') from drug_test
         where drug_test.client = client.id and state <> 'ordered' and voided_at is null
         order by on_date desc, number desc
         limit 1
       ) as test,
       plan.id, plan.review_due_on,
       (
         select group_concat(kind || ',' || recipient || ',' || coalesce(expires_on, '') || ',' || (revoked_on is null))
         from consent
         where consent.client = client.id and consent.voided_at is null
       ) as consents
from care_team
join client on client.id = care_team.client and client.voided_at is null
join episode on episode.client = client.id and episode.discharged_on is null and episode.voided_at is null
left join plan on plan.client = client.id and plan.state = 'active' and plan.voided_at is null
where care_team.staff = :me and care_team.voided_at is null and care_team.starts_on <= :today
  and (care_team.ends_on is null or care_team.ends_on >= :today)
order by client.family_name, client.given_name
