-- Counseling notes (42 CFR 2.11): kept apart from the record, each under a key of its own.
--
-- Nothing here can be read with the key of the vault: title and text are sealed with a random key, and that key is kept
-- only sealed to its author, to those the author named, and to the recovery key. No search index, no summary.

create table counseling_note (
  id blob not null primary key check (length(id) = 16),
  client blob not null references client (id),
  author blob not null references staff (id),
  state text not null check (state in ('open', 'closed')),
  started_at integer not null,
  -- When the present editing period began: its further saves keep no version.
  noted_at integer not null,
  closed_at integer,
  -- Rises with each new key: taking a reader away makes one.
  generation integer not null,
  sealed blob not null,
  voided_at integer,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create index counseling_note_client on counseling_note (client, author);
create index counseling_note_author on counseling_note (author);

-- The key of a note, sealed to one who may read it; without a holder, to the recovery key.
create table counseling_note_key (
  id blob not null primary key check (length(id) = 16),
  note blob not null references counseling_note (id),
  holder blob references staff (id),
  generation integer not null,
  sealed blob not null,
  voided_at integer,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create unique index counseling_note_key_holder on counseling_note_key (note, generation, holder)
  where voided_at is null and holder is not null;
create unique index counseling_note_key_recovery on counseling_note_key (note, generation)
  where voided_at is null and holder is null;
create index counseling_note_key_of_holder on counseling_note_key (holder);

create trigger counseling_note_closed
before update of sealed, author, client, started_at on counseling_note
when old.state = 'closed' and (new.author is not old.author or new.client is not old.client
  or new.started_at is not old.started_at or (new.sealed is not old.sealed and new.generation is old.generation))
begin
  select raise(abort, 'a closed counseling note keeps its text');
end;
