select
  care_team.client, care_team.id, care_team.rev, care_team.staff, care_team.part, care_team.starts_on, care_team.ends_on,
  staff.given_name || ' ' || staff.family_name as name
from care_team
join staff on staff.id = care_team.staff
where care_team.id = :id and care_team.voided_at is null
