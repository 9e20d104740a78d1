//! Jobs that only look: a chart, a name, words in notes, the numbers of each counselor.

use std::collections::HashMap;

use serde_json::{Map, Value, json};

use super::{Driver, list, nth, text};
use crate::bench_driver::stage::{DIRECTOR, Place};
use crate::desk;

/// Rows that a chart shows.
const CHART: usize = 20;

/// What the pages of a chart were told.
pub struct Chart {
    head: Value,
    notes: Value,
    attendance: Map<String, Value>,
    minutes: i64,
    tests: Value,
    plan: Value,
}

impl Driver {
    /// A chart. Who is in treatment is opened by their own counselor, who alone sees the drafts among their notes; who has
    /// left, by the director. Whoever sits down opens another chart first: a working day has long begun.
    pub(super) fn open_chart(&mut self, i: usize) -> Result<Value, String> {
        let external = text(nth(&self.questions["chart_client_ids"], i));
        let counselor = self.counselors.get(&external).cloned();
        let own = counselor.as_ref().map(|counselor| self.stage.login(counselor)).transpose()?;
        self.seat(Place::Kept, own.as_deref().unwrap_or(DIRECTOR))?;
        let client = self.client(&external)?;
        if let Some(other) = self.another(&external, counselor.as_ref()) {
            self.chart(&mut 0.0, &other)?;
        }
        let mut ms = 0.0;
        let chart = self.chart(&mut ms, &client)?;
        // Only a director may ask what the other system calls a row.
        self.seat(Place::Kept, DIRECTOR)?;
        let mut tests = self.outside("drug_test", &chart.tests["rows"])?;
        tests.truncate(CHART);
        let active: Vec<Value> = chart.plan.get("active").cloned().into_iter().collect();
        Ok(json!({ "ms": ms, "r": {
            "name": chart.head["answer"]["name"], "notes": self.outside("note", &chart.notes["rows"])?,
            "att": chart.attendance, "minutes": chart.minutes, "tests": tests,
            "plan": self.outside("plan", &json!(active))?.first() } }))
    }

    /// Another client of the same counselor, or another who has left.
    fn another(&self, external: &str, counselor: Option<&String>) -> Option<String> {
        let mut others: Vec<&String> = self.clients.keys().filter(|other| *other != external).collect();
        others.sort_unstable();
        others
            .into_iter()
            .find(|other| self.counselors.get(*other) == counselor)
            .and_then(|other| self.clients.get(other).cloned())
    }

    /// The calls that a chart's pages make: head, notes, hours, sessions, tests, plan.
    pub fn chart(&self, ms: &mut f64, client: &str) -> Result<Chart, String> {
        let of = json!({ "client": client });
        let head = self.timed(ms, "client.open", &json!({ "id": client }))?;
        let notes = self.timed(ms, "note.chart", &json!({ "client": client, "limit": CHART }))?;
        self.timed(ms, "attendance.hours", &of)?;
        let (attendance, minutes) = self.attendance(ms, client)?;
        let tests = self.timed(ms, "drug_test.chart", &of)?;
        let plan = self.timed(ms, "plan.get", &of)?;
        Ok(Chart { head, notes, attendance, minutes, tests, plan })
    }

    /// Every session of a client, a page at a time: how often each way, and the minutes in all.
    fn attendance(&self, ms: &mut f64, client: &str) -> Result<(Map<String, Value>, i64), String> {
        let (mut counts, mut minutes) = (HashMap::<&str, i64>::new(), 0);
        let mut with = json!({ "client": client });
        loop {
            let page = self.timed(ms, "attendance.history", &with)?;
            for line in list(&page["lines"]) {
                *counts.entry(status(line)).or_default() += 1;
                minutes += line["attendance"]["minutes"].as_i64().unwrap_or_default();
            }
            if page["more"] != true {
                break;
            }
            with["before"] = list(&page["lines"]).last().map(|line| line["on_date"].clone()).unwrap_or_default();
        }
        Ok((counts.into_iter().map(|(status, count)| (status.to_owned(), json!(count))).collect(), minutes))
    }

    pub(super) fn typeahead(&mut self, i: usize) -> Result<Value, String> {
        self.seat(Place::Kept, DIRECTOR)?;
        let mut ms = 0.0;
        let found = self.timed(&mut ms, "client.find", &json!({ "text": nth(&self.questions["fragments"], i) }))?;
        Ok(json!({ "ms": ms, "r": self.outside("client", &found)? }))
    }

    pub(super) fn search(&mut self, i: usize) -> Result<Value, String> {
        self.seat(Place::Kept, DIRECTOR)?;
        let words: Vec<String> = list(nth(&self.questions["fts"], i)).map(text).collect();
        let mut ms = 0.0;
        let found = self.timed(&mut ms, "note.search", &json!({ "text": words.join(" ") }))?;
        Ok(json!({ "ms": ms, "r": self.outside("note", &found["rows"])? }))
    }

    pub(super) fn dashboard(&mut self) -> Result<Value, String> {
        self.seat(Place::Kept, DIRECTOR)?;
        let mut ms = 0.0;
        let answer = self.timed(&mut ms, "caseload.by_counselor", &json!({}))?;
        let lines: Vec<&Value> = list(&answer["lines"]).collect();
        let ids: Vec<&Value> = lines.iter().map(|line| &line["counselor"]["id"]).collect();
        let names =
            self.ask("import.names", &json!({ "kind": "staff", "externals": Value::Array(vec![]), "ids": ids }))?;
        let mut counselors = Map::new();
        for name in list(&names) {
            let line =
                lines.iter().find(|line| line["counselor"]["id"] == name["id"]).copied().unwrap_or(&Value::Null);
            let five = ["active", "notes_overdue", "short", "tests_overdue", "consents_ending"].map(|key| &line[key]);
            counselors.insert(text(&name["external"]), json!(five));
        }
        Ok(json!({ "ms": ms, "r": counselors }))
    }

    pub(super) fn backup(&mut self) -> Result<Value, String> {
        let station = self.seat(Place::Kept, DIRECTOR)?;
        let began = std::time::Instant::now();
        desk::call(&station, "backup.make", &json!({}))?;
        crate::import::finished(&station)?;
        let made = began.elapsed().as_secs_f64() * 1e3;
        let backups = desk::call(&station, "backup.list", &json!({}))?;
        let newest = &backups["rows"][0];
        let verifying = std::time::Instant::now();
        desk::call(&station, "backup.verify", &json!({ "file": newest["file"] }))?;
        crate::import::finished(&station)?;
        let verified = verifying.elapsed().as_secs_f64() * 1e3;
        Ok(json!({ "ms": made + verified,
                   "r": { "backup_ms": made, "verify_ms": verified, "bytes": newest["bytes"] } }))
    }
}

/// The other system's word for how somebody was there.
fn status(line: &Value) -> &'static str {
    let attendance = &line["attendance"];
    match attendance["state"].as_str() {
        Some("present") => "present",
        Some("part") if attendance["arrived"].as_str() > line["starts"].as_str() => "late",
        Some("part") => "left_early",
        _ if attendance["excused"] == true => "absent_excused",
        _ => "absent_unexcused",
    }
}
