//! The page of a draw and the report of a day on paper, and a draw worked out again from such a page.

use serde_json::{Value, json};

use super::chance::{self, Person, unhex};
use super::ipc::{DayReport, DrawCounts, DrawPage, DrawPerson, OneDraw, PrintDay, PrintDraw, ReportRequest};
use super::ipc::{RerunAnswer, RerunDraw, RerunPerson};
use super::rules::DrawRefusal;
use super::{queries, report};
use crate::exit::{self, Document, ExitKind};
use crate::kernel::history::hex;
use crate::kernel::router::Done;
use crate::kernel::{Check, Moment, Result, View};
use crate::workstation::Workstation;

/// Works a draw out again from what its page says. It reads nothing of these records.
pub(super) fn rerun(_: &View<'_>, request: RerunDraw) -> Result<RerunAnswer> {
    redraw(&request)
}

/// Works a draw out again: for the tools of an auditor, without any records at hand.
///
/// # Errors
/// `invalid` with what cannot be read.
pub fn redraw(request: &RerunDraw) -> Result<RerunAnswer> {
    let mut check = Check::new();
    let (head, secret) = (unhex(&request.head), unhex(&request.secret));
    check.ensure(head.is_some(), "head", "Type the 64 digits of the end of the audit chain.");
    check.ensure(secret.is_some(), "secret", "Type the 64 digits of the random bytes.");
    let pool: Option<Vec<Person>> =
        request.pool.lines().filter(|line| !line.trim().is_empty()).map(person_of).collect();
    check.ensure(
        pool.is_some(),
        "pool",
        "Each line is a token of 32 digits, a chance and a share, with spaces between.",
    );
    check.done()?;
    let (head, secret) = (head.unwrap_or_default(), secret.unwrap_or_default());
    let (pool, seed) = (pool.unwrap_or_default(), chance::seed(&head, &secret));
    let people = pool.iter().map(|person| {
        let fate = chance::fate(&seed, person);
        RerunPerson {
            token: hex(&person.token),
            number: fate.number.to_string(),
            selected: fate.selected,
            analyzed: fate.analyzed,
        }
    });
    Ok(RerunAnswer {
        commitment: hex(&chance::commitment(&secret)),
        seed: hex(&seed),
        people: people.collect(),
        pool_digest: hex(&chance::pool_digest(&pool)),
    })
}

fn person_of(line: &str) -> Option<Person> {
    let mut words = line.split_whitespace();
    let token = unhex(words.next()?)?;
    let mut whole = || words.next()?.parse().ok().filter(|number| (0..=chance::MILLION).contains(number));
    let person = Person { token, chance_millionths: whole()?, analyzed_millionths: whole()? };
    words.next().is_none().then_some(person)
}

/// Prints the page of a draw, for the program's own files and its auditor.
pub(super) fn print(desk: &Workstation, request: PrintDraw) -> Result<Done> {
    let content = desk.look(|view| {
        let page = queries::page(view, OneDraw { id: request.id })?;
        page_content(view, &page)
    })?;
    leave(desk, "draw-page", "Page of a draw.pdf", content, request.copies)
}

/// Prints the report of a day.
pub(super) fn print_day(desk: &Workstation, request: PrintDay) -> Result<Done> {
    let content = desk.look(|view| {
        let report = report::day(view, ReportRequest { on: Some(request.on) })?;
        day_content(view, &report)
    })?;
    leave(desk, "draw-day", "Random tests of a day.pdf", content, request.copies)
}

fn leave(desk: &Workstation, template: &'static str, name: &str, content: Value, copies: u8) -> Result<Done> {
    let document = Document {
        kind: ExitKind::InternalCopy,
        template,
        name: name.into(),
        content,
        subject: None,
        reason: "Record of random tests".into(),
        copies,
    };
    exit::leave(desk, document)?;
    Ok(Done {})
}

fn clock(view: &View<'_>, at: Moment) -> String {
    view.zone().wall(at).format("%Y-%m-%d %-I:%M %p").to_string()
}

