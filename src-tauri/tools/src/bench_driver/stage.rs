//! Where the jobs play: a vault made from the data, a copy of it for jobs that change something, and who sits there.
//!
//! A signed note cannot be taken back and an imported client cannot be unmade, so a job that changes something works on a
//! copy beside the vault. The next job that only looks goes back to the vault as it was, and the next change begins with a
//! fresh copy: the same question has the same answer, however often and in whichever order the jobs run.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use chrono::{NaiveDate, NaiveTime};
use practice::kernel::Zone;
use practice::workstation::Workstation;
use serde_json::{Value, json};
use vault::{Clock, Passphrase};

use super::{list, text};
use crate::desk::{self, World};

/// The director of a bench vault; its people are invented.
pub const DIRECTOR: &str = "bench";
/// Everybody's passphrase and PIN there.
pub const PASSPHRASE: &str = "eleven herons over the salt marsh";
pub const PIN: &str = "2849";
/// What a director tells somebody for the first sign-in.
const TEMPORARY: &str = "nine kettles under the wooden bridge";

/// A clock at the evening of the data's day, going on from there.
struct DataClock {
    start_ms: i64,
    began: Instant,
}

impl Clock for DataClock {
    fn now_ms(&self) -> i64 {
        self.start_ms + i64::try_from(self.began.elapsed().as_millis()).unwrap_or(0)
    }

    fn monotonic_ms(&self) -> u64 {
        u64::try_from(self.began.elapsed().as_millis()).unwrap_or(0)
    }
}

/// Which of the two vaults.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum Place {
    /// The one made from the data, as it was.
    Kept,
    /// The copy that jobs change.
    Work,
}

/// The vaults with the people of the data.
pub struct Stage {
    data: PathBuf,
    kept: PathBuf,
    day: NaiveDate,
    /// Somebody sits at one of the vaults, or nobody does.
    seat: Option<(Place, String, Arc<Workstation>)>,
    /// The login of each person who may sign in, by the id of the other system.
    logins: HashMap<String, String>,
}

impl Stage {
    /// Opens the vault, or makes it and imports the data.
    pub fn open(data: &Path, kept: &Path) -> Result<Self, String> {
        let mut stage = Self::shut(data, kept)?;
        if !kept.join("practice.db").is_file() {
            eprintln!("making the vault and importing the data");
            stage.fill()?;
        }
        let station = stage.seat(Place::Kept, DIRECTOR)?;
        let staff = desk::call(&station, "staff.list", &json!({}))?;
        let active: Vec<&Value> = list(&staff).filter(|row| row["active"] == true).collect();
        let ids: Vec<String> = active.iter().map(|row| text(&row["id"])).collect();
        let names = desk::call(
            &station,
            "import.names",
            &json!({ "kind": "staff", "externals": Value::Array(vec![]), "ids": ids }),
        )?;
        for name in list(&names) {
            let login = active.iter().find(|row| row["id"] == name["id"]).map(|row| text(&row["login"]));
            stage.logins.insert(text(&name["external"]), login.unwrap_or_default());
        }
        Ok(stage)
    }

    /// Nobody there and nothing opened yet.
    pub fn shut(data: &Path, kept: &Path) -> Result<Self, String> {
        let meta = super::json_of(&data.join("meta.json"))?;
        let day = meta["as_of"].as_str().and_then(|text| text.parse().ok()).ok_or("meta.json has no as_of")?;
        Ok(Self { data: data.to_owned(), kept: kept.to_owned(), day, seat: None, logins: HashMap::new() })
    }

    /// The data's day.
    pub const fn day(&self) -> NaiveDate {
        self.day
    }

    /// The login of a person of the data.
    pub fn login(&self, external: &str) -> Result<String, String> {
        self.logins.get(external).cloned().ok_or_else(|| format!("staff {external} has no sign-in"))
    }

    /// The station at a vault with somebody signed in, who stays there until somebody else is asked for.
    pub fn seat(&mut self, place: Place, login: &str) -> Result<Arc<Workstation>, String> {
        if let Some((at, who, station)) = &self.seat {
            if *at == place && who == login {
                return Ok(Arc::clone(station));
            }
        }
        let was = self.leave();
        if place == Place::Work && was != Some(Place::Work) {
            copy(&self.kept, &self.work())?;
        }
        let station = self.station(place, &self.data.clone())?;
        sign_in(&station, login, PASSPHRASE)?;
        self.seat = Some((place, login.to_owned(), Arc::clone(&station)));
        Ok(station)
    }

    /// A fresh copy with the director signed in, whose dialogs answer with a folder.
    pub fn fresh(&mut self, choice: &Path) -> Result<Arc<Workstation>, String> {
        self.leave();
        copy(&self.kept, &self.work())?;
        let station = self.station(Place::Work, choice)?;
        sign_in(&station, DIRECTOR, PASSPHRASE)?;
        // Asked for by nobody else: the next job that changes something begins with a copy of its own.
        self.seat = Some((Place::Kept, String::new(), Arc::clone(&station)));
        Ok(station)
    }

