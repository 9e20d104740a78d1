//! A practice with people and clients: what the tests of charts begin with. Everybody in it is invented.

use serde_json::{Value, json};

use crate::desk::{Desk, OTHER_PASSPHRASE, PASSPHRASE};

/// A desk with its people by id.
pub struct Clinic {
    pub desk: Desk,
    pub marisol: Value,
    pub ambrose: Value,
    pub jolene: Value,
}

impl Clinic {
    /// Theodora directs, Marisol and Ambrose are counselors, Jolene is at the front desk. Theodora is signed in.
    pub fn open() -> Self {
        let desk = Desk::founded();
        let hire = |given, family, login, roles: &[&str]| desk.hire(given, family, login, roles)["id"].clone();
        let marisol = hire("Marisol", "Quiñones", "marisol", &["counselor", "facilitator"]);
        let ambrose = hire("Ambrose", "Okafor", "ambrose", &["counselor"]);
        let jolene = hire("Jolene", "Abernathy", "jolene", &["front_desk"]);
        Self { desk, marisol, ambrose, jolene }
    }

    /// Somebody signs in at the desk.
    pub fn as_person(&self, login: &str) -> &Desk {
        self.desk.switch_to(login, if login == "theodora" { PASSPHRASE } else { OTHER_PASSPHRASE });
        &self.desk
    }

    /// Adds a client by names, with a primary counselor.
    pub fn client(&self, given: &str, family: &str, primary: &Value) -> Value {
        self.desk.op("client.add", json!({ "fields": fields(given, family), "primary": primary }))["id"].take()
    }
}

/// The fields of a client with nothing but names.
pub fn fields(given: &str, family: &str) -> Value {
    json!({
        "family_name": family, "given_name": given, "preferred_name": "", "other_names": "", "pronouns": "",
        "sex": "", "address": "", "city": "", "state": "", "zip": "", "mail_is_safe": false, "allergies": "",
        "alerts": "", "profession": "", "referral_source": "", "referral_detail": ""
    })
}
