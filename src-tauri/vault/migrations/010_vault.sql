-- The vault's own tables, in every file before the practice's. Working connections may read them; only the vault writes.

-- One row: which vault, which installation, which header. `header_counter` and `header_digest` name the header that
-- belongs to this state of the database, so that an earlier one put back is refused.
create table vault_meta (
    one integer primary key check (one = 1),
    vault blob not null check (length(vault) = 16),
    device blob not null references device (id),
    header_counter integer not null,
    header_digest blob not null check (length(header_digest) = 32),
    primed integer not null
) strict;

create table applied_migration (
    owner text not null check (owner in ('vault', 'practice')),
    number integer not null,
    name text not null,
    checksum blob not null check (length(checksum) = 32),
    at integer not null,
    primary key (owner, number)
) strict, without rowid;

-- An installation. Every restore and every accepted loss begins a new one, so that (device, seq) is never used twice.
create table device (
    id blob primary key check (length(id) = 16),
    made_at integer not null
) strict;

-- Public keys of holders (of the recovery key where `holder` is null), each certified by the key that vouched for it,
-- or by itself. Kept for ever: signatures outlive the people who made them.
create table holder_key (
    signing blob primary key check (length(signing) = 32),
    receiving blob not null check (length(receiving) = 32),
    holder blob check (length(holder) = 16),
    temporary integer not null check (temporary in (0, 1)),
    made_at integer not null,
    certified_by blob not null references holder_key (signing) deferrable initially deferred,
    certificate blob not null check (length(certificate) = 64),
    retired_at integer
) strict;

create unique index holder_key_current on holder_key (holder) where retired_at is null and holder is not null;
create index holder_key_certified_by on holder_key (certified_by);

create trigger holder_key_kept before delete on holder_key
begin
    select raise(abort, 'holder keys are kept');
end;

create trigger holder_key_fixed before update on holder_key
when new.signing is not old.signing
    or new.receiving is not old.receiving
    or new.holder is not old.holder
    or new.temporary is not old.temporary
    or new.made_at is not old.made_at
    or new.certified_by is not old.certified_by
    or new.certificate is not old.certificate
    or old.retired_at is not null
begin
    select raise(abort, 'holder keys are only retired');
end;

-- Random keys of the audit chain, wrapped under a key derived from the master key. Earlier ones stay, so that earlier
-- rows stay verifiable.
create table audit_key (
    id blob primary key check (length(id) = 16),
    wrapped blob not null,
    made_at integer not null
) strict;

-- Who did what, when, to which object, on whose record. Every row follows from the one before by a keyed hash.
-- Clustered by its key, for it is only appended to and walked.
create table audit (
    device blob not null references device (id),
    seq integer not null check (seq > 0),
    at integer not null,
    actor blob check (length(actor) = 16),
    role text not null,
    action text not null,
    object_table text,
    object_id blob check (length(object_id) = 16),
    subject blob check (length(subject) = 16),
    revision integer,
    digest blob check (length(digest) = 32),
    detail text not null,
    key_id blob not null references audit_key (id),
    prev blob not null check (length(prev) = 32),
    mac blob not null check (length(mac) = 32),
    primary key (device, seq)
) strict, without rowid;

create index audit_subject on audit (subject, at) where subject is not null;

create trigger audit_fixed before update on audit
begin
    select raise(abort, 'audit entries are fixed');
end;

create trigger audit_kept before delete on audit
begin
    select raise(abort, 'audit entries are kept');
end;

-- Where a chain of a new installation goes on from: the head of the earlier one at that moment.
create table restore_epoch (
    device blob primary key references device (id),
    at integer not null,
    reason text not null check (reason in ('restored', 'restored in place', 'loss accepted')),
    from_device blob not null references device (id),
    from_seq integer not null,
    from_mac blob not null check (length(from_mac) = 32)
) strict;

create index restore_epoch_from_device on restore_epoch (from_device);

create trigger restore_epoch_fixed before update on restore_epoch
begin
    select raise(abort, 'epochs are fixed');
end;

create trigger restore_epoch_kept before delete on restore_epoch
begin
    select raise(abort, 'epochs are kept');
end;