    /// Gets up, so that nothing is open; tells which vault it was.
    pub fn leave(&mut self) -> Option<Place> {
        let (place, _, station) = self.seat.take()?;
        station.lock_hard();
        Some(place)
    }

    /// Gets up and takes the copy away.
    pub fn close(&mut self) {
        self.leave();
        drop(std::fs::remove_dir_all(self.work()));
    }

    fn work(&self) -> PathBuf {
        let mut name = self.kept.file_name().unwrap_or_default().to_owned();
        name.push(".work");
        self.kept.with_file_name(name)
    }

    /// Gets up and leaves the copy to somebody else, in the place of the folder they name.
    pub fn take_work(&mut self, to: &Path) -> Result<PathBuf, String> {
        self.leave();
        copy(&self.work(), to)?;
        Ok(to.to_owned())
    }

    /// A clock that stands at the evening of the data's day now.
    pub fn clock(&self) -> Result<Arc<dyn Clock>, String> {
        let zone = Zone::named("America/Los_Angeles").ok_or("the time zone is missing")?;
        let evening = NaiveTime::from_hms_opt(21, 0, 0).ok_or("no such time")?;
        let start = zone.moment(self.day, evening).map_err(|_| "the clock skips this evening")?;
        Ok(Arc::new(DataClock { start_ms: start.0, began: Instant::now() }))
    }

    /// A station at a vault that answers dialogs with a folder. Nobody is signed in.
    pub fn station(&self, place: Place, choice: &Path) -> Result<Arc<Workstation>, String> {
        let folder = if place == Place::Kept { self.kept.clone() } else { self.work() };
        let world = World::new()?.choosing(choice);
        Ok(Workstation::new(&folder, self.clock()?, Arc::new(world), desk::test_cost()))
    }

    /// Makes the practice, imports the data and lets the counselors in.
    fn fill(&self) -> Result<(), String> {
        let station = self.station(Place::Kept, &self.data)?;
        desk::call(
            &station,
            "practice.create",
            &json!({ "practice": { "name": "Bench", "state": "WA", "time_zone": "America/Los_Angeles",
                                   "week_starts_on": "monday", "solo": false },
                     "director": { "given_name": "Bench", "family_name": "Bench", "credential": "", "login": DIRECTOR,
                                   "passphrase": PASSPHRASE } }),
        )?;
        desk::call(&station, "import.choose", &json!({}))?;
        desk::call(&station, "import.preview", &json!({}))?;
        crate::import::finished(&station)?;
        desk::call(&station, "import.run", &json!({ "leave_out_bad_rows": false }))?;
        eprintln!("{}", crate::import::finished(&station)?);
        // The data call a note overdue three whole days before their day; the clock stands 21 hours into it.
        let due = json!({ "key": "note_due_hours", "value": "93", "effective_on": self.day });
        desk::call(&station, "policy.set", &due)?;
        let staff = desk::call(&station, "staff.list", &json!({}))?;
        for row in list(&staff).filter(|row| list(&row["roles"]).any(|role| role == "counselor")) {
            desk::call(
                &station,
                "staff.reactivate",
                &json!({ "id": row["id"], "rev": row["rev"], "temporary_passphrase": TEMPORARY }),
            )?;
            station.lock_hard();
            sign_in(&station, &text(&row["login"]), TEMPORARY)?;
            desk::call(&station, "passphrase.change", &json!({ "current": TEMPORARY, "new": PASSPHRASE }))?;
            desk::call(&station, "pin.set", &json!({ "passphrase": PASSPHRASE, "pin": PIN }))?;
            station.lock_hard();
            sign_in(&station, DIRECTOR, PASSPHRASE)?;
        }
        station.lock_hard();
        Ok(())
    }

    /// The vault's folder, as it was made from the data.
    pub fn kept(&self) -> &Path {
        &self.kept
    }

    /// The folder of the data.
    pub fn data(&self) -> &Path {
        &self.data
    }
}

/// Signs somebody in.
pub fn sign_in(station: &Workstation, login: &str, passphrase: &str) -> Result<(), String> {
    station.sign_in(login, &Passphrase::new(passphrase.into())).map_err(|refusal| refusal.message)
}

/// A folder in the place of another, with everything in it.
pub fn copy(from: &Path, to: &Path) -> Result<(), String> {
    let wrong = |error: std::io::Error| error.to_string();
    if to.exists() {
        std::fs::remove_dir_all(to).map_err(wrong)?;
    }
    std::fs::create_dir_all(to).map_err(wrong)?;
    for entry in std::fs::read_dir(from).map_err(wrong)? {
        let entry = entry.map_err(wrong)?;
        let target = to.join(entry.file_name());
        if entry.file_type().map_err(wrong)?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            std::fs::copy(entry.path(), target).map_err(wrong)?;
        }
    }
    Ok(())
}
