select coalesce(consent_kind.label, consent.kind) as kind, consent.recipient, consent.expires_on,
       client.id as client, client.number, client.given_name, client.family_name, client.preferred_name,
       client.restricted
from care_team
join consent on consent.client = care_team.client and consent.revoked_on is null and consent.voided_at is null
  and consent.expires_on between :today and :until
join consent_kind on consent_kind.word = consent.kind
join client on client.id = care_team.client and client.voided_at is null
where care_team.staff = :me and care_team.voided_at is null and care_team.starts_on <= :today
  and (care_team.ends_on is null or care_team.ends_on >= :today) and care_team.part = 'primary'
order by consent.expires_on
limit 50
