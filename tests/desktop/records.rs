//! Records to open a window over: made through the same command door, in the test's own process, and closed again.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use practice::kernel::outside::{FileKind, Outside, OutsideFault, Printed, Purpose};
use practice::kernel::{Moment, Zone};
use practice::workstation::Workstation;
use serde_json::{Value, json};
use vault::{KdfCost, SystemClock};

/// The director's passphrase.
pub const PASSPHRASE: &str = "quiet lantern borrowed seven oars";
/// That of everybody else.
pub const OTHERS: &str = "orchard ladder whistles at dusk";
const TEMPORARY: &str = "cobalt meadow trumpet ninety";

/// A folder with a practice in it, set up and backed up.
pub struct Records {
    pub room: tempfile::TempDir,
    station: Arc<Workstation>,
}

/// Prints nothing and asks nobody.
struct Nowhere;

impl Outside for Nowhere {
    fn pdf(&self, _: &str, content: &Value, _: &dyn vault::Progress) -> Result<Printed, OutsideFault> {
        Ok(Printed::new(content.to_string().into_bytes()))
    }

    fn place(&self, _: &str, _: FileKind) -> Result<PathBuf, OutsideFault> {
        Err(OutsideFault::Cancelled)
    }

    fn write(&self, _: &Path, _: &[u8]) -> Result<(), OutsideFault> {
        Ok(())
    }

    fn choose(&self, _: Purpose) -> Result<PathBuf, OutsideFault> {
        Err(OutsideFault::Cancelled)
    }
}

