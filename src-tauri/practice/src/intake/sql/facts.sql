-- `ended` is the end of the stay before the present one; of a client who left and is not back, the last end.
with asked as (
  select client.id, stay.track, stay.admitted_on, (
    select max(before.discharged_on)
    from episode as before
    where before.client = client.id and before.voided_at is null
  ) as ended
  from json_each(:ids) as wanted
  cross join client on client.id = unhex(wanted.value)
  left join episode as stay on stay.client = client.id and stay.discharged_on is null and stay.voided_at is null
)
select
  asked.id as client, coalesce(asked.track, '') as track, asked.admitted_on, asked.ended,
  exists (
    select 1
    from consent
    where consent.client = asked.id and consent.kind = 'treatment' and consent.evidence = 0
      and consent.revoked_on is null and consent.voided_at is null
      and (consent.expires_on is null or consent.expires_on >= :today)
  ) as treatment,
  exists (
    select 1
    from consent
    where consent.client = asked.id and consent.kind = 'tpo' and consent.evidence = 0
      and consent.revoked_on is null and consent.voided_at is null
      and (consent.expires_on is null or consent.expires_on >= :today)
  ) as tpo,
  exists (
    select 1
    from assessment
    where assessment.client = asked.id and assessment.state = 'signed' and assessment.voided_at is null
      and (asked.ended is null or assessment.assessed_on > asked.ended)
  ) as assessment,
  exists (
    select 1
    from emergency_contact
    where emergency_contact.client = asked.id and emergency_contact.voided_at is null
  ) as emergency_contact,
  exists (
    select 1
    from medication
    where medication.client = asked.id and medication.voided_at is null
  ) as medication
from asked
