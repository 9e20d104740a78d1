select
  identified_by, identified_words, medications_read, reader, container, split, split_container, donor_initials,
  cup_expires_on, expired_because, observer_wish, observer_as_wished, observer_because, mouth_checked, mouth_minutes,
  taken_from, length_mm, spots, breath_first, breath_second, breath_minutes, breath_device
from collection
where drug_test = :test
