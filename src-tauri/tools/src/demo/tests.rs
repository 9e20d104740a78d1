#![allow(clippy::unwrap_used)]
//! A small demo, built through the door and looked at through the door: calls that change are noticed here.

use serde_json::{Value, json};

use super::cast::Cast;
use super::door::{Door, rows, text};
use super::{Wish, build};

/// Tuesday, November 24, 2026, 4:40 PM in New York.
const LAST: i64 = 1_795_556_400_000;

fn wish() -> Wish {
    Wish { today: "2026-11-24".parse().ok(), minutes: Some(16 * 60 + 40), weeks: 2, clients: 10, ..Wish::default() }
}

struct Built {
    _room: tempfile::TempDir,
    door: Door,
}

/// The practice after the walk, with everybody's passphrase known.
fn built(wish: &Wish) -> Built {
    let room = tempfile::tempdir().unwrap();
    let folder = room.path().join("vault");
    build(&folder, wish).unwrap();
    let mut door = Door::new(&folder, LAST, LAST + 3_600_000);
    for worker in Cast::load().unwrap().staff.people {
        door.know(&worker.login, &worker.passphrase);
    }
    Built { _room: room, door }
}

impl Built {
    fn ask(&mut self, login: &str, call: &str, with: Value) -> Value {
        self.door.sit(login);
        self.door.ask(call, with).unwrap()
    }
}

fn different(rows: &[Value], of: impl Fn(&Value) -> String) -> usize {
    let mut all: Vec<String> = rows.iter().map(of).collect();
    all.sort();
    all.dedup();
    all.len()
}

#[test]
fn a_small_practice_keeps_what_it_promises() {
    let mut demo = built(&wish());
    caseload(&mut demo);
    tonight(&mut demo);
    left_undone(&mut demo);
    charts(&mut demo);
    audit(&mut demo);
    random(&mut demo);
    record(&mut demo);
    calendar(&mut demo);
    demo.door.rise();
}

/// Assessments that are signed and one that is not, answers to instruments, and counseling notes of one counselor.
fn record(demo: &mut Built) {
    let caseload = demo.ask("theodora", "caseload.list", json!({}));
    let (mut signed, mut begun, mut measured, mut kept) = (0, 0, 0, 0);
    for row in rows(&caseload["rows"]) {
        let of = json!({ "client": row["client"] });
        let assessments = demo.ask("theodora", "assessment.get", of.clone());
        signed += usize::from(!assessments["signed"].is_null());
        begun += usize::from(!assessments["draft"].is_null());
        measured += rows(&demo.ask("theodora", "instrument.outcomes", of)["series"]).len();
    }
    let own = demo.ask("marisol", "caseload.list", json!({}));
    for row in rows(&own["rows"]) {
        kept += rows(&demo.ask("marisol", "counseling_note.list", json!({ "client": row["client"] }))["notes"]).len();
    }
    assert!(signed >= 4 && begun >= 1 && measured >= 6 && kept >= 1, "{signed} {begun} {measured} {kept}");
    assert_eq!(demo.ask("theodora", "instrument.alerts", json!({})), json!([]));
}

/// Thanksgiving is closed, somebody makes up for a session, two wait, two are kept apart, and the board is in use.
fn calendar(demo: &mut Built) {
    let closures = demo.ask("theodora", "closure.list", json!({}));
    let closed = &closures["closures"][0];
    assert_eq!((&closed["on_date"], &closed["planned"]), (&json!("2026-11-26"), &json!(0)));
    assert!(closed["cancelled"].as_i64().unwrap() > 0);
    let week = demo.ask("theodora", "session.day", json!({ "on": "2026-11-22", "days": 7, "whose": "everybody" }));
    assert_eq!(week["twice"], json!([]), "nobody and no room is booked twice");
    let groups = demo.ask("theodora", "group.list", json!({ "inactive": false }));
    let evening = rows(&groups).into_iter().find(|group| group["name"] == "Process group, evening A").unwrap();
    let waiting = demo.ask("theodora", "waitlist.of_group", json!({ "group": evening["id"] }));
    let offered: Vec<bool> = rows(&waiting["waiting"]).iter().map(|line| line["offered_on"].is_string()).collect();
    assert_eq!(offered, [true, false]);
    let board = demo.ask("jolene", "arrival.board", json!({}));
    for state in ["expected", "late", "not_coming"] {
        assert!(rows(&board["lines"]).iter().any(|line| line["state"] == state), "{state}");
    }
}

/// Draws with their calls, signed days, and follow-ups that are open and answered.
fn random(demo: &mut Built) {
    let numbers = demo.ask("theodora", "draw.numbers", json!({}));
    assert!(numbers["all"]["drawn"].as_i64().unwrap() >= 3, "{}", numbers["all"]);
    assert!(numbers["all"]["collected"].as_i64().unwrap() >= 2);
    let report = demo.ask("theodora", "draw.report", json!({ "on": "2026-11-20" }));
    assert_eq!((&report["editions"][0]["holds"], &report["changed"]), (&json!(true), &json!(false)), "{report}");
    let owed = rows(&demo.ask("theodora", "disclosure.owed", json!({}))["rows"]);
    assert!(
        owed.iter().any(|row| row["basis"].is_object()) && owed.iter().any(|row| row["lacking"].is_string()),
        "{owed:?}"
    );
}

