update client
set family_name = :family_name, given_name = :given_name, preferred_name = :preferred_name,
    other_names = :other_names, folded = :folded, pronouns = :pronouns, born_on = :born_on, sex = :sex,
    address = :address, city = :city, state = :state, zip = :zip, mail_is_safe = :mail_is_safe,
    allergies = :allergies, alerts = :alerts, profession = :profession,
    referral_source = :referral_source, referral_detail = :referral_detail,
    rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
where id = :id
