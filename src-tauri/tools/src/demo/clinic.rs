//! The practice before its first evening: people, groups, charts.

use chrono::Duration;
use serde_json::{Value, json};

use super::people::{self, Client, DIRECTOR, STAFF, counselor_of};
use super::stage::{Chart, Stage};

const TEMPORARY: &str = "cobalt meadow trumpet ninety";

/// First run, with the recovery key confirmed.
pub fn found(stage: &mut Stage) -> Result<(), String> {
    let shown = stage.call(
        "practice.create",
        &json!({
            "practice": { "name": "Harbor Street IOP", "state": "MA", "time_zone": "America/New_York",
                          "week_starts_on": "sunday", "solo": false },
            "director": { "given_name": DIRECTOR.given, "family_name": DIRECTOR.family, "credential": "LCSW",
                          "login": DIRECTOR.login, "passphrase": DIRECTOR.passphrase },
        }),
    )?;
    let asked = shown["ask"].as_array().cloned().unwrap_or_default();
    let groups: Vec<Value> = asked
        .iter()
        .filter_map(|index| {
            let place = usize::try_from(index.as_u64()?).ok()?.checked_sub(1)?;
            Some(json!({ "index": index, "text": shown["recovery_groups"].get(place)? }))
        })
        .collect();
    stage.call("recovery.check", &json!({ "groups": groups }))?;
    let list = stage.call("staff.list", &json!({}))?;
    stage.staff.insert(DIRECTOR.login, list[0]["id"].clone());
    Ok(())
}

/// The staff, each with an own passphrase.
pub fn hire(stage: &mut Stage) -> Result<(), String> {
    for person in STAFF {
        stage.as_person(DIRECTOR.login)?;
        let mut request = json!({
            "given_name": person.given, "family_name": person.family, "login": person.login, "roles": person.roles,
            "temporary_passphrase": TEMPORARY,
        });
        if let Some((label, number, needs_cosign)) = person.credential {
            let expires_on = stage.from_today(if needs_cosign { 24 } else { 410 });
            request["credential"] = json!({ "label": label, "license_state": "MA", "license_number": number,
                                            "expires_on": expires_on, "needs_cosign": needs_cosign });
        }
        if let Some(supervisor) = person.supervisor {
            request["supervisor"] = stage.staff.get(supervisor).cloned().unwrap_or(Value::Null);
        }
        let id = stage.call("staff.add", &request)?["id"].take();
        stage.staff.insert(person.login, id);
        stage.first_time(person.login, TEMPORARY)?;
    }
    stage.as_person(DIRECTOR.login)
}

/// A group with its weekly places: track, name, type, room, start, minutes, weekdays.
type Weekly = (&'static str, &'static str, &'static str, &'static str, &'static str, i64, &'static [i64]);

/// Three tracks of three hours on three days, and aftercare.
const GROUPS: &[Weekly] = &[
    ("Morning", "Morning process group", "process", "Cedar", "09:00", 90, &[1, 3, 5]),
    ("Morning", "Morning relapse prevention", "relapse", "Cedar", "10:40", 90, &[1, 3, 5]),
    ("Afternoon", "Afternoon coping skills", "skills", "Birch", "13:00", 90, &[1, 2, 4]),
    ("Afternoon", "Afternoon professional issues", "professional", "Birch", "14:40", 90, &[1, 2, 4]),
    ("Evening", "Evening process group", "process", "Cedar", "17:30", 90, &[2, 3, 4]),
    ("Evening", "Evening refusal role-play", "refusal", "Cedar", "19:10", 90, &[2, 3, 4]),
    ("Aftercare", "Aftercare circle", "aftercare", "Hawthorn", "17:30", 75, &[3]),
];

/// The groups, and the calendar planned ahead.
pub fn open_groups(stage: &mut Stage) -> Result<(), String> {
    for (track, name, kind, room, starts, minutes, weekdays) in GROUPS {
        let slots: Vec<Value> = weekdays
            .iter()
            .map(|weekday| json!({ "weekday": weekday, "starts": starts, "minutes": minutes, "from_on": stage.start }))
            .collect();
        let facilitator = stage.staff.get(counselor_of(track, 0)).cloned();
        let fields = json!({ "name": name, "type": kind, "track": track, "room": room, "capacity": 12,
                             "facilitator": facilitator });
        stage.call("group.add", &json!({ "fields": fields, "slots": slots }))?;
    }
    stage.call("session.plan_ahead", &json!({}))?;
    Ok(())
}

/// Every client with a whole chart.
pub fn take_in(stage: &mut Stage) -> Result<(), String> {
    let groups = stage.call("group.list", &json!({}))?;
    for (number, client) in people::clients().iter().enumerate() {
        let chart = add(stage, client, number)?;
        for group in groups.as_array().into_iter().flatten() {
            if group["track"] == client.place.as_str() {
                let request = json!({ "group": group["id"], "client": chart.id, "joined_on": stage.start });
                stage.call("membership.join", &request)?;
            }
        }
        work_and_license(stage, &chart, number)?;
        if chart.admitted_on.is_some() {
            medical(stage, &chart, number)?;
        }
        stage.charts.push(chart);
    }
    Ok(())
}