fn caseload(demo: &mut Built) {
    let caseload = demo.ask("theodora", "caseload.list", json!({}));
    let rows = rows(&caseload["rows"]);
    assert!(rows.len() >= 8, "{}", rows.len());
    assert_eq!(caseload["restricted"], 1);
    assert!(rows.iter().any(|row| row["has_plan"] == true));
    assert!(rows.iter().any(|row| row["minutes"].as_i64().unwrap() >= 180), "nobody has a whole day this week");
    assert!(different(&rows, |row| row["attendance"].to_string()) >= 3);
    assert!(different(&rows, |row| text(row, "consent")) >= 2);
    assert!(different(&rows, |row| text(&row["last_test"], "class")) >= 2);
}

/// What a row says in a column.
type Of = fn(&Value) -> String;

/// What a director sees of a whole practice: no column of the caseload says the same of everybody.
#[test]
fn a_whole_practice_has_three_states_in_every_column_of_the_caseload() {
    let mut demo = built(&Wish { weeks: 5, clients: usize::MAX, ..wish() });
    let caseload = demo.ask("theodora", "caseload.list", json!({}));
    let rows = rows(&caseload["rows"]);
    assert!(rows.len() >= 50, "{}", rows.len());
    let columns: &[(&str, Of)] = &[
        ("counselor", |row| row["counselor"]["name"].to_string()),
        ("level", |row| text(row, "level")),
        ("week", |row| row["week"].to_string()),
        ("hours", |row| row["minutes"].to_string()),
        ("attendance", |row| row["attendance"].to_string()),
        ("unsigned", |row| row["unsigned"].to_string()),
        ("last test", |row| text(&row["last_test"], "class")),
        ("plan", |row| if row["has_plan"] == true { row["plan_due"].to_string() } else { "none".into() }),
        ("consent", |row| text(row, "consent")),
        ("flags", |row| row["flags"].to_string()),
    ];
    for (column, of) in columns {
        assert!(different(&rows, of) >= 3, "{column}");
    }
    // The three tracks really have three-hour days. Thanksgiving takes one of the evenings of this week, and who missed
    // another has one left.
    let tracks: Vec<Value> = rows.iter().filter(|row| row["level"] == "2.1").cloned().collect();
    assert!(different(&tracks, |row| text(row, "track")) >= 3);
    assert!(tracks.iter().any(|row| row["minutes"].as_i64() == Some(180)));
    assert!(
        tracks
            .iter()
            .all(|row| { row["minutes"].as_i64().unwrap_or(0) + row["planned"].as_i64().unwrap_or(0) >= 180 })
    );
    demo.door.rise();
}

fn tonight(demo: &mut Built) {
    let day = demo.ask("theodora", "session.day", json!({ "on": "2026-11-24", "whose": "everybody" }));
    let groups: Vec<Value> =
        rows(&day["sessions"]).into_iter().filter(|session| session["group"].is_string()).collect();
    assert!(groups.len() >= 6, "{}", groups.len());
    assert!(groups.iter().all(|session| session["state"] == "planned" && session["expected"].as_i64() > Some(0)));
}

fn left_undone(demo: &mut Built) {
    let mine = demo.ask("ansel", "day.mine", json!({}));
    let to_note = rows(&mine["to_note"]);
    assert!(to_note.iter().any(|session| session["overdue"] == true), "{to_note:?}");
    let mine = demo.ask("theodora", "day.mine", json!({}));
    assert!(rows(&mine["licenses"]).iter().any(|license| license["name"].as_str().unwrap().starts_with("Sunniva")));
    assert!(!rows(&mine["glass"]).is_empty());
}

fn charts(demo: &mut Built) {
    let found = demo.ask("marisol", "client.find", json!({ "text": "beaumont" }));
    let client = rows(&found).first().map(|row| text(row, "id")).unwrap();
    let page = demo.ask("marisol", "note.chart", json!({ "client": client, "limit": 100 }));
    let notes = rows(&page["rows"]);
    assert!(notes.len() >= 20, "{}", notes.len());
    assert!(notes.iter().any(|note| note["kind"] == "individual" && note["state"] == "signed"));
    assert!(notes.iter().filter(|note| note["kind"] == "group").all(|note| !text(note, "text").contains("Evenkeel")));
    let hours = demo.ask("marisol", "attendance.hours", json!({ "client": client }));
    assert!(hours["weeks"].to_string().contains("540"), "no week of nine hours: {hours}");
}

fn audit(demo: &mut Built) {
    let list = demo.ask("perpetua", "audit.list", json!({ "limit": 100 }));
    let entries = rows(&list["rows"]);
    assert!(entries.len() > 20);
    assert!(entries.iter().all(|entry| entry["at"].as_f64().unwrap() <= 1_795_560_000_000.0));
}

#[test]
fn the_same_seed_writes_the_same_words() {
    let small = Wish { weeks: 1, clients: 4, ..wish() };
    let words = |wish: &Wish| {
        let mut demo = built(wish);
        let found = demo.ask(
            "theodora",
            "client.list",
            json!({ "which": "all", "sort": "name",
            "descending": false, "text": "", "skip": 0, "limit": 50 }),
        );
        let clients = rows(&found["rows"]);
        let texts: Vec<String> = clients
            .iter()
            .map(|client| {
                let page = demo.ask("theodora", "note.chart", json!({ "client": client["id"], "limit": 100 }));
                let notes: Vec<String> = rows(&page["rows"]).iter().map(|note| text(note, "text")).collect();
                format!("{} {notes:?}", text(client, "number"))
            })
            .collect();
        demo.door.rise();
        texts
    };
    let (first, second) = (words(&small), words(&small));
    assert!(first.len() >= 3 && first.iter().any(|text| text.len() > 200), "{first:?}");
    assert_eq!(first, second);
}
