//! `bench-driver --data FOLDER --vault PATH`: the workload's protocol on standard input and output.
//!
//! One `{"job": ..., "i": ...}` a line in, one `{"ms": ..., "r": ...}` a line out; `{"na": ...}` for a job the product has
//! no call for yet. The clock runs around the whole command path: decode, router, permission, rule, store, encode. Without a
//! vault at PATH one is made and the data are imported first, on a clock that stands at the data's own day.

use std::collections::HashMap;
use std::io::{BufRead as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use chrono::{NaiveDate, NaiveTime};
use practice::kernel::Zone;
use practice::workstation::Workstation;
use serde_json::{Value, json};
use vault::{Clock, Passphrase};

use crate::desk::{self, World};

/// The director of a bench vault; its people are invented.
const LOGIN: &str = "bench";
const PASSPHRASE: &str = "eleven herons over the salt marsh";
/// Rows that a chart and a search show.
const CHART: usize = 20;

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

/// The driver with its data.
struct Driver {
    station: Arc<Workstation>,
    questions: Value,
    vault: PathBuf,
    data: PathBuf,
    clients: HashMap<String, String>,
}

/// Answers jobs until `quit` or the end of the input.
pub fn run(arguments: &[String]) -> Result<(), String> {
    let data = PathBuf::from(desk::option(arguments, "--data").ok_or("name the data: --data FOLDER")?);
    let driver = Driver::open(&data, &desk::folder(arguments)?)?;
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let line = line.map_err(|error| error.to_string())?;
        let Ok(command) = serde_json::from_str::<Value>(&line) else { continue };
        let job = command["job"].as_str().unwrap_or_default();
        if job == "quit" {
            break;
        }
        let number = command["i"].as_u64().and_then(|number| usize::try_from(number).ok()).unwrap_or(0);
        let answer = driver.answer(job, number).unwrap_or_else(|error| json!({ "err": error }));
        writeln!(out, "{answer}").and_then(|()| out.flush()).map_err(|error| error.to_string())?;
    }
    driver.station.lock_hard();
    Ok(())
}

fn station(data: &Path, vault: &Path) -> Result<Arc<Workstation>, String> {
    let meta = json_of(&data.join("meta.json"))?;
    let day: NaiveDate = meta["as_of"].as_str().unwrap_or_default().parse().map_err(|_| "meta.json has no as_of")?;
    let zone = Zone::named("America/Los_Angeles").ok_or("the time zone is missing")?;
    let evening = NaiveTime::from_hms_opt(21, 0, 0).ok_or("no such time")?;
    let start = zone.moment(day, evening).map_err(|_| "the clock skips this evening")?;
    let clock = DataClock { start_ms: start.0, began: Instant::now() };
    Ok(Workstation::new(vault, Arc::new(clock), Arc::new(World::new()?.choosing(data)), desk::test_cost()))
}

fn json_of(file: &Path) -> Result<Value, String> {
    let text = std::fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    serde_json::from_str(&text).map_err(|error| error.to_string())
}

/// Makes the practice and imports the data.
fn fill(station: &Workstation) -> Result<(), String> {
    eprintln!("making the vault and importing the data");
    desk::call(
        station,
        "practice.create",
        &json!({ "practice": { "name": "Bench", "state": "WA", "time_zone": "America/Los_Angeles",
                               "week_starts_on": "monday", "solo": false },
                 "director": { "given_name": "Bench", "family_name": "Bench", "credential": "", "login": LOGIN,
                               "passphrase": PASSPHRASE } }),
    )?;
    desk::call(station, "import.choose", &json!({}))?;
    desk::call(station, "import.preview", &json!({}))?;
    crate::import::finished(station)?;
    desk::call(station, "import.run", &json!({ "leave_out_bad_rows": false }))?;
    eprintln!("{}", crate::import::finished(station)?);
    Ok(())
}

impl Driver {
    fn open(data: &Path, vault: &Path) -> Result<Self, String> {
        let station = station(data, vault)?;
        if vault.join("practice.db").is_file() {
            station.sign_in(LOGIN, &Passphrase::new(PASSPHRASE.into())).map_err(|refusal| refusal.message)?;
        } else {
            fill(&station)?;
        }
        let questions = json_of(&data.join("queries.json"))?;
        let wanted: Vec<String> = list(&questions["chart_client_ids"]).map(Value::to_string).collect();
        let mut driver =
            Self { station, questions, vault: vault.to_owned(), data: data.to_owned(), clients: HashMap::new() };
        for row in list(&driver.names("client", &wanted, &[])?) {
            driver.clients.insert(text(&row["external"]), text(&row["id"]));
        }
        Ok(driver)
    }

    fn names(&self, kind: &str, externals: &[String], ids: &[String]) -> Result<Value, String> {
        desk::call(&self.station, "import.names", &json!({ "kind": kind, "externals": externals, "ids": ids }))
    }

    /// What the other system calls these rows, in their order, as numbers.
    fn outside(&self, kind: &str, rows: &Value) -> Result<Vec<Value>, String> {
        let ids: Vec<String> = list(rows).map(|row| text(&row["id"])).collect();
        let names = self.names(kind, &[], &ids)?;
        let by_id: HashMap<String, String> =
            list(&names).map(|row| (text(&row["id"]), text(&row["external"]))).collect();
        let number = |id: &String| by_id.get(id).and_then(|external| external.parse::<i64>().ok()).map(Value::from);
        Ok(ids.iter().filter_map(number).collect())
    }

