//! Clients: who they are, how they may be reached, admission, and the paper of the first days.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::cast::Client;
use super::dice::Dice;
use super::door::{rows, text};
use super::groups;
use super::stage::{Chart, Stage, plus};
use super::words::{Slots, Writer};

/// Says for each client when the stay begins and ends. Half of a cohort is there from the first day, the others come
/// week by week; an inquiry comes in the last days.
pub fn arrivals(stage: &Stage, clients: Vec<Client>) -> Vec<Chart> {
    let weeks = (stage.today - stage.start).num_days() / 7;
    clients
        .into_iter()
        .enumerate()
        .map(|(index, client)| {
            let mut dice = Dice::new(stage.seed, &format!("client {index} {}", client.family));
            let late = index % 5 >= 3 && client.ended.is_none() && client.cohort != "aftercare" && weeks > 1;
            let admitted_on = match (client.cohort.as_str(), late) {
                ("inquiry", _) => super::stage::workday_from(plus(stage.today, -5)),
                (_, true) => {
                    let week = dice.between(1, (weeks - 1).max(1));
                    plus(stage.start, week * 7 + 1)
                }
                ("aftercare", _) => plus(stage.start, -dice.between(90, 200)),
                _ => plus(stage.start, -dice.between(3, 24)),
            };
            let ends_on = client.ended.map(|week| plus(stage.start, week.min(weeks - 1).max(1) * 7 + 5));
            chart(stage, client, (admitted_on, ends_on), dice)
        })
        .collect()
}

fn chart(
    stage: &Stage,
    cast: Client,
    (admitted_on, ends_on): (NaiveDate, Option<NaiveDate>),
    mut dice: Dice,
) -> Chart {
    let steadiness = if dice.chance(18) { 62 + dice.below(14) } else { 90 + dice.below(9) };
    let support = dice.pick(&stage.cast.care.supports).map(|support| support.words.clone()).unwrap_or_default();
    let places = stage.cast.clients.professions.get(&cast.profession).map(|it| it.places.clone()).unwrap_or_default();
    let shifts = stage.cast.care.shifts.get(&cast.shift).cloned().unwrap_or_default();
    let writer = Writer::new(
        Dice::new(stage.seed, &format!("writer {}", cast.family)),
        &cast.theme,
        Slots { support, places, shifts },
    );
    Chart {
        cast,
        id: String::new(),
        number: 0,
        admitted_on,
        ends_on,
        steadiness,
        is_in: false,
        left: false,
        has_plan: false,
        plan_due: None,
        measured_on: None,
        times_measured: 0,
        summed_up: false,
        objectives: Vec::new(),
        memberships: Vec::new(),
        writer,
        dice,
        next_test: None,
        shows: Vec::new(),
    }
}

/// The front desk takes a client in, and the rosters take them up.
pub fn admit(stage: &mut Stage, at: usize) -> Result<(), String> {
    let Some(request) = intake(stage, at) else { return Ok(()) };
    stage.door.sit("jolene");
    let added = stage.door.op("client.add", request)?;
    let Some(chart) = stage.charts.get_mut(at) else { return Ok(()) };
    (chart.id, chart.number, chart.is_in) = (text(&added, "id"), added["number"].as_i64().unwrap_or(0), true);
    particulars(stage, at)?;
    earlier_stay(stage, at)?;
    join(stage, at)?;
    super::patterns::of_client(stage, at)?;
    super::packets::of_client(stage, at)?;
    consents(stage, at)
}

fn intake(stage: &mut Stage, at: usize) -> Option<Value> {
    let care = stage.cast.care.clone();
    let counselor = stage.staff.get(&stage.charts.get(at)?.cast.counselor).cloned().unwrap_or_default();
    let today = stage.zone.date(practice::kernel::time::Moment(stage.door.now()));
    let chart = stage.charts.get_mut(at)?;
    let (cast, dice) = (chart.cast.clone(), &mut chart.dice);
    let born = plus(stage.today, -dice.between(27 * 365, 61 * 365));
    let sex = if cast.pronouns.starts_with("she") {
        "female"
    } else if cast.pronouns.starts_with("he") {
        "male"
    } else {
        "x"
    };
    let (city, zip) = dice.pick(&care.cities).cloned().unwrap_or_default();
    let inquiry = cast.cohort == "inquiry";
    let mut request = json!({
        "fields": {
            "family_name": cast.family, "given_name": cast.given, "preferred_name": cast.preferred, "other_names": "",
            "pronouns": cast.pronouns, "born_on": born, "sex": sex,
            "address": format!("{} {}", dice.between(3, 480), dice.word(&care.streets)),
            "city": city, "state": "MA", "zip": zip, "mail_is_safe": dice.chance(60),
            "allergies": dice.word(&care.allergies), "alerts": dice.word(&care.alerts),
            "profession": cast.profession, "referral_source": dice.word(&care.referrals), "referral_detail": "",
        },
        "contacts": contacts(dice, &cast),
        "primary": counselor,
    });
    if !inquiry {
        request["insurance"] = insurance(dice, &care.insurers);
        if !cast.returned {
            request["admission"] = json!({
                "admitted_on": chart.admitted_on.min(today), "level": groups::level(&cast),
                "track": groups::track(&cast.cohort),
            });
        }
    }
    Some(request)
}

