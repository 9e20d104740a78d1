select
  groups.id, groups.name, groups.type, group_type.label as type_label, groups.capacity, group_type.cap_policy,
  (
    select count(*)
    from membership
    where membership.of_group = groups.id and membership.voided_at is null and membership.client <> :client
      and membership.joined_on <= :on and (membership.left_on is null or membership.left_on > :on)
  ) as others,
  exists (
    select 1
    from membership
    where membership.of_group = groups.id and membership.voided_at is null and membership.client = :client
      and membership.joined_on <= :on and (membership.left_on is null or membership.left_on > :on)
  ) as member
from groups
join group_type on group_type.word = groups.type
where groups.active = 1
order by groups.name collate nocase, groups.id
