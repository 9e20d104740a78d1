-- Inquiries: from the first call to an admission, or to somewhere else. Who asked is a client of this program already in
-- the sense of 42 CFR 2.11: an inquiry is a protected record.

create table inquiry_state (
  word text not null primary key,
  label text not null,
  position integer not null,
  -- Whether somebody here still owes the next step.
  open integer not null check (open in (0, 1))
) strict;
insert into inquiry_state (word, label, position, open) values
  ('asked', 'Inquiry', 1, 1),
  ('screened', 'Screened', 2, 1),
  ('benefits_checked', 'Benefits checked', 3, 1),
  ('assessment_booked', 'Assessment booked', 4, 1),
  ('assessed', 'Assessed', 5, 1),
  ('accepted', 'Accepted', 6, 1),
  ('waitlisted', 'Waitlisted', 7, 1),
  ('admitted', 'Admitted', 8, 0),
  ('referred_out', 'Referred out', 9, 0),
  ('declined', 'Declined', 10, 0);

-- Which step may follow which, what it is called on its button, and what it asks for.
create table inquiry_next (
  from_state text not null references inquiry_state (word),
  to_state text not null references inquiry_state (word),
  label text not null,
  position integer not null,
  asks text not null check (asks in ('nothing', 'reason', 'day', 'admission')),
  primary key (from_state, to_state)
) strict;
create index inquiry_next_to on inquiry_next (to_state);
insert into inquiry_next (from_state, to_state, label, position, asks) values
  ('asked', 'screened', 'Screened', 1, 'nothing'),
  ('asked', 'assessment_booked', 'Book an assessment', 2, 'day'),
  ('asked', 'referred_out', 'Refer out', 8, 'reason'),
  ('asked', 'declined', 'Decline', 9, 'reason'),
  ('screened', 'benefits_checked', 'Benefits checked', 1, 'nothing'),
  ('screened', 'assessment_booked', 'Book an assessment', 2, 'day'),
  ('screened', 'waitlisted', 'Put on the waitlist', 3, 'reason'),
  ('screened', 'referred_out', 'Refer out', 8, 'reason'),
  ('screened', 'declined', 'Decline', 9, 'reason'),
  ('benefits_checked', 'assessment_booked', 'Book an assessment', 1, 'day'),
  ('benefits_checked', 'waitlisted', 'Put on the waitlist', 2, 'reason'),
  ('benefits_checked', 'referred_out', 'Refer out', 8, 'reason'),
  ('benefits_checked', 'declined', 'Decline', 9, 'reason'),
  ('assessment_booked', 'assessed', 'Assessed', 1, 'nothing'),
  ('assessment_booked', 'screened', 'Did not come, book again', 2, 'reason'),
  ('assessment_booked', 'referred_out', 'Refer out', 8, 'reason'),
  ('assessment_booked', 'declined', 'Decline', 9, 'reason'),
  ('assessed', 'accepted', 'Accept', 1, 'nothing'),
  ('assessed', 'admitted', 'Admit', 2, 'admission'),
  ('assessed', 'waitlisted', 'Put on the waitlist', 3, 'reason'),
  ('assessed', 'referred_out', 'Refer out', 8, 'reason'),
  ('assessed', 'declined', 'Decline', 9, 'reason'),
  ('accepted', 'admitted', 'Admit', 1, 'admission'),
  ('accepted', 'waitlisted', 'Put on the waitlist', 2, 'reason'),
  ('accepted', 'referred_out', 'Refer out', 8, 'reason'),
  ('accepted', 'declined', 'Decline', 9, 'reason'),
  ('waitlisted', 'assessment_booked', 'Book an assessment', 1, 'day'),
  ('waitlisted', 'accepted', 'Accept', 2, 'nothing'),
  ('waitlisted', 'referred_out', 'Refer out', 8, 'reason'),
  ('waitlisted', 'declined', 'Decline', 9, 'reason'),
  ('referred_out', 'asked', 'Open again', 1, 'nothing'),
  ('declined', 'asked', 'Open again', 1, 'nothing');

create table inquiry (
  id blob not null primary key check (length(id) = 16),
  client blob not null references client (id),
  state text not null references inquiry_state (word),
  state_on text not null,
  asked_on text not null,
  -- Who called, when it was not the client: "HR of St. Brendan's". What binds them, in the words of referral sources.
  caller text not null,
  caller_is text not null,
  call_back text not null,
  message_is_safe integer not null check (message_is_safe in (0, 1)),
  urgency text not null check (urgency in ('routine', 'soon', 'urgent')),
  coverage text not null,
  about text not null,
  follow_up_on text,
  -- Why it stands where it stands, in the words of the last step.
  reason text not null default '',
  voided_at integer,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create unique index inquiry_client on inquiry (client) where voided_at is null
  and state not in ('admitted', 'referred_out', 'declined');
create index inquiry_of_client on inquiry (client);
create index inquiry_state_word on inquiry (state, state_on);
create index inquiry_asked on inquiry (asked_on);
create index inquiry_follow_up on inquiry (follow_up_on) where follow_up_on is not null and voided_at is null;

-- Every step that was taken, in order.
create table inquiry_step (
  id blob not null primary key check (length(id) = 16),
  inquiry blob not null references inquiry (id),
  number integer not null,
  from_state text not null references inquiry_state (word),
  to_state text not null references inquiry_state (word),
  reason text not null,
  taken_on text not null,
  -- Set when the step was taken back.
  voided_at integer,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create unique index inquiry_step_inquiry on inquiry_step (inquiry, number);
create index inquiry_step_from on inquiry_step (from_state);
create index inquiry_step_to on inquiry_step (to_state, taken_on);
