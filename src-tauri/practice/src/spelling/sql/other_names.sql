select medication.prescriber as name
from medication
cross join client on client.id = medication.client
where :care_of_everyone and medication.voided_at is null and client.restricted = 0 and client.voided_at is null
union all
select medication.prescriber
from json_each(:care) as mine
cross join medication on medication.client = unhex(mine.value)
where medication.voided_at is null
union all
select agreement.party
from agreement
cross join client on client.id = agreement.client
where :care_of_everyone and agreement.voided_at is null and client.restricted = 0 and client.voided_at is null
union all
select agreement.party
from json_each(:care) as mine
cross join agreement on agreement.client = unhex(mine.value)
where agreement.voided_at is null
union all
select given_name || ' ' || family_name
from staff
union all
select name
from practice
union all
select name || ' ' || track || ' ' || room
from groups
union all
select name
from curriculum
union all
select name
from laboratory
union all
select name
from testing_program
