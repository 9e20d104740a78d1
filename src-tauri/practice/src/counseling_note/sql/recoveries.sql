select
  recovery.id, recovery.author, recovery.reader, recovery.reason, recovery.asked_by, recovery.asked_at,
  recovery.opened_at, recovery.opened, recovery.left_closed, recovery.rev,
  author.given_name || ' ' || author.family_name as author_name,
  reader.given_name || ' ' || reader.family_name as reader_name,
  asker.given_name || ' ' || asker.family_name as asker_name,
  coalesce(opener.given_name || ' ' || opener.family_name, '') as opener_name
from counseling_recovery as recovery
join staff as author on author.id = recovery.author
join staff as reader on reader.id = recovery.reader
join staff as asker on asker.id = recovery.asked_by
left join staff as opener on opener.id = recovery.opened_by
where recovery.voided_at is null and (:id is null or recovery.id = :id)
order by recovery.asked_at desc, recovery.id desc
