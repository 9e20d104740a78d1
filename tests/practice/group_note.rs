//! Group notes: one shared part, an own line for each, all charts of a session in one transaction, nobody else's name.

use practice::kernel::refusal::{Code, Refusal};
use serde_json::{Value, json};

use crate::note_desk::{Chart, proof};

fn faults(refusal: &Refusal) -> Vec<&str> {
    refusal.fields.iter().map(|fault| fault.field.as_str()).collect()
}

/// An evening of Marisol's: a recorded group with Caroline, Mehmet, and Tomás, who is absent.
struct Evening {
    chart: Chart,
    session: Value,
}

impl Evening {
    fn recorded() -> Self {
        let chart = Chart::open();
        let desk = chart.desk();
        chart.clinic.as_person("theodora");
        let group = desk.op(
            "group.add",
            json!({ "fields": { "name": "Process group", "type": "process", "capacity": 12,
                                "facilitator": chart.clinic.marisol }, "slots": [] }),
        );
        for client in [&chart.caroline, &chart.mehmet, &chart.tomas] {
            desk.op("membership.join", json!({ "group": group["id"], "client": client, "joined_on": "2026-11-02" }));
        }
        let planned = desk.op(
            "session.plan",
            json!({ "kind": "group", "group": group["id"], "on_date": "2026-11-24", "starts": "10:00", "minutes": 60 }),
        );
        chart.clinic.as_person("marisol");
        let absent = json!({ "client": chart.tomas, "what": { "absent": { "excused": true, "reason": "shift" } } });
        let late = json!({ "client": chart.mehmet, "what": { "late_minutes": 12 } });
        desk.op(
            "attendance.record",
            json!({ "session": planned["id"], "rev": planned["rev"], "exceptions": [absent, late] }),
        );
        Self { chart, session: planned["id"].clone() }
    }

    fn page(&self) -> Value {
        self.chart.desk().query("group_note.get", json!({ "session": self.session }))
    }

    fn entry(&self, client: &Value) -> Value {
        let page = self.page();
        page["entries"].as_array().unwrap().iter().find(|entry| entry["client"]["id"] == *client).unwrap().clone()
    }

    fn saving(&self, shared: Value, entries: Value) -> Value {
        let mut request = shared;
        request["rev"] = self.page()["shared"]["rev"].clone();
        json!({ "session": self.session, "shared": request, "entries": entries })
    }

    fn save(&self, shared: Value, entries: Value) -> Value {
        self.chart.desk().op("group_note.save", self.saving(shared, entries))
    }

    fn line(&self, client: &Value, text: &str) -> Value {
        json!({ "client": client, "rev": self.entry(client)["rev"], "participation": 2, "line": text, "objectives": [],
                "risk_words": "", "skipped": false })
    }

    fn sign(&self) -> Result<Value, Refusal> {
        self.chart.desk().call("group_note.sign", json!({ "sessions": [self.session], "proof": proof() }))
    }
}

fn shared(statement: bool) -> Value {
    json!({ "topic": "Shame, secrecy and the license", "interventions": ["cognitive", "peer_feedback"],
            "words": "The group practiced answering a colleague who asks.", "risk_statement": statement })
}

