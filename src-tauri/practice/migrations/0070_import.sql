-- What came from another system.

-- What another system called a row, and a digest of the fields it came with: importing the same folder again changes
-- nothing. `rev` moves in step with the row's own, so a row that somebody changed here since is recognized.
create table external_id (
  id blob not null primary key check (length(id) = 16),
  source text not null,
  kind text not null,
  external text not null,
  of_table text not null,
  of_id blob not null,
  row_hash blob not null check (length(row_hash) = 16),
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create unique index external_id_external on external_id (source, kind, external);
create index external_id_of on external_id (of_table, of_id);

-- One run of an import, as JSON: the files with their digests, the counts of each, and the lines that were left out. The
-- audit entry of the run holds the digest of this row.
create table import_run (
  id blob not null primary key check (length(id) = 16),
  source text not null,
  files text not null,
  counts text not null,
  left_out text not null,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create index import_run_at on import_run (at);

-- What one client is owed where it differs from the practice's policies; another system kept it for each stay.
alter table episode add column weekly_hours integer check (weekly_hours between 0 and 80);
alter table episode add column test_interval_days integer check (test_interval_days between 1 and 365);
