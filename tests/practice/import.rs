//! Import: a folder looked through and taken whole or not at all, the same folder again, changes, bad lines, a kill.

use std::path::PathBuf;

use practice::kernel::refusal::Code;
use serde_json::{Value, json};

use crate::desk::{Desk, OTHER_PASSPHRASE, PASSPHRASE};

const STAFF: &str = "staff_id,role,first_name,last_name,credentials,active
1,counselor,Marisol,Quiñones,SUDPT,1
2,counselor,Ambrose,Okonkwo-Lindqvist,LMHC,1
3,tech,Priya,Raghunathan,,0
";
const CLIENTS: &str = "client_id,mrn,first_name,last_name,preferred_name,dob,sex,phone,email,address,city,state,zip,admitted_on,discharged_on,counselor_id,program,level_of_care,primary_dx,required_weekly_hours,drug_test_interval_days
10,MRN0000412,Wren,Abara,,1988-02-14,F,555-200-1000,wren@example.invalid,1 Elm St,Salem,MA,01970,2026-01-05,,1,IOP,2.1,F10.20,9,7
11,MRN0000413,Ka\u{2bb}iulani,Kealoha,Lani,1990-03-03,F,,,,,,,2026-01-05,2026-02-27,1,IOP,2.1,,9,14
";
const GROUPS: &str = "group_id,name,track,facilitator_id,weekday,start_time,duration_minutes,capacity
5,Relapse prevention T01-1,1,1,6,01:00,180,12
";
// The second session begins in the hour that the clock skips.
const SESSIONS: &str = "session_id,group_id,facilitator_id,starts_at,minutes,topic,status
70,5,1,2026-02-01T01:00:00,180,Triggers,held
71,5,1,2026-03-08T02:30:00,180,Plans,held
72,5,1,2026-03-15T01:00:00,180,Plans,cancelled
";
const ATTENDANCE: &str = "attendance_id,session_id,client_id,status,minutes,recorded_at
900,70,10,late,150,2026-02-01T04:05:00
901,70,11,absent_unexcused,0,2026-02-01T04:05:00
902,71,10,present,180,
";
const NOTES: &str = "note_id,client_id,author_id,session_id,kind,service_at,created_at,signed_at,text
40,10,1,70,group,2026-02-01T01:00:00,2026-02-01T05:00:00,2026-02-02T20:00:00,\"Spoke of the lighthouse,
and of sleep.\"
41,10,1,,individual,2026-02-03T09:00:00,2026-02-03T10:00:00,,Draft about the harbor
";
const TESTS: &str = "test_id,client_id,collected_at,reason,method,result,substances,collector_id
1,10,2026-02-01T02:00:00,random,urine_cup,positive,THC|ETG,3
2,10,2026-02-08T02:00:00,scheduled,lab,refused,,3
3,10,2026-02-09T02:00:00,random,urine_cup,negative,,3
";
const PLANS: &str = "plan_id,client_id,version,status,effective_on,review_due_on,author_id,signed_at,goals
2,10,2,active,2026-02-05,2026-03-07,1,2026-02-05T18:00:00,Keep the license
1,10,1,superseded,2026-01-05,2026-02-04,1,2026-01-05T18:00:00,Sleep through the night
";
const CONSENTS: &str = "consent_id,client_id,kind,recipient,signed_on,expires_on,revoked_on
1,10,roi_42cfr2,Employer,2026-01-05,2027-01-05,
";

/// A folder with something in every file.
pub const FILES: [(&str, &str); 9] = [
    ("staff.csv", STAFF),
    ("clients.csv", CLIENTS),
    ("groups.csv", GROUPS),
    ("sessions.csv", SESSIONS),
    ("attendance.csv", ATTENDANCE),
    ("notes.csv", NOTES),
    ("drug_tests.csv", TESTS),
    ("plans.csv", PLANS),
    ("consents.csv", CONSENTS),
];

/// A director with a folder to import.
struct Import {
    desk: Desk,
    folder: PathBuf,
}

impl Import {
    fn whole() -> Self {
        Self::of(&FILES)
    }

    fn of(files: &[(&str, &str)]) -> Self {
        let desk = Desk::founded();
        let folder = desk.room.path().join("folder");
        std::fs::create_dir(&folder).unwrap();
        let import = Self { desk, folder };
        for (file, text) in files {
            import.write(file, text);
        }
        import.desk.world.choose(Some(import.folder.clone()));
        import
    }

