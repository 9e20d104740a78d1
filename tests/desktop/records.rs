//! Records to open a window over: made through the same command door, in the test's own process, and closed again.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use practice::kernel::outside::{FileKind, Outside, OutsideFault, Printed, Purpose};
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
    fn pdf(&self, _: &str, content: &Value) -> Result<Printed, OutsideFault> {
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
                "practice": { "name": "Harbor Street IOP", "state": "MA", "time_zone": "America/New_York",
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

    /// The answer of a query.
    pub fn query(&self, name: &str, with: Value) -> Value {
        let answer = self.station.call(name, &with.to_string(), false);
        serde_json::from_str(&answer.unwrap_or_else(|refusal| panic!("{name}: {refusal:?}"))).unwrap()
    }

    /// The answer of an operation.
    pub fn op(&self, name: &str, with: Value) -> Value {
        self.query(name, with)["answer"].take()
    }

    /// Closes the records and says where they are: one program at a time.
    pub fn closed(&self) -> PathBuf {
        self.station.lock_hard();
        self.room.path().join("vault")
    }
}
