//! The weeks before today: groups recorded and signed, individual sessions, drug tests, plans and consents.

use chrono::{Datelike as _, Days, NaiveDate};
use serde_json::{Value, json};

use super::clinic;
use super::people::DIRECTOR;
use super::stage::{Chart, Stage};

/// Who leads groups and sees clients.
const COUNSELORS: [&str; 3] = ["marisol", "ambrose", "henrike"];
/// What the panel `np10` looks for.
const PANEL: [&str; 10] = ["thca", "bze", "mor", "pcp", "amp", "mamp", "benzo", "barb", "meth", "propox"];
/// Tracks of the intensive program.
const TRACKS: [&str; 3] = ["Morning", "Afternoon", "Evening"];

/// Every day from the first to yesterday.
pub fn live(stage: &mut Stage) -> Result<(), String> {
    let charts = stage.charts.clone();
    for counselor in COUNSELORS {
        stage.as_person(counselor)?;
        for (number, chart) in charts.iter().enumerate().filter(|(_, chart)| chart.counselor == counselor) {
            if chart.admitted_on.is_some() {
                clinic::medical(stage, chart, number)?;
                plan(stage, chart, number)?;
                consents(stage, chart, number)?;
            }
        }
    }
    let mut date = stage.start;
    while date < stage.today {
        if date.weekday() == chrono::Weekday::Mon {
            stage.walk_to(date, 8, 0)?;
            stage.as_person(DIRECTOR.login)?;
            stage.call("session.plan_ahead", &json!({}))?;
        }
        day(stage, &charts, date)?;
        date = date.checked_add_days(Days::new(1)).ok_or("the calendar ends")?;
    }
    Ok(())
}

fn day(stage: &mut Stage, charts: &[Chart], date: NaiveDate) -> Result<(), String> {
    stage.walk_to(date, 20, 55)?;
    let weekday = date.weekday().num_days_from_monday();
    if weekday < 6 {
        tests(stage, charts, date)?;
    }
    for counselor in COUNSELORS {
        stage.as_person(counselor)?;
        let list = stage.call("session.day", &json!({ "on": date, "whose": "mine" }))?;
        for session in list["sessions"].as_array().into_iter().flatten() {
            if session["state"] == "planned" && session.get("group").is_some() {
                group(stage, session, date)?;
            }
        }
        let own = charts.iter().enumerate().filter(|(number, chart)| {
            chart.counselor == counselor
                && TRACKS.contains(&chart.place.as_str())
                && u32::try_from(number % 5) == Ok(weekday)
        });
        for (turn, (_, chart)) in own.enumerate() {
            individual(stage, chart, date, turn)?;
        }
    }
    Ok(())
}

/// Records a group session, writes its note, and signs it unless the evening was too long.
fn group(stage: &mut Stage, session: &Value, date: NaiveDate) -> Result<(), String> {
    let sheet = stage.call("attendance.sheet", &json!({ "session": session["id"] }))?;
    let mut exceptions = Vec::new();
    for row in sheet["rows"].as_array().into_iter().flatten() {
        let what = match stage.dice.below(100) {
            0..6 => {
                let reason = stage.words.excuses.get(stage.dice.below(stage.words.excuses.len())).cloned();
                json!({ "absent": { "excused": true, "reason": reason.unwrap_or_default() } })
            }
            6..9 => json!({ "absent": { "excused": false, "reason": "" } }),
            9..14 => json!({ "late_minutes": 5 + stage.dice.below(25) }),
            14..17 => json!({ "early_minutes": 10 + stage.dice.below(20) }),
            _ => continue,
        };
        exceptions.push(json!({ "client": row["client"], "what": what }));
    }
    stage.call(
        "attendance.record",
        &json!({ "session": session["id"], "rev": session["rev"], "exceptions": exceptions }),
    )?;
    let ago = (stage.today - date).num_days();
    // Some evenings end without the notes; the older they are, the fewer.
    let skipped = match ago {
        0..=2 => 35,
        3..=6 => 12,
        _ => 0,
    };
    if stage.dice.percent(skipped) {
        return Ok(());
    }
    write_group_note(stage, session)?;
    let proof = stage.proof();
    let signed = stage.call("group_note.sign", &json!({ "sessions": [session["id"]], "proof": proof }))?;
    match signed[0].get("refusal") {
        Some(refusal) => Err(format!("group_note.sign: {refusal}")),
        None => Ok(()),
    }
}

