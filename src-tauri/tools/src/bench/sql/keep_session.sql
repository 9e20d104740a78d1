-- The earlier version of a row that is about to change.
insert into version (id, of_table, of_id, of_rev, body, rev, at, device, by_staff)
select :id, 'session', id, rev,
       json_object('kind', kind, 'of_group', hex(of_group), 'staff', hex(staff), 'room', room, 'on_date', on_date,
                   'starts', starts, 'minutes', minutes, 'time_zone', time_zone, 'starts_at', starts_at,
                   'ends_at', ends_at, 'topic', topic, 'state', state, 'rev', rev, 'at', at, 'device', hex(device),
                   'by_staff', hex(by_staff)),
       1, :at, device, :me
from session
where id = :note
