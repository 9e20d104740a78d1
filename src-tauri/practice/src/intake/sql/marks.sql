-- The oldest first: the newest of an item is read last and stands.
select
  intake_mark.client, intake_mark.item, intake_mark.id, intake_mark.rev, intake_mark.state, intake_mark.marked_on,
  intake_mark.reason, staff.given_name || ' ' || staff.family_name as by_name
from json_each(:ids) as wanted
cross join intake_mark on intake_mark.client = unhex(wanted.value) and intake_mark.voided_at is null
join staff on staff.id = intake_mark.marked_by
order by intake_mark.marked_on, intake_mark.id
