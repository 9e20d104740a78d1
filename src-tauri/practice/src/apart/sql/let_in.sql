-- Each time a pair of this client was let into one room, the latest first.
select apart_override.apart, apart_override.at, apart_override.reason, session.on_date,
       staff.given_name || ' ' || staff.family_name as by,
       coalesce(groups.name, of_session.name, session_kind.label, '') as room_of
from apart
join apart_override on apart_override.apart = apart.id
join staff on staff.id = apart_override.by_staff
left join groups on groups.id = apart_override.of_group
left join session on session.id = apart_override.session
left join groups of_session on of_session.id = session.of_group
left join session_kind on session_kind.word = session.kind
where apart.one = :client or apart.other = :client
order by apart_override.at desc
limit 200
