-- Signatures under the record around the notes: assessments, plans, their approvals, clients' signatures and discharge
-- summaries. A row holds the exact bytes that were signed and is never changed; a client's documents are one chain.
create table signed_record (
  id blob not null primary key check (length(id) = 16),
  kind text not null check (kind in ('assessment', 'plan', 'plan_approval', 'client_signature', 'discharge_summary')),
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

-- Under a signature a plan's text stays as it was: only its state, its next review, how an objective stands and what others
-- say of it move on. A plan that came from elsewhere is nobody's signature here.
create trigger plan_text_fixed before update on plan
when old.state <> 'draft' and old.imported = 0
  and (new.client is not old.client or new.episode is not old.episode or new.version is not old.version
       or new.effective_on is not old.effective_on or new.author is not old.author
       or new.signed_at is not old.signed_at or new.voided_at is not old.voided_at or new.state = 'draft')
begin
  select raise(abort, 'a signed plan stays as it is');
end;
create trigger problem_no_insert_under before insert on problem
when exists (
  select 1 from plan where plan.id = new.plan and state <> 'draft' and imported = 0
)
begin
  select raise(abort, 'a signed plan stays as it is');
end;
create trigger problem_no_update_under before update on problem
when exists (
  select 1 from plan where plan.id = old.plan and state <> 'draft' and imported = 0
)
begin
  select raise(abort, 'a signed plan stays as it is');
end;
create trigger goal_no_insert_under before insert on goal
when exists (
  select 1 from problem join plan on plan.id = problem.plan where problem.id = new.problem and state <> 'draft' and imported = 0
)
begin
  select raise(abort, 'a signed plan stays as it is');
end;
create trigger goal_no_update_under before update on goal
when exists (
  select 1 from problem join plan on plan.id = problem.plan where problem.id = old.problem and state <> 'draft' and imported = 0
)
begin
  select raise(abort, 'a signed plan stays as it is');
end;
create trigger objective_no_insert_under before insert on objective
when exists (
  select 1 from plan where plan.id = new.plan and state <> 'draft' and imported = 0
)
begin
  select raise(abort, 'a signed plan stays as it is');
end;
create trigger objective_no_update_under before update on objective
when exists (
  select 1 from plan where plan.id = old.plan and state <> 'draft' and imported = 0
)
  and (new.words is not old.words or new.label is not old.label or new.target_on is not old.target_on
       or new.goal is not old.goal or new.plan is not old.plan or new.position is not old.position
       or new.voided_at is not old.voided_at)
begin
  select raise(abort, 'a signed plan stays as it is');
end;
create trigger intervention_no_insert_under before insert on intervention
when exists (
  select 1 from plan where plan.id = new.plan and state <> 'draft' and imported = 0
)
begin
  select raise(abort, 'a signed plan stays as it is');
end;
create trigger intervention_no_update_under before update on intervention
when exists (
  select 1 from plan where plan.id = old.plan and state <> 'draft' and imported = 0
)
begin
  select raise(abort, 'a signed plan stays as it is');
end;
create trigger plan_signature_fixed before update on plan_signature
when new.plan is not old.plan or new.client is not old.client or new.how is not old.how or new.name is not old.name
  or new.drawn is not old.drawn or new.signed_on is not old.signed_on or new.reason is not old.reason
begin
  select raise(abort, 'what a client signed stays as it is');
end;
