//! `bench-driver --data FOLDER --vault PATH`: the workload's protocol on standard input and output.
//!
//! One `{"job": ..., "i": ...}` a line in, one `{"ms": ..., "r": ...}` a line out; `{"na": ...}` for a job the product has
//! no call for yet. The clock runs around the whole command path: decode, router, permission, rule, store, encode. Without a
//! vault at PATH one is made and the data are imported first, on a clock that stands at the data's own day; its counselors
//! get a sign-in. Jobs that change something run on a copy, see [`stage`].

mod change;
mod cold;
mod look;
pub mod stage;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::io::{BufRead as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use practice::workstation::Workstation;
use serde_json::{Value, json};

use crate::desk;
use stage::{DIRECTOR, Place, Stage};

/// The driver with its data.
pub struct Driver {
    pub stage: Stage,
    station: Arc<Workstation>,
    pub questions: Value,
    /// Clients the questions name, by the other system's id.
    clients: HashMap<String, String>,
    /// The counselors of those in treatment, by the other system's ids of both.
    counselors: HashMap<String, String>,
}

/// Answers jobs until `quit` or the end of the input.
pub fn run(arguments: &[String]) -> Result<(), String> {
    let data = PathBuf::from(desk::option(arguments, "--data").ok_or("name the data: --data FOLDER")?);
    let vault = desk::folder(arguments)?;
    if let Some(login) = desk::option(arguments, cold::OPTION) {
        return cold::first_list(login, &data, &vault);
    }
    let mut driver = Driver::open(&data, &vault)?;
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
    driver.stage.close();
    Ok(())
}

impl Driver {
    pub fn open(data: &Path, vault: &Path) -> Result<Self, String> {
        let mut stage = Stage::open(data, vault)?;
        let station = stage.seat(Place::Kept, DIRECTOR)?;
        let questions = json_of(&data.join("queries.json"))?;
        let counselors = counselors(&data.join("clients.csv"))?;
        let mut driver = Self { stage, station, questions, clients: HashMap::new(), counselors };
        let wanted: Vec<String> = driver.asked_about();
        for row in list(&driver.names("client", &wanted, &[])?) {
            driver.clients.insert(text(&row["external"]), text(&row["id"]));
        }
        Ok(driver)
    }

    /// Every client a question names.
    fn asked_about(&self) -> Vec<String> {
        let of = |key: &str| list(&self.questions[key]);
        let charts = of("chart_client_ids").map(text);
        let notes = of("new_notes").map(|note| text(&note["client_id"]));
        let marked = of("mark_attendance").flat_map(|job| list(&job["rows"])).map(|row| text(&row[0]));
        let mut all: Vec<String> = charts.chain(notes).chain(marked).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    pub fn answer(&mut self, job: &str, i: usize) -> Result<Value, String> {
        match job {
            "open_chart" => self.open_chart(i),
            "typeahead" => self.typeahead(i),
            "fts" => self.search(i),
            "dashboard" => self.dashboard(),
            "mark_attendance" => self.mark_attendance(i),
            "note_save" => self.note_save(i),
            "note_sign" => self.note_sign(i),
            "import_clients" => self.import_clients(),
            "backup_restore" => self.backup(),
            "cold_start" => self.cold_start(),
            // A draw takes no seed: it commits to random bytes of its own, so that nobody can choose the names.
            "random_selection" => Ok(json!({ "na": "a draw takes no seed from outside: draw.commit, draw.run" })),
            other => Ok(json!({ "na": format!("there is no call for {other} yet") })),
        }
    }

    /// Lets somebody sit down; asked again for who sits there, it does nothing.
    pub fn seat(&mut self, place: Place, login: &str) -> Result<Arc<Workstation>, String> {
        self.station = self.stage.seat(place, login)?;
        Ok(Arc::clone(&self.station))
    }

    /// A call with its time added, from the JSON that comes in to the JSON that goes out.
    pub fn timed(&self, ms: &mut f64, call: &str, with: &Value) -> Result<Value, String> {
        let payload = with.to_string();
        let began = Instant::now();
        let answer = self.station.call(call, &payload, false);
        *ms += began.elapsed().as_secs_f64() * 1e3;
        let answer = answer.map_err(|refusal| format!("{call}: {}", refusal.message))?;
        serde_json::from_str(&answer).map_err(|error| error.to_string())
    }

    /// A call that is not part of what is measured.
    fn ask(&self, call: &str, with: &Value) -> Result<Value, String> {
        desk::call(&self.station, call, with).map_err(|message| format!("{call}: {message}"))
    }

    fn names(&self, kind: &str, externals: &[String], ids: &[String]) -> Result<Value, String> {
        self.ask("import.names", &json!({ "kind": kind, "externals": externals, "ids": ids }))
    }

    pub fn client(&self, external: &str) -> Result<String, String> {
        self.clients.get(external).cloned().ok_or_else(|| "the client did not come in".to_owned())
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
}

/// The counselor of each client in treatment, from the data.
fn counselors(file: &Path) -> Result<HashMap<String, String>, String> {
    let text = std::fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let mut lines = text.lines();
    let head: Vec<&str> = lines.next().unwrap_or_default().split(',').collect();
    let column = |name: &str| head.iter().position(|column| *column == name);
    let (Some(client), Some(left), Some(counselor)) =
        (column("client_id"), column("discharged_on"), column("counselor_id"))
    else {
        return Err("clients.csv names no counselors".into());
    };
    // The columns before and between hold no commas in generated data; a line that does is of no use here.
    let fields = lines.map(|line| line.split(',').collect::<Vec<_>>()).filter(|fields| fields.len() == head.len());
    Ok(fields
        .filter(|fields| fields.get(left).is_some_and(|date| date.is_empty()))
        .filter_map(|fields| Some(((*fields.get(client)?).to_owned(), (*fields.get(counselor)?).to_owned())))
        .collect())
}

pub fn json_of(file: &Path) -> Result<Value, String> {
    let text = std::fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    serde_json::from_str(&text).map_err(|error| error.to_string())
}

pub fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

pub fn nth(values: &Value, i: usize) -> &Value {
    let length = values.as_array().map_or(1, Vec::len).max(1);
    &values[i % length]
}

pub fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
