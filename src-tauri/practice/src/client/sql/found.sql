select
  line.id, line.number, line.family_name, line.given_name, line.preferred_name, line.born_on, line.profession,
  line.admitted_on, line.discharged_on, line.level, 1 as open
from json_each(:ids) as mine
join client_line as line on line.id = unhex(mine.value)
