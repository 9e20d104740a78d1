select session.id
from session indexed by session_on
cross join groups on groups.id = session.of_group
where session.on_date = :on and session.state <> 'cancelled'
  and (session.staff = :me or session.substitute = :me or groups.facilitator = :me or groups.co_facilitator = :me
    or exists (
      select 1 from session_handover where session_handover.session = session.id and session_handover.to_staff = :me
    ))
order by session.starts_at, session.id
