//! The door the demo goes through: the same calls as the window, by a named person, at an instant of the past.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use practice::kernel::outside::{FileKind, Outside, OutsideFault, Printed, Purpose};
use practice::workstation::Workstation;
use serde_json::{Value, json};
use vault::{Clock, KdfCost};

/// A clock that walks when told, and never past the last instant of the demo.
pub struct WalkClock {
    wall: AtomicI64,
    steps: AtomicU64,
    last: i64,
}

impl WalkClock {
    fn go_to(&self, ms: i64) {
        let ms = ms.min(self.last).max(self.now_ms());
        let walked = u64::try_from(ms - self.now_ms()).unwrap_or_default();
        self.steps.fetch_add(walked.max(1), Ordering::SeqCst);
        self.wall.store(ms, Ordering::SeqCst);
    }
}

impl Clock for WalkClock {
    fn now_ms(&self) -> i64 {
        self.wall.load(Ordering::SeqCst)
    }

    fn monotonic_ms(&self) -> u64 {
        self.steps.load(Ordering::SeqCst)
    }
}

/// Nothing leaves the demo, and no dialog is answered.
struct Nowhere;

impl Outside for Nowhere {
    fn pdf(&self, _: &str, _: &Value, _: &dyn vault::Progress) -> Result<Printed, OutsideFault> {
        Err(OutsideFault::Print)
    }

    fn place(&self, _: &str, _: FileKind) -> Result<PathBuf, OutsideFault> {
        Err(OutsideFault::Cancelled)
    }

    fn write(&self, _: &Path, _: &[u8]) -> Result<(), OutsideFault> {
        Err(OutsideFault::Cancelled)
    }

    fn choose(&self, _: Purpose) -> Result<PathBuf, OutsideFault> {
        Err(OutsideFault::Cancelled)
    }
}

/// A workstation with whoever sits at it.
pub struct Door {
    station: Arc<Workstation>,
    clock: Arc<WalkClock>,
    /// Who is about to act, and who is signed in: the second follows the first at the next call.
    turn: Option<String>,
    seated: Option<String>,
    passphrases: BTreeMap<String, String>,
    pins: BTreeMap<String, String>,
    calls: usize,
}

impl Door {
    /// A workstation before first run, at `begins`.
    pub fn new(folder: &Path, begins: i64, last: i64) -> Self {
        let clock = Arc::new(WalkClock { wall: AtomicI64::new(begins), steps: AtomicU64::new(0), last });
        let station = Workstation::new(
            folder,
            Arc::clone(&clock) as Arc<dyn Clock>,
            Arc::new(Nowhere),
            Some(KdfCost::for_tests()),
        );
        Self {
            station,
            clock,
            turn: None,
            seated: None,
            passphrases: BTreeMap::new(),
            pins: BTreeMap::new(),
            calls: 0,
        }
    }

    /// The instant on the clock.
    pub fn now(&self) -> i64 {
        self.clock.now_ms()
    }

    /// How many calls went through.
    pub fn calls(&self) -> usize {
        self.calls
    }

    /// Lets the clock walk to an instant, never back.
    pub fn go_to(&self, ms: i64) {
        self.clock.go_to(ms);
    }

    /// Keeps somebody's passphrase for the next time they sit down.
    pub fn know(&mut self, login: &str, passphrase: &str) {
        self.passphrases.insert(login.into(), passphrase.into());
    }

    /// Keeps somebody's PIN for what they sign.
    pub fn know_pin(&mut self, login: &str, pin: &str) {
        self.pins.insert(login.into(), pin.into());
    }

    /// The proof that whoever acts is who they are.
    pub fn proof(&self) -> Value {
        let pin = self.turn.as_ref().and_then(|login| self.pins.get(login));
        json!({ "pin": pin })
    }

    /// First run has signed the director in.
    pub fn seated_by_first_run(&mut self, login: &str) {
        self.turn = Some(login.into());
        self.seated = Some(login.into());
    }

    /// Says who acts from here on. They sign in when they first do something: who has nothing to do never sits down.
    pub fn sit(&mut self, login: &str) {
        self.turn = Some(login.into());
    }

    /// Locks the workstation when somebody sits at it.
    pub fn rise(&mut self) {
        if self.seated.take().is_some() {
            self.station.lock_hard();
        }
    }

    fn take_turn(&mut self) -> Result<(), String> {
        let Some(login) = self.turn.clone().filter(|login| self.seated.as_ref() != Some(login)) else {
            return Ok(());
        };
        self.rise();
        let passphrase = self.passphrases.get(&login).cloned().unwrap_or_default();
        self.put("workstation.sign_in", &json!({ "login": login, "passphrase": passphrase }))?;
        self.seated = Some(login);
        Ok(())
    }

    /// The answer of a query.
    pub fn ask(&mut self, call: &str, with: Value) -> Result<Value, String> {
        self.take_turn()?;
        self.put(call, &with)
    }

    fn put(&mut self, call: &str, with: &Value) -> Result<Value, String> {
        self.calls += 1;
        let answer = self.station.call(call, &with.to_string(), false).map_err(|refusal| {
            let fields: Vec<String> =
                refusal.fields.iter().map(|fault| format!("{}: {}", fault.field, fault.message)).collect();
            let who = self.seated.as_deref().unwrap_or("nobody");
            format!("{call} by {who} was refused: {} {}\n{with}", refusal.message, fields.join("; "))
        })?;
        serde_json::from_str(&answer).map_err(|_| format!("{call}: the answer is no JSON"))
    }

    /// The answer of an operation. A few seconds pass with each.
    pub fn op(&mut self, call: &str, with: Value) -> Result<Value, String> {
        let pause = 2_000 + i64::try_from(self.calls % 7).unwrap_or_default() * 1_900;
        self.clock.go_to(self.clock.now_ms() + pause);
        Ok(self.ask(call, with)?["answer"].take())
    }

    /// Waits until no long work runs.
    pub fn settle(&mut self) -> Result<(), String> {
        for _ in 0..1_500 {
            let jobs = self.ask("job.list", json!({}))?;
            let running = jobs.as_array().is_some_and(|jobs| jobs.iter().any(|job| job["state"] == "running"));
            if !running {
                return Ok(());
            }
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        Err("long work did not end".into())
    }
}

/// A text of an answer.
pub fn text(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or_default().to_owned()
}

/// The rows of an answer.
pub fn rows(value: &Value) -> Vec<Value> {
    value.as_array().cloned().unwrap_or_default()
}
