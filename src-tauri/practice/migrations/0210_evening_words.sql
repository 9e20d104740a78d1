-- Words of a shared part that read like a member's name and are none: a JSON array of objects, word and because. Whoever leads
-- the session says so. It stays beside the row and its history, and is in no text that is signed.
alter table shared_part add column stated text not null default '[]';
