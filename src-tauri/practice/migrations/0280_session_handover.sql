-- A group session whose leader's license had ended on its day: a colleague completes and signs its entries.
create table session_handover (
  id blob not null primary key check (length(id) = 16),
  session blob not null references session (id),
  from_staff blob not null references staff (id),
  to_staff blob not null references staff (id),
  reason text not null,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create index session_handover_session on session_handover (session);
create index session_handover_from on session_handover (from_staff);
create index session_handover_to on session_handover (to_staff);
