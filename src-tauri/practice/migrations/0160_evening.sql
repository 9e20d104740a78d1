-- The truthful evening: what changes under a signature, who came without a known name, whose rules hold for which payer,
-- and a session that takes another meeting of its curriculum.

-- A correction of attendance under a signed note. The addendum's signed bytes say the same; this row ties them to the
-- revision of the attendance they made.
create table attendance_correction (
  id blob not null primary key check (length(id) = 16),
  attendance blob not null references attendance (id),
  addendum blob not null references addendum (id),
  of_rev integer not null,
  because text not null,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create unique index attendance_correction_rev on attendance_correction (attendance, of_rev);
create index attendance_correction_addendum on attendance_correction (addendum);
create trigger attendance_correction_no_update before update on attendance_correction begin
  select raise(abort, 'a correction is never changed');
end;
create trigger attendance_correction_no_delete before delete on attendance_correction begin
  select raise(abort, 'a correction is never deleted');
end;
create trigger attendance_under_signature before update on attendance
when (new.state is not old.state or new.arrived_at is not old.arrived_at or new.left_at is not old.left_at
      or new.minutes is not old.minutes or new.excused is not old.excused or new.reason is not old.reason
      or new.place is not old.place or new.client_location is not old.client_location
      or new.session is not old.session or new.client is not old.client or new.voided_at is not old.voided_at)
  and exists (
    select 1
    from note
    where note.session = old.session and note.client = old.client and note.voided_at is null
      and note.state in ('signed', 'awaiting_cosign', 'cosigned')
  )
  and not exists (
    select 1 from attendance_correction where attendance = old.id and of_rev = new.rev
  )
begin
  select raise(abort, 'attendance under a signed note changes only by an addendum');
end;

-- A row that came later than its session was recorded says so for good; so does a late session while it is recorded.
alter table attendance add column late_entry integer not null default 0 check (late_entry in (0, 1));
create trigger attendance_late_stays before update of late_entry on attendance
when old.late_entry = 1 and new.late_entry = 0
begin
  select raise(abort, 'the label of a late entry is never taken away');
end;
create trigger session_late_stays before update on session
when old.late_entry = 1 and new.late_entry = 0 and new.state = 'recorded'
begin
  select raise(abort, 'the label of a late entry is never taken away');
end;

-- Somebody came whom nobody could name: a first name as it was said. No hours follow from it until it is resolved to a
-- client, or dismissed with a reason.
create table unknown_walk_in (
  id blob not null primary key check (length(id) = 16),
  session blob not null references session (id),
  called text not null,
  state text not null check (state in ('open', 'resolved', 'dismissed')),
  attendance blob references attendance (id),
  reason text not null default '',
  rev integer not null, at integer not null, device blob not null, by_staff blob not null,
  check ((state = 'resolved') = (attendance is not null)),
  check ((state = 'dismissed') = (reason <> ''))
) strict;
create index unknown_walk_in_session on unknown_walk_in (session);
create index unknown_walk_in_attendance on unknown_walk_in (attendance) where attendance is not null;
create index unknown_walk_in_open on unknown_walk_in (session) where state = 'open';

-- A rule may hold for one payer; empty is the general one, to which every payer without its own falls back.
alter table policy add column payer text not null default '';
drop index policy_key;
create unique index policy_key on policy (key, payer, effective_on) where voided_at is null;

-- `lesson_instead`: what a planned session takes instead of the meeting in line. `lesson_place`: of a recorded one, the
-- meeting whose place it held, so that the ones after it go on as if nothing had been swapped.
alter table session add column lesson_instead blob references lesson (id);
alter table session add column lesson_place blob references lesson (id);
create index session_lesson_instead on session (lesson_instead) where lesson_instead is not null;
create index session_lesson_place on session (lesson_place) where lesson_place is not null;