fn page_content(view: &View<'_>, page: &DrawPage) -> Result<Value> {
    let proof = page.proof.as_ref().ok_or(DrawRefusal::NotTold)?;
    Ok(json!({
        "sheet": exit::sheet(view)?,
        "program": page.draw.program_name,
        "date": page.draw.on.to_string(),
        "attempt": page.draw.attempt,
        "state": page.draw.state.word(),
        "discarded": page.draw.discard_reason,
        "committed": format!("{} by {}", clock(view, page.committed_at), page.committed_by),
        "frozen": page.frozen_at.map(|at| clock(view, at)).unwrap_or_default(),
        "noticed": page.noticed_at.map(|at| clock(view, at)).unwrap_or_default(),
        "commitment": page.commitment,
        "head": proof.head,
        "head_number": proof.head_seq.to_string(),
        "secret": proof.secret,
        "seed": proof.seed,
        "pool": proof.pool_digest,
        "people": proof.people.iter().map(person_content).collect::<Vec<_>>(),
        "proves": page.proves,
        "not_proves": page.does_not_prove,
    }))
}

fn person_content(person: &DrawPerson) -> Value {
    let selected = match (person.selected, person.analyzed) {
        (true, true) => "selected, analyzed",
        (true, false) => "selected, collected only",
        (false, _) => "",
    };
    json!({
        "token": person.token,
        "name": person.client_name.as_deref().unwrap_or(""),
        "tier": person.tier_name,
        "standing": person.standing.word(),
        "chance": person.chance_millionths.to_string(),
        "share": person.analyzed_millionths.to_string(),
        "selected": selected,
    })
}

fn day_content(view: &View<'_>, report: &DayReport) -> Result<Value> {
    let draws = report.draws.iter().map(|draw| {
        json!({
            "program": draw.program_name,
            "attempt": draw.attempt.to_string(),
            "state": draw.state.word(),
            "pool": draw.pool.map(|pool| pool.to_string()).unwrap_or_default(),
            "selected": draw.selected.map(|selected| selected.to_string()).unwrap_or_default(),
            "reason": draw.discard_reason,
        })
    });
    let tiers = report.tiers.iter().map(|tier| (format!("{}, {}", tier.program_name, tier.tier_name), &tier.counts));
    let rows = tiers.chain(std::iter::once(("All".to_owned(), &report.all)));
    Ok(json!({
        "sheet": exit::sheet(view)?,
        "date": report.on.to_string(),
        "draws": draws.collect::<Vec<_>>(),
        "rows": rows.map(|(name, counts)| counts_content(&name, counts)).collect::<Vec<_>>(),
        "compliance": percent_or_none(report.compliance_thousandths),
        "rule": report.rule,
    }))
}

/// "91.6 %"; nobody had to come where there is none.
pub(super) fn percent_or_none(thousandths: Option<i64>) -> String {
    thousandths.map_or_else(|| "nobody had to come".into(), percent)
}

/// "91.6 %".
fn percent(thousandths: i64) -> String {
    format!("{}.{} %", thousandths / 10, thousandths % 10)
}

fn counts_content(name: &str, counts: &DrawCounts) -> Value {
    let numbers = [
        counts.pool,
        counts.drawn,
        counts.notified,
        counts.collected,
        counts.missed,
        counts.refused,
        counts.unable,
        counts.excused,
        counts.pending,
        counts.missed_check_ins,
    ];
    json!({ "name": name, "numbers": numbers.map(|number| number.to_string()) })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_page_is_read_whole_or_refused_by_field() {
        let (good, line) = ("11".repeat(32), "00000000000000000000000000000001 1000000 0");
        for (head, secret, pool, expected) in [
            (good.as_str(), good.as_str(), line, vec![]),
            ("11", good.as_str(), line, vec!["head"]),
            (good.as_str(), "zz", line, vec!["secret"]),
            (good.as_str(), good.as_str(), "0001 10 10", vec!["pool"]),
            (good.as_str(), good.as_str(), "00000000000000000000000000000001 1000001 0", vec!["pool"]),
            (good.as_str(), good.as_str(), "00000000000000000000000000000001 10 0 more", vec!["pool"]),
            ("", "", "x", vec!["head", "secret", "pool"]),
        ] {
            let request = RerunDraw { head: head.into(), secret: secret.into(), pool: pool.into() };
            let faults: Vec<String> = match redraw(&request) {
                Ok(answer) => {
                    assert!(answer.people[0].selected && !answer.people[0].analyzed);
                    vec![]
                }
                Err(refusal) => refusal.fields.into_iter().map(|fault| fault.field).collect(),
            };
            assert_eq!(faults, expected, "{head} {secret} {pool}");
        }
    }
}
