-- What came from another system.

-- What another system called a row, and a digest of the line it came from: importing the same folder again changes nothing.
create table external_id (
  id blob not null primary key check (length(id) = 16),
  source text not null,
  kind text not null,
  external text not null,
  of_table text not null,
  of_id blob not null,
  row_hash blob not null,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create unique index external_id_external on external_id (source, kind, external);
create index external_id_of on external_id (of_table, of_id);

-- One run of an import: what was read, what was left out. The audit entry names the digest of its files.
create table import_run (
  id blob not null primary key check (length(id) = 16),
  source text not null,
  files text not null,
  counts text not null,
  left_out text not null,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
