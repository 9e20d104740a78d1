-- The earlier version of a row that is about to change.
insert into version (id, of_table, of_id, of_rev, body, rev, at, device, by_staff)
select :id, 'note', id, rev,
       json_object('client', hex(client), 'episode', hex(episode), 'author', hex(author), 'kind', kind, 'format', format,
                   'service_at', service_at, 'service_on', service_on, 'began_at', began_at, 'ended_at', ended_at,
                   'minutes', minutes, 'sections', sections, 'risk', risk, 'risk_words', risk_words, 'state', state,
                   'late_entry', late_entry, 'created_at', created_at, 'signed_at', signed_at, 'search_id', search_id,
                   'rev', rev, 'at', at, 'device', hex(device), 'by_staff', hex(by_staff)),
       1, :at, device, :me
from note
where id = :note
