-- An inquiry reached a state when a step led there that was not taken back, or when it began there.
with counted as (
  select inquiry.id
  from inquiry indexed by inquiry_asked
  cross join client on client.id = inquiry.client
  where inquiry.asked_on >= :since
    and inquiry.voided_at is null
    and client.voided_at is null
    and ((:everyone and not client.restricted) or client.id in (select unhex(value) from json_each(:mine)))
)
select inquiry_state.word, inquiry_state.label,
  case inquiry_state.word
    when 'asked' then (select count(*) from counted)
    else (
      select count(distinct counted.id)
      from counted
      cross join inquiry_step indexed by inquiry_step_inquiry on inquiry_step.inquiry = counted.id
      where inquiry_step.to_state = inquiry_state.word and inquiry_step.voided_at is null
    )
  end as count
from inquiry_state
order by inquiry_state.position
