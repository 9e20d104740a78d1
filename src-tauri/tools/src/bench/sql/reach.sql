-- Whether the person reaches the client: as a director who is not kept out, or as one of the care team.
select client.id
from client
where client.id = :client and client.voided_at is null
  and (
    (client.restricted = 0 and exists (select 1 from staff_role where staff = :me and role = 'director'))
    or exists (
      select 1
      from care_team
      where care_team.client = client.id and care_team.staff = :me and care_team.voided_at is null
        and care_team.starts_on <= :today and (care_team.ends_on is null or care_team.ends_on >= :today)
    )
  )
