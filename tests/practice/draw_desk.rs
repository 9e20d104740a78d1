//! A program of random tests with people in it: what the tests of draws begin with.

use serde_json::{Value, json};

use crate::desk::Desk;
use crate::testing_desk::{Program, admitted};

/// A program of two tiers with Rosalind in the upper one. Theodora is signed in; it is Tuesday, November 24, after the notice.
pub struct Random {
    pub program: Program,
    pub testing: Value,
    pub upper: Value,
    pub lower: Value,
}

impl Random {
    /// Everybody is drawn every day: the floor is the whole.
    pub fn certain() -> Self {
        Self::with(json!({ "floor_millionths": 1_000_000 }))
    }

    /// With other words in the fields of the program.
    pub fn with(fields: Value) -> Self {
        let program = Program::open();
        program.clinic.desk.hire("Odalys", "Ferreira", "odalys", &["auditor"]);
        let mut all = testing_fields();
        for (key, value) in fields.as_object().unwrap() {
            all[key] = value.clone();
        }
        let desk = &program.clinic.desk;
        let testing = desk.op("testing.add_program", json!({ "fields": all }))["id"].take();
        let found = desk.query("testing.programs", json!({}));
        let tier = |place: usize| found[0]["tiers"][place]["id"].clone();
        let random = Self { testing, upper: tier(0), lower: tier(1), program };
        random.enroll(&random.program.client);
        random
    }

    pub fn desk(&self) -> &Desk {
        &self.program.clinic.desk
    }

    /// Somebody signs in.
    pub fn as_person(&self, login: &str) -> &Desk {
        self.program.as_person(login)
    }

    /// Puts a client into the upper tier.
    pub fn enroll(&self, client: &Value) -> Value {
        self.desk().op("testing.enroll", json!({ "client": client, "program": self.testing, "tier": self.upper }))
    }

    /// Admits somebody and puts them into the upper tier.
    pub fn person(&self, given: &str, family: &str) -> Value {
        let client = admitted(self.desk(), given, family, &self.program.clinic.marisol, "2026-11-02");
        self.enroll(&client);
        client
    }

    /// Commits to a draw.
    pub fn committed(&self, on: &str) -> Value {
        self.desk().op("draw.commit", json!({ "program": self.testing, "on": on }))
    }

    /// Commits and freezes the pool.
    pub fn frozen(&self, on: &str) -> Value {
        let draw = self.committed(on);
        self.desk().op("draw.run", json!({ "id": draw["id"], "rev": draw["rev"] }))
    }

    /// A draw of today with its names open.
    pub fn noticed(&self) -> Value {
        let draw = self.frozen("2026-11-24");
        self.desk().op("draw.notice", json!({ "id": draw["id"] }))
    }

    /// The page of a draw, for who is signed in.
    pub fn page(&self, draw: &Value) -> Value {
        self.desk().query("draw.page", json!({ "id": draw["id"] }))
    }
}

/// A program of 52 and 24 a year on every day of the week.
pub fn testing_fields() -> Value {
    json!({
        "name": "Evening random", "weekdays": "1111111", "closed": ["2026-12-25"], "notice_time": "06:00", "closes": "16:00",
        "method": "on_site", "specimen": "urine", "panel": "np10", "floor_millionths": 10_000, "line_says": "names",
        "active": true,
        "tiers": [
            { "name": "Weekly", "per_year": 52, "analyzed_percent": 75, "step_after_days": 90, "step_to": 1 },
            { "name": "Twice a month", "per_year": 24, "analyzed_percent": 100 },
        ],
    })
}