#[test]
fn a_session_is_signed_into_all_its_charts_at_once() {
    let evening = Evening::recorded();
    let Evening { chart, .. } = &evening;
    let page = evening.page();
    assert_eq!(page["entries"].as_array().unwrap().len(), 3);
    assert_eq!(evening.entry(&chart.tomas)["attendance"], "Absence (excused: shift)");
    assert_eq!(evening.entry(&chart.mehmet)["minutes"], 48);
    assert_eq!(page["shared"]["risk_statement"], false, "no default answers the risk line");

    let lines = json!([
        evening.line(&chart.caroline, "Linked the drive home to an urge."),
        evening.line(&chart.mehmet, "Told his chief on Sunday.")
    ]);
    evening.save(shared(true), lines);
    let signed = evening.sign().unwrap();
    assert_eq!(signed["answer"][0]["signed"], 3);
    assert_eq!(signed["answer"][0]["left"], 0);

    let entry = evening.entry(&chart.caroline);
    assert_eq!(entry["state"], "signed");
    let note = chart.note(&entry["note"]);
    assert_eq!(note["risk"], "by_session_statement");
    assert_eq!(note["risk_label"], "No safety concern observed in anyone present, except as marked.");
    assert_eq!(note["shared"]["topic"], "Shame, secrecy and the license");
    assert_eq!(note["shared"]["interventions"], json!(["Cognitive", "Peer feedback"]));
    let absence = chart.note(&evening.entry(&chart.tomas)["note"]);
    assert_eq!((absence["kind"].as_str(), absence["minutes"].as_i64()), (Some("absence"), Some(0)));
    assert_eq!(absence.get("shared"), None, "who was absent has no part in what was said");

    chart.clinic.as_person("theodora");
    for client in [&chart.caroline, &chart.mehmet, &chart.tomas] {
        let verified = chart.desk().query("verification.signatures", json!({ "client": client }));
        assert_eq!(verified, json!({ "documents": 1, "unproven": 0, "faults": [] }));
    }
}

#[test]
fn nothing_is_confirmed_for_somebody_whose_row_was_never_touched() {
    let evening = Evening::recorded();
    let chart = &evening.chart;
    assert_eq!(evening.sign().unwrap_err().rule, Some("note.not_ready"), "there is not even a shared part");
    evening.save(shared(true), json!([evening.line(&chart.caroline, "Linked the drive home to an urge.")]));
    assert_eq!(evening.sign().unwrap_err().rule, Some("note.not_ready"));
    assert_eq!(evening.entry(&chart.mehmet)["begun"], false);
    assert_eq!(evening.entry(&chart.caroline)["state"], "draft", "all charts or none");
}

#[test]
fn whoever_is_left_for_later_stays_a_draft_of_the_signed_shared_part() {
    let evening = Evening::recorded();
    let chart = &evening.chart;
    let mut later = evening.line(&chart.mehmet, "");
    later["participation"] = Value::Null;
    later["skipped"] = json!(true);
    evening.save(shared(true), json!([evening.line(&chart.caroline, "Linked the drive home to an urge."), later]));
    let signed = evening.sign().unwrap();
    assert_eq!((signed["answer"][0]["signed"].as_i64(), signed["answer"][0]["left"].as_i64()), (Some(2), Some(1)));
    assert_eq!(evening.sign().unwrap_err().rule, Some("note.nothing_to_sign"));

    let mut other = shared(true);
    other["words"] = json!("Something else.");
    let refusal = chart.desk().refused("group_note.save", evening.saving(other, json!([])));
    assert_eq!(refusal.rule, Some("note.shared_fixed"));
    let fixed = evening.line(&chart.caroline, "Something else.");
    let refusal = chart.desk().refused("group_note.save", evening.saving(shared(true), json!([fixed])));
    assert_eq!(refusal.rule, Some("note.fixed"));
    evening.save(shared(true), json!([evening.line(&chart.mehmet, "Told his chief on Sunday.")]));
    assert_eq!(evening.sign().unwrap()["answer"][0]["signed"], 1);
}