    fn write(&self, file: &str, text: &str) {
        std::fs::write(self.folder.join(file), text).unwrap();
    }

    /// Replaces words of a file.
    fn edit(&self, file: &str, from: &str, to: &str) {
        let path = self.folder.join(file);
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{file} lacks {from}");
        std::fs::write(&path, text.replace(from, to)).unwrap();
    }

    fn preview(&self) -> Value {
        self.desk.op("import.choose", json!({}));
        self.desk.op("import.preview", json!({}));
        let job = self.desk.last_job();
        assert_eq!(job["state"], "done", "{job}");
        self.desk.query("import.state", json!({}))["preview"].clone()
    }

    fn run(&self, leave_out: bool) -> Value {
        let seen = self.preview();
        assert!(leave_out || seen["bad_total"] == 0, "{:?}", Self::reasons(&seen));
        self.desk.op("import.run", json!({ "leave_out_bad_rows": leave_out }));
        let job = self.desk.last_job();
        assert_eq!(job["state"], "done", "{job}");
        self.desk.query("import.state", json!({}))["result"].clone()
    }

    /// New, changed, same and bad lines of a file.
    fn of_file(counts: &Value, file: &str) -> [i64; 4] {
        let rows = counts["files"].as_array().unwrap();
        let row = rows.iter().find(|row| row["file"] == file).unwrap();
        ["new", "changed", "same", "bad"].map(|name| row[name].as_i64().unwrap())
    }

    fn reasons(counts: &Value) -> Vec<String> {
        let rows = counts["bad_rows"].as_array().unwrap().iter();
        rows.map(|row| {
            let text = |name: &str| row[name].as_str().unwrap().to_owned();
            format!("{}:{} {} {}", text("file"), row["line"], text("column"), text("rule"))
        })
        .collect()
    }

    fn client(&self, text: &str) -> String {
        let found = self.desk.query("client.find", json!({ "text": text }));
        found[0]["id"].as_str().unwrap_or_else(|| panic!("no {text}: {found}")).to_owned()
    }

    fn entries(&self) -> usize {
        let page = self.desk.query("audit.list", json!({ "limit": 200 }));
        let rows = page["rows"].as_array().unwrap();
        rows.iter().filter(|row| row["action"] == "import.run").count()
    }
}

#[test]
fn a_folder_comes_in_as_the_mapping_says() {
    let import = Import::whole();
    let seen = import.preview();
    assert_eq!(seen["bad_total"], 0, "{seen}");
    assert_eq!(seen["moved"], 1);
    assert_eq!(Import::of_file(&seen, "attendance.csv"), [3, 0, 0, 0]);
    let done = import.run(false);
    assert_eq!(done["bad_total"], 0);
    assert_eq!(done["stays"], 2);
    assert_eq!(import.entries(), 1);

    let wren = import.client("wren");
    let chart = import.desk.op("client.open", json!({ "id": wren }));
    let text = chart.to_string();
    for word in
        ["412", "1988-02-14", "555-200-1000", "F10.20", "Alcohol dependence, uncomplicated", "2.1", "2026-01-05"]
    {
        assert!(text.contains(word), "{word} is not in {text}");
    }
    let hours = import.desk.query("attendance.history", json!({ "client": wren }));
    assert!(hours.to_string().contains("150"), "{hours}");
}

#[test]
fn a_row_is_found_under_either_name() {
    let import = Import::whole();
    import.run(false);
    let wren = import.client("wren");
    let names =
        import.desk.query("import.names", json!({ "kind": "client", "externals": ["10", "99"], "ids": [wren] }));
    assert_eq!(names, json!([{ "external": "10", "id": wren }, { "external": "10", "id": wren }]));
    assert_eq!(import.desk.refused("import.names", json!({ "kind": "house" })).code, Code::Invalid);
}

