select attendance.client, sum(attendance.state <> 'absent'), count(*), sum(attendance.excused is 1)
from json_each(:clients) one
cross join attendance on attendance.client = unhex(one.value) and attendance.on_date >= :from and attendance.on_date < :until
  and attendance.voided_at is null
group by attendance.client
