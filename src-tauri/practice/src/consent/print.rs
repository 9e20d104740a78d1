//! A consent on paper: the client's own copy of what they allowed, or one for the file.

use super::ipc::{ConsentRow, ConsentsOf, PrintConsent};
use super::queries;
use crate::client::{self, ClientId};
use crate::exit::paper::{Block, Fact, Section, column, long_day, section, short_day, spoken, spoken_first};
use crate::exit::{Paper, Printout};
use crate::kernel::{Info, Result, RowId, Verb, View};
use crate::workstation::Workstation;

const REVOKE: &str = "You may take this consent back at any time, in writing or by word of mouth. What was told while it \
                      was in force stays told.";

/// Prints one consent.
///
/// # Errors
/// `not_found` out of reach, `invalid` without a reason; otherwise those of [`crate::exit::leave`].
pub(super) fn print(desk: &Workstation, request: PrintConsent) -> Result<Printout> {
    let leaving = request.copy.leaving()?;
    let (content, client) = desk.look(|view| {
        let (client, consent) = queries::readable(view, request.id)?;
        Ok((paper(view, client, &consent)?.content(view, &leaving)?, client.uuid()))
    })?;
    leaving.print(desk, ("consent", "Consent.pdf"), content, Some(client))?;
    Ok(Printout { saved: true })
}

fn paper(view: &View<'_>, client: ClientId, consent: &ConsentRow) -> Result<Paper> {
    let blocks = vec![
        Block::Facts { rows: terms(consent) },
        Block::Words { label: "Purpose".into(), text: consent.purpose.clone() },
        Block::Words { label: "What may be told".into(), text: consent.scope.clone() },
        Block::Words { label: "Taking it back".into(), text: REVOKE.into() },
        Block::Lines { labels: vec!["Client, and date", "For the program, and date"] },
    ];
    Ok(Paper {
        heading: heading(consent.kind_words),
        watermark: if consent.revoked_on.is_some() { "Revoked" } else { "" },
        facts: client::print::subject(view, client)?,
        asides: vec!["A copy of what is recorded. The signed paper is kept by the program.".into()],
        sections: vec![section("", blocks)],
    })
}

/// "Consent: Monitoring program"; some kinds say it themselves.
fn heading(kind: &str) -> String {
    if kind.starts_with("Consent") { kind.into() } else { format!("Consent: {kind}") }
}

fn terms(consent: &ConsentRow) -> Vec<Fact> {
    vec![
        ("Given to", given_to(consent)),
        ("Signed", long_day(consent.signed_on)),
        ("Ends", ends(consent)),
        ("State", spoken_first(consent.state.word())),
    ]
}

fn given_to(consent: &ConsentRow) -> String {
    if consent.recipient.is_empty() { "nobody named".into() } else { consent.recipient.clone() }
}

fn ends(consent: &ConsentRow) -> String {
    if let Some(on) = consent.revoked_on {
        let how = consent.revoked_how.map(|how| format!(", {}", spoken(how.word()))).unwrap_or_default();
        return format!("Revoked {}{how}", short_day(on));
    }
    match (consent.expires_on, consent.expires_event.as_str()) {
        (Some(on), "") => short_day(on),
        (Some(on), event) => format!("{}, or: {event}", short_day(on)),
        (None, "") if !consent.kind.needs_end() => "no end".into(),
        (None, event) => event.to_owned(),
    }
}

/// The consents of a chart.
pub(crate) fn of_chart(view: &View<'_>, client: ClientId) -> Result<Section> {
    view.reach(Info::Consents, Verb::Read, client)?;
    let rows = queries::list(view, ConsentsOf { client })?.rows.into_iter().map(|one| {
        let ends = ends(&one);
        let state = spoken_first(one.state.word());
        vec![one.kind_words.into(), given_to(&one), one.purpose, one.scope, short_day(one.signed_on), ends, state]
    });
    let table = Block::Table {
        columns: vec![
            column("Consent", 4),
            column("Given to", 4),
            column("Purpose", 4),
            column("What may be told", 5),
            column("Signed", 3),
            column("Ends", 4),
            column("State", 3),
        ],
        rows: rows.collect(),
        empty: "No consent is recorded.",
    };
    Ok(section("Consents", vec![table]))
}
