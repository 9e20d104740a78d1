select id, number, family_name, given_name, preferred_name, other_names, pronouns, born_on, sex,
       address, city, state, zip, mail_is_safe, allergies, alerts, profession, referral_source, referral_detail,
       restricted, rev
from client
where id = :id and voided_at is null
