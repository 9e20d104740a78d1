//! A workstation on a real encrypted file in a temporary folder, with a clock that the test turns and a world outside
//! that keeps what left.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use practice::kernel::outside::{FileKind, Outside, OutsideFault, Printed, Purpose};
use practice::kernel::refusal::Refusal;
use practice::workstation::Workstation;
use serde_json::{Value, json};
use vault::{Clock, KdfCost};

/// Tuesday, November 24, 2026, 14:00 in New York.
pub const NOON_ISH: i64 = 1_795_546_800_000;

/// The director's passphrase in every test.
pub const PASSPHRASE: &str = "quiet lantern borrowed seven oars";
/// Another one that is enough.
pub const OTHER_PASSPHRASE: &str = "orchard ladder whistles at dusk";

/// A clock that moves only when told.
#[derive(Default)]
pub struct HandClock {
    wall: AtomicI64,
    monotonic: AtomicU64,
    run: AtomicU64,
}

impl HandClock {
    /// Moves both clocks.
    pub fn pass(&self, ms: i64) {
        self.wall.fetch_add(ms, Ordering::SeqCst);
        self.monotonic.fetch_add(u64::try_from(ms).unwrap(), Ordering::SeqCst);
    }

    /// Moves the wall clock alone: a sleeping machine, or somebody who set the clock.
    pub fn set_wall(&self, ms: i64) {
        self.wall.fetch_add(ms, Ordering::SeqCst);
    }
}

impl Clock for HandClock {
    fn now_ms(&self) -> i64 {
        self.wall.load(Ordering::SeqCst)
    }

    fn monotonic_ms(&self) -> u64 {
        self.monotonic.load(Ordering::SeqCst)
    }

    fn epoch(&self) -> u64 {
        self.run.load(Ordering::SeqCst)
    }
}

/// The world outside: a press that answers with the content as bytes, and dialogs that answer as told.
#[derive(Default)]
pub struct World {
    pub place: Mutex<Option<PathBuf>>,
    pub choice: Mutex<Option<PathBuf>>,
    pub printed: Mutex<Vec<(String, Value)>>,
    /// The file names that dialogs suggested.
    pub suggested: Mutex<Vec<String>>,
    /// Pages that are set until somebody stops them.
    pub endless: AtomicBool,
}

impl World {
    /// What the next dialog for a folder or a file to read answers; `None` is a closed dialog.
    pub fn choose(&self, path: Option<PathBuf>) {
        *self.choice.lock().unwrap() = path;
    }

    /// What the next dialog for a file to write answers.
    pub fn place_at(&self, path: Option<PathBuf>) {
        *self.place.lock().unwrap() = path;
    }
}

impl Outside for World {
    fn pdf(&self, template: &str, content: &Value, watch: &dyn vault::Progress) -> Result<Printed, OutsideFault> {
        while self.endless.load(Ordering::SeqCst) {
            watch.step(37, 100, "Setting the pages");
            if watch.cancelled() {
                return Err(OutsideFault::Stopped);
            }
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
        self.printed.lock().unwrap().push((template.into(), content.clone()));
        Ok(Printed::new(content.to_string().into_bytes()))
    }

    fn place(&self, suggested: &str, _: FileKind) -> Result<PathBuf, OutsideFault> {
        self.suggested.lock().unwrap().push(suggested.into());
        self.place.lock().unwrap().clone().ok_or(OutsideFault::Cancelled)
    }

    fn write(&self, place: &Path, bytes: &[u8]) -> Result<(), OutsideFault> {
        std::fs::write(place, bytes).map_err(|error| OutsideFault::Write(error.kind()))
    }

    fn choose(&self, _: Purpose) -> Result<PathBuf, OutsideFault> {
        self.choice.lock().unwrap().clone().ok_or(OutsideFault::Cancelled)
    }
}

/// A workstation with its clock, its world and its folder.
pub struct Desk {
    pub station: Arc<Workstation>,
    pub clock: Arc<HandClock>,
    pub world: Arc<World>,
    pub room: tempfile::TempDir,
    _end: End,
}

/// Closes the workstation when the test ends, so that no thread of long work outlives it.
struct End(Arc<Workstation>);

impl Drop for End {
    fn drop(&mut self) {
        self.0.lock_hard();
    }
}

impl Desk {
    fn of(station: Arc<Workstation>, clock: Arc<HandClock>, world: Arc<World>, room: tempfile::TempDir) -> Self {
        Self { _end: End(Arc::clone(&station)), station, clock, world, room }
    }

    /// Before first run.
    pub fn empty() -> Self {
        vault::vfs::install();
        let room = tempfile::tempdir().unwrap();
        let clock = Arc::new(HandClock::default());
        clock.wall.store(NOON_ISH, Ordering::SeqCst);
        let world = Arc::new(World::default());
        let station = Workstation::new(
            &room.path().join("vault"),
            Arc::clone(&clock) as Arc<dyn Clock>,
            Arc::clone(&world) as Arc<dyn Outside>,
            Some(KdfCost::for_tests()),
        );
        Self::of(station, clock, world, room)
    }

    /// After first run: Theodora Brandvold is director of Harbor Street IOP, signed in.
    pub fn founded() -> Self {
        let desk = Self::empty();
        desk.op("practice.create", found_request());
        desk
    }

