//! A counselor's afternoon: charts of new clients, sessions and their notes, tests, plan reviews; and the director's hour.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::door::{rows, text};
use super::stage::{Appointment, Stage, Unapproved, Uncosigned, plus};
use super::walk::{COUNSELORS, LEFT_UNDONE_DAYS};
use super::{discharge, hunches, measure, papers, specimens};

/// Everything a counselor does on a workday.
pub fn counsel(stage: &mut Stage, login: &str, on: NaiveDate) -> Result<(), String> {
    let own: Vec<usize> = (0..stage.charts.len())
        .filter(|at| {
            let chart = stage.charts.get(*at);
            chart.is_some_and(|chart| chart.cast.counselor == login && chart.is_in && !chart.left)
        })
        .collect();
    stage.door.sit(login);
    for at in &own {
        papers::begin(stage, *at, on)?;
    }
    sessions(stage, login, on)?;
    for at in own {
        let in_treatment = stage.charts.get(at).is_some_and(|chart| chart.has_plan);
        if in_treatment {
            specimens::order(stage, at, on)?;
            papers::review(stage, at, on)?;
        }
    }
    discharge::summaries(stage, login, on)?;
    specimens::interpret(stage, login, on)?;
    case_management(stage, login, on)?;
    if login == "marisol" {
        cosign(stage, on)?;
    }
    Ok(())
}

/// When counselors see clients one by one; no two of these meet.
const HOURS: &[&str] = &["08:05", "09:00", "10:00", "11:00", "12:05", "13:05", "14:05"];
/// Those before the groups of the rotating shifts.
const MORNINGS: &[&str] = &["08:05", "09:00", "10:00", "11:00", "12:05"];
/// Those that the groups of the day track leave free.
const DAY_HOURS: &[&str] = &["13:05", "14:05", "08:05"];

/// Books the next session of a client, at an hour that the groups leave free.
pub fn book(stage: &mut Stage, at: usize, from: NaiveDate) -> Result<(), String> {
    let Some(chart) = stage.charts.get(at) else { return Ok(()) };
    let days = session_days(&chart.cast.counselor);
    let fits = |date: &NaiveDate| days.contains(&chrono::Datelike::weekday(date).number_from_monday());
    let on = (0..7).map(|later| plus(from, later)).find(fits).unwrap_or(from);
    // Who is here in the mornings for groups comes after them, or before.
    let hours = match chart.cast.cohort.as_str() {
        "day" => DAY_HOURS,
        "weekend" => MORNINGS,
        _ => HOURS,
    };
    let of = |other: &&Appointment| {
        other.on == on
            && stage.charts.get(other.chart).is_some_and(|other| other.cast.counselor == chart.cast.counselor)
    };
    let taken: Vec<&str> = stage.appointments.iter().filter(of).map(|other| other.starts).collect();
    let Some(starts) = hours.iter().find(|hour| !taken.contains(hour)).copied() else {
        return book(stage, at, plus(on, 1));
    };
    let request = json!({
        "kind": "individual", "client": chart.id, "room": office(&chart.cast.counselor), "on_date": on, "starts": starts, "minutes": 50,
        "topic": "",
    });
    let planned = stage.door.op("session.plan", request)?;
    stage.appointments.push_back(Appointment {
        session: text(&planned, "id"),
        rev: planned["rev"].as_i64().unwrap_or(1),
        chart: at,
        on,
        starts,
    });
    Ok(())
}

/// The counselor's own room.
fn office(login: &str) -> String {
    let turn = COUNSELORS.iter().position(|counselor| *counselor == login);
    turn.map_or_else(|| "Office".into(), |turn| format!("Office {}", turn + 1))
}

/// Work for a client without the client: leave forms, authorizations, the dates of an agreement.
fn case_management(stage: &mut Stage, login: &str, on: NaiveDate) -> Result<(), String> {
    let bank = stage.library.sentences.case_management.clone();
    let busy = stage.dice.chance(30) && login != "tallulah";
    let chosen =
        stage.charts.iter_mut().filter(|chart| chart.cast.counselor == login && chart.has_plan && !chart.left);
    let Some(chart) = chosen.min_by_key(|chart| chart.dice.clone().below(1_000)).filter(|_| busy) else {
        return Ok(());
    };
    let words = chart.writer.one_of("case management", &bank);
    if words.is_empty() {
        return Ok(());
    }
    let service = json!({ "on": on, "starts": "14:40", "minutes": 20 });
    let request = json!({ "client": chart.id, "kind": "case_management", "service": service, "format": "plain" });
    let started = stage.door.op("note.start", request)?;
    let body = json!({ "sections": [{ "key": "text", "text": words }], "objectives": [], "risk": "none_observed",
        "risk_words": "", "service": service });
    let proof = stage.door.proof();
    stage
        .door
        .op("note.sign", json!({ "id": started["id"], "rev": started["rev"], "body": body, "proof": proof }))?;
    Ok(())
}

