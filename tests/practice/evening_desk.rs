//! An evening: a practice with groups, rosters and sessions. Everybody in it is invented.

use serde_json::{Value, json};

use crate::client_desk::{Clinic, fields};
use crate::desk::Desk;

/// A minute of the clock.
pub const MINUTE: i64 = 60_000;
/// An hour of the clock.
pub const HOUR: i64 = 60 * MINUTE;

/// A clinic with one group that Marisol leads, on Tuesdays at 17:30 for an hour. It is Tuesday, 14:00.
pub struct Evening {
    pub clinic: Clinic,
    pub group: Value,
}

impl Evening {
    pub fn open() -> Self {
        let clinic = Clinic::open();
        let group = add_group(&clinic, "Process group", &[(2, "17:30", 60)]);
        Self { clinic, group }
    }

    pub fn desk(&self) -> &Desk {
        &self.clinic.desk
    }

    /// Adds a client in treatment at level 2.1 since October, and puts them on the roster.
    pub fn member(&self, given: &str, family: &str) -> Value {
        let client = self.admitted(given, family, &self.clinic.marisol);
        self.join(&client);
        client
    }

    /// Adds a client in treatment at level 2.1 since October.
    pub fn admitted(&self, given: &str, family: &str, primary: &Value) -> Value {
        let request = json!({
            "fields": fields(given, family), "primary": primary,
            "admission": { "admitted_on": "2026-10-01", "level": "2.1", "track": "Evening" },
        });
        self.desk().op("client.add", request)["id"].take()
    }

    pub fn join(&self, client: &Value) -> Value {
        let request = json!({ "group": self.group, "client": client, "joined_on": "2026-10-01" });
        self.desk().op("membership.join", request)
    }

    /// Today's session of the group.
    pub fn tonight(&self) -> Value {
        self.on("2026-11-24")[0].clone()
    }

    /// Sessions of a date.
    pub fn on(&self, date: &str) -> Vec<Value> {
        let list = self.desk().query("session.day", json!({ "on": date, "whose": "everybody" }));
        list["sessions"].as_array().unwrap().clone()
    }

    /// Records a session with exceptions.
    pub fn record(&self, session: &Value, exceptions: Value) -> Value {
        self.desk().op(
            "attendance.record",
            json!({ "session": session["id"], "rev": session["rev"], "exceptions": exceptions }),
        )
    }

    pub fn sheet(&self, session: &Value) -> Value {
        self.desk().query("attendance.sheet", json!({ "session": session["id"] }))
    }
}

/// Adds a group that Marisol leads, with weekly places from October on.
pub fn add_group(clinic: &Clinic, name: &str, slots: &[(u32, &str, i64)]) -> Value {
    let slots: Vec<Value> = slots
        .iter()
        .map(|(weekday, starts, minutes)| {
            json!({ "weekday": weekday, "starts": starts, "minutes": minutes, "from_on": "2026-10-01" })
        })
        .collect();
    clinic.desk.op("group.add", json!({ "fields": group_fields(name, &clinic.marisol), "slots": slots }))["id"].take()
}

/// The fields of a process group for twelve.
pub fn group_fields(name: &str, facilitator: &Value) -> Value {
    json!({ "name": name, "type": "process", "track": "Evening", "room": "Cedar", "capacity": 12,
            "facilitator": facilitator })
}

/// The names of a sheet's rows as shown, in order.
pub fn names(sheet: &Value) -> Vec<String> {
    sheet["rows"].as_array().unwrap().iter().map(|row| row["name"]["text"].as_str().unwrap().to_owned()).collect()
}

/// The row of a client on a sheet.
pub fn row<'a>(sheet: &'a Value, client: &Value) -> &'a Value {
    sheet["rows"].as_array().unwrap().iter().find(|row| row["client"] == *client).unwrap()
}
