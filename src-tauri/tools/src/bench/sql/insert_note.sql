insert into note (id, client, episode, author, kind, format, service_at, service_on, began_at, ended_at, minutes, sections,
                  state, created_at, search_id, rev, at, device, by_staff)
values (:id, :client,
        (select id from episode where client = :client and voided_at is null order by number desc limit 1), :me,
        'case_management', 'plain', :service_at, :today, :service_at, :service_at + 1200000, 20, '[]', 'draft', :at,
        :place, 1, :at, :me, :me)
