select
  care_team.id, care_team.rev, care_team.staff, care_team.part, care_team.starts_on, care_team.ends_on,
  staff.given_name || ' ' || staff.family_name || coalesce((
    select ', ' || group_concat(credential.label, ', ')
    from credential
    where credential.staff = staff.id and credential.voided_at is null
  ), '') as name
from care_team
join staff on staff.id = care_team.staff
where care_team.client = :client and care_team.voided_at is null
  and (care_team.ends_on is null or care_team.ends_on >= :today)
order by care_team.part <> 'primary', care_team.part <> 'member', care_team.starts_on, care_team.id
