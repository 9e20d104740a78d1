select session.id, coalesce(groups.name, session_kind.label) as title, session.on_date, session.starts_at,
       client.id as client, client.number, client.given_name, client.family_name, client.preferred_name,
       client.restricted
from session
join session_kind on session_kind.word = session.kind
left join groups on groups.id = session.of_group
left join client on client.id = session.client
where session.on_date between :since and :today and session.state = 'planned' and session.ends_at < :now
  and (:everybodys or session.staff = :me or session.substitute = :me)
order by session.starts_at
limit 50
