select
  disclosure.id, disclosure.client, disclosure.follow_up, disclosure.agreement, disclosure.report_on, disclosure.at,
  disclosure.rev, disclosure.exit, staff.given_name || ' ' || staff.family_name as by
from json_each(:clients) one
cross join disclosure indexed by disclosure_client
  on disclosure.client = unhex(one.value) and disclosure.sent_at is null
join exit on exit.id = disclosure.exit and exit.voided_at is null
left join staff on staff.id = disclosure.by_staff
where disclosure.voided_at is null
order by disclosure.at
