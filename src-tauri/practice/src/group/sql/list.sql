select
  groups.id, groups.name, groups.type, group_type.label as type_label, groups.track, groups.room, groups.capacity,
  groups.facilitator, groups.co_facilitator, groups.active, groups.curriculum, groups.rev,
  coalesce(curriculum.name, '') as curriculum_name,
  leader.given_name || ' ' || leader.family_name as facilitator_name,
  coalesce(second.given_name || ' ' || second.family_name, '') as co_facilitator_name,
  (
    select count(*)
    from membership
    where membership.of_group = groups.id and membership.joined_on <= :today
      and (membership.left_on is null or membership.left_on > :today) and membership.voided_at is null
  ) as members
from groups
join group_type on group_type.word = groups.type
join staff leader on leader.id = groups.facilitator
left join staff second on second.id = groups.co_facilitator
left join curriculum on curriculum.id = groups.curriculum
where (:inactive or groups.active = 1) and (:one is null or groups.id = :one)
order by groups.active desc, groups.name collate nocase, groups.id
