select unknown_walk_in.id, unknown_walk_in.rev, unknown_walk_in.called, session.id as session, session.on_date,
       coalesce(groups.name, session_kind.label) as title
from unknown_walk_in indexed by unknown_walk_in_open
cross join session on session.id = unknown_walk_in.session
join session_kind on session_kind.word = session.kind
left join groups on groups.id = session.of_group
where unknown_walk_in.state = 'open'
  and (:everybodys or session.staff = :me or session.substitute = :me or groups.facilitator = :me
       or groups.co_facilitator = :me)
order by session.starts_at, unknown_walk_in.at, unknown_walk_in.id
limit 50
