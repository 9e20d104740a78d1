select
  agreement.id, agreement.client, client.family_name, client.given_name, agreement.kind, agreement.party,
  agreement.consent as linked, agreement.from_on, agreement.until_on, agreement.report_months, agreement.report_first_on,
  (
    select group_concat(disclosure.report_on)
    from disclosure
    where disclosure.agreement = agreement.id and disclosure.report_on is not null
      and disclosure.sent_at is not null and disclosure.voided_at is null
  ) as sent
from agreement indexed by agreement_report
join client on client.id = agreement.client and client.voided_at is null
where agreement.report_months is not null and agreement.voided_at is null and agreement.report_first_on <= :ahead
  and (agreement.until_on is null or agreement.until_on >= :back)
  and (:client is null or agreement.client = :client)
  and (
    (:everyone and client.restricted = 0)
    or hex(agreement.client) in (select upper(one.value) from json_each(:mine) one)
  )
