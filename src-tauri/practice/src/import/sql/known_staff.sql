select
  external_id.external as external,
  external_id.of_id as id,
  exists (
    select 1
    from staff_role
    where staff_role.staff = external_id.of_id and staff_role.role = 'facilitator' and staff_role.voided_at is null
  ) as facilitates
from external_id
where external_id.source = :source and external_id.kind = 'staff'
