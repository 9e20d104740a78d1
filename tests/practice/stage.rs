//! One practice with something of everything in it: what a table over all calls needs to ask about.

use serde_json::json;

use crate::client_lines::Charts;
use crate::desk::{Desk, OTHER_PASSPHRASE, found_request};

/// A desk and the ids of what is there. The director holds every role and is signed in.
pub struct Stage {
    pub desk: Desk,
    /// An active counselor.
    pub person: String,
    /// Somebody whose access ended.
    pub former: String,
    /// A credential of the counselor.
    pub credential: String,
    pub charts: Charts,
}

impl Stage {
    /// Sets it.
    pub fn set() -> Self {
        let desk = Desk::empty();
        let mut found = found_request();
        found["practice"]["solo"] = json!(true);
        desk.op("practice.create", found);
        let add = |given: &str, login: &str| {
            desk.op(
                "staff.add",
                json!({ "given_name": given, "family_name": "Quiñones", "login": login, "roles": ["counselor"],
                        "credential": { "label": "LPC", "license_state": "MA", "license_number": "4471",
                                        "needs_cosign": false },
                        "temporary_passphrase": OTHER_PASSPHRASE }),
            )
        };
        let (person, former) = (add("Marisol", "marisol"), add("Ludek", "ludek"));
        desk.op("staff.deactivate", json!({ "id": former["id"], "rev": former["rev"], "reason": "moved away" }));
        let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
        Self {
            person: text(&person["id"]),
            former: text(&former["id"]),
            credential: text(&person["credentials"][0]["id"]),
            charts: Charts::set(&desk),
            desk,
        }
    }
}
