//! A leader's hour after the groups: who was there, what the group did, and a line for each person.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::dice::Dice;
use super::door::{rows, text};
use super::groups;
use super::stage::Stage;
use super::walk::LEFT_UNDONE_DAYS;

/// Records and notes the leader's groups of a day that are over, and what was put off before.
pub fn lead(stage: &mut Stage, login: &str, on: NaiveDate) -> Result<(), String> {
    let (now, since) = (stage.door.now(), stage.led.get(login).copied().unwrap_or_default());
    let ends: Vec<i64> = groups::ends(login, on, stage.today).iter().map(|at| stage.moment(on, *at)).collect();
    if !ends.iter().any(|end| (since + 1..=now).contains(end)) {
        return Ok(());
    }
    stage.led.insert(login.into(), now);
    let over = over(stage, login, on)?;
    let mut noted: Vec<String> = Vec::new();
    stage.put_off.retain(|(leader, session)| {
        if leader == login {
            noted.push(session.clone());
        }
        leader != login
    });
    for session in over {
        if !record(stage, &session, on)? {
            continue;
        }
        let id = text(&session, "id");
        match undone(stage, login, on) {
            Undone::Nothing => noted.push(id),
            Undone::NotBegun => {}
            Undone::Draft => note(stage, &id, Finish::Draft)?,
            Undone::PutOff => stage.put_off.push((login.into(), id)),
        }
    }
    for session in &noted {
        note(stage, session, Finish::Sign)?;
    }
    if !noted.is_empty() {
        let proof = stage.door.proof();
        let request = json!({ "sessions": noted, "proof": proof });
        if let Err(refusal) = stage.door.op("group_note.sign", request) {
            return Err(format!("{refusal}\n{}", missing(stage, &noted)?));
        }
    }
    Ok(())
}

/// What stands between some sessions and their signature, for whoever mends the demo.
fn missing(stage: &mut Stage, sessions: &[String]) -> Result<String, String> {
    let mut lines = Vec::new();
    for session in sessions {
        let page = stage.door.ask("group_note.get", json!({ "session": session }))?;
        lines.push(page["missing"].to_string());
        for entry in rows(&page["entries"]).into_iter().filter(|entry| !rows(&entry["missing"]).is_empty()) {
            lines.push(format!("{} {}", entry["missing"], entry["line"]));
        }
    }
    Ok(lines.join("\n"))
}

/// What the leader leaves for another day, or for good.
enum Undone {
    Nothing,
    NotBegun,
    Draft,
    PutOff,
}

fn undone(stage: &mut Stage, login: &str, on: NaiveDate) -> Undone {
    let ago = stage.days_ago(on);
    let first = |stage: &mut Stage, key: &str| {
        let left = stage.unsigned_left.entry(key.into()).or_default();
        *left += 1;
        *left == 1
    };
    match login {
        "ansel" if (4..=LEFT_UNDONE_DAYS).contains(&ago) && first(stage, "group draft") => Undone::Draft,
        "imani" if (1..=4).contains(&ago) && first(stage, "group not begun") => Undone::NotBegun,
        "ansel" | "ruaridh" if ago > 8 && stage.dice.chance(14) => Undone::PutOff,
        _ => Undone::Nothing,
    }
}

/// The leader's planned groups of the day whose hour is over.
fn over(stage: &mut Stage, login: &str, on: NaiveDate) -> Result<Vec<Value>, String> {
    stage.door.sit(login);
    let list = stage.door.ask("session.day", json!({ "on": on, "whose": "mine" }))?;
    let now = stage.door.now();
    let me = stage.worker(login);
    let mut over: Vec<Value> = rows(&list["sessions"])
        .into_iter()
        .filter(|session| {
            let ended = session["ends_at"].as_i64().or_else(|| session["ends_at"].as_f64().map(|at| at as i64));
            session["state"] == "planned"
                && session["group"].is_string()
                && session["staff"] == me.as_str()
                && ended.is_some_and(|end| end <= now)
        })
        .collect();
    over.sort_by_key(|session| text(session, "starts"));
    Ok(over)
}

/// Records who was there. Says whether anybody was.
fn record(stage: &mut Stage, session: &Value, on: NaiveDate) -> Result<bool, String> {
    // One group of the last days is nobody's paperwork yet.
    if session["title"] == "Relapse prevention, day" && (1..=5).contains(&stage.days_ago(on)) {
        let left = stage.unsigned_left.entry("not recorded".into()).or_default();
        *left += 1;
        if *left == 1 {
            return Ok(false);
        }
    }
    let group = text(session, "group");
    let sheet = stage.door.ask("attendance.sheet", json!({ "session": session["id"] }))?;
    let expected: Vec<usize> =
        rows(&sheet["rows"]).iter().filter_map(|row| stage.chart_of(&text(row, "client"))).collect();
    if expected.is_empty() {
        return Ok(false);
    }
    let exceptions: Vec<Value> = expected.iter().filter_map(|at| exception(stage, *at, on, session)).collect();
    let walk_ins = walk_in(stage, &expected, on);
    let mut request = json!({
        "session": session["id"], "rev": session["rev"], "exceptions": exceptions, "walk_ins": walk_ins,
        "topic": topic(stage, &group),
    });
    if session["minutes"] == 90 && stage.dice.chance(12) {
        request["source"] = "paper".into();
    }
    stage.door.op("attendance.record", request)?;
    if let Some(group) = stage.groups.iter_mut().find(|known| known.id == group) {
        group.met += 1;
    }
    Ok(true)
}

