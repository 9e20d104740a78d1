insert into client
  (id, number, family_name, given_name, preferred_name, other_names, folded, pronouns, born_on, sex,
   address, city, state, zip, mail_is_safe, allergies, alerts, profession, referral_source, referral_detail,
   restricted, rev, at, device, by_staff)
values
  (:id, :number, :family_name, :given_name, :preferred_name, :other_names, :folded, :pronouns, :born_on, :sex,
   :address, :city, :state, :zip, :mail_is_safe, :allergies, :alerts, :profession, :referral_source, :referral_detail,
   0, 1, :at, :device, :by_staff)
