-- Notes. `note` is the working row: its text may change only while it is a draft or returned. `signed_note` holds the
-- exact bytes that were signed and can never be changed (models.md 1.5, 1.6).

create table note_kind (
  word text not null primary key,
  label text not null,
  position integer not null
) strict;
insert into note_kind (word, label, position) values
  ('individual', 'Individual session', 1),
  ('group', 'Group', 2),
  ('absence', 'Absence', 3),
  ('family', 'Family session', 4),
  ('collateral', 'Collateral contact', 5),
  ('case_management', 'Case management', 6),
  ('crisis', 'Crisis', 7),
  ('assessment', 'Assessment', 8),
  ('education', 'Education', 9),
  ('other', 'Other', 10);

-- The part of a group note that goes into every chart of the session: no names here. `interventions` holds keys, comma
-- separated.
create table shared_part (
  id blob not null primary key check (length(id) = 16),
  session blob not null references session (id),
  topic text not null,
  interventions text not null,
  words text not null,
  -- The explicit statement "no safety concern observed in anyone present, except as marked"; never a default.
  risk_statement integer not null check (risk_statement in (0, 1)),
  signed integer not null default 0 check (signed in (0, 1)),
  voided_at integer,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create unique index shared_part_session on shared_part (session) where voided_at is null;

-- `sections` is a JSON object of section key to plain text. `search_id` orders notes by service time for the index.
create table note (
  id blob not null primary key check (length(id) = 16),
  client blob not null references client (id),
  episode blob references episode (id),
  author blob not null references staff (id),
  session blob references session (id),
  shared_part blob references shared_part (id),
  kind text not null references note_kind (word),
  format text not null check (format in ('dap', 'soap', 'birp', 'girp', 'group', 'absence', 'plain')),
  service_at integer not null,
  service_on text not null,
  began_at integer,
  ended_at integer,
  minutes integer not null check (minutes between 0 and 1440),
  sections text not null,
  participation integer check (participation between 0 and 3),
  risk text check (risk in ('none_observed', 'same', 'new_or_changed', 'by_session_statement')),
  risk_words text not null default '',
  state text not null check (state in ('draft', 'signed', 'awaiting_cosign', 'cosigned', 'returned', 'attested_elsewhere')),
  skipped integer not null default 0 check (skipped in (0, 1)),
  late_entry integer not null default 0 check (late_entry in (0, 1)),
  created_at integer not null,
  signed_at integer,
  search_id integer not null,
  voided_at integer,
  void_reason text,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create unique index note_search_id on note (search_id);
create unique index note_session_client on note (session, client, kind) where session is not null and kind in ('group', 'absence') and voided_at is null;
create index note_client on note (client, service_at desc);
create index note_episode on note (episode);
create index note_author on note (author, state, service_at);
create index note_author_created on note (author, created_at);
create index note_session on note (session);
create index note_shared_part on note (shared_part);
create index note_kind_word on note (kind);
create index note_open on note (state, created_at) where state in ('draft', 'returned', 'awaiting_cosign');

create table note_objective (
  id blob not null primary key check (length(id) = 16),
  note blob not null references note (id),
  objective blob not null references objective (id),
  progress text not null check (progress in ('set_back', 'same', 'forward', 'met', 'not_rated')),
  voided_at integer,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create unique index note_objective_note on note_objective (note, objective) where voided_at is null;
create index note_objective_objective on note_objective (objective);

-- What was signed: canonical bytes (format v1), their hash, the author's Ed25519 signature, and the hash of the document
-- signed before it in the same chain. A chain is an episode, or the client where there was none; it begins once and never
-- forks. `of_rev` counts the signings of one note; addenda and cosignatures are documents of their own.
create table signed_note (
  id blob not null primary key check (length(id) = 16),
  note blob not null references note (id),
  client blob not null references client (id),
  chain blob not null check (length(chain) = 16),
  document text not null check (document in ('note', 'addendum', 'cosignature')),
  of_rev integer not null,
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
create index signed_note_note on signed_note (note, signed_at);
create index signed_note_client on signed_note (client, signed_at);
create index signed_note_signer on signed_note (signer);
create index signed_note_chain on signed_note (chain, signed_at);
create unique index signed_note_begins on signed_note (chain) where prev_hash is null;
create unique index signed_note_follows on signed_note (chain, prev_hash) where prev_hash is not null;

-- The supervisor's answers, in order.
create table cosign (
  id blob not null primary key check (length(id) = 16),
  note blob not null references note (id),
  decision text not null check (decision in ('cosigned', 'returned')),
  comment text not null,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create index cosign_note on cosign (note);

create table addendum (
  id blob not null primary key check (length(id) = 16),
  note blob not null references note (id),
  words text not null,
  signed_note blob not null references signed_note (id),
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create index addendum_note on addendum (note);
create index addendum_signed_note on addendum (signed_note);

create trigger signed_note_no_update before update on signed_note begin
  select raise(abort, 'a signed document is never changed');
end;
create trigger signed_note_no_delete before delete on signed_note begin
  select raise(abort, 'a signed document is never deleted');
end;
-- Under a signature the text stays as it was; only the state may move on, and never back to a draft.
create trigger note_text_fixed before update on note
when old.state not in ('draft', 'returned')
  and (new.sections is not old.sections or new.risk is not old.risk or new.risk_words is not old.risk_words
       or new.participation is not old.participation or new.minutes is not old.minutes
       or new.client is not old.client or new.episode is not old.episode or new.author is not old.author
       or new.session is not old.session or new.service_at is not old.service_at
       or new.service_on is not old.service_on or new.began_at is not old.began_at or new.ended_at is not old.ended_at
       or new.shared_part is not old.shared_part or new.kind is not old.kind or new.format is not old.format
       or new.late_entry is not old.late_entry or new.created_at is not old.created_at
       or new.signed_at is not old.signed_at or new.voided_at is not old.voided_at)
begin
  select raise(abort, 'the text of a signed note is never changed');
end;
create trigger note_state_forward before update of state on note
when old.state is not new.state
  and not (old.state = 'draft' and new.state in ('signed', 'awaiting_cosign', 'attested_elsewhere')
           or old.state = 'awaiting_cosign' and new.state in ('cosigned', 'returned')
           or old.state = 'returned' and new.state in ('signed', 'awaiting_cosign'))
begin
  select raise(abort, 'a note does not go back');
end;
create trigger note_returned_stays before update on note
when old.state = 'returned' and new.voided_at is not null
begin
  select raise(abort, 'what was signed is never voided');
end;
create trigger note_objective_fixed_insert before insert on note_objective
when (select state from note where id = new.note) not in ('draft', 'returned', 'attested_elsewhere')
begin
  select raise(abort, 'the objectives of a signed note are never changed');
end;
create trigger note_objective_fixed_update before update on note_objective
when (select state from note where id = old.note) not in ('draft', 'returned')
begin
  select raise(abort, 'the objectives of a signed note are never changed');
end;
create trigger note_objective_no_delete before delete on note_objective begin
  select raise(abort, 'an objective of a note is never deleted');
end;
create trigger cosign_no_update before update on cosign begin
  select raise(abort, 'an answer of a supervisor is never changed');
end;
create trigger cosign_no_delete before delete on cosign begin
  select raise(abort, 'an answer of a supervisor is never deleted');
end;
create trigger addendum_no_update before update on addendum begin
  select raise(abort, 'an addendum is never changed');
end;
create trigger addendum_no_delete before delete on addendum begin
  select raise(abort, 'an addendum is never deleted');
end;
create trigger shared_part_no_delete before delete on shared_part begin
  select raise(abort, 'a shared part is never deleted');
end;
create trigger note_no_delete before delete on note begin
  select raise(abort, 'a note is never deleted');
end;
create trigger shared_part_fixed before update on shared_part
when old.signed = 1
begin
  select raise(abort, 'a signed shared part is never changed');
end;

-- Full text of notes. The rowid is note.search_id, which grows with the time of service, so "newest first" is the natural
-- order of the index. `who` holds one token each for the client (the id in hexadecimal) and the author (the same behind an
-- "a"), so a search over a few charts, or over one's own notes, meets only their lines. Derived: it can be rebuilt from `note`.
create virtual table note_search using fts5 (
  words, who, tokenize = "unicode61 remove_diacritics 2", prefix = '3'
);
insert into note_search (note_search, rank) values ('secure-delete', 1);