fn phone(dice: &mut Dice) -> String {
    format!("({}) 555-01{:02}", ["617", "508", "781", "978"][dice.below(4)], dice.below(100))
}

fn contacts(dice: &mut Dice, cast: &Client) -> Vec<Value> {
    let call = dice.chance(80);
    let mut all = vec![json!({ "kind": "cell", "value": phone(dice), "call_is_safe": call,
        "message_is_safe": call && dice.chance(45), "preferred": true })];
    if dice.chance(30) {
        all.push(json!({ "kind": "work", "value": phone(dice), "call_is_safe": false, "message_is_safe": false,
            "preferred": false }));
    }
    if dice.chance(50) {
        let plain = |name: &str| -> String { name.chars().filter(char::is_ascii_alphabetic).collect::<String>() };
        let first = plain(&cast.given).to_lowercase();
        let value =
            format!("{}.{}@example.org", if first.is_empty() { "mail" } else { &first }, dice.between(10, 99));
        all.push(json!({ "kind": "email", "value": value, "call_is_safe": false, "message_is_safe": true,
            "preferred": false }));
    }
    all
}

fn insurance(dice: &mut Dice, insurers: &[String]) -> Value {
    json!({
        "position": 1, "payer": dice.word(insurers), "subscriber": "Self",
        "member_number": format!("H{:09}", dice.between(1_000_000, 999_999_999)),
        "group_number": format!("G-{}", dice.between(1_000, 9_999)), "paid_in_full": dice.chance(6),
    })
}

/// Work, license, and whom to call.
fn particulars(stage: &mut Stage, at: usize) -> Result<(), String> {
    let Some(chart) = stage.charts.get_mut(at) else { return Ok(()) };
    let (client, cast) = (chart.id.clone(), chart.cast.clone());
    let dice = &mut chart.dice;
    let Some(profession) = stage.cast.clients.professions.get(&cast.profession) else { return Ok(()) };
    let employers = stage.cast.clients.employers.get(&profession.employer).cloned().unwrap_or_default();
    let idle = cast.shift == "not_working";
    let work = json!({
        "employer": if idle { String::new() } else { dice.word(&employers) }, "unit": dice.word(&profession.units),
        "position": profession.position, "pattern": cast.shift, "pattern_words": cast.words,
        "starts_on": plus(stage.start, -dice.between(400, 4_000)),
    });
    let status = ["active", "active", "active", "conditions", "conditions", "suspended", "unknown"][dice.below(7)];
    let label = cast.profession.split(',').next().unwrap_or_default();
    let license = json!({
        "label": label, "state": "MA", "number": format!("{label}{}", dice.between(100_000, 999_999)).replace(' ', ""),
        "status": status, "expires_on": plus(stage.today, dice.between(20, 700)), "board": profession.board,
        "monitoring_program": if status == "active" && dice.chance(40) { String::new() } else { profession.program.clone() },
    });
    let words = chart.dice.pick(&stage.cast.care.supports).cloned();
    let emergency = words.map(|support| {
        let family = cast.family.split('-').next().unwrap_or_default().to_owned();
        json!({ "name": format!("{} {family}", support.name), "relationship": support.relationship,
                "phone": phone(&mut chart.dice), "knows_of_treatment": chart.dice.chance(60) })
    });
    stage.door.op("work.add", json!({ "client": client, "fields": work }))?;
    if cast.cohort == "inquiry" {
        return Ok(());
    }
    stage.door.op("license.add", json!({ "client": client, "fields": license }))?;
    if let Some(fields) = emergency {
        stage.door.op("emergency_contact.add", json!({ "client": client, "fields": fields }))?;
    }
    Ok(())
}

/// A return: the first stay is in the chart, whole, and a second begins.
fn earlier_stay(stage: &mut Stage, at: usize) -> Result<(), String> {
    let Some(chart) = stage.charts.get(at).filter(|chart| chart.cast.returned) else { return Ok(()) };
    let (client, admitted_on) = (chart.id.clone(), chart.admitted_on);
    let (track, level) = (groups::track(&chart.cast.cohort), groups::level(&chart.cast));
    let first = plus(stage.start, -420);
    let admission = json!({ "admitted_on": first, "level": level, "track": "Evening" });
    let episode = stage.door.op("episode.admit", json!({ "client": client, "admission": admission }))?;
    stage.door.op(
        "episode.discharge",
        json!({ "id": episode["id"], "rev": episode["rev"], "discharged_on": plus(first, 98),
                "how": "completed", "reason": "Completed the program; monitoring goes on" }),
    )?;
    let admission = json!({ "admitted_on": admitted_on, "level": level, "track": track });
    stage.door.op("episode.admit", json!({ "client": client, "admission": admission }))?;
    Ok(())
}

