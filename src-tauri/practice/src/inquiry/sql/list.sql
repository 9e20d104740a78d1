select
  inquiry.id, inquiry.rev, inquiry.client, inquiry.state, inquiry.state_on, inquiry.asked_on, inquiry.caller,
  inquiry.caller_is, inquiry.call_back, inquiry.message_is_safe, inquiry.urgency, inquiry.coverage, inquiry.about,
  inquiry.follow_up_on, inquiry.reason, inquiry_state.label as state_label,
  client.number, client.family_name, client.given_name, client.preferred_name, client.profession
from inquiry_state
cross join inquiry indexed by inquiry_state_word on inquiry.state = inquiry_state.word
join client on client.id = inquiry.client
where inquiry_state.open = not :over
  and inquiry.voided_at is null
  and client.voided_at is null
  and ((:everyone and not client.restricted) or client.id in (select unhex(value) from json_each(:mine)))
order by
  case when not :over then case inquiry.urgency when 'urgent' then 0 when 'soon' then 1 else 2 end end,
  case when not :over then inquiry.state_on end,
  inquiry.state_on desc,
  inquiry.id
limit :most
