//! The clinic with those who collect and review, and what the tests of drug tests, plans, consents and the caseload ask.

use serde_json::{Value, json};

use crate::client_desk::{Clinic, fields};
use crate::desk::Desk;

/// The clinic with Bram, who collects, Dr. Ines, who reviews, and one admitted client of Marisol, who also collects.
pub struct Program {
    pub clinic: Clinic,
    pub bram: Value,
    pub client: Value,
}

impl Program {
    /// Rosalind was admitted on November 2 at level 2.1 and takes buprenorphine. Theodora is signed in.
    pub fn open() -> Self {
        let clinic = Clinic::open();
        let bram = clinic.desk.hire("Bram", "Oyelaran", "bram", &["collector"])["id"].clone();
        clinic.desk.hire("Ines", "Dvořáková", "ines", &["medical_reviewer"]);
        let staff = clinic.desk.query("staff.list", json!({}));
        let marisol = staff.as_array().unwrap().iter().find(|row| row["id"] == clinic.marisol).unwrap().clone();
        clinic.desk.op(
            "staff.change",
            json!({ "id": marisol["id"], "rev": marisol["rev"], "given_name": "Marisol", "family_name": "Quiñones",
                    "roles": ["counselor", "facilitator", "collector"] }),
        );
        let client = admitted(&clinic.desk, "Rosalind", "Nakagawa-Whitfield", &clinic.marisol, "2026-11-02");
        clinic.as_person("marisol").op(
            "medication.add",
            json!({ "client": client, "fields": { "name": "Buprenorphine-naloxone", "dose": "8-2 mg", "frequency": "daily",
                    "prescriber": "Dr. Abara", "started_on": "2026-11-01", "shows_as": "bup,nbup" } }),
        );
        clinic.as_person("theodora");
        Self { clinic, bram, client }
    }

    /// Somebody signs in.
    pub fn as_person(&self, login: &str) -> &Desk {
        self.clinic.as_person(login)
    }

    /// Orders a test for today, as Marisol, who stays signed in.
    pub fn ordered(&self) -> Value {
        self.as_person("marisol").op("drug_test.order", order(&self.client))
    }

    /// Logs an unordered test with a full screen, as Marisol, who stays signed in.
    pub fn screened(&self, detected: &[&str]) -> Value {
        self.as_person("marisol").op("drug_test.log", log(&self.client, detected))
    }

    /// The same with the laboratory's word.
    pub fn confirmed(&self, result: &str, detected: &[&str]) -> Value {
        let test = self.screened(detected);
        let readings: Vec<Value> =
            detected.iter().map(|key| json!({ "analyte": key, "result": "detected" })).collect();
        self.clinic.desk.op(
            "drug_test.laboratory",
            json!({ "id": test["id"], "rev": test["rev"], "result": result,
                    "readings": if result == "positive" { json!(readings) } else { json!([]) } }),
        )
    }
}

/// Adds a client and opens a stay.
pub fn admitted(desk: &Desk, given: &str, family: &str, primary: &Value, on: &str) -> Value {
    desk.op(
        "client.add",
        json!({ "fields": fields(given, family), "primary": primary,
                "admission": { "admitted_on": on, "level": "2.1", "track": "Evening" } }),
    )["id"]
        .take()
}

/// The request of an order for today.
pub fn order(client: &Value) -> Value {
    json!({ "client": client, "reason": "random", "method": "on_site", "specimen": "urine", "panel": "np10" })
}

/// The request of a whole test at the desk.
pub fn log(client: &Value, detected: &[&str]) -> Value {
    json!({ "client": client, "reason": "scheduled", "method": "on_site", "specimen": "urine", "panel": "np10",
            "collection": collection(), "readings": screen(detected) })
}

/// An unobserved collection of a plain specimen at 1:40 PM.
pub fn collection() -> Value {
    json!({ "time": "13:40", "seal": "0093 4417", "lot": "4471-B",
            "measures": { "temperature_tenths_f": 940, "temperature_minutes": 3, "volume_ml": 45,
                          "creatinine_tenths": 620, "gravity_ten_thousandths": 10142, "ph_tenths": 64 } })
}

/// Every substance of the panel `np10`, some of them detected.
pub fn screen(detected: &[&str]) -> Value {
    let keys = ["thca", "bze", "mor", "pcp", "amp", "mamp", "benzo", "barb", "meth", "propox"];
    keys.iter()
        .map(|key| {
            json!({ "analyte": key, "result": if detected.contains(key) { "detected" } else { "not_detected" } })
        })
        .collect()
}
