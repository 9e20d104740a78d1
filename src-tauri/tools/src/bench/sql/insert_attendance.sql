insert into attendance (id, session, client, on_date, state, arrived_at, left_at, minutes, excused, reason, source, place,
                        expected, rev, at, device, by_staff)
values (:id, :session, :client, :today, 'present', :starts_at, :starts_at + 10800000, 180, null, '', 'entered',
        'in_person', 1, 1, :at, :me, :me)
