select
  break_glass.id, break_glass.rev, break_glass.until, break_glass.reason, break_glass.seen_at, client.number,
  break_glass.staff = :me as own,
  staff.given_name || ' ' || staff.family_name as who,
  seen.given_name || ' ' || seen.family_name as seen_by
from break_glass
join client on client.id = break_glass.client
join staff on staff.id = break_glass.staff
left join staff as seen on seen.id = break_glass.seen_by
where :everybody or break_glass.staff = :me
order by break_glass.until desc
limit :most