#[test]
fn a_chart_never_holds_another_clients_name() {
    let evening = Evening::recorded();
    let chart = &evening.chart;
    let fields_of = |points: &Value| -> Vec<String> {
        points.as_array().unwrap().iter().map(|point| point["field"].as_str().unwrap().to_owned()).collect()
    };
    evening.save(
        shared(true),
        json!([
            evening.line(&chart.caroline, "Answered mehmet kindly."),
            evening.line(&chart.mehmet, "Told his chief on Sunday.")
        ]),
    );
    assert_eq!(fields_of(&evening.entry(&chart.caroline)["missing"]), ["line"]);
    assert_eq!(evening.sign().unwrap_err().rule, Some("note.not_ready"));
    // The absent member's name does not belong into a chart either; one's own name does.
    evening.save(shared(true), json!([evening.line(&chart.caroline, "Asked after Súilleabháin.")]));
    assert_eq!(fields_of(&evening.entry(&chart.caroline)["missing"]), ["line"]);
    evening.save(shared(true), json!([evening.line(&chart.caroline, "Caroline linked the drive home to an urge.")]));
    assert_eq!(fields_of(&evening.entry(&chart.caroline)["missing"]), [""; 0]);
    let mut naming = shared(true);
    naming["words"] = json!("The group answered Caroline.");
    evening.save(naming, json!([]));
    assert_eq!(fields_of(&evening.page()["missing"]), ["words"]);
    assert_eq!(evening.sign().unwrap_err().rule, Some("note.not_ready"));
}

#[test]
fn the_shared_part_has_the_same_way_on() {
    let evening = Evening::recorded();
    let chart = &evening.chart;
    let lines = json!([
        evening.line(&chart.caroline, "Linked the drive home to an urge."),
        evening.line(&chart.mehmet, "Told his chief on Sunday.")
    ]);
    let mut part = shared(true);
    part["words"] = json!("The group read of Mehmet the Conqueror.");
    evening.save(part.clone(), lines);
    assert_eq!(evening.page()["shared"]["named"], "Mehmet");
    assert_eq!(evening.sign().unwrap_err().rule, Some("note.not_ready"));

    part["stated"] = json!([{ "word": "Mehmet", "because": "" }]);
    let refusal = chart.desk().refused("group_note.save", evening.saving(part.clone(), json!([])));
    assert_eq!(faults(&refusal), ["shared.stated"], "no statement without a reason");
    part["stated"] = json!([{ "word": "Mehmet", "because": "A sultan of the reading" }]);
    evening.save(part.clone(), json!([]));
    let page = evening.page();
    assert_eq!((page["shared"].get("named"), &page["missing"]), (None, &json!([])));

    // What is stated of one word says nothing of another, and nothing of an own line.
    part["words"] = json!("The group read of Mehmet the Conqueror to Caroline.");
    evening.save(part.clone(), json!([evening.line(&chart.caroline, "Answered Mehmet kindly.")]));
    assert_eq!(evening.page()["shared"]["named"], "Caroline");
    assert_eq!(evening.entry(&chart.caroline)["named"], "Mehmet");
    part["words"] = json!("The group read of Mehmet the Conqueror.");
    evening.save(part.clone(), json!([evening.line(&chart.caroline, "Linked the drive home to an urge.")]));
    evening.sign().unwrap();

    let signed = evening.page()["shared"].clone();
    assert_eq!(signed["stated"][0]["because"], "A sultan of the reading", "the row keeps it");
    let note = chart.note(&evening.entry(&chart.caroline)["note"]).to_string();
    assert!(!note.contains("A sultan of the reading"), "the chart does not say it: {note}");
    part["stated"] = json!([]);
    let refusal = chart.desk().refused("group_note.save", evening.saving(part, json!([])));
    assert_eq!(refusal.rule, Some("note.shared_fixed"), "signed is signed");
}

