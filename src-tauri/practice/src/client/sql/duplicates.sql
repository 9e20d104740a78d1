with candidate (id, same_phone) as materialized (
  select client.id, 0
  from client
  where :born_on is not null and client.born_on = :born_on
  union all
  select contact.client, 1
  from json_each(:phones) as phone
  join contact on contact.digits = phone.value and contact.voided_at is null and contact.kind <> 'email'
  union all
  select client.id, 0
  from client indexed by client_find
  where client.voided_at is null and client.folded >= :name and client.folded < :name_end
)
select
  line.id, line.number, line.family_name, line.given_name, line.preferred_name, line.born_on,
  line.admitted_on, line.discharged_on, line.level,
  max(candidate.same_phone) as same_phone
from candidate
join client_line as line on line.id = candidate.id
where line.restricted = 0 or line.id in (select unhex(mine.value) from json_each(:mine) as mine)
group by candidate.id
limit 500
