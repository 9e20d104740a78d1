insert into collection (
  id, drug_test, identified_by, identified_words, medications_read, reader, container, split, split_container,
  donor_initials, cup_expires_on, expired_because, observer_wish, observer_as_wished, observer_because, mouth_checked,
  mouth_minutes, taken_from, length_mm, spots, breath_first, breath_second, breath_minutes, breath_device,
  rev, at, device, by_staff
)
values (
  :id, :drug_test, :identified_by, :identified_words, :medications_read, :reader, :container, :split, :split_container,
  :donor_initials, :cup_expires_on, :expired_because, :observer_wish, :observer_as_wished, :observer_because, :mouth_checked,
  :mouth_minutes, :taken_from, :length_mm, :spots, :breath_first, :breath_second, :breath_minutes, :breath_device,
  :rev, :at, :device, :by_staff
)
on conflict (id) do update set
  identified_by = excluded.identified_by,
  identified_words = excluded.identified_words,
  medications_read = excluded.medications_read,
  reader = excluded.reader,
  container = excluded.container,
  split = excluded.split,
  split_container = excluded.split_container,
  donor_initials = excluded.donor_initials,
  cup_expires_on = excluded.cup_expires_on,
  expired_because = excluded.expired_because,
  observer_wish = excluded.observer_wish,
  observer_as_wished = excluded.observer_as_wished,
  observer_because = excluded.observer_because,
  mouth_checked = excluded.mouth_checked,
  mouth_minutes = excluded.mouth_minutes,
  taken_from = excluded.taken_from,
  length_mm = excluded.length_mm,
  spots = excluded.spots,
  breath_first = excluded.breath_first,
  breath_second = excluded.breath_second,
  breath_minutes = excluded.breath_minutes,
  breath_device = excluded.breath_device,
  rev = excluded.rev,
  at = excluded.at,
  device = excluded.device,
  by_staff = excluded.by_staff
