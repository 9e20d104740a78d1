-- By date: with the other index every client who was ever here would be visited.
select client, sum(state <> 'absent'), count(*), sum(excused is 1)
from attendance indexed by attendance_on
where on_date >= :from and on_date < :until and voided_at is null
group by client
