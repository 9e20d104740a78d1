select distinct staff.id, staff.given_name || ' ' || staff.family_name as name, staff.family_name, staff.given_name
from staff
join staff_role on staff_role.staff = staff.id and staff_role.role = 'counselor'
order by staff.family_name, staff.given_name, staff.id