fn write_group_note(stage: &mut Stage, session: &Value) -> Result<(), String> {
    let page = stage.call("group_note.get", &json!({ "session": session["id"] }))?;
    let mut entries = Vec::new();
    for entry in page["entries"].as_array().into_iter().flatten().filter(|entry| entry["absent"] == false) {
        let line = stage.words.line(&mut stage.dice);
        let participation = 1 + stage.dice.below(3);
        let objectives = match entry.get("offered") {
            Some(objective) => {
                json!([{ "objective": objective, "progress": if participation == 3 { "forward" } else { "same" } }])
            }
            None => json!([]),
        };
        entries.push(json!({ "client": entry["client"]["id"], "rev": entry["rev"], "participation": participation,
            "line": line, "objectives": objectives, "risk_words": "", "skipped": false }));
    }
    let topic = stage.dice.one(&stage.words.topics).to_owned();
    let words = stage.dice.one(&stage.words.shared).to_owned();
    let interventions =
        if stage.dice.percent(50) { ["cognitive", "peer_feedback"] } else { ["motivational", "role_play"] };
    let shared = json!({ "rev": page["shared"]["rev"], "topic": topic, "interventions": interventions, "words": words,
                         "risk_statement": true });
    stage.call("group_note.save", &json!({ "session": session["id"], "shared": shared, "entries": entries }))?;
    Ok(())
}

/// An individual session with its note: signed, left as a draft, or not begun.
fn individual(stage: &mut Stage, chart: &Chart, date: NaiveDate, turn: usize) -> Result<(), String> {
    let session = stage.call(
        "session.plan",
        &json!({ "kind": "individual", "client": chart.id, "room": "Office 2", "on_date": date,
                 "starts": format!("{:02}:{:02}", 8 + turn / 2, if turn % 2 == 0 { 0 } else { 50 }), "minutes": 45, "topic": "" }),
    )?;
    let request = json!({ "session": session["id"], "rev": session["rev"], "exceptions": [] });
    stage.call("attendance.record", &request)?;
    let ago = (stage.today - date).num_days();
    let fate = stage.dice.below(100);
    if ago < 10 && fate < 10 {
        return Ok(());
    }
    let note = stage.call("note.start", &json!({ "session": session["id"] }))?;
    let [data, assessment, plan] = stage.words.note(&mut stage.dice);
    let section = |key: &str, text: String| json!({ "key": key, "text": text });
    let body = json!({ "format": "dap", "objectives": [], "risk": "none_observed", "risk_words": "",
        "sections": [section("data", data), section("assessment", assessment), section("plan", plan)] });
    if ago < 10 && fate < 25 {
        stage.call("note.save", &json!({ "id": note["id"], "rev": note["rev"], "body": body }))?;
        return Ok(());
    }
    let proof = stage.proof();
    stage.call("note.sign", &json!({ "id": note["id"], "rev": note["rev"], "body": body, "proof": proof }))?;
    Ok(())
}