/// The weekdays on which a counselor sees clients one by one, 1 Monday to 7 Sunday.
pub fn session_days(login: &str) -> &'static [u32] {
    match login {
        "marisol" | "desmond" => &[2, 4],
        "babafemi" | "noemie" => &[1, 3],
        "sunniva" => &[2, 5],
        _ => &[1, 4],
    }
}

fn sessions(stage: &mut Stage, login: &str, on: NaiveDate) -> Result<(), String> {
    let due: Vec<Appointment> = stage
        .appointments
        .iter()
        .filter(|it| it.on == on && stage.charts.get(it.chart).is_some_and(|chart| chart.cast.counselor == login))
        .cloned()
        .collect();
    stage.appointments.retain(|it| !due.iter().any(|other| other.session == it.session));
    for appointment in due {
        let Some(chart) = stage.charts.get_mut(appointment.chart) else { continue };
        if chart.left {
            continue;
        }
        let gap = if chart.cast.cohort == "aftercare" { 28 } else { 14 };
        if chart.dice.chance(7) {
            let request = json!({ "id": appointment.session, "rev": appointment.rev, "reason": "Shift moved; the client called" });
            stage.door.op("session.cancel", request)?;
            book(stage, appointment.chart, plus(on, 3))?;
            continue;
        }
        meet(stage, login, &appointment)?;
        measure::of_client(stage, appointment.chart, on)?;
        hunches::keep(stage, login, appointment.chart)?;
        book(stage, appointment.chart, plus(on, gap))?;
    }
    Ok(())
}

/// A session with its note.
fn meet(stage: &mut Stage, login: &str, appointment: &Appointment) -> Result<(), String> {
    let Some(chart) = stage.charts.get_mut(appointment.chart) else { return Ok(()) };
    let (client, video) = (chart.id.clone(), chart.dice.chance(9));
    stage.door.op("client.open", json!({ "id": client }))?;
    let exceptions = if video {
        json!([{ "client": client, "what": { "video": { "location": "At home; the address in the chart" } } }])
    } else {
        json!([])
    };
    let request = json!({ "session": appointment.session, "rev": appointment.rev, "exceptions": exceptions });
    stage.door.op("attendance.record", request)?;
    let format = match login {
        "marisol" | "theodora" => "dap",
        "babafemi" | "tallulah" => "birp",
        "sunniva" | "noemie" => "soap",
        _ => "girp",
    };
    let started = stage.door.op("note.start", json!({ "session": appointment.session, "format": format }))?;
    let note = stage.door.ask("note.get", json!({ "id": started["id"] }))?;
    write(stage, login, appointment, (&started, &note), format)
}

fn write(
    stage: &mut Stage,
    login: &str,
    appointment: &Appointment,
    (started, note): (&Value, &Value),
    format: &str,
) -> Result<(), String> {
    let library = stage.library.clone();
    let Some(chart) = stage.charts.get_mut(appointment.chart) else { return Ok(()) };
    let objectives = rows(&note["objectives"]);
    let chosen = chart.dice.pick(&objectives).cloned();
    let label = chosen.as_ref().map_or_else(|| "1.1".into(), |objective| text(objective, "label"));
    let mut sections = chart.writer.sections(&library, format, &label);
    let progress = ["forward", "forward", "same", "set_back", "met", "forward"][chart.dice.below(6)];
    let ticks: Vec<Value> =
        chosen.iter().map(|objective| json!({ "objective": objective["id"], "progress": progress })).collect();
    let risk = if chart.dice.chance(10) { "same" } else { "none_observed" };
    let unsigned = leaves_unsigned(stage, login, appointment.on);
    if unsigned {
        sections.truncate(2);
    }
    let texts: Vec<Value> = sections.iter().map(|(key, text)| json!({ "key": key, "text": text })).collect();
    let mut body = json!({ "sections": texts, "objectives": ticks, "risk_words": "" });
    if unsigned {
        stage.door.op("note.save", json!({ "id": started["id"], "rev": started["rev"], "body": body }))?;
        return Ok(());
    }
    body["risk"] = risk.into();
    let proof = stage.door.proof();
    let request = json!({ "id": started["id"], "rev": started["rev"], "body": body, "proof": proof });
    let signed = stage.door.op("note.sign", request)?;
    if signed["state"] == "awaiting_cosign" {
        stage.uncosigned.push(Uncosigned { id: text(started, "id"), signed_on: appointment.on });
    }
    addendum(stage, login, &text(started, "id"), appointment)
}