#[test]
fn a_word_that_is_not_their_name_is_stated_and_the_signing_goes_on() {
    let evening = Evening::recorded();
    let chart = &evening.chart;
    let mut line = evening.line(&chart.caroline, "Read Mehmet the Conqueror aloud.");
    evening.save(shared(true), json!([line, evening.line(&chart.mehmet, "Told his chief on Sunday.")]));
    assert_eq!(evening.entry(&chart.caroline)["named"], "Mehmet");
    assert_eq!(evening.sign().unwrap_err().rule, Some("note.not_ready"));

    line["rev"] = evening.entry(&chart.caroline)["rev"].clone();
    line["stated"] = json!([{ "word": "Mehmet", "because": " " }]);
    let refusal = chart.desk().refused("group_note.save", evening.saving(shared(true), json!([line])));
    assert_eq!(faults(&refusal), ["entries.0.stated"], "no statement without a reason");
    line["stated"] = json!([{ "word": "Mehmet", "because": "A sultan of the reading" }]);
    evening.save(shared(true), json!([line]));
    let entry = evening.entry(&chart.caroline);
    assert_eq!((entry.get("named"), &entry["missing"]), (None, &json!([])));
    assert_eq!(entry["stated"][0]["because"], "A sultan of the reading");
    assert_eq!(evening_of(chart)["ready"], json!([evening.session]));

    // What is stated of one word says nothing of another.
    line["rev"] = entry["rev"].clone();
    line["line"] = json!("Read Mehmet the Conqueror aloud to Súilleabháin.");
    evening.save(shared(true), json!([line]));
    assert_eq!(evening.entry(&chart.caroline)["named"], "Súilleabháin");
    line["rev"] = evening.entry(&chart.caroline)["rev"].clone();
    line["line"] = json!("Read Mehmet the Conqueror aloud.");
    evening.save(shared(true), json!([line]));
    evening.sign().unwrap();

    let signed = evening.entry(&chart.caroline);
    assert_eq!(signed["stated"][0]["word"], "Mehmet", "the row keeps it");
    let note = chart.note(&signed["note"]).to_string();
    assert!(!note.contains("A sultan of the reading"), "the chart does not say it: {note}");
    chart.clinic.as_person("theodora");
    let verified = chart.desk().query("verification.signatures", json!({ "client": chart.caroline }));
    assert_eq!(verified, json!({ "documents": 1, "unproven": 0, "faults": [] }));
}

#[test]
fn wording_of_the_shared_part_is_shown_and_does_not_stop() {
    let evening = Evening::recorded();
    let chart = &evening.chart;
    let mut spoken = shared(true);
    spoken["words"] = json!("The group spoke of what an addict hides.");
    let lines = [
        evening.line(&chart.caroline, "Linked the drive home to an urge."),
        evening.line(&chart.mehmet, "Told his chief on Sunday."),
    ];
    evening.save(spoken, json!(lines));
    let page = evening.page();
    assert_eq!((&page["missing"], &page["warnings"][0]["field"]), (&json!([]), &json!("words")));
    let message = page["warnings"][0]["message"].as_str().unwrap();
    assert!(message.contains("addict") && message.contains("Perhaps"), "{message}");
    evening.sign().unwrap();
    assert_eq!(evening.page()["warnings"], json!([]), "what is fixed is not corrected any more");
}

#[test]
fn risk_is_answered_per_person_or_by_the_statement() {
    let evening = Evening::recorded();
    let chart = &evening.chart;
    let mut marked = evening.line(&chart.caroline, "Spoke of a hard weekend.");
    marked["risk"] = json!("new_or_changed");
    evening.save(shared(false), json!([marked, evening.line(&chart.mehmet, "Told his chief on Sunday.")]));
    let missing = |client: &Value| evening.entry(client)["missing"][0]["field"].clone();
    assert_eq!(missing(&chart.caroline), "risk_words");
    assert_eq!(missing(&chart.mehmet), "risk");
    let mut marked = evening.line(&chart.caroline, "Spoke of a hard weekend.");
    marked["risk"] = json!("new_or_changed");
    marked["risk_words"] = json!("Says she is safe; agreed to call tonight.");
    evening.save(shared(true), json!([marked]));
    evening.sign().unwrap();
    assert_eq!(chart.note(&evening.entry(&chart.caroline)["note"])["risk"], "new_or_changed", "except as marked");
    assert_eq!(chart.note(&evening.entry(&chart.mehmet)["note"])["risk"], "by_session_statement");
}

