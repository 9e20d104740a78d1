-- A review of a plan comes under a signature like the rest of the record. Nothing refers to the table of documents, so it is
-- made anew with the kind; its rows are the same rows.
create table signed_record_next (
  id blob not null primary key check (length(id) = 16),
  kind text not null check (kind in ('assessment', 'plan', 'plan_approval', 'plan_review', 'client_signature', 'discharge_summary')),
  record blob not null check (length(record) = 16),
  client blob not null references client (id),
  episode blob references episode (id),
  bytes blob not null,
  hash blob not null check (length(hash) = 32),
  prev_hash blob check (length(prev_hash) = 32),
  signature blob not null check (length(signature) = 64),
  signer_key blob not null check (length(signer_key) = 32),
  signer blob not null references staff (id),
  credential text not null,
  signed_at integer not null,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
insert into signed_record_next
  (id, kind, record, client, episode, bytes, hash, prev_hash, signature, signer_key, signer, credential, signed_at, rev, at,
   device, by_staff)
  select id, kind, record, client, episode, bytes, hash, prev_hash, signature, signer_key, signer, credential, signed_at, rev,
         at, device, by_staff
  from signed_record;
drop table signed_record;
alter table signed_record_next rename to signed_record;
create unique index signed_record_once on signed_record (kind, record);
create index signed_record_client on signed_record (client, signed_at);
create index signed_record_episode on signed_record (episode);
create index signed_record_signer on signed_record (signer);
create unique index signed_record_begins on signed_record (client) where prev_hash is null;
create unique index signed_record_follows on signed_record (client, prev_hash) where prev_hash is not null;
create trigger signed_record_no_update before update on signed_record begin
  select raise(abort, 'a signed document is never changed');
end;
create trigger signed_record_no_delete before delete on signed_record begin
  select raise(abort, 'a signed document is never deleted');
end;

-- A review is signed as it is made, and stays as it is.
create trigger plan_review_no_update before update on plan_review begin
  select raise(abort, 'a review stays as it is');
end;
create trigger plan_review_no_delete before delete on plan_review begin
  select raise(abort, 'a review stays as it is');
end;
create trigger objective_progress_no_update before update on objective_progress begin
  select raise(abort, 'a review stays as it is');
end;
create trigger objective_progress_no_delete before delete on objective_progress begin
  select raise(abort, 'a review stays as it is');
end;
create trigger objective_progress_no_insert_under before insert on objective_progress
when exists (select 1 from signed_record where kind = 'plan_review' and record = new.review)
begin
  select raise(abort, 'a review stays as it is');
end;

-- An approval is a signature: it is given once, and neither moved nor taken back.
create trigger plan_approval_fixed before update on plan
when old.approved_at is not null and old.imported = 0
  and (new.approved_at is not old.approved_at or new.approved_by is not old.approved_by)
begin
  select raise(abort, 'the approval of a plan stays as it is');
end;

-- What is signed is not taken away either, nor anything under it.
create trigger assessment_no_delete before delete on assessment begin
  select raise(abort, 'an assessment is never deleted');
end;
create trigger discharge_summary_no_delete before delete on discharge_summary begin
  select raise(abort, 'a discharge summary is never deleted');
end;
create trigger plan_no_delete before delete on plan begin
  select raise(abort, 'a plan is never deleted');
end;
create trigger problem_no_delete before delete on problem begin
  select raise(abort, 'a plan is never deleted');
end;
create trigger goal_no_delete before delete on goal begin
  select raise(abort, 'a plan is never deleted');
end;
create trigger objective_no_delete before delete on objective begin
  select raise(abort, 'a plan is never deleted');
end;
create trigger intervention_no_delete before delete on intervention begin
  select raise(abort, 'a plan is never deleted');
end;
create trigger plan_signature_no_delete before delete on plan_signature begin
  select raise(abort, 'what a client signed stays as it is');
end;

-- To a signed note is added by an addendum alone, under a signature of its own. A supervisor answers a note once, with words
-- at places of its text only where it goes back.
create trigger addendum_signed before insert on addendum
when not exists (
  select 1
  from signed_note
  where id = new.signed_note and note = new.note and document = 'addendum'
)
begin
  select raise(abort, 'an addendum is signed');
end;
create trigger cosign_once before insert on cosign
when (select state from note where id = new.note) is not new.decision
  or new.decision = 'cosigned' and exists (select 1 from cosign where note = new.note and decision = 'cosigned')
begin
  select raise(abort, 'a note is answered once, and as its state says');
end;
create trigger note_remark_on_return before insert on note_remark
when (select state from note where id = new.note) is not 'returned'
begin
  select raise(abort, 'remarks belong to a note that goes back');
end;