#[test]
fn imported_staff_have_no_sign_in_until_a_director_lets_them_in() {
    let import = Import::whole();
    import.run(false);
    let staff = import.desk.query("staff.list", json!({}));
    let row = |name: &str| staff.as_array().unwrap().iter().find(|row| row["given_name"] == name).unwrap().clone();
    let marisol = row("Marisol");
    assert_eq!(marisol["active"], false);
    assert_eq!(marisol["login"], "marisol.quinones");
    assert_eq!(marisol["roles"], json!(["counselor", "facilitator"]));
    assert_eq!(marisol["credentials"][0]["needs_cosign"], true);
    assert_eq!(row("Ambrose")["credentials"][0]["needs_cosign"], false);
    assert_eq!(row("Priya")["roles"], json!(["collector"]));

    let back =
        json!({ "id": marisol["id"], "rev": marisol["rev"], "temporary_passphrase": "cobalt meadow trumpet ninety" });
    import.desk.op("staff.reactivate", back);
    import.desk.switch_to("marisol.quinones", "cobalt meadow trumpet ninety");
    import
        .desk
        .op("passphrase.change", json!({ "current": "cobalt meadow trumpet ninety", "new": OTHER_PASSPHRASE }));
    // Her own clients, and her draft among what she has to sign.
    let found = import.desk.query("client.find", json!({ "text": "abara" }));
    assert_eq!(found.as_array().unwrap().len(), 1);
    let drafts = import.desk.query("note.mine", json!({}));
    assert_eq!(drafts.as_array().unwrap().len(), 1, "{drafts}");
}

#[test]
fn signed_notes_are_attested_elsewhere_and_found_by_their_words() {
    let import = Import::whole();
    import.run(false);
    let found = import.desk.query("note.search", json!({ "text": "lighthouse" }));
    assert_eq!(found["rows"].as_array().unwrap().len(), 1, "{found}");
    assert_eq!(found["rows"][0]["state"], "attested_elsewhere");
    // A draft is its author's alone.
    let draft = import.desk.query("note.search", json!({ "text": "harbor" }));
    assert_eq!(draft["rows"].as_array().unwrap().len(), 0, "{draft}");
}

#[test]
fn the_same_folder_again_changes_nothing() {
    let import = Import::whole();
    import.run(false);
    let again = import.run(false);
    assert_eq!(again["writes"], 0, "{again}");
    for (file, _) in FILES {
        let [new, changed, same, bad] = Import::of_file(&again, file);
        assert_eq!((new, changed, bad), (0, 0, 0), "{file}");
        assert!(same > 0, "{file}");
    }
    assert_eq!(import.desk.query("import.runs", json!({})).as_array().unwrap().len(), 1);
    // A folder with some of the files points at what came in before.
    for file in ["staff.csv", "clients.csv", "groups.csv", "sessions.csv", "attendance.csv"] {
        std::fs::remove_file(import.folder.join(file)).unwrap();
    }
    assert_eq!(import.preview()["writes"], 0);
}

#[test]
fn a_line_that_changed_is_a_change_with_history() {
    let import = Import::whole();
    import.run(false);
    import.edit("clients.csv", "555-200-1000", "555-200-2000");
    import.edit("attendance.csv", "900,70,10,late,150", "900,70,10,present,180");
    import.edit("drug_tests.csv", "THC|ETG", "ETG");
    import.edit("notes.csv", "Draft about the harbor", "Draft about the pier");
    let done = import.run(false);
    for file in ["clients.csv", "attendance.csv", "drug_tests.csv", "notes.csv"] {
        assert_eq!(Import::of_file(&done, file)[1], 1, "{file}: {done}");
    }
    assert_eq!(done["writes"], 4);
    let chart = import.desk.op("client.open", json!({ "id": import.client("wren") }));
    assert!(chart.to_string().contains("555-200-2000"), "{chart}");
    assert!(!chart.to_string().contains("555-200-1000"), "{chart}");
}

#[test]
fn what_was_changed_here_is_never_overwritten() {
    let import = Import::whole();
    import.run(false);
    let wren = import.client("wren");
    let chart = import.desk.op("client.open", json!({ "id": wren }));
    let contact = chart["contacts"][0].clone();
    assert_eq!(contact["value"], "555-200-1000", "{chart}");
    let change = json!({ "id": contact["id"], "rev": contact["rev"],
        "fields": { "kind": "cell", "value": "555-200-3000", "call_is_safe": true, "message_is_safe": false, "preferred": true } });
    import.desk.op("contact.change", change);
    // The line is as it came in, so it is no conflict.
    assert_eq!(import.preview()["writes"], 0);
    import.edit("clients.csv", "555-200-1000", "555-200-2000");
    assert_eq!(Import::reasons(&import.preview()), ["clients.csv:2  changed_here"]);
    import.run(true);
    let chart = import.desk.op("client.open", json!({ "id": wren }));
    assert!(chart.to_string().contains("555-200-3000"), "{chart}");
}

