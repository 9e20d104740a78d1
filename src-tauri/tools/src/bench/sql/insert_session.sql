insert into session (id, kind, of_group, staff, room, on_date, starts, minutes, time_zone, starts_at, ends_at, topic,
                     state, rev, at, device, by_staff)
values (:id, 'group', :group, :me, '', :today, '09:00', 180, 'America/Los_Angeles', :starts_at, :starts_at + 10800000,
        '', 'planned', 1, :at, :me, :me)
