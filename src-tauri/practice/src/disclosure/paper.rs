//! The document for somebody outside: what is told, under which consent, with the statement of 42 CFR 2.32.
//!
//! What must hold: it is made only where a consent covers the recipient today, it says the scope of that consent, and a test
//! that no laboratory confirmed is told as one whose result is open.

use chrono::NaiveDate;

use super::ReleasePart;
use super::ipc::PrintRelease;
use super::notice::STATEMENT;
use super::ops::Grounds;
use super::owed::{Answers, basis_answer};
use super::store::{self, Disclosure};
use crate::attendance;
use crate::client::{self, json_of};
use crate::draw;
use crate::drug_test;
use crate::exit::paper::{Block, Section, long_day, section, short_day};
use crate::exit::{self, Document, ExitKind, Leaving, Paper, Printout};
use crate::kernel::history::Table;
use crate::kernel::{Check, Result, RowId as _, View};
use crate::workstation::Workstation;

/// Makes the document; the record of it waits until somebody says how it was sent. An earlier one that was not sent is taken back.
///
/// # Errors
/// [`super::DisclosureRefusal`] where nothing may be told; otherwise those of [`exit::leave`].
pub(super) fn print(desk: &Workstation, request: PrintRelease) -> Result<Printout> {
    let mut check = Check::new();
    let words = check.required("words", &request.words, 4_000, "Say what they are told, in your own words.");
    check.ensure((1..=20).contains(&request.copies), "copies", "Choose 1 to 20 copies.");
    let (grounds, content, reason, told) = desk.look(|view| {
        let grounds = Grounds::of(view, &request.of)?;
        let span = span(view, &mut check, &request, &grounds);
        std::mem::take(&mut check).done()?;
        let reason = format!("Released to {}", grounds.recipient);
        let leaving = Leaving { kind: ExitKind::Release, reason: grounds.recipient.clone(), copies: request.copies };
        let content = paper(view, &grounds, (&words, &request.parts), span)?.content(view, &leaving)?;
        Ok((grounds, content, reason, told(&words, &request.parts)))
    })?;
    let document = Document {
        kind: ExitKind::Release,
        template: "release",
        name: "Release.pdf".into(),
        content,
        subject: Some(grounds.client.uuid()),
        reason,
        copies: request.copies,
    };
    exit::leave_with(desk, document, |tx, exit| {
        let answers = grounds.owed.as_ref().map(|owed| owed.answers);
        let before = store::made(tx.sql(), &json_of(&[grounds.client]))?;
        for made in before.into_iter().filter(|made| answers.is_some() && made.answers == answers) {
            let Some(present) = store::one(tx.sql(), made.id)? else { continue };
            tx.revise(Table::Disclosure, made.id, made.rev)?;
            store::put(tx, &Disclosure { void_reason: Some("The document was made anew".into()), ..present })?;
        }
        let made = grounds.disclosure(tx.id(), exit, told.clone());
        store::put(tx, &made)
    })?;
    Ok(Printout { saved: true })
}

/// What the record says before somebody says it better: the beginning of the words, and the parts.
fn told(words: &str, parts: &[ReleasePart]) -> String {
    let first: String = words.chars().take(200).collect();
    let parts: Vec<String> = parts.iter().map(|part| part.label().to_lowercase()).collect();
    [first, parts.join(", ")].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// The span that the parts speak of: what was asked for, the report's own, or the last 30 days.
fn span(view: &View<'_>, check: &mut Check, request: &PrintRelease, grounds: &Grounds) -> (NaiveDate, NaiveDate) {
    let own = grounds.owed.as_ref().and_then(|owed| owed.span);
    let today = view.today();
    let until = request.until.or(own.map(|(_, until)| until)).unwrap_or(today).min(today);
    let month = until.checked_sub_days(chrono::Days::new(30)).unwrap_or(until);
    let from = request.from.or(own.map(|(from, _)| from)).unwrap_or(month);
    check.ensure(from <= until, "until", "Choose a day on or after the first.");
    check.ensure((until - from).num_days() <= 731, "from", "Choose at most two years.");
    (from, until)
}

fn paper(
    view: &View<'_>,
    grounds: &Grounds,
    (words, parts): (&str, &[ReleasePart]),
    span: (NaiveDate, NaiveDate),
) -> Result<Paper> {
    let report = grounds.owed.as_ref().is_some_and(|owed| matches!(owed.answers, Answers::Report(..)));
    let mut facts = client::print::subject(view, grounds.client)?;
    facts.push(("To", grounds.recipient.clone()));
    facts.push(("Date", long_day(view.today())));
    if !parts.is_empty() {
        facts.push(("Period", format!("{} to {}", short_day(span.0), short_day(span.1))));
    }
    let mut sections = vec![section("", vec![Block::Words { label: String::new(), text: words.to_owned() }])];
    for part in ReleasePart::ALL.iter().filter(|part| parts.contains(part)) {
        sections.extend(part_of(view, grounds, *part, span)?);
    }
    sections.push(section("", vec![Block::Lines { labels: vec!["For the program, name and title", "Date"] }]));
    sections.push(scope(grounds));
    Ok(Paper {
        heading: if report { "Report".into() } else { "Release of information".into() },
        watermark: "",
        facts,
        asides: Vec::new(),
        sections,
    })
}

fn part_of(
    view: &View<'_>,
    grounds: &Grounds,
    part: ReleasePart,
    span: (NaiveDate, NaiveDate),
) -> Result<Vec<Section>> {
    let within = |on: NaiveDate| (span.0..=span.1).contains(&on);
    Ok(match part {
        ReleasePart::Attendance => vec![attendance::print::hours_of(view, grounds.client, within)?],
        ReleasePart::RandomTests => vec![draw::of_person(view, grounds.client, span)?],
        ReleasePart::TestResults => vec![drug_test::course::told(view, grounds.client, span)?],
        ReleasePart::LevelOfCare => vec![drug_test::course::levels(view, grounds.client, span)?],
    })
}

/// A clear explanation of the scope of the consent, and the statement, as 42 CFR 2.32 asks.
pub(super) fn scope(grounds: &Grounds) -> Section {
    let basis = basis_answer(&grounds.basis);
    let facts = vec![
        ("Consent", basis.kind_label.to_owned()),
        ("Recipient", basis.recipient),
        ("Signed", long_day(basis.signed_on)),
        ("Ends", basis.ends),
    ];
    section(
        "Told with the written consent of the client",
        vec![
            Block::Facts { rows: facts },
            Block::Words { label: "Purpose".into(), text: basis.purpose },
            Block::Words { label: "What may be told".into(), text: basis.scope },
            Block::Words { label: "Notice under 42 CFR 2.32".into(), text: STATEMENT.into() },
        ],
    )
}
