-- Groups on whose roster both of an open pair of this client stand, today or from a later date on.
select distinct apart.id, groups.name
from membership mine indexed by membership_client
cross join membership theirs indexed by membership_group on theirs.of_group = mine.of_group
cross join apart on apart.one = min(mine.client, theirs.client) and apart.other = max(mine.client, theirs.client)
cross join groups on groups.id = mine.of_group
where mine.client = :client and mine.voided_at is null and (mine.left_on is null or mine.left_on > :today)
  and theirs.client <> :client and theirs.voided_at is null and (theirs.left_on is null or theirs.left_on > :today)
  and (apart.until_on is null or apart.until_on > :today)
order by groups.name
