-- Words that the practice adds to the dictionary: a brand, a program, a street. They live in the records and nowhere else.
create table spelling_word (
  id blob not null primary key check (length(id) = 16),
  -- As it is right: one word, with its capitals.
  word text not null check (length(word) between 2 and 60),
  voided_at integer,
  rev integer not null, at integer not null, device blob not null, by_staff blob not null
) strict;
create unique index spelling_word_word on spelling_word (word) where voided_at is null;

-- Whether words that are not known are marked for this person.
alter table screen add column spelling integer not null default 1 check (spelling in (0, 1));
