//! A discharge summary on paper: the stay and how it ended, the sections, the goals, and who goes on with what.

use chrono::NaiveDate;

use super::ipc::{PrintSummary, SummaryFields};
use super::store::{self, Stay, Stored};
use super::{PARTS, SummaryState, queries, signed};
use crate::client::{self, ClientId, day_of_stay};
use crate::exit::paper::{Block, Fact, Section, column, long_day, moment, section, short_or_none, spoken_first};
use crate::exit::{Paper, Printout};
use crate::kernel::{Info, Refusal, Result, RowId, Verb, View};
use crate::signature::verify::Documents;
use crate::workstation::Workstation;

/// Prints one summary.
///
/// # Errors
/// `not_found` out of reach, `invalid` without a reason; otherwise those of [`crate::exit::leave`].
pub(super) fn print(desk: &Workstation, request: PrintSummary) -> Result<Printout> {
    let leaving = request.copy.leaving()?;
    let (content, client) = desk.look(|view| {
        let stored = store::one(view.sql, request.id)?.filter(|stored| !stored.voided).ok_or_else(queries::unseen)?;
        view.reach(Info::Plan, Verb::Read, stored.client).map_err(queries::hidden)?;
        let (_, stay) =
            store::stay(view.sql, stored.episode)?.ok_or_else(|| Refusal::internal("discharge summary"))?;
        Ok((paper(view, &stored, &stay)?.content(view, &leaving)?, stored.client.uuid()))
    })?;
    leaving.print(desk, ("discharge", "Discharge summary.pdf"), content, Some(client))?;
    Ok(Printout { saved: true })
}

fn paper(view: &View<'_>, stored: &Stored, stay: &Stay) -> Result<Paper> {
    let mut facts = client::print::subject(view, stored.client)?;
    facts.extend(of_stay(stay));
    facts.extend(by(view, &Documents::of(view, stored.client)?, stored)?);
    Ok(Paper {
        heading: format!("Discharge summary, stay {}", stay.number),
        watermark: if stored.state == SummaryState::Draft { "Draft, not signed" } else { "" },
        facts,
        asides: Vec::new(),
        sections: sections(&stored.fields),
    })
}

/// Who wrote it, when it was signed, and whether the signature holds.
fn by(view: &View<'_>, documents: &Documents, stored: &Stored) -> Result<Vec<Fact>> {
    let signed_words = stored.signed_at.map(|at| moment(view.zone(), at));
    let mut facts = vec![
        ("Written by", stored.author_name.clone()),
        ("Signed", signed_words.unwrap_or_else(|| "not signed".into())),
    ];
    if let Some(row) = signed::row(stored) {
        facts.push(("Signature", documents.words_under(view, &row)?));
    }
    Ok(facts)
}

/// The signed summaries of a chart whose stays ended on the dates that are wanted, the newest first; drafts are counted
/// and left out.
///
/// # Errors
/// `not_found` or `not_permitted` when the person does not read the plan of this client.
pub(crate) fn of_chart(
    view: &View<'_>,
    client: ClientId,
    holds: impl Fn(NaiveDate) -> bool,
) -> Result<(Section, usize)> {
    view.reach(Info::Plan, Verb::Read, client)?;
    let all = store::of_client(view.sql, client)?;
    let drafts = all.iter().filter(|one| one.state == SummaryState::Draft).count();
    let documents = Documents::of(view, client)?;
    let mut blocks = Vec::new();
    for stay in store::ended(view.sql, client)?.iter().filter(|stay| stay.discharged_on.is_some_and(&holds)) {
        let signed = all.iter().find(|one| one.episode == stay.id && one.signed_at.is_some());
        let Some(stored) = signed else { continue };
        let beside = stay.discharged_on.map(long_day).unwrap_or_default();
        blocks.push(Block::Head { title: format!("Stay {}", stay.number), beside });
        let mut rows = of_stay(stay);
        rows.extend(by(view, &documents, stored)?);
        blocks.push(Block::Facts { rows });
        blocks.extend(sections(&stored.fields).into_iter().flat_map(|one| one.blocks));
    }
    if blocks.is_empty() {
        blocks.push(Block::Aside { text: "No signed discharge summary is in this copy.".into() });
    }
    Ok((section("Discharge summaries", blocks), drafts))
}

fn of_stay(stay: &Stay) -> Vec<Fact> {
    let days = stay.discharged_on.map(|on| day_of_stay(stay.admitted_on, on).to_string()).unwrap_or_default();
    vec![
        ("Admitted", long_day(stay.admitted_on)),
        ("Discharged", stay.discharged_on.map(long_day).unwrap_or_default()),
        ("Days in the program", days),
        (
            "How it ended",
            [stay.how_label.as_str(), &stay.reason]
                .iter()
                .filter(|part| !part.is_empty())
                .copied()
                .collect::<Vec<_>>()
                .join(": "),
        ),
    ]
}

fn sections(fields: &SummaryFields) -> Vec<Section> {
    let text = |key: &str| fields.sections.iter().find(|one| one.key == key).map(|one| one.text.clone());
    let words =
        |part: &super::Part| Block::Words { label: part.label.into(), text: text(part.key).unwrap_or_default() };
    let goals = fields.goals.iter().map(|goal| {
        let outcome = goal.outcome.map(|outcome| spoken_first(outcome.word())).unwrap_or_default();
        vec![goal.goal.clone(), outcome, goal.words.clone()]
    });
    let care = fields.care.iter().map(|care| {
        let handed = if care.handed_on { "yes" } else { "no" };
        let when = [short_or_none(care.on), care.time.clone()];
        let when = when.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        vec![care.with.clone(), care.what.clone(), when, handed.into()]
    });
    let mut continuing = vec![Block::Table {
        columns: vec![column("With", 6), column("What", 6), column("Appointment", 4), column("Handed on", 2)],
        rows: care.collect(),
        empty: "Nobody goes on with the care.",
    }];
    if !fields.no_care.is_empty() {
        continuing.push(Block::Words { label: "Why nobody does".into(), text: fields.no_care.clone() });
    }
    vec![
        section("", PARTS.iter().map(words).collect()),
        section(
            "Goals",
            vec![Block::Table {
                columns: vec![column("Goal", 8), column("How far", 3), column("In words", 7)],
                rows: goals.collect(),
                empty: "No plan was signed in this stay.",
            }],
        ),
        section("Continuing care", continuing),
    ]
}