/// Whether the counselor leaves this note for another day: a few of the last days, so that there is something overdue.
fn leaves_unsigned(stage: &mut Stage, login: &str, on: NaiveDate) -> bool {
    let most = match login {
        "babafemi" => 3,
        "noemie" => 2,
        "desmond" => 1,
        _ => 0,
    };
    let recent = (0..=LEFT_UNDONE_DAYS + 3).contains(&stage.days_ago(on));
    let left = stage.unsigned_left.entry(login.into()).or_default();
    if recent && *left < most {
        *left += 1;
        return true;
    }
    false
}

fn addendum(stage: &mut Stage, login: &str, note: &str, appointment: &Appointment) -> Result<(), String> {
    if login == "tallulah" || stage.addenda >= 2 || stage.days_ago(appointment.on) > 20 {
        return Ok(());
    }
    let words = stage.library.sentences.addenda.get(stage.addenda).cloned().unwrap_or_default();
    stage.addenda += 1;
    let proof = stage.door.proof();
    stage.door.op("note.addendum", json!({ "id": note, "words": words, "proof": proof }))?;
    Ok(())
}

/// The supervisor answers what the trainee signed; the last ones wait, and two went back.
fn cosign(stage: &mut Stage, on: NaiveDate) -> Result<(), String> {
    let (due, wait): (Vec<Uncosigned>, Vec<Uncosigned>) = std::mem::take(&mut stage.uncosigned)
        .into_iter()
        .partition(|note| (on - note.signed_on).num_days() >= 3 && stage_ago(stage.today, note.signed_on) > 9);
    stage.uncosigned = wait;
    for note in due {
        let now = stage.door.ask("note.get", json!({ "id": note.id }))?;
        if stage.returned < 2 && stage_ago(stage.today, note.signed_on) <= 20 {
            let comment = stage.library.sentences.returned.get(stage.returned).cloned().unwrap_or_default();
            stage.door.op("note.return", json!({ "id": note.id, "rev": now["rev"], "comment": comment }))?;
            stage.returned += 1;
            continue;
        }
        let comment = stage.dice.word(&stage.library.sentences.cosigned);
        let proof = stage.door.proof();
        let request = json!({ "id": note.id, "rev": now["rev"], "comment": comment, "proof": proof });
        stage.door.op("note.cosign", request)?;
    }
    Ok(())
}

fn stage_ago(today: NaiveDate, on: NaiveDate) -> i64 {
    (today - on).num_days()
}

/// The director's hour: plans are approved, openings of the glass looked at, and on Fridays a backup is made.
pub fn direct(stage: &mut Stage, on: NaiveDate) -> Result<(), String> {
    let friday = chrono::Datelike::weekday(&on) == chrono::Weekday::Fri;
    let (due, wait): (Vec<Unapproved>, Vec<Unapproved>) =
        std::mem::take(&mut stage.unapproved).into_iter().partition(|plan| {
            let restricted = stage.charts.get(plan.chart).is_some_and(|chart| chart.cast.restricted);
            (on - plan.signed_on).num_days() >= 1 && plan.author != "theodora" && !restricted
        });
    stage.unapproved = wait;
    if due.is_empty() && !friday {
        return Ok(());
    }
    stage.door.sit("theodora");
    for plan in due {
        let proof = stage.door.proof();
        stage.door.op("plan.approve", json!({ "id": plan.id, "rev": plan.rev, "proof": proof }))?;
    }
    for row in rows(&stage.door.ask("break_glass.list", json!({}))?) {
        if row["seen_by"].is_null() {
            stage.door.op("break_glass.seen", json!({ "id": row["id"], "rev": row["rev"] }))?;
        }
    }
    if friday && stage.days_ago(on) < 15 {
        stage.door.op("backup.make", json!({}))?;
        stage.door.settle()?;
    }
    Ok(())
}
