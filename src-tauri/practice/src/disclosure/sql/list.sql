select
  disclosure.id, disclosure.recipient, disclosure.purpose, disclosure.told, disclosure.how, disclosure.sent_at,
  disclosure.rev, staff.given_name || ' ' || staff.family_name as by, consent.kind as consent_kind,
  consent.recipient as consent_recipient
from disclosure
join consent on consent.id = disclosure.consent
join exit on exit.id = disclosure.exit and exit.voided_at is null
left join staff on staff.id = disclosure.by_staff
where disclosure.client = :client and disclosure.voided_at is null
order by disclosure.sent_at is not null, disclosure.sent_at desc, disclosure.id desc
limit :most