#[test]
fn every_reason_names_file_line_and_column() {
    #[rustfmt::skip]
    let cases: &[(&str, &str, &str, &str)] = &[
        ("staff.csv", "2,counselor", "2,janitor", "staff.csv:3 role not_a_word"),
        ("staff.csv", "3,tech", "2,tech", "staff.csv:4 staff_id twice"),
        ("staff.csv", "Ambrose", "", "staff.csv:3 first_name empty"),
        ("staff.csv", "LMHC,1", "LMHC,7", "staff.csv:3 active not_a_number"),
        ("staff.csv", "LMHC,1", "LMHC,1,1", "staff.csv:3  width"),
        ("staff.csv", "LMHC", "L\u{7}MHC", "staff.csv:3 credentials control"),
        ("clients.csv", "1988-02-14", "14/02/1988", "clients.csv:2 dob not_a_date"),
        ("clients.csv", "2026-02-27", "2025-02-27", "clients.csv:3 discharged_on order"),
        ("sessions.csv", "2026-02-01T01:00:00", "yesterday", "sessions.csv:2 starts_at not_a_time"),
        ("sessions.csv", "71,5,1,2026-03-08T02:30:00", "71,5,1,2026-02-01T01:00:00", "sessions.csv:3 starts_at slot_taken"),
        ("attendance.csv", "902,71,10", "902,70,10", "attendance.csv:4 session_id entry_taken"),
        ("attendance.csv", "902,71,10,present,180", "902,72,10,present,180", "attendance.csv:4 session_id not_held"),
        ("attendance.csv", "present,180", "present,181", "attendance.csv:4 minutes too_many_minutes"),
        ("attendance.csv", "present,180", "present,0", "attendance.csv:4 minutes minutes_disagree"),
        ("notes.csv", "40,10,1,70,group", "40,10,1,,group", "notes.csv:2 session_id no_session"),
        ("notes.csv", "41,10", "41,99", "notes.csv:4 client_id unknown"),
        ("plans.csv", "2,10,2,active", "2,10,1,active", "plans.csv:3 version plan_taken"),
        ("consents.csv", "Employer", &"E".repeat(201), "consents.csv:2 recipient too_long"),
    ];
    for (file, from, to, expected) in cases {
        let import = Import::whole();
        import.edit(file, from, to);
        let reasons = Import::reasons(&import.preview());
        assert!(reasons.iter().any(|reason| reason == expected), "{expected} is not in {reasons:?}");
    }
    let import = Import::whole();
    std::fs::write(import.folder.join("staff.csv"), [STAFF.as_bytes(), b"4,counselor,\xff,X,,1\n"].concat()).unwrap();
    assert_eq!(Import::reasons(&import.preview()), ["staff.csv:5 first_name not_utf8"]);
}

#[test]
fn a_signed_note_that_reads_differently_is_a_bad_line() {
    let import = Import::whole();
    import.run(false);
    import.edit("notes.csv", "lighthouse", "lamp");
    assert_eq!(Import::reasons(&import.preview()), ["notes.csv:2 text signed_note_differs"]);
}

#[test]
fn one_bad_line_stops_the_folder_unless_it_is_left_out() {
    let import = Import::whole();
    import.edit("clients.csv", "1990-03-03", "never");
    let seen = import.preview();
    // Whatever points at the line goes with it.
    assert_eq!(Import::reasons(&seen), ["clients.csv:3 dob not_a_date", "attendance.csv:3 client_id unknown"]);
    let refusal = import.desk.refused("import.run", json!({ "leave_out_bad_rows": false }));
    assert_eq!(refusal.rule, Some("import.bad_rows"));
    assert!(import.desk.query("client.find", json!({ "text": "wren" })).as_array().unwrap().is_empty());

    let done = import.run(true);
    assert_eq!(done["bad_total"], 2);
    assert!(import.desk.query("client.find", json!({ "text": "kealoha" })).as_array().unwrap().is_empty());
    let runs = import.desk.query("import.runs", json!({}));
    assert_eq!((runs[0]["left_out"].clone(), runs[0]["files"].clone()), (json!(2), json!(9)));
    // The line comes in once it is right, and only it.
    import.edit("clients.csv", "never", "1990-03-03");
    assert_eq!(import.run(false)["writes"], 3);
}

