select
  draw_entry.client, draw_entry.token, draw_entry.standing, draw_entry.chance_millionths, draw_entry.analyzed_millionths,
  testing_tier.name as tier_name, client.family_name, client.given_name, client.restricted, draw_pick.drug_test
from draw_entry
join testing_tier on testing_tier.id = draw_entry.tier
join client on client.id = draw_entry.client
left join draw_pick on draw_pick.draw = draw_entry.draw and draw_pick.client = draw_entry.client
where draw_entry.draw = :draw
order by draw_entry.token