    /// Another run of the program over the same folder.
    pub fn restarted(self) -> Self {
        self.station.lock_hard();
        let Self { clock, world, room, .. } = self;
        clock.run.fetch_add(1, Ordering::SeqCst);
        let station = Workstation::new(
            &room.path().join("vault"),
            Arc::clone(&clock) as Arc<dyn Clock>,
            Arc::clone(&world) as Arc<dyn Outside>,
            Some(KdfCost::for_tests()),
        );
        Self::of(station, clock, world, room)
    }

    /// Another workstation over a folder that is there, with the clock and the world of this one.
    pub fn over(folder: &Path, other: &Self) -> Self {
        let (clock, world) = (Arc::clone(&other.clock), Arc::clone(&other.world));
        let station = Workstation::new(
            folder,
            Arc::clone(&clock) as Arc<dyn Clock>,
            Arc::clone(&world) as Arc<dyn Outside>,
            Some(KdfCost::for_tests()),
        );
        Self::of(station, clock, world, tempfile::tempdir().unwrap())
    }

    /// Runs a call and parses the answer.
    ///
    /// Counts on the way: an operation inside the write door costs one fsync and no more, whatever it does. Operations
    /// that touch keys or the vault itself are told apart in `fsync.rs`.
    pub fn call(&self, name: &str, with: Value) -> Result<Value, Refusal> {
        let counted = inside_the_write_door(name) && !self.works_in_the_background();
        let (syncs, answer) = vault::vfs::fsyncs_of(|| self.station.call(name, &with.to_string(), false));
        if counted && answer.is_ok() {
            assert!(syncs <= 1, "{name} cost {syncs} fsyncs");
        }
        answer.map(|answer| serde_json::from_str(&answer).unwrap())
    }

    fn works_in_the_background(&self) -> bool {
        let jobs = self.station.call("job.list", "{}", false).unwrap();
        jobs.contains(r#""state":"running""#)
    }

    /// The answer of a query that must not be refused.
    pub fn query(&self, name: &str, with: Value) -> Value {
        self.call(name, with).unwrap_or_else(|refusal| panic!("{name}: {refusal:?}"))
    }

    /// The answer of an operation that must not be refused.
    pub fn op(&self, name: &str, with: Value) -> Value {
        self.query(name, with)["answer"].take()
    }

    /// What an operation would answer; nothing is changed.
    pub fn rehearse(&self, name: &str, with: Value) -> Value {
        let answer = self.station.call(name, &with.to_string(), true).unwrap_or_else(|no| panic!("{name}: {no:?}"));
        serde_json::from_str::<Value>(&answer).unwrap()["answer"].take()
    }

    /// The refusal of a call that must be refused.
    pub fn refused(&self, name: &str, with: Value) -> Refusal {
        match self.call(name, with) {
            Err(refusal) => refusal,
            Ok(answer) => panic!("{name} was not refused: {answer}"),
        }
    }

    /// Locks hard and signs somebody else in.
    pub fn switch_to(&self, login: &str, passphrase: &str) -> Value {
        self.op("workstation.lock", json!({ "depth": "hard" }));
        self.op("workstation.sign_in", json!({ "login": login, "passphrase": passphrase }))
    }

    /// Adds a person, signs them in once, and gives them their own passphrase; leaves the director signed in.
    pub fn hire(&self, given: &str, family: &str, login: &str, roles: &[&str]) -> Value {
        let row = self.op(
            "staff.add",
            json!({ "given_name": given, "family_name": family, "login": login, "roles": roles,
                    "temporary_passphrase": "cobalt meadow trumpet ninety" }),
        );
        self.switch_to(login, "cobalt meadow trumpet ninety");
        self.op("passphrase.change", json!({ "current": "cobalt meadow trumpet ninety", "new": OTHER_PASSPHRASE }));
        self.switch_to("theodora", PASSPHRASE);
        row
    }

    /// Waits until no long work runs and answers with the last word of the newest.
    pub fn last_job(&self) -> Value {
        for _ in 0..600 {
            let jobs = self.query("job.list", json!({}));
            if jobs[0]["state"] != "running" {
                return jobs[0].clone();
            }
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        panic!("long work did not end within 12 s")
    }
}

/// Whether a call is one action in one transaction. Not counted: what asks for a passphrase (the guess is counted on the
/// disk), changes who may open the vault, or acts on the vault as a whole.
fn inside_the_write_door(name: &str) -> bool {
    const MORE: &[&str] = &[
        "assessment.sign",
        "client.break_glass",
        "counseling_note.ask_recovery",
        "counseling_note.open_recovery",
        "discharge.sign",
        "draw.sign_day",
        "group_note.sign",
        "instrument.hand",
        "note.addendum",
        "note.correct_attendance",
        "note.cosign",
        "note.cosign_all",
        "note.sign",
        "passphrase.change",
        "pin.set",
        "plan.approve",
        "plan.review",
        "plan.sign",
        "plan_signature.hand",
        "staff.add",
        "staff.credential_mend",
        "staff.deactivate",
        "staff.reactivate",
        "staff.reset_passphrase",
    ];
    const DESK: &[&str] =
        &["workstation.", "practice.create", "recovery.", "backup.", "audit.verify", "import.", "chart_copy."];
    !MORE.contains(&name) && !DESK.iter().any(|desk| name.starts_with(desk))
}

/// The request of first run.
pub fn found_request() -> Value {
    json!({
        "practice": { "name": "Harbor Street IOP", "state": "MA", "time_zone": "America/New_York",
                      "week_starts_on": "sunday", "solo": false },
        "director": { "given_name": "Theodora", "family_name": "Brandvold", "credential": "LCSW", "login": "theodora",
                      "passphrase": PASSPHRASE }
    })
}
