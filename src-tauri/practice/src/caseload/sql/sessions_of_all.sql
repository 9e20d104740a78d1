select client, sum(state <> 'absent'), count(*), sum(excused is 1)
from attendance
where on_date >= :from and on_date < :until and voided_at is null
group by client
