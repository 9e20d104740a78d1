//! The signed report of a day, and a span of dates in numbers, on paper. A signed day is printed from its signed bytes.

use chrono::NaiveDate;
use serde_json::Value;

use super::day_format::{PersonText, SignedDay};
use super::ipc::{DrawCounts, NumbersRequest, PrintNumbers, PrintSignedDay};
use super::paper::percent_or_none;
use super::{report, signed_day};
use crate::exit::paper::{Block, Column, Section, column, figures, long_day, section, spoken, spoken_first};
use crate::exit::{CopyFields, CopyKind, Leaving, Paper, Printout};
use crate::kernel::{Refusal, Result, View};
use crate::workstation::Workstation;

/// Prints an edition of a signed day.
pub(super) fn print_signed_day(desk: &Workstation, request: PrintSignedDay) -> Result<Printout> {
    let leaving = internal(request.copies).leaving()?;
    let content = desk.look(|view| signed_content(view, (request.on, request.edition), &leaving))?;
    leaving.print(desk, ("signed-day", "Signed day of random tests.pdf"), content, None)?;
    Ok(Printout { saved: true })
}

/// Prints a span of dates in numbers.
pub(super) fn print_numbers(desk: &Workstation, request: PrintNumbers) -> Result<Printout> {
    let leaving = internal(request.copies).leaving()?;
    let content = desk.look(|view| numbers_content(view, (request.from, request.until), &leaving))?;
    leaving.print(desk, ("testing-numbers", "Random tests in numbers.pdf"), content, None)?;
    Ok(Printout { saved: true })
}

fn internal(copies: u8) -> CopyFields {
    CopyFields { kind: CopyKind::InternalCopy, reason: "Record of random tests".into(), copies }
}

fn signed_content(view: &View<'_>, (on, edition): (NaiveDate, i64), leaving: &Leaving) -> Result<Value> {
    let gone = || Refusal::not_found("signed day");
    let stored =
        signed_day::editions(view.sql, on)?.into_iter().find(|day| day.edition == edition).ok_or_else(gone)?;
    let day = SignedDay::parse(&stored.sealed.bytes).ok_or_else(gone)?;
    let clock = |text: &str| {
        let at = chrono::DateTime::parse_from_rfc3339(text).ok();
        at.map(|at| view.zone().wall(crate::kernel::Moment(at.timestamp_millis())).format("%-I:%M %p").to_string())
    };
    let signed = view.zone().wall(day.signed_at).format("%B %-d, %Y, %-I:%M %p").to_string();
    let by = if day.credential.is_empty() {
        day.signer_name.clone()
    } else {
        format!("{}, {}", day.signer_name, day.credential)
    };
    let compliance = percent_or_none(day.text.compliance.parse().ok());
    let paper = Paper {
        heading: "Random tests of a day".into(),
        watermark: "",
        facts: vec![
            ("Day", long_day(day.on)),
            ("Edition", day.edition.to_string()),
            ("Compliance", compliance),
            ("Signed by", by),
            ("Signed on", signed),
            ("SHA-256", crate::kernel::history::hex(&stored.sealed.hash)),
        ],
        asides: vec![
            day.text.rule.clone(),
            "Clients stand by their number. This page is set from the bytes that were signed; each draw can be worked out again from its own page.".into(),
        ],
        sections: vec![tiers_section(&day), people_section(&day, clock), draws_section(&day)],
    };
    paper.content(view, leaving)
}

/// The numbers of `DrawCounts` that a page has room for, with their places among all.
const SHOWN: [(&str, usize); 10] = [
    ("Pool", 0),
    ("Drawn", 1),
    ("Told", 3),
    ("Collected", 4),
    ("Missed", 6),
    ("Refused", 7),
    ("Unable", 8),
    ("Excused", 9),
    ("Pending", 10),
    ("No call", 11),
];

fn number_columns(first: &'static str) -> Vec<Column> {
    std::iter::once(column(first, 5)).chain(SHOWN.iter().map(|(head, _)| figures(head, 2))).collect()
}