fn join(stage: &mut Stage, at: usize) -> Result<(), String> {
    let Some(chart) = stage.charts.get_mut(at) else { return Ok(()) };
    if chart.cast.cohort == "inquiry" {
        return Ok(());
    }
    let family = chart.cast.cohort == "weekend" && chart.dice.chance(45);
    let (client, cohort, on) = (chart.id.clone(), chart.cast.cohort.clone(), chart.admitted_on.max(stage.start));
    let others =
        stage.charts.iter().filter(|other| other.cast.cohort == cohort && other.is_in && !other.left).count();
    let reason = if others > 12 { "Until a stay ends this month; nobody waits for a place" } else { "" };
    for group in groups::of_cohort(stage, &cohort, family) {
        let request = json!({ "group": group, "client": client, "joined_on": on, "cap_reason": reason });
        let joined = stage.door.op("membership.join", request)?;
        if let Some(chart) = stage.charts.get_mut(at) {
            chart.memberships.push((text(&joined, "id"), joined["rev"].as_i64().unwrap_or(1)));
        }
    }
    Ok(())
}

/// Consents in every state: in order, soon over, over, revoked, and missing.
fn consents(stage: &mut Stage, at: usize) -> Result<(), String> {
    let Some(chart) = stage.charts.get_mut(at) else { return Ok(()) };
    if chart.cast.cohort == "inquiry" || at % 17 == 13 {
        return Ok(());
    }
    let today = stage.zone.date(practice::kernel::time::Moment(stage.door.now()));
    let (client, dice) = (chart.id.clone(), &mut chart.dice);
    let signed = chart.admitted_on.min(today);
    let end = match at % 9 {
        2 => plus(stage.today, dice.between(3, 26)),
        5 => plus(stage.today, -dice.between(2, 12)).max(plus(signed, 1)),
        _ => plus(signed, 365),
    };
    let whole = "Care here, with colleagues of this program, and payment for it";
    let program = stage.cast.clients.professions.get(&chart.cast.profession).map(|it| it.program.clone());
    let mut all = vec![
        json!({ "kind": "treatment", "purpose": "Treatment in this program", "scope": "Assessment, groups, individual sessions, drug tests" }),
        json!({ "kind": "tpo", "purpose": "Treatment, payment and health care operations", "scope": whole }),
    ];
    if let Some(program) = program.filter(|program| !program.is_empty()) {
        all.push(json!({ "kind": "monitoring_program", "recipient": program, "purpose": "Reports under the monitoring agreement",
            "scope": "Presence in treatment, attendance, final drug-test results, progress on agreement terms", "expires_on": end }));
    }
    if dice.chance(45) {
        all.push(json!({ "kind": "employer", "recipient": "Employee health, attention of the worksite monitor",
            "purpose": "Return to work", "scope": "Fitness for duty and restrictions", "expires_on": plus(signed, 300) }));
    }
    if dice.chance(35) {
        all.push(json!({ "kind": "family", "recipient": "The person named as emergency contact", "purpose": "Support at home",
            "scope": "That the client is in treatment, and the schedule", "expires_event": "When treatment here ends" }));
    }
    let revoke = at % 13 == 6;
    for mut consent in all {
        (consent["client"], consent["signed_on"]) = (client.clone().into(), json!(signed));
        let stands = stage.door.op("consent.add", consent)?;
        if revoke && stands["kind"] == "family" {
            stage.door.op("consent.revoke", json!({ "id": stands["id"], "rev": stands["rev"], "how": "oral" }))?;
        }
    }
    Ok(())
}

/// A stay ends: rosters first, then the episode.
pub fn discharge(stage: &mut Stage, at: usize, on: NaiveDate) -> Result<(), String> {
    stage.door.sit("jolene");
    let Some(chart) = stage.charts.get_mut(at) else { return Ok(()) };
    chart.left = true;
    let (client, reason, memberships) =
        (chart.id.clone(), chart.cast.reason.clone(), std::mem::take(&mut chart.memberships));
    for (id, rev) in memberships {
        let leave = json!({ "id": id, "rev": rev, "left_on": on, "reason": "Discharged" });
        stage.door.op("membership.leave", leave)?;
    }
    let opened = stage.door.op("client.open", json!({ "id": client }))?;
    let episode = rows(&opened["episodes"]).into_iter().find(|episode| episode["discharged_on"].is_null());
    let Some(episode) = episode else { return Err("the chart shows no open episode".into()) };
    let request = json!({ "id": episode["id"], "rev": episode["rev"], "discharged_on": on, "how": how(&reason),
        "reason": reason });
    stage.door.op("episode.discharge", request)?;
    Ok(())
}

/// How a stay ended, by the words of it.
fn how(reason: &str) -> &'static str {
    let reason = reason.to_lowercase();
    match () {
        () if reason.contains("completed") => "completed",
        () if reason.contains("transfer") || reason.contains("residential") || reason.contains("moved") => {
            "transferred"
        }
        () if reason.contains("left") || reason.contains("stopped") => "left",
        () => "other",
    }
}