#[test]
fn lines_that_read_alike_are_shown_and_do_not_stop() {
    let evening = Evening::recorded();
    let chart = &evening.chart;
    let same = "Took part in the discussion and stayed until the end of it.";
    evening.save(shared(true), json!([evening.line(&chart.caroline, same), evening.line(&chart.mehmet, same)]));
    assert_eq!(evening.entry(&chart.caroline)["warnings"][0]["field"], "line");
    evening.sign().unwrap();
}

#[test]
fn every_fault_stands_beside_its_field() {
    let evening = Evening::recorded();
    let chart = &evening.chart;
    let mut digit = evening.line(&chart.caroline, "x");
    digit["participation"] = json!(4);
    digit["objectives"] = json!([{ "objective": "01940000-0000-7000-8000-000000000000", "progress": "same" }]);
    let absent = evening.line(&chart.tomas, "x");
    let mut unknown = shared(true);
    unknown["interventions"] = json!(["hypnosis"]);
    let twice = evening.line(&chart.caroline, "x");
    let refusal = chart.desk().refused("group_note.save", evening.saving(unknown, json!([digit, absent, twice])));
    assert_eq!(
        faults(&refusal),
        [
            "shared.interventions",
            "entries.0.participation",
            "entries.0.objectives",
            "entries.1.client",
            "entries.2.client"
        ]
    );
    let none = chart.desk().refused("group_note.sign", json!({ "sessions": [], "proof": proof() }));
    assert_eq!(faults(&none), ["sessions"]);
}

#[test]
fn a_stale_page_is_a_conflict() {
    let evening = Evening::recorded();
    let chart = &evening.chart;
    let line = evening.line(&chart.caroline, "Linked the drive home to an urge.");
    let stale = evening.saving(shared(true), json!([line]));
    chart.desk().op("group_note.save", stale.clone());
    let mut other = stale;
    other["entries"][0]["line"] = json!("Something else.");
    other["shared"]["words"] = json!("Something else.");
    assert_eq!(chart.desk().refused("group_note.save", other).code, Code::Conflict);
}

#[test]
fn only_who_leads_a_recorded_group_session_writes_its_note() {
    let evening = Evening::recorded();
    let chart = &evening.chart;
    let individual = chart.planned(&chart.caroline);
    let get = |session: &Value| json!({ "session": session });
    assert_eq!(chart.desk().refused("group_note.get", get(&individual["id"])).rule, Some("note.not_a_group"));
    let start = chart.desk().refused("note.start", json!({ "session": evening.session }));
    assert_eq!(start.rule, Some("note.is_group"));
    chart.clinic.as_person("ambrose");
    assert_eq!(chart.desk().refused("group_note.get", get(&evening.session)).rule, Some("note.not_your_session"));
}

#[test]
fn nothing_is_written_before_the_attendance_is_recorded() {
    let chart = Chart::open();
    chart.clinic.as_person("theodora");
    let group = chart.desk().op(
        "group.add",
        json!({ "fields": { "name": "Skills", "type": "skills", "capacity": 12, "facilitator": chart.clinic.marisol },
                "slots": [] }),
    );
    let planned = chart.desk().op(
        "session.plan",
        json!({ "kind": "group", "group": group["id"], "on_date": "2026-11-24", "starts": "10:00", "minutes": 60 }),
    );
    chart.clinic.as_person("marisol");
    let mut part = shared(true);
    part["rev"] = json!(0);
    let save = json!({ "session": planned["id"], "shared": part, "entries": [] });
    assert_eq!(chart.desk().refused("group_note.save", save).rule, Some("note.not_recorded"));
    let sign = json!({ "sessions": [planned["id"]], "proof": proof() });
    assert_eq!(chart.desk().refused("group_note.sign", sign).rule, Some("note.not_recorded"));
}

