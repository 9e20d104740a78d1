select
  exists (select 1 from membership where membership.client = :client and membership.voided_at is null)
  or exists (select 1 from session where session.client = :client and session.state <> 'cancelled')
  or exists (select 1 from attendance where attendance.client = :client and attendance.voided_at is null)
  or exists (select 1 from note where note.client = :client and note.voided_at is null)
  or exists (select 1 from drug_test where drug_test.client = :client and drug_test.voided_at is null)
  or exists (select 1 from plan where plan.client = :client and plan.voided_at is null)
  or exists (select 1 from consent where consent.client = :client and consent.voided_at is null)
