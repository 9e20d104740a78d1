//! Jobs that change something, on the copy: attendance of a session, a note saved, a note signed, ten thousand clients.

use std::path::Path;
use std::time::Instant;

use chrono::{Datelike as _, Days};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{Driver, list, nth, text};
use crate::bench_driver::stage::{DIRECTOR, PIN, Place};
use crate::desk;

impl Driver {
    /// Plans a session and records its twelve, then takes both back. The director does it, who may record everybody's; the
    /// roster is made before the clock starts.
    pub(super) fn mark_attendance(&mut self, i: usize) -> Result<Value, String> {
        self.seat(Place::Work, DIRECTOR)?;
        let job = nth(&self.questions["mark_attendance"], i).clone();
        let group = self.group_of(&job)?;
        let starts = job["starts_at"].as_str().and_then(|at| at.get(11..16)).unwrap_or("09:00").to_owned();
        let mut ms = 0.0;
        // The session of the data lies ahead of the data's day, and nothing is recorded before it began.
        let plan =
            json!({ "kind": "group", "group": group, "on_date": self.stage.day(), "starts": starts, "minutes": 180 });
        let mut exceptions = Vec::new();
        for row in list(&job["rows"]) {
            let what = match row[1].as_str() {
                Some("late") => json!({ "late_minutes": 15 }),
                Some("absent_excused") => json!({ "absent": { "excused": true, "reason": "work" } }),
                _ => continue,
            };
            exceptions.push(json!({ "client": self.client(&text(&row[0]))?, "what": what }));
        }
        let session = self.timed(&mut ms, "session.plan", &plan)?["answer"].clone();
        let record = json!({ "session": session["id"], "rev": session["rev"], "exceptions": exceptions });
        let recorded = self.timed(&mut ms, "attendance.record", &record)?["answer"].clone();
        let taken = self.ask("attendance.take_back", &json!({ "session": session["id"], "rev": recorded["rev"] }))?;
        let back = json!({ "id": session["id"], "rev": taken["answer"]["rev"], "reason": "bench" });
        self.ask("session.cancel", &back)?;
        Ok(json!({ "ms": ms, "r": recorded["recorded"] }))
    }

    /// The group of the first session, with its twelve, in the copy.
    pub fn roster_of_first(&mut self) -> Result<Uuid, String> {
        self.seat(Place::Work, DIRECTOR)?;
        let job = nth(&self.questions["mark_attendance"], 0).clone();
        text(&self.group_of(&job)?).parse().map_err(|_| "the group has no id".to_owned())
    }

    /// The first date of the practice's week on the data's day: it begins on Monday.
    pub fn week_start(&self) -> String {
        let day = self.stage.day();
        (day - Days::new(u64::from(day.weekday().num_days_from_monday()))).to_string()
    }

    /// A group with these twelve on its roster, made once in each copy.
    fn group_of(&self, job: &Value) -> Result<Value, String> {
        let name = format!("Bench {}", job["session_id"]);
        let groups = self.ask("group.list", &json!({}))?;
        let groups = if groups.is_array() { &groups } else { &groups["groups"] };
        if let Some(group) = list(groups).find(|group| group["name"] == name.as_str()) {
            return Ok(group["id"].clone());
        }
        let leads = self.names("staff", &[text(&job["facilitator_id"])], &[])?[0]["id"].clone();
        let fields = json!({ "name": name, "type": "process", "capacity": 12, "facilitator": leads });
        let group = self.ask("group.add", &json!({ "fields": fields }))?["answer"]["id"].clone();
        for row in list(&job["rows"]) {
            let client = self.client(&text(&row[0]))?;
            let join = json!({ "group": group, "client": client, "joined_on": self.stage.day() });
            self.ask("membership.join", &join)?;
        }
        Ok(group)
    }

    /// Begins a note and saves its text, then voids it. The client's own counselor writes it: nobody writes about somebody
    /// else's client, whatever author the data names.
    pub(super) fn note_save(&mut self, i: usize) -> Result<Value, String> {
        let job = nth(&self.questions["new_notes"], i).clone();
        let client = self.sit_with(&job)?;
        let mut ms = 0.0;
        let note = self.write(&mut ms, &client, &job)?;
        self.ask("note.void", &json!({ "id": note["id"], "rev": note["rev"], "reason": "bench" }))?;
        Ok(json!({ "ms": ms, "r": null }))
    }

    /// Signs a note, by PIN; it stays in the copy.
    pub(super) fn note_sign(&mut self, i: usize) -> Result<Value, String> {
        let job = nth(&self.questions["new_notes"], i).clone();
        let client = self.sit_with(&job)?;
        let note = self.write(&mut 0.0, &client, &job)?;
        let mut ms = 0.0;
        let sign = json!({ "id": note["id"], "rev": note["rev"], "proof": { "pin": PIN } });
        let signed = self.timed(&mut ms, "note.sign", &sign)?;
        Ok(json!({ "ms": ms, "r": signed["answer"]["hash"] }))
    }

    /// Lets the client's counselor sit down at the copy; answers with the client.
    fn sit_with(&mut self, job: &Value) -> Result<String, String> {
        let external = text(&job["client_id"]);
        let counselor = self.counselors.get(&external).cloned().ok_or("the client has no counselor")?;
        let login = self.stage.login(&counselor)?;
        self.seat(Place::Work, &login)?;
        self.client(&external)
    }

    fn write(&self, ms: &mut f64, client: &str, job: &Value) -> Result<Value, String> {
        let service = json!({ "on": self.stage.day(), "starts": "17:15", "minutes": 20 });
        let start = json!({ "client": client, "kind": "case_management", "service": service });
        let begun = self.timed(ms, "note.start", &start)?["answer"].clone();
        let sections = json!([{ "key": "text", "text": job["text"] }]);
        let body = json!({ "sections": sections, "objectives": [], "risk_words": "" });
        let saved = self.timed(ms, "note.save", &json!({ "id": begun["id"], "rev": begun["rev"], "body": body }))?;
        Ok(saved["answer"].clone())
    }

    /// Looks through and imports a folder of clients, into a copy of its own: imported again, a client is known already.
    pub(super) fn import_clients(&mut self) -> Result<Value, String> {
        let folder = std::env::temp_dir().join(format!("evenkeel-bench-{}", std::process::id()));
        std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
        let outcome = self.import_from(&folder);
        drop(std::fs::remove_dir_all(&folder));
        outcome
    }

    fn import_from(&mut self, folder: &Path) -> Result<Value, String> {
        let file = self.stage.data().join("import_clients.csv");
        std::fs::copy(file, folder.join("clients.csv")).map_err(|error| error.to_string())?;
        let station = self.stage.fresh(folder)?;
        let began = Instant::now();
        desk::call(&station, "import.choose", &json!({}))?;
        desk::call(&station, "import.preview", &json!({}))?;
        crate::import::finished(&station)?;
        desk::call(&station, "import.run", &json!({ "leave_out_bad_rows": false }))?;
        crate::import::finished(&station)?;
        let ms = began.elapsed().as_secs_f64() * 1e3;
        let state = desk::call(&station, "import.state", &json!({}))?;
        Ok(json!({ "ms": ms, "r": list(&state["result"]["files"]).next().map(|file| &file["new"]) }))
    }
}