fn topic(stage: &Stage, group: &str) -> String {
    let Some(group) = stage.groups.iter().find(|known| known.id == group) else { return String::new() };
    let topics = stage.library.topics(group.topics);
    topics.get(group.met % topics.len().max(1)).map(|topic| topic.topic.clone()).unwrap_or_default()
}

/// What differs for a client. The throw is the same for every group of a day: who is ill misses all of them.
fn exception(stage: &Stage, at: usize, on: NaiveDate, session: &Value) -> Option<Value> {
    let chart = stage.charts.get(at)?;
    let mut dice = Dice::new(stage.seed, &format!("{} {on}", chart.cast.family));
    let what = if !dice.chance(chart.steadiness) {
        let reasons = &stage.library.sentences.absences;
        let excused = dice.chance(68);
        let reason = if matches!(chart.cast.shift.as_str(), "on_leave" | "not_working" | "days") {
            reasons.get(1 + dice.below(reasons.len().saturating_sub(1))).cloned().unwrap_or_default()
        } else {
            dice.word(reasons)
        };
        json!({ "absent": { "excused": excused, "reason": if excused { reason } else { String::new() } } })
    } else if dice.chance(4) {
        json!({ "video": { "location": "At home; the address in the chart" } })
    } else {
        let mut hour = Dice::new(stage.seed, &format!("{} {on} {}", chart.cast.family, text(session, "starts")));
        match hour.below(100) {
            0..4 => json!({ "late_minutes": hour.between(4, 22) }),
            4..6 => json!({ "early_minutes": hour.between(5, 20) }),
            _ => return None,
        }
    };
    Some(json!({ "client": chart.id, "what": what }))
}

/// Once in the weeks somebody of the other evening comes along.
fn walk_in(stage: &mut Stage, expected: &[usize], on: NaiveDate) -> Vec<Value> {
    let evening =
        expected.first().and_then(|at| stage.charts.get(*at)).is_some_and(|chart| chart.cast.cohort == "evening_b");
    if stage.walked_in || !evening || stage.days_ago(on) > 12 {
        return Vec::new();
    }
    let guest = stage
        .charts
        .iter()
        .position(|chart| chart.cast.cohort == "evening_a" && chart.attends(on) && !chart.cast.restricted);
    let Some(guest) = guest.and_then(|at| stage.charts.get(at)) else { return Vec::new() };
    let id = guest.id.clone();
    stage.walked_in = true;
    vec![json!({ "client": id })]
}

/// How far a group note gets.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Finish {
    Sign,
    Draft,
}

fn note(stage: &mut Stage, session: &str, finish: Finish) -> Result<(), String> {
    let page = stage.door.ask("group_note.get", json!({ "session": session }))?;
    let topic_name = text(&page, "planned_topic");
    let all: Vec<&super::words::Topic> = stage.library.topics.values().flatten().collect();
    let Some(topic) = all.into_iter().find(|topic| topic.topic == topic_name).cloned() else {
        return Err(format!("the library has no topic {topic_name}"));
    };
    let met = stage.unsigned_left.entry(format!("{} {topic_name}", text(&page, "group"))).or_default();
    let words = topic.words.get(*met % topic.words.len().max(1)).cloned().unwrap_or_default();
    *met += 1;
    let mut entries = Vec::new();
    for entry in rows(&page["entries"]).into_iter().filter(|entry| entry["absent"] == false) {
        let open = finish == Finish::Draft && entries.len() % 5 == 3;
        if let Some(fields) = own_entry(stage, &entry, &topic, open) {
            entries.push(fields);
        }
    }
    let shared = json!({
        "rev": page["shared"]["rev"], "topic": topic.topic, "interventions": topic.interventions, "words": words,
        "risk_statement": finish == Finish::Sign,
    });
    stage.door.op("group_note.save", json!({ "session": session, "shared": shared, "entries": entries }))?;
    Ok(())
}

/// The part of one person; one that is still open lacks its line.
fn own_entry(stage: &mut Stage, entry: &Value, topic: &super::words::Topic, open: bool) -> Option<Value> {
    let library = stage.library.clone();
    let at = stage.chart_of(&text(&entry["client"], "id"))?;
    let chart = stage.charts.get_mut(at)?;
    let line = if open { String::new() } else { chart.writer.line(&library, topic) };
    let objectives = rows(&entry["objectives"]);
    let ticked: Vec<Value> = if open || !chart.dice.chance(80) {
        Vec::new()
    } else {
        let progress = ["same", "forward", "forward", "forward", "same", "set_back"][chart.dice.below(6)];
        let chosen = chart.dice.pick(&objectives).map(|one| json!({ "objective": one["id"], "progress": progress }));
        chosen.into_iter().collect()
    };
    let mut fields = json!({
        "client": chart.id, "rev": entry["rev"], "line": line, "objectives": ticked, "risk_words": "", "skipped": false,
    });
    if !open {
        fields["participation"] = [1, 2, 2, 2, 3, 3, 2, 3][chart.dice.below(8)].into();
    }
    if !open && chart.dice.below(160) == 0 {
        fields["risk"] = "new_or_changed".into();
        fields["risk_words"] = "Spoke of not wanting to wake up. Asked after the group: no plan and no intent; the safety plan was gone through and the counselor told the same evening.".into();
    }
    Some(fields)
}
