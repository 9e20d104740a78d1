//! A clinic whose people may sign: what the tests of notes begin with. Everybody in it is invented.

use serde_json::{Value, json};

use crate::client_desk::Clinic;
use crate::desk::{Desk, OTHER_PASSPHRASE, PASSPHRASE};

/// What signs for everybody but the director.
pub fn proof() -> Value {
    json!({ "passphrase": OTHER_PASSPHRASE })
}

/// A request that signs this row as it stands, by anybody but the director.
pub fn signing(row: &Value) -> Value {
    json!({ "id": row["id"], "rev": row["rev"], "proof": proof() })
}

/// The same by the director.
pub fn by_director(row: &Value) -> Value {
    json!({ "id": row["id"], "rev": row["rev"], "proof": { "passphrase": PASSPHRASE } })
}

/// A clinic with licensed Marisol, trainee Ambrose whom she supervises, and three clients of hers.
pub struct Chart {
    pub clinic: Clinic,
    pub caroline: Value,
    pub mehmet: Value,
    pub tomas: Value,
}

impl Chart {
    /// Marisol is signed in.
    pub fn open() -> Self {
        let clinic = Clinic::open();
        let credential = |staff: &Value, label: &str, needs_cosign: bool| {
            let fields = json!({ "label": label, "license_state": "MA", "license_number": "12345", "needs_cosign": needs_cosign });
            clinic.desk.op("staff.credential_add", json!({ "staff": staff, "fields": fields }));
        };
        credential(&clinic.marisol, "LPC", false);
        credential(&clinic.ambrose, "CADC-T", true);
        let rows = clinic.desk.query("staff.list", json!({}));
        let ambrose = rows.as_array().unwrap().iter().find(|row| row["id"] == clinic.ambrose).unwrap().clone();
        clinic.desk.op(
            "staff.change",
            json!({ "id": ambrose["id"], "rev": ambrose["rev"], "given_name": "Ambrose", "family_name": "Okafor",
                    "roles": ["counselor"], "supervisor": clinic.marisol }),
        );
        let caroline = clinic.client("Caroline", "Beaumont-Villanueva", &clinic.marisol);
        let mehmet = clinic.client("Mehmet", "Çağlayan", &clinic.marisol);
        let tomas = clinic.client("Tomás", "Ó Súilleabháin", &clinic.ambrose);
        clinic.as_person("marisol");
        Self { clinic, caroline, mehmet, tomas }
    }

    pub fn desk(&self) -> &Desk {
        &self.clinic.desk
    }

    /// An individual session this morning with its attendance.
    pub fn session(&self, client: &Value) -> Value {
        let planned = self.planned(client);
        self.desk().op("attendance.record", json!({ "session": planned["id"], "rev": planned["rev"] }));
        planned["id"].clone()
    }

    /// An individual session this morning that nobody recorded.
    pub fn planned(&self, client: &Value) -> Value {
        self.desk().op(
            "session.plan",
            json!({ "kind": "individual", "client": client, "on_date": "2026-11-24", "starts": "08:05", "minutes": 50 }),
        )
    }

    /// A free note about a client, begun by whoever is signed in.
    pub fn free(&self, client: &Value) -> Value {
        self.desk().op("note.start", free_request(client))
    }

    /// A complete note of a free contact.
    pub fn signed(&self, client: &Value) -> Value {
        let handle = self.free(client);
        self.desk().op(
            "note.sign",
            json!({ "id": handle["id"], "rev": handle["rev"], "body": plain("Called the pharmacist board about the hearing date."),
                    "proof": proof() }),
        )
    }

    /// A note as it stands.
    pub fn note(&self, id: &Value) -> Value {
        self.desk().query("note.get", json!({ "id": id }))
    }
}

/// The request of a free case-management note.
pub fn free_request(client: &Value) -> Value {
    json!({ "client": client, "kind": "case_management",
            "service": { "on": "2026-11-24", "starts": "09:15", "minutes": 20 } })
}

/// The body of a plain note.
pub fn plain(text: &str) -> Value {
    json!({ "sections": [{ "key": "text", "text": text }], "objectives": [], "risk_words": "" })
}

/// The body of a complete DAP note.
pub fn dap() -> Value {
    json!({
        "sections": [
            { "key": "data", "text": "Sleeping about five hours since the weekend." },
            { "key": "assessment", "text": "Evenings are when she talks herself out of it." },
            { "key": "plan", "text": "Morning call trial until Nov 30." },
        ],
        "objectives": [],
        "risk": "none_observed",
        "risk_words": "",
    })
}