fn tiers_section(day: &SignedDay) -> Section {
    let rows = day.text.tiers.iter().map(|tier| {
        let numbers = SHOWN.iter().map(|(_, place)| tier.numbers.get(*place).cloned().unwrap_or_default());
        std::iter::once(format!("{}, {}", tier.program, tier.tier)).chain(numbers).collect()
    });
    let table = Block::Table { columns: number_columns("Tier"), rows: rows.collect(), empty: "No names were known." };
    section("By tier", vec![table])
}

fn people_section(day: &SignedDay, clock: impl Fn(&str) -> Option<String>) -> Section {
    let of = |person: &PersonText| {
        let [_, number, program, tier, standing, check_in, called, deadline, test, collected] = person;
        let at = |text: &String| clock(text).unwrap_or_else(|| "–".into());
        let call = if check_in == "missed" { format!("no call in time ({})", at(called)) } else { at(called) };
        let test = if test.is_empty() { "–".into() } else { test.clone() };
        vec![
            number.clone(),
            format!("{program}, {tier}"),
            spoken_first(standing),
            call,
            at(deadline),
            at(collected),
            test,
        ]
    };
    let table = Block::Table {
        columns: vec![
            column("Client", 3),
            column("Tier", 5),
            column("Stands", 4),
            column("Called", 4),
            column("Come by", 3),
            column("Collected", 3),
            column("Test", 4),
        ],
        rows: day.text.people.iter().map(of).collect(),
        empty: "Nobody was drawn.",
    };
    section("By person", vec![table])
}

fn draws_section(day: &SignedDay) -> Section {
    let rows = day.text.draws.iter().map(|[program, attempt, state, pool, selected, reason, commitment]| {
        let state = if reason.is_empty() { spoken(state) } else { format!("{}: {reason}", spoken(state)) };
        vec![format!("{program}, draw {attempt}"), state, pool.clone(), selected.clone(), commitment.clone()]
    });
    let table = Block::Table {
        columns: vec![
            column("Draw", 4),
            column("State", 5),
            figures("Pool", 2),
            figures("Drawn", 2),
            column("Commitment", 9),
        ],
        rows: rows.collect(),
        empty: "No draw was set for this day.",
    };
    section("Draws of this day", vec![table])
}

fn numbers_content(view: &View<'_>, (from, to): (NaiveDate, NaiveDate), leaving: &Leaving) -> Result<Value> {
    let numbers = report::numbers(view, NumbersRequest { from: Some(from), until: Some(to) })?;
    let line = |name: String, counts: &DrawCounts| -> Vec<String> {
        let all = signed_day::numbers(counts);
        let shown = SHOWN.iter().map(|(_, place)| all.get(*place).map(i64::to_string).unwrap_or_default());
        std::iter::once(name).chain(shown).collect()
    };
    let table = |first, rows| Block::Table { columns: number_columns(first), rows, empty: "No day was drawn." };
    let tiers =
        numbers.tiers.iter().map(|tier| line(format!("{}, {}", tier.program_name, tier.tier_name), &tier.counts));
    // By number: an order by name would say who is who.
    let mut people: Vec<_> = numbers.people.iter().collect();
    people.sort_by(|one, other| one.number.cmp(&other.number));
    let people = people.into_iter().map(|one| line(one.number.clone(), &one.counts));
    let days = numbers.days.iter().map(|day| line(day.on.format("%a, %b %-d").to_string(), &day.counts));
    let paper = Paper {
        heading: "Random tests in numbers".into(),
        watermark: "",
        facts: vec![
            ("From", long_day(numbers.from)),
            ("To", long_day(numbers.until)),
            ("Compliance", percent_or_none(numbers.compliance_thousandths)),
        ],
        asides: vec![numbers.rule.into(), "Clients stand by their number.".into()],
        sections: vec![
            section("By tier", vec![table("Tier", tiers.chain([line("All".into(), &numbers.all)]).collect())]),
            section("By person", vec![table("Client", people.collect())]),
            section("By day", vec![table("Day", days.collect())]),
        ],
    };
    paper.content(view, leaving)
}
