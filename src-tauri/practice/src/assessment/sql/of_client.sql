select
  assessment.id, assessment.client, assessment.episode, assessment.version, assessment.state, assessment.edition,
  assessment.assessed_on, assessment.indicated, assessment.given, assessment.difference, assessment.difference_words,
  assessment.body, assessment.author, author.given_name || ' ' || author.family_name as author_name,
  assessment.signed_at, assessment.voided_at is not null as voided, assessment.rev
from assessment
join staff as author on author.id = assessment.author
where assessment.client = :client and assessment.voided_at is null
order by assessment.version desc
