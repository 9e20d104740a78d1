-- Whether a client has an inquiry that somebody owes a step.
select exists (
  select 1
  from inquiry
  where client = :client and voided_at is null and state not in ('admitted', 'referred_out', 'declined')
)