fn add(stage: &mut Stage, client: &Client, number: usize) -> Result<Chart, String> {
    let counselor = counselor_of(&client.place, number);
    let days = i64::try_from(4 + number * 7 % 53).unwrap_or(4);
    let admitted_on = (client.place != "Inquiry").then(|| stage.start - Duration::days(days));
    let level = match client.place.as_str() {
        "Aftercare" => "1.0",
        _ if number % 11 == 5 => "2.5",
        _ => "2.1",
    };
    let exchange = 200 + number * 13 % 700;
    let contacts = [("cell", format!("(617) 555-{:04}", 100 + number), number % 4 != 0, number % 3 == 0)];
    let contacts: Vec<Value> = contacts
        .iter()
        .map(|(kind, value, call, message)| {
            json!({ "kind": kind, "value": value, "call_is_safe": call, "message_is_safe": message, "preferred": true })
        })
        .collect();
    let source = ["monitoring_program", "employer", "board", "self", "clinician", "family"];
    let fields = json!({
        "family_name": client.family, "given_name": client.given, "preferred_name": client.preferred, "other_names": "",
        "pronouns": client.pronouns, "sex": client.sex,
        "born_on": format!("{}-{:02}-{:02}", 1962 + number * 7 % 36, 1 + number % 12, 1 + number * 5 % 28),
        "address": format!("{} {} Street", exchange, ["Wharf", "Larch", "Chandler", "Rope Walk"].get(number % 4).copied().unwrap_or("Wharf")),
        "city": "Harborfield", "state": "MA", "zip": "01970", "mail_is_safe": number % 5 == 0,
        "allergies": if number % 6 == 2 { "Penicillin (rash)" } else { "" }, "alerts": "",
        "profession": profession(stage, number), "referral_source": source.get(number % source.len()), "referral_detail": "",
    });
    let mut request =
        json!({ "fields": fields, "contacts": contacts, "primary": stage.staff.get(counselor).cloned() });
    if let Some(on) = admitted_on {
        let track = if client.place == "Discharged" { "Evening" } else { client.place.as_str() };
        request["admission"] = json!({ "admitted_on": on, "level": level, "track": track });
    }
    if number % 4 != 3 {
        request["insurance"] = json!({ "position": 1, "payer": if number % 2 == 0 { "Bay State Mutual" } else { "Commonwealth Shield" },
            "member_number": format!("BSM{:07}", 4_100_221 + number * 317), "group_number": "HC-204", "subscriber": "self",
            "paid_in_full": number % 9 == 4 });
    }
    let added = stage.call("client.add", &request)?;
    let opened = stage.call("client.open", &json!({ "id": added["id"] }))?;
    let episode = opened["episodes"][0].clone();
    Ok(Chart { id: added["id"].clone(), place: client.place.clone(), counselor, admitted_on, episode })
}

fn profession(stage: &Stage, number: usize) -> String {
    stage.words.work.get(number * 5 % stage.words.work.len().max(1)).map(|work| work.profession.clone()).unwrap_or_default()
}

fn work_and_license(stage: &mut Stage, chart: &Chart, number: usize) -> Result<(), String> {
    let Some(work) = stage.words.work.get(number * 5 % stage.words.work.len().max(1)).cloned() else { return Ok(()) };
    let pattern = stage.words.patterns.get(number % stage.words.patterns.len().max(1)).cloned().unwrap_or_default();
    stage.call(
        "work.add",
        &json!({ "client": chart.id, "fields": { "employer": work.employer, "unit": work.unit, "position": work.position,
                 "pattern": pattern.0, "pattern_words": pattern.1 } }),
    )?;
    let status = ["active", "conditions", "active", "suspended", "active", "conditions", "surrendered"];
    stage.call(
        "license.add",
        &json!({ "client": chart.id, "fields": { "label": work.label, "state": "MA",
                 "number": format!("{}{}", work.label, 20_417 + number * 631), "status": status.get(number % 7),
                 "expires_on": stage.from_today(20 + i64::try_from(number).unwrap_or(0) * 17), "board": work.board,
                 "monitoring_program": work.program } }),
    )?;
    Ok(())
}

fn medical(stage: &mut Stage, chart: &Chart, number: usize) -> Result<(), String> {
    for turn in 0..=number % 2 {
        let medications = &stage.words.medications;
        let Some(one) = medications.get((number + turn * 4) % medications.len().max(1)).cloned() else { continue };
        let fields = json!({ "name": one.0, "dose": one.1, "frequency": one.2, "prescriber": "Dr. R. Abara",
                             "started_on": chart.admitted_on, "shows_as": one.3 });
        stage.call("medication.add", &json!({ "client": chart.id, "fields": fields }))?;
    }
    let codes = &stage.words.diagnoses;
    let code = codes.get(number % codes.len().max(1)).cloned().unwrap_or_default();
    let found = stage.call("diagnosis.choices", &json!({ "text": code }))?;
    let fields = json!({ "code": code, "words": found[0]["words"], "position": 1, "diagnosed_on": chart.admitted_on });
    stage.call("diagnosis.add", &json!({ "client": chart.id, "fields": fields }))?;
    Ok(())
}