impl Records {
    /// Theodora Brandvold directs Harbor Street IOP; first run is behind her.
    pub fn set_up() -> Self {
        let room = tempfile::tempdir().unwrap();
        let folder = room.path().join("vault");
        let station = Workstation::new(&folder, Arc::new(SystemClock), Arc::new(Nowhere), Some(KdfCost::for_tests()));
        let records = Self { room, station };
        let shown = records.op(
            "practice.create",
            json!({
                "practice": { "name": "Harbor Street IOP", "state": "MA", "time_zone": zone_of_an_evening(),
                              "week_starts_on": "sunday", "solo": false },
                "director": { "given_name": "Theodora", "family_name": "Brandvold", "credential": "LCSW",
                              "login": "theodora", "passphrase": PASSPHRASE }
            }),
        );
        let groups: Vec<Value> = shown["ask"]
            .as_array()
            .unwrap()
            .iter()
            .map(|at| {
                let at = usize::try_from(at.as_u64().unwrap()).unwrap();
                json!({ "index": at, "text": shown["recovery_groups"][at - 1] })
            })
            .collect();
        records.op("recovery.check", json!({ "groups": groups }));
        records.op("backup.make", json!({}));
        while records.query("job.list", json!({}))[0]["state"] == "running" {
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        records
    }

    /// Adds a person who has made a passphrase of their own; leaves the director signed in.
    pub fn hire(&self, given: &str, family: &str, login: &str, roles: &[&str]) -> Value {
        let row = self.op(
            "staff.add",
            json!({ "given_name": given, "family_name": family, "login": login, "roles": roles,
                    "temporary_passphrase": TEMPORARY }),
        );
        self.switch_to(login, TEMPORARY);
        self.op("passphrase.change", json!({ "current": TEMPORARY, "new": OTHERS }));
        self.switch_to("theodora", PASSPHRASE);
        row["id"].clone()
    }

    /// Somebody else sits down.
    pub fn switch_to(&self, login: &str, passphrase: &str) {
        self.op("workstation.lock", json!({ "depth": "hard" }));
        self.op("workstation.sign_in", json!({ "login": login, "passphrase": passphrase }));
    }

    /// Opens the records again behind a window that closes.
    pub fn open_again(&self, login: &str, passphrase: &str) {
        let request = json!({ "login": login, "passphrase": passphrase }).to_string();
        for _ in 0..200 {
            if self.station.call("workstation.sign_in", &request, false).is_ok() {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        panic!("the window did not let go of the records");
    }

    /// The answer of a query.
    pub fn query(&self, name: &str, with: Value) -> Value {
        let answer = self.station.call(name, &with.to_string(), false);
        serde_json::from_str(&answer.unwrap_or_else(|refusal| panic!("{name}: {refusal:?}"))).unwrap()
    }

    /// The answer of an operation.
    pub fn op(&self, name: &str, with: Value) -> Value {
        self.query(name, with)["answer"].take()
    }

    /// A group that met an hour ago, led by Marisol Quiñones, with so many members; how many they are.
    pub fn evening(&self, members: usize) -> usize {
        let marisol = self.hire("Marisol", "Quiñones", "marisol", &["counselor", "facilitator"]);
        let began = self.now().plus_minutes(-65);
        let (zone, on) = (self.zone(), self.today());
        let starts = zone.wall(began).format("%H:%M").to_string();
        let weekday: u32 = zone.wall(began).format("%u").to_string().parse().unwrap();
        let group = self.op(
            "group.add",
            json!({
                "fields": { "name": "Process group", "type": "process", "track": "Evening", "room": "Cedar",
                            "capacity": 12, "facilitator": marisol },
                "slots": [{ "weekday": weekday, "starts": starts, "minutes": 60, "from_on": on }]
            }),
        );
        for (given, family) in NAMES.iter().take(members) {
            let admission = json!({ "admitted_on": on, "level": "2.1", "track": "Evening" });
            let client = self.op(
                "client.add",
                json!({ "fields": client_fields(given, family), "primary": marisol, "admission": admission }),
            );
            let join = json!({ "group": group["id"], "client": client["id"], "joined_on": on });
            self.op("membership.join", join);
        }
        members.min(NAMES.len())
    }

    /// An evening of three groups of fifty minutes with ten between them, over since five minutes, led by Marisol Quiñones
    /// with the same members; how many they are.
    pub fn evening_of_three(&self, members: usize) -> usize {
        let marisol = self.hire("Marisol", "Quiñones", "marisol", &["counselor", "facilitator"]);
        let (zone, on) = (self.zone(), self.today());
        let mut groups = Vec::new();
        for (name, kind, ago) in [
            ("Process group", "process", 175),
            ("Skills: coping", "skills", 115),
            ("Refusal role-play", "refusal", 55),
        ] {
            let began = self.now().plus_minutes(-ago);
            let starts = zone.wall(began).format("%H:%M").to_string();
            let weekday: u32 = zone.wall(began).format("%u").to_string().parse().unwrap();
            let fields = json!({ "name": name, "type": kind, "track": "Evening", "room": "Cedar", "capacity": 12,
                                 "facilitator": marisol });
            let slots = json!([{ "weekday": weekday, "starts": starts, "minutes": 50, "from_on": on }]);
            groups.push(self.op("group.add", json!({ "fields": fields, "slots": slots })));
        }
        for (given, family) in NAMES.iter().take(members) {
            let admission = json!({ "admitted_on": on, "level": "2.1", "track": "Evening" });
            let fields = client_fields(given, family);
            let client =
                self.op("client.add", json!({ "fields": fields, "primary": marisol, "admission": admission }));
            for group in &groups {
                let join = json!({ "group": group["id"], "client": client["id"], "joined_on": on });
                self.op("membership.join", join);
            }
        }
        members.min(NAMES.len())
    }

    /// An hour that Marisol Quiñones, LPC, had with a client today, attendance recorded and no note yet.
    pub fn appointment(&self, given: &str, family: &str) {
        let marisol = self.hire("Marisol", "Quiñones", "marisol", &["counselor", "facilitator"]);
        let fields =
            json!({ "label": "LPC", "license_state": "MA", "license_number": "4471", "needs_cosign": false });
        self.op("staff.credential_add", json!({ "staff": marisol, "fields": fields }));
        let on = self.today();
        let admission = json!({ "admitted_on": on, "level": "2.1", "track": "Evening" });
        let client = self.op(
            "client.add",
            json!({ "fields": client_fields(given, family), "primary": marisol, "admission": admission }),
        );
        self.switch_to("marisol", OTHERS);
        self.seen_today(&client["id"]);
    }

    /// The begun note of an hour that whoever is signed in had with a client today.
    pub fn appointment_of(&self, client: &Value) -> Value {
        let session = self.seen_today(client);
        self.op("note.start", json!({ "session": session, "client": client }))
    }

    /// An hour with a client today, attendance recorded.
    fn seen_today(&self, client: &Value) -> Value {
        let starts = self.zone().wall(self.now().plus_minutes(-70)).format("%H:%M").to_string();
        let session = self.op(
            "session.plan",
            json!({ "kind": "individual", "client": client, "on_date": self.today(), "starts": starts, "minutes": 50 }),
        );
        self.op("attendance.record", json!({ "session": session["id"], "rev": session["rev"] }));
        session["id"].clone()
    }

    /// Today on the practice's wall.
    pub fn today(&self) -> String {
        self.zone().date(self.now()).to_string()
    }

    fn now(&self) -> Moment {
        self.station.now()
    }

    fn zone(&self) -> Zone {
        Zone::named(zone_of_an_evening()).unwrap()
    }

    /// Closes the records and says where they are: one program at a time.
    pub fn closed(&self) -> PathBuf {
        self.station.lock_hard();
        self.room.path().join("vault")
    }
}

/// A time zone in which it is afternoon or evening now, so that a group of today has met and midnight is far.
fn zone_of_an_evening() -> &'static str {
    let now = Moment(vault::Clock::now_ms(&SystemClock));
    ["America/New_York", "Pacific/Honolulu", "Asia/Tokyo", "Europe/London", "Asia/Kolkata", "Pacific/Auckland"]
        .into_iter()
        .find(|name| {
            let hour: u32 = Zone::named(name).unwrap().wall(now).format("%H").to_string().parse().unwrap();
            (14..=21).contains(&hour)
        })
        .unwrap_or("America/Los_Angeles")
}

/// Invented people with names as long and as short as names are.
const NAMES: &[(&str, &str)] = &[
    ("Wren", "Abara"),
    ("Caroline", "Beaumont-Featherstonehaugh"),
    ("Duc", "Đặng"),
    ("Ibukunoluwa", "Adeyẹmi"),
    ("Imre", "Halász"),
    ("Kaʻiulani", "Kealoha"),
    ("Rosalind", "Nakagawa"),
    ("Tomás", "Ó Súilleabháin"),
    ("Silas", "Petrosyan"),
    ("Noor", "Rahmani"),
    ("Ludmila", "Šťastná"),
    ("Bo", "Zhu"),
];

/// The fields of a client with nothing but names.
pub fn client_fields(given: &str, family: &str) -> Value {
    json!({
        "family_name": family, "given_name": given, "preferred_name": "", "other_names": "", "pronouns": "",
        "sex": "", "address": "", "city": "", "state": "", "zip": "", "mail_is_safe": false, "allergies": "",
        "alerts": "", "profession": "", "referral_source": "", "referral_detail": ""
    })
}