#[test]
fn a_folder_is_refused_as_a_whole_when_it_is_not_what_was_seen() {
    let import = Import::of(&[]);
    assert_eq!(import.desk.refused("import.preview", json!({})).rule, Some("import.nothing_chosen"));
    assert_eq!(import.desk.refused("import.choose", json!({})).rule, Some("import.no_files"));
    import.write("staff.csv", STAFF);
    import.desk.op("import.choose", json!({}));
    let refusal = import.desk.refused("import.run", json!({ "leave_out_bad_rows": true }));
    assert_eq!(refusal.rule, Some("import.no_preview"));
    import.preview();
    import.edit("staff.csv", "Ambrose", "Ambroise");
    import.desk.op("import.run", json!({ "leave_out_bad_rows": false }));
    assert_eq!(import.desk.last_job()["state"], "failed");
    assert_eq!(import.desk.query("staff.list", json!({})).as_array().unwrap().len(), 1);
    // A column is missing.
    import.write("staff.csv", "staff_id,role\n1,counselor\n");
    import.desk.op("import.choose", json!({}));
    import.desk.op("import.preview", json!({}));
    let job = import.desk.last_job();
    assert_eq!(job["state"], "failed");
    assert!(job["message"].as_str().unwrap().contains("first_name"), "{job}");
    assert_eq!(import.entries(), 0);
}

#[test]
fn a_folder_full_of_bad_lines_is_not_the_right_one() {
    let mut staff = String::from("staff_id,role,first_name,last_name,credentials,active\n");
    for line in 0..10_001 {
        staff.push_str(&format!("{line},janitor,A,B,,1\n"));
    }
    let import = Import::of(&[("staff.csv", staff.as_str())]);
    import.desk.op("import.choose", json!({}));
    import.desk.op("import.preview", json!({}));
    let job = import.desk.last_job();
    assert_eq!(job["state"], "failed", "{job}");
}

#[test]
fn a_line_that_contradicts_the_records_is_named() {
    let import = Import::whole();
    import.run(false);
    let wren = import.client("wren");
    let plan = import.desk.op("episode.discharge", {
        let chart = import.desk.op("client.open", json!({ "id": wren }));
        let episode = &chart["episodes"][0];
        json!({ "id": episode["id"], "rev": episode["rev"], "how": "completed", "discharged_on": "2026-03-01", "reason": "Completed" })
    });
    assert!(plan.is_object());
    // Discharged here, so a line that says otherwise is not taken.
    import.edit("clients.csv", "2026-01-05,,1,IOP", "2026-01-05,2026-03-09,1,IOP");
    assert_eq!(Import::reasons(&import.preview()), ["clients.csv:2  changed_here"]);
}

#[test]
fn only_a_director_imports_and_nobody_sees_another_ones_folder() {
    let import = Import::whole();
    import.preview();
    import.desk.hire("Jolene", "Abernathy", "jolene", &["front_desk"]);
    import.desk.hire("Bram", "Okafor", "bram", &["director"]);
    import.desk.switch_to("jolene", OTHER_PASSPHRASE);
    assert_eq!(import.desk.refused("import.choose", json!({})).code, Code::NotPermitted);
    import.desk.switch_to("bram", OTHER_PASSPHRASE);
    assert!(import.desk.query("import.state", json!({}))["folder"].is_null());
    import.desk.switch_to("theodora", PASSPHRASE);
    assert_eq!(import.desk.query("import.state", json!({}))["folder"], "folder");
}

#[test]
fn a_cancelled_import_did_not_happen() {
    let mut notes = NOTES.to_owned();
    for line in 0..6_000 {
        notes.push_str(&format!(
            "{},10,1,,individual,2026-02-03T09:00:00,2026-02-03T10:00:00,,Words {line}\n",
            1_000 + line
        ));
    }
    let import = Import::whole();
    import.write("notes.csv", &notes);
    import.preview();
    import.desk.op("import.run", json!({ "leave_out_bad_rows": false }));
    let busy = import.desk.refused("import.run", json!({ "leave_out_bad_rows": false }));
    assert_eq!(busy.rule, Some("import.busy"));
    let jobs = import.desk.query("job.list", json!({}));
    import.desk.op("job.cancel", json!({ "id": jobs[0]["id"] }));
    assert_eq!(import.desk.last_job()["state"], "cancelled");
    assert!(import.desk.query("client.find", json!({ "text": "wren" })).as_array().unwrap().is_empty());
    assert_eq!(import.entries(), 0);
}