/// About every sixth client of the tracks gives a specimen on a day.
fn tests(stage: &mut Stage, charts: &[Chart], date: NaiveDate) -> Result<(), String> {
    let day = usize::try_from((date - stage.start).num_days()).unwrap_or(0);
    let mut ordered = Vec::new();
    for counselor in COUNSELORS {
        stage.as_person(counselor)?;
        for (number, chart) in charts.iter().enumerate().filter(|(_, chart)| chart.counselor == counselor) {
            let due = TRACKS.contains(&chart.place.as_str()) && number % 6 == day % 6 && number % 12 != 11;
            if due {
                let reason = if number % 3 == 0 { "scheduled" } else { "random" };
                let request = json!({ "client": chart.id, "reason": reason, "method": "on_site", "specimen": "urine",
                                      "panel": "np10", "on": date });
                ordered.push(stage.call("drug_test.order", &request)?);
            }
        }
    }
    stage.as_person("bram")?;
    for (turn, test) in ordered.into_iter().enumerate() {
        if stage.dice.percent(4) {
            let request = json!({ "id": test["id"], "rev": test["rev"], "outcome": "unable", "reason": "Waited three hours and drank water" });
            stage.call("drug_test.not_collected", &request)?;
            continue;
        }
        let detected: &[&str] = match stage.dice.below(100) {
            0..4 => &["amp"],
            4..7 => &["benzo"],
            7..9 => &["thca", "bze"],
            _ => &[],
        };
        let readings: Vec<Value> = PANEL
            .iter()
            .map(|key| json!({ "analyte": key, "result": if detected.contains(key) { "detected" } else { "not_detected" } }))
            .collect();
        let dilute = stage.dice.percent(4);
        let measures = json!({ "temperature_tenths_f": 930 + stage.dice.below(40), "temperature_minutes": 2 + stage.dice.below(2),
            "volume_ml": 40 + stage.dice.below(20), "creatinine_tenths": if dilute { 120 } else { 400 + stage.dice.below(900) },
            "gravity_ten_thousandths": if dilute { 10_018 } else { 10_080 + stage.dice.below(140) }, "ph_tenths": 58 + stage.dice.below(14) });
        let collection = json!({ "on": date, "time": format!("{:02}:{:02}", 9 + turn, 5 + turn * 7 % 50),
            "seal": format!("{:04} {:04}", 93 + day, 4417 + turn * 31), "lot": "4471-B", "measures": measures });
        let request = json!({ "id": test["id"], "rev": test["rev"], "collection": collection });
        let collected = stage.call("drug_test.collect", &request)?;
        let request = json!({ "id": collected["id"], "rev": collected["rev"], "readings": readings });
        stage.call("drug_test.screen", &request)?;
    }
    Ok(())
}

fn plan(stage: &mut Stage, chart: &Chart, number: usize) -> Result<(), String> {
    // A few plans are still to be written.
    if number % 13 == 6 {
        return Ok(());
    }
    let problems = &stage.words.problems;
    let Some((problem, goal, objectives)) = problems.get(number % problems.len().max(1)).cloned() else {
        return Ok(());
    };
    let objectives: Vec<Value> = objectives.iter().map(|words| json!({ "words": words })).collect();
    let draft = stage.call("plan.start", &json!({ "client": chart.id }))?;
    let written = json!([{ "words": problem, "goals": [{ "words": goal, "objectives": objectives }] }]);
    let saved = stage.call("plan.save", &json!({ "id": draft["id"], "rev": draft["rev"], "problems": written }))?;
    let days = [-6, -1, 3, 8, 14, 21].get(number % 6).copied().unwrap_or(14);
    let review_due_on = stage.from_today(days);
    stage.call("plan.sign", &json!({ "id": saved["id"], "rev": saved["rev"], "review_due_on": review_due_on }))?;
    Ok(())
}