#[test]
fn what_is_signed_of_a_group_is_fixed_and_a_co_facilitator_signs_as_themselves() {
    let evening = Evening::recorded();
    let Evening { chart, session } = &evening;
    let desk = chart.desk();
    chart.clinic.as_person("theodora");
    let group = desk.query("group.list", json!({}))[0]["id"].clone();
    let fields = json!({ "name": "Process group", "type": "process", "capacity": 12,
                         "facilitator": chart.clinic.marisol, "co_facilitator": chart.clinic.ambrose });
    let roles = json!(["counselor", "facilitator"]);
    let staff = desk.query("staff.list", json!({}));
    let ambrose = staff.as_array().unwrap().iter().find(|row| row["id"] == chart.clinic.ambrose).unwrap().clone();
    desk.op(
        "staff.change",
        json!({ "id": ambrose["id"], "rev": ambrose["rev"], "given_name": "Ambrose", "family_name": "Okafor",
                "roles": roles }),
    );
    desk.op("group.change", json!({ "id": group, "rev": 1, "fields": fields, "active": true }));

    chart.clinic.as_person("ambrose");
    let mut later = evening.line(&chart.mehmet, "");
    later["skipped"] = json!(true);
    evening.save(shared(true), json!([evening.line(&chart.caroline, "Linked the drive home to an urge."), later]));
    evening.sign().unwrap();
    let entry = evening.entry(&chart.caroline);
    assert_eq!(chart.note(&entry["note"])["author"]["name"], "Ambrose Okafor, CADC-T");

    let mut other = shared(true);
    other["words"] = json!("Something else happened.");
    let changed = evening.saving(other, json!([]));
    assert_eq!(desk.refused("group_note.save", changed).rule, Some("note.shared_fixed"));
    let line = json!([evening.line(&chart.caroline, "Another line.")]);
    let changed = evening.saving(shared(true), line);
    assert_eq!(desk.refused("group_note.save", changed).rule, Some("note.fixed"));
    // Whoever had no line yet is written later, tied to the shared part as it was signed.
    let left = json!([evening.line(&chart.mehmet, "Told his chief on Sunday.")]);
    evening.save(shared(true), left);
    assert_eq!(evening.sign().unwrap()["answer"][0]["signed"], 1, "{session}");
}

fn evening_of(chart: &Chart) -> Value {
    chart.desk().query("group_note.evening", json!({}))
}

#[test]
fn the_evening_check_says_what_is_missing_and_what_is_ready() {
    let evening = Evening::recorded();
    let chart = &evening.chart;
    let begun = evening_of(chart);
    let session = &begun["sessions"][0];
    assert_eq!((&session["present"], &session["absent"], &session["ready"]), (&json!(2), &json!(1), &json!(1)));
    assert_eq!(session["missing"].as_array().unwrap().len(), 4, "topic, words, and two people: {begun}");
    assert_eq!((&begun["ready"], &begun["complete"]), (&json!([]), &json!(false)));
    let mut minutes: Vec<i64> =
        begun["people"].as_array().unwrap().iter().map(|one| one["minutes"].as_i64().unwrap()).collect();
    minutes.sort_unstable();
    assert_eq!(minutes, [0, 48, 60]);
    let lines = json!([
        evening.line(&chart.caroline, "Linked the drive home to an urge."),
        evening.line(&chart.mehmet, "Named the keys as the hardest part."),
    ]);
    evening.save(shared(true), lines);
    let whole = evening_of(chart);
    assert_eq!((&whole["ready"], &whole["complete"]), (&json!([evening.session]), &json!(true)));
    evening.sign().unwrap();
    let signed = evening_of(chart);
    assert_eq!((&signed["sessions"][0]["signed"], &signed["complete"]), (&json!(3), &json!(false)));
    chart.clinic.as_person("ambrose");
    assert_eq!(evening_of(chart)["sessions"], json!([]), "each sees the evening that is theirs");
}
