//! The parts of a chart on paper, as lists: how to reach the client and whom they name, work, licenses, insurance, the care
//! team, diagnoses, medications. A part the person does not read is absent, one without a row says so.

use super::Remission;
use super::chart::Chart;
use super::print::going_on;
use crate::exit::paper::{
    Block, Column, Section, column, figures, section, short_day, short_or_none, spoken, spoken_first,
};
use crate::panel::Names;

/// What belongs to who the client is, each part under its own heading.
pub(super) fn of_identity(chart: &Chart) -> Vec<Section> {
    [contacts(chart), emergency(chart), work(chart), licenses(chart), insurance(chart), care_team(chart)]
        .into_iter()
        .flatten()
        .collect()
}

fn list(title: &str, columns: Vec<Column>, rows: Vec<Vec<String>>, empty: &'static str) -> Section {
    section(title, vec![Block::Table { columns, rows, empty }])
}

fn yes(yes: bool) -> String {
    if yes { "yes".into() } else { "no".into() }
}

fn contacts(chart: &Chart) -> Option<Section> {
    let rows = chart.contacts.as_ref()?.iter().map(|one| {
        let preferred = if one.preferred { ", preferred" } else { "" };
        vec![
            format!("{}{preferred}", spoken_first(one.kind.word())),
            one.value.clone(),
            yes(one.call_is_safe),
            yes(one.message_is_safe),
        ]
    });
    let columns = vec![
        column("Kind", 3),
        column("Number or address", 5),
        column("Safe to call", 2),
        column("Safe for a message", 2),
    ];
    Some(list("Contact", columns, rows.collect(), "No way to reach the client is recorded."))
}

fn emergency(chart: &Chart) -> Option<Section> {
    let rows =
        chart.emergency_contacts.as_ref()?.iter().map(|one| {
            vec![one.name.clone(), one.relationship.clone(), one.phone.clone(), yes(one.knows_of_treatment)]
        });
    let columns =
        vec![column("Name", 4), column("Relationship", 3), column("Phone", 3), column("Knows of the treatment", 3)];
    Some(list("In an emergency", columns, rows.collect(), "Nobody to call in an emergency is recorded."))
}

fn work(chart: &Chart) -> Option<Section> {
    let rows = chart.work.as_ref()?.iter().map(|one| {
        let pattern = if one.pattern_words.is_empty() {
            spoken(one.pattern.word())
        } else {
            format!("{}: {}", spoken(one.pattern.word()), one.pattern_words)
        };
        vec![
            both(&one.employer, &one.unit),
            one.position.clone(),
            pattern,
            short_or_none(one.starts_on),
            going_on(one.ends_on),
        ]
    });
    let columns = vec![
        column("Employer", 5),
        column("Position", 3),
        column("Pattern", 5),
        column("From", 3),
        column("Until", 3),
    ];
    Some(list("Work", columns, rows.collect(), "No work is recorded."))
}

fn licenses(chart: &Chart) -> Option<Section> {
    let rows = chart.licenses.as_ref()?.iter().map(|one| {
        vec![
            both(&one.label, &one.state),
            one.number.clone(),
            spoken(one.status.word()),
            short_or_none(one.expires_on),
            one.board.clone(),
            dash(&one.monitoring_program),
        ]
    });
    let columns = vec![
        column("License", 2),
        column("Number", 3),
        column("Status", 3),
        column("Expires", 3),
        column("Board", 4),
        column("Monitoring program", 4),
    ];
    Some(list("Licenses", columns, rows.collect(), "No license is recorded."))
}

fn insurance(chart: &Chart) -> Option<Section> {
    let rows = chart.insurance.as_ref()?.iter().map(|one| {
        let payer = if one.paid_in_full { both(&one.payer, "paid in full by the client") } else { one.payer.clone() };
        vec![
            one.position.to_string(),
            payer,
            one.member_number.clone(),
            dash(&one.group_number),
            one.subscriber.clone(),
            short_or_none(one.starts_on),
            going_on(one.ends_on),
        ]
    });
    let columns = vec![
        figures("No.", 1),
        column("Payer", 5),
        column("Member", 3),
        column("Group", 2),
        column("Subscriber", 3),
        column("From", 3),
        column("Until", 3),
    ];
    Some(list("Insurance", columns, rows.collect(), "No insurance is recorded."))
}

fn care_team(chart: &Chart) -> Option<Section> {
    let rows =
        chart.care_team.as_ref()?.iter().map(|one| {
            vec![one.name.clone(), spoken(one.part.word()), short_day(one.starts_on), going_on(one.ends_on)]
        });
    let columns = vec![column("Name", 5), column("Part", 3), column("From", 3), column("Until", 3)];
    Some(list("Care team", columns, rows.collect(), "Nobody is on the care team."))
}

pub(super) fn diagnoses(chart: &Chart) -> Option<Section> {
    let rows = chart.diagnoses.as_ref()?.iter().map(|one| {
        let principal = if one.position == 1 { "principal" } else { "" };
        let remission = remission(one.remission, one.controlled_environment);
        let more: Vec<&str> =
            [principal, one.specifier.trim(), &remission].into_iter().filter(|part| !part.is_empty()).collect();
        vec![
            one.code.clone(),
            one.words.clone(),
            dash(&more.join("; ")),
            short_or_none(one.diagnosed_on),
            going_on(one.resolved_on),
        ]
    });
    let columns = vec![
        column("Code", 2),
        column("Diagnosis", 6),
        column("Specifier and remission", 5),
        column("Diagnosed", 3),
        column("Resolved", 3),
    ];
    Some(list("Diagnoses", columns, rows.collect(), "No diagnosis is recorded."))
}

/// "in early remission, in a controlled environment"
fn remission(remission: Remission, controlled: bool) -> String {
    match remission {
        Remission::None => String::new(),
        Remission::Early | Remission::Sustained => {
            let environment = if controlled { ", in a controlled environment" } else { "" };
            format!("in {} remission{environment}", remission.word())
        }
    }
}

pub(super) fn medications(chart: &Chart, substances: &Names) -> Option<Section> {
    let rows = chart.medications.as_ref()?.iter().map(|one| {
        vec![
            both(&one.name, &one.dose),
            one.frequency.clone(),
            one.prescriber.clone(),
            dash(&substances.analytes(&one.shows_as).join(", ")),
            short_or_none(one.started_on),
            going_on(one.stopped_on),
        ]
    });
    let columns = vec![
        column("Medication", 5),
        column("Frequency", 3),
        column("Prescriber", 4),
        column("Shows in a test as", 4),
        column("Started", 3),
        column("Stopped", 3),
    ];
    Some(list("Medications", columns, rows.collect(), "No medication is recorded."))
}

fn both(one: &str, other: &str) -> String {
    [one.trim(), other.trim()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// What may well be absent is a dash, where "not recorded" would ask for it.
fn dash(text: &str) -> String {
    if text.trim().is_empty() { "–".into() } else { text.trim().to_owned() }
}