fn consents(stage: &mut Stage, chart: &Chart, number: usize) -> Result<(), String> {
    let Some(signed_on) = chart.admitted_on else { return Ok(()) };
    let ends = [160, 12, 240, -3, 75].get(number % 5).map(|days| stage.from_today(*days));
    let mut wanted = vec![("treatment", "", "Care in the program", stage.from_today(300))];
    if number % 7 != 2 {
        let kind = [
            ("monitoring_program", "Nurse assistance program"),
            ("board", "The licensing board"),
            ("employer", "Employee health"),
        ];
        let (kind, recipient) = kind.get(number % 3).copied().unwrap_or(("board", "The licensing board"));
        wanted.push((kind, recipient, "Monitoring of the agreement", ends.unwrap_or(signed_on)));
    }
    for (kind, recipient, purpose, expires_on) in wanted {
        let mut request = json!({ "client": chart.id, "kind": kind, "purpose": purpose, "scope": "Attendance, results of drug tests, progress",
                                  "signed_on": signed_on, "expires_on": expires_on });
        if !recipient.is_empty() {
            request["recipient"] = json!(recipient);
        }
        stage.call("consent.add", &request)?;
    }
    Ok(())
}

/// This morning: cosignatures, reviews, discharges, what is planned, and the first backup.
pub fn this_morning(stage: &mut Stage) -> Result<(), String> {
    let today = stage.today;
    stage.walk_to(today, 7, 40)?;
    results(stage)?;
    stage.as_person("marisol")?;
    let queue = stage.call("note.cosign_queue", &json!({}))?;
    for (turn, task) in queue.as_array().into_iter().flatten().enumerate() {
        let (id, rev) = (task["id"].clone(), task["rev"].clone());
        let proof = stage.proof();
        if turn % 5 == 1 {
            let comment = "Which objective did this session serve? Add one sentence on the plan for the weekend.";
            stage.call("note.return", &json!({ "id": id, "rev": rev, "comment": comment }))?;
        } else if turn % 5 != 0 {
            stage.call("note.cosign", &json!({ "id": id, "rev": rev, "comment": "", "proof": proof }))?;
        }
    }
    stage.as_person(DIRECTOR.login)?;
    let charts = stage.charts.clone();
    for (number, chart) in charts.iter().enumerate().filter(|(_, chart)| chart.place == "Discharged") {
        let on = stage.from_today(-2 - i64::try_from(number % 8).unwrap_or(0));
        stage.call(
            "episode.discharge",
            &json!({ "id": chart.episode["id"], "rev": chart.episode["rev"], "discharged_on": on,
                     "reason": if number % 3 == 0 { "Moved to care nearer home" } else { "Completed the program" } }),
        )?;
    }
    stage.call("session.plan_ahead", &json!({}))?;
    for (turn, counselor) in COUNSELORS.iter().copied().enumerate() {
        stage.as_person(counselor)?;
        for (hour, chart) in charts
            .iter()
            .filter(|chart| chart.counselor == counselor && chart.admitted_on.is_some())
            .take(3)
            .enumerate()
        {
            stage.call(
                "session.plan",
                &json!({ "kind": "individual", "client": chart.id, "room": "Office 2", "on_date": today, "minutes": 45, "topic": "",
                         "starts": format!("{:02}:{:02}", 8 + hour * 3 + turn, 10 * turn) }),
            )?;
        }
    }
    stage.as_person(DIRECTOR.login)?;
    stage.call("backup.make", &json!({}))?;
    stage.settle()
}

/// The laboratory's word on what the screens showed, the review, and what it means.
fn results(stage: &mut Stage) -> Result<(), String> {
    stage.as_person(DIRECTOR.login)?;
    for (turn, chart) in stage.charts.clone().iter().enumerate() {
        let list = stage.call("drug_test.chart", &json!({ "client": chart.id }))?;
        for test in list["rows"].as_array().into_iter().flatten() {
            if test["class"] != "presumptive" || turn % 3 == 0 {
                continue;
            }
            let full = stage.call("drug_test.get", &json!({ "id": test["id"] }))?;
            if full["state"] == "screened" && turn % 3 == 1 {
                let sent = json!({ "id": full["id"], "rev": full["rev"], "result": "negative", "readings": [] });
                stage.call("drug_test.laboratory", &sent)?;
            }
        }
    }
    Ok(())
}