    fn answer(&self, job: &str, i: usize) -> Result<Value, String> {
        match job {
            "open_chart" => self.open_chart(i),
            "typeahead" => {
                let text = nth(&self.questions["fragments"], i);
                let (ms, found) = self.timed("client.find", &json!({ "text": text }))?;
                Ok(json!({ "ms": ms, "r": self.outside("client", &found)? }))
            }
            "fts" => {
                let words: Vec<String> = list(nth(&self.questions["fts"], i)).map(text).collect();
                let (ms, found) = self.timed("note.search", &json!({ "text": words.join(" ") }))?;
                Ok(json!({ "ms": ms, "r": self.outside("note", &found["rows"])? }))
            }
            "dashboard" => {
                let (ms, caseload) = self.timed("caseload.list", &json!({}))?;
                Ok(json!({ "ms": ms, "r": by_counselor(&caseload) }))
            }
            "backup_restore" => self.backup(),
            "cold_start" => self.cold_start(),
            "mark_attendance" | "note_save" | "note_sign" => {
                Ok(json!({ "na": "imported staff have no sign-in, and nobody records or signs for another" }))
            }
            other => Ok(json!({ "na": format!("there is no call for {other} yet") })),
        }
    }

    /// A call with its time, from the JSON that comes in to the JSON that goes out.
    fn timed(&self, call: &str, with: &Value) -> Result<(f64, Value), String> {
        let payload = with.to_string();
        let began = Instant::now();
        let answer = self.station.call(call, &payload, false);
        let ms = began.elapsed().as_secs_f64() * 1e3;
        let answer = answer.map_err(|refusal| format!("{call}: {}", refusal.message))?;
        serde_json::from_str(&answer).map(|value| (ms, value)).map_err(|error| error.to_string())
    }

    /// The calls that the chart page makes: head, notes, hours, tests, plan.
    fn open_chart(&self, i: usize) -> Result<Value, String> {
        let external = nth(&self.questions["chart_client_ids"], i).to_string();
        let client = self.clients.get(&external).ok_or("the client did not come in")?;
        let of = json!({ "client": client });
        let (head_ms, head) = self.timed("client.open", &json!({ "id": client }))?;
        let (notes_ms, notes) = self.timed("note.chart", &json!({ "client": client, "limit": CHART }))?;
        let (hours_ms, _) = self.timed("attendance.hours", &of)?;
        let (tests_ms, tests) = self.timed("drug_test.chart", &of)?;
        let (plan_ms, plan) = self.timed("plan.get", &of)?;
        let active: Vec<Value> = plan.get("active").cloned().into_iter().collect();
        let mut tests = self.outside("drug_test", &tests["rows"])?;
        tests.truncate(CHART);
        Ok(json!({ "ms": head_ms + notes_ms + hours_ms + tests_ms + plan_ms,
                   "r": { "name": head["answer"]["name"], "notes": self.outside("note", &notes["rows"])?, "tests": tests,
                          "plan": self.outside("plan", &json!(active))?.first() } }))
    }

    fn backup(&self) -> Result<Value, String> {
        let began = Instant::now();
        desk::call(&self.station, "backup.make", &json!({}))?;
        crate::import::finished(&self.station)?;
        let made = began.elapsed().as_secs_f64() * 1e3;
        let backups = desk::call(&self.station, "backup.list", &json!({}))?;
        let newest = &backups["rows"][0];
        let verifying = Instant::now();
        desk::call(&self.station, "backup.verify", &json!({ "file": newest["file"] }))?;
        crate::import::finished(&self.station)?;
        let verified = verifying.elapsed().as_secs_f64() * 1e3;
        Ok(json!({ "ms": made + verified,
                   "r": { "backup_ms": made, "verify_ms": verified, "bytes": newest["bytes"] } }))
    }

    /// From a closed vault to the first list. The disk's cache stays as it is.
    fn cold_start(&self) -> Result<Value, String> {
        self.station.lock_hard();
        let began = Instant::now();
        let fresh = station(&self.data, &self.vault)?;
        fresh.sign_in(LOGIN, &Passphrase::new(PASSPHRASE.into())).map_err(|refusal| refusal.message)?;
        fresh.call("caseload.list", "{}", false).map_err(|refusal| refusal.message)?;
        let ms = began.elapsed().as_secs_f64() * 1e3;
        fresh.lock_hard();
        self.station.sign_in(LOGIN, &Passphrase::new(PASSPHRASE.into())).map_err(|refusal| refusal.message)?;
        Ok(json!({ "ms": ms, "r": null }))
    }
}

/// Clients and unsigned notes by counselor, as far as the caseload tells them.
fn by_counselor(caseload: &Value) -> Value {
    let mut counselors: serde_json::Map<String, Value> = serde_json::Map::new();
    for row in list(&caseload["rows"]) {
        let name = row["counselor"]["name"].as_str().unwrap_or_default();
        let seen = counselors.get(name).and_then(Value::as_i64).unwrap_or(0);
        counselors.insert(name.to_owned(), json!(seen + 1));
    }
    Value::Object(counselors)
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn nth(values: &Value, i: usize) -> &Value {
    let length = values.as_array().map_or(1, Vec::len).max(1);
    &values[i % length]
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
