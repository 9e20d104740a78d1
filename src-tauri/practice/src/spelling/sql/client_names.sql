select family_name || ' ' || given_name || ' ' || preferred_name || ' ' || other_names as name
from client
where :everyone and restricted = 0 and voided_at is null
union all
select client.family_name || ' ' || client.given_name || ' ' || client.preferred_name || ' ' || client.other_names
from json_each(:whole) as mine
cross join client on client.id = unhex(mine.value)
union all
select iif(client.preferred_name = '', client.given_name, client.preferred_name)
from json_each(:room) as mine
cross join client on client.id = unhex(mine.value)
