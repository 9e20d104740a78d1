-- Days within which an objective of the library is meant to be reached, from the day on which a plan takes it; null where
-- somebody chooses the day.
alter table library_objective add column target_days integer check (target_days between 1 and 365);

-- Plans that wait for an approval, and those that came back to who wrote them.
create index plan_to_approve on plan (author)
where state = 'active' and approved_at is null and returned_at is null and voided_at is null;
create index plan_to_answer on plan (author)
where state = 'active' and approved_at is null and returned_at is not null and voided_at is null;
