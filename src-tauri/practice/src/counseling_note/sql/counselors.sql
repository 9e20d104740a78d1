select staff.id, staff.given_name || ' ' || staff.family_name as name
from staff
join staff_role on staff_role.staff = staff.id and staff_role.role = 'counselor' and staff_role.voided_at is null
where staff.active = 1
order by staff.family_name, staff.given_name, staff.id
