//! The custody form of one specimen, to go with it: what is recorded, and lines for the hands it passes through.
//!
//! It is this program's own form and says so; it is not, and must never look like, the federal custody and control form
//! (49 CFR 40.40, 40.45). It says nothing of any result.

use super::details::IdentifiedBy;
use super::hand_off::{HandOffLine, HandOffSaid};
use super::ipc::{PrintCustody, TestAnswer};
use super::rules::DrugTestRefusal;
use super::{Outcome, Specimen, chain, queries};
use crate::client;
use crate::exit::paper::{Block, Column, Fact, column, long_day, moment, section, short_day, spoken_first};
use crate::exit::{ExitKind, Leaving, Paper, Printout};
use crate::kernel::{Check, Result, RowId, View};
use crate::practice;
use crate::workstation::Workstation;

crate::words! {
    /// How the form names the donor.
    pub enum DonorShown {
        /// Client number and initials: a laboratory needs no more.
        Number = "number",
        Name = "name",
    }
}

/// Prints the custody form of a test.
///
/// # Errors
/// `not_found` out of reach, `drug_test.voided`, `drug_test.ended` when there is no specimen to pass on, `invalid` when
/// the name is shown and nobody says why; otherwise those of [`crate::exit::leave`].
pub(super) fn print(desk: &Workstation, request: PrintCustody) -> Result<Printout> {
    let mut check = Check::new();
    check.ensure((1..=20).contains(&request.copies), "copies", "Choose 1 to 20 copies.");
    let (kind, reason) = match request.donor {
        DonorShown::Number => (ExitKind::Operational, "Custody form of a specimen".into()),
        DonorShown::Name => {
            let message = "Say who it is for, and why it needs the name.";
            (ExitKind::InternalCopy, check.required("reason", &request.reason, 200, message))
        }
    };
    check.done()?;
    let leaving = Leaving { kind, reason, copies: request.copies };
    let (content, client) = desk.look(|view| {
        let test = queries::one(view, request.id)?;
        passes_on(&test)?;
        Ok((paper(view, &test, request.donor)?.content(view, &leaving)?, test.client.uuid()))
    })?;
    leaving.print(desk, ("custody-form", "Custody form.pdf"), content, Some(client))?;
    Ok(Printout { saved: true })
}

fn passes_on(test: &TestAnswer) -> Result<(), DrugTestRefusal> {
    match (test.voided, test.outcome) {
        (true, _) => Err(DrugTestRefusal::Voided),
        (_, Some(Outcome::Missed | Outcome::Refused | Outcome::Unable | Outcome::Excused)) => {
            Err(DrugTestRefusal::Ended)
        }
        (false, None) => Ok(()),
    }
}

fn paper(view: &View<'_>, test: &TestAnswer, donor: DonorShown) -> Result<Paper> {
    let mut facts = vec![
        ("Specimen", test.number.clone()),
        ("Ordered for", long_day(test.on)),
        ("Reason", spoken_first(test.reason.word())),
        ("Panel", panel_words(test)),
    ];
    let clia = practice::row(view.sql)?.clia;
    if !clia.is_empty() {
        facts.push(("CLIA number", clia));
    }
    Ok(Paper {
        heading: "Non-federal custody form".into(),
        facts,
        asides: vec!["For the program's own testing. Not for a test that federal rules govern.".into()],
        sections: vec![
            section("1. Donor", donor_blocks(view, test, donor)?),
            section("2. Collection", collection(view, test)),
            section("3. Seal", seal(test)),
            section("4. Hand-off", handed_on(view, test, donor)?),
        ],
        ..Paper::default()
    })
}

fn donor_blocks(view: &View<'_>, test: &TestAnswer, donor: DonorShown) -> Result<Vec<Block>> {
    let rows: Vec<Fact> = match donor {
        DonorShown::Name => client::print::subject(view, test.client)?,
        DonorShown::Number => {
            let (initials, number) = client::print::initials(view, test.client)?;
            vec![("Client number", number), ("Initials", initials)]
        }
    };
    Ok(vec![
        Block::Facts { rows },
        Block::Choices {
            label: "Identified by",
            options: vec!["photo identification", "a member of staff who knows them"],
            marked: test.details.identified_by.and_then(|by| match by {
                IdentifiedBy::PhotoId => Some(0),
                IdentifiedBy::KnownToStaff => Some(1),
                IdentifiedBy::Other => None,
            }),
        },
    ])
}

/// The panel with the version it was ordered by.
fn panel_words(test: &TestAnswer) -> String {
    test.panel_number
        .map_or_else(|| test.panel_name.clone(), |number| format!("{}, version {number}", test.panel_name))
}

fn collection(view: &View<'_>, test: &TestAnswer) -> Vec<Block> {
    let measures = &test.measures;
    let name = |person: &Option<super::ipc::Named>| person.as_ref().map(|one| one.name.clone()).unwrap_or_default();
    let mut rows = vec![
        ("Specimen type", spoken_first(test.specimen.word())),
        ("Collected", test.collected_at.map(|at| moment(view.zone(), at)).unwrap_or_default()),
        ("Collector", name(&test.collector)),
    ];
    if test.observed == Some(true) {
        rows.push(("Observer", name(&test.observer)));
    }
    if test.specimen == Specimen::Urine {
        rows.push(("Temperature", measures.temperature_tenths_f.map(tenths_f).unwrap_or_default()));
        let read = measures.temperature_minutes.map(|minutes| format!("after {minutes} min")).unwrap_or_default();
        rows.push(("Temperature read", read));
        rows.push(("Volume", measures.volume_ml.map(|volume| format!("{volume} mL")).unwrap_or_default()));
    }
    rows.extend(of_specimen(test));
    let observed = test.observed.map(|observed| usize::from(!observed));
    let mut blocks = vec![
        Block::Facts { rows },
        Block::Choices { label: "Observed collection", options: vec!["yes", "no"], marked: observed },
    ];
    if !test.noted.is_empty() {
        blocks.push(Block::Words { label: "Said at the collection".into(), text: test.noted.clone() });
    }
    blocks.push(Block::Lines { labels: vec!["Collector's signature", "Observer's signature, if any"] });
    blocks
}

/// What only this kind of specimen records of how it was taken.
fn of_specimen(test: &TestAnswer) -> Vec<Fact> {
    let details = &test.details;
    let counted = |value: Option<i64>, unit: &str| value.map(|value| format!("{value}{unit}")).unwrap_or_default();
    match test.specimen {
        Specimen::Hair => {
            vec![("Taken from", details.taken_from.clone()), ("Length", counted(details.length_mm, " mm"))]
        }
        Specimen::Nail => vec![("Taken from", details.taken_from.clone())],
        Specimen::BloodSpot => vec![("Spots on the card", counted(details.spots, ""))],
        Specimen::OralFluid => vec![("Without food or drink", counted(details.mouth_minutes, " min"))],
        Specimen::Urine | Specimen::Breath => Vec::new(),
    }
}

fn tenths_f(tenths: i64) -> String {
    format!("{}.{} °F", tenths.div_euclid(10), tenths.rem_euclid(10))
}

fn seal(test: &TestAnswer) -> Vec<Block> {
    let mut rows = vec![("Seal number", test.seal.clone()), ("Container", test.details.container.clone())];
    if matches!(test.specimen, Specimen::Urine | Specimen::OralFluid) {
        rows.push(("Lot of the cup", test.lot.clone()));
    }
    if test.details.split == Some(true) {
        rows.push(("Second container", test.details.split_container.clone()));
    }
    if let Some(expires) = test.details.cup_expires_on {
        rows.push(("Cup good until", short_day(expires)));
    }
    vec![
        Block::Facts { rows },
        Block::Choices {
            label: "Split specimen",
            options: vec!["yes", "no"],
            marked: test.details.split.map(|split| usize::from(!split)),
        },
        Block::Aside {
            text: "I gave this specimen. It was sealed in front of me, and the number on the seal is the number on this form."
                .into(),
        },
        Block::Lines { labels: vec!["Client's initials", "Date and time"] },
    ]
}

/// What was recorded of the hands, gaps as what they are, then rows to fill in by hand.
fn handed_on(view: &View<'_>, test: &TestAnswer, donor: DonorShown) -> Result<Vec<Block>> {
    let mut blocks = Vec::new();
    let hands: Vec<HandOffLine> = test.chain.iter().map(|line| unnamed_line(test, donor, line)).collect();
    if !hands.is_empty() {
        blocks.push(Block::Table {
            columns: vec![
                column("What for", 4),
                column("Released by", 5),
                column("Received by", 5),
                column("Date and time", 4),
                column("Seal whole", 2),
            ],
            rows: hands.iter().map(|line| handed(view, line)).collect(),
            empty: "",
        });
    }
    let gaps = chain::gaps_of(view.sql, test.on, &hands)?;
    blocks.extend(gaps.into_iter().map(|text| Block::Aside { text }));
    blocks.extend(blank_hand_off());
    Ok(blocks)
}

fn handed(view: &View<'_>, line: &HandOffLine) -> Vec<String> {
    let said = &line.said;
    let corrected = if line.because.is_empty() { "" } else { ", corrected" };
    let purpose = spoken_first(said.purpose.word()) + corrected;
    let seal = said.seal_whole.map(|whole| if whole { "yes" } else { "no" });
    vec![purpose, said.from.clone(), said.to.clone(), moment(view.zone(), said.at), seal.unwrap_or_default().into()]
}

fn unnamed_line(test: &TestAnswer, donor: DonorShown, line: &HandOffLine) -> HandOffLine {
    let [from, to] = [&line.said.from, &line.said.to].map(|text| unnamed(test, donor, text));
    HandOffLine { said: HandOffSaid { from, to, ..line.said.clone() }, ..line.clone() }
}

/// A form by number names nobody, also where somebody typed the client's name as the one who handed the specimen on.
fn unnamed(test: &TestAnswer, donor: DonorShown, text: &str) -> String {
    let names = test.client_name.split([',', ' ']).filter(|part| part.chars().count() > 1);
    let low = text.to_lowercase();
    let named = names.map(str::to_lowercase).any(|name| low.contains(&name));
    if donor == DonorShown::Number && named { "The donor".into() } else { text.into() }
}

fn blank_hand_off() -> Vec<Block> {
    let columns: Vec<Column> = vec![
        column("Released by (name and signature)", 6),
        column("Received by (name and signature)", 6),
        column("Date and time", 4),
        column("Seal whole", 3),
    ];
    vec![
        Block::Blank { columns, rows: 3 },
        Block::Aside { text: "Each person who hands the specimen on or takes it signs one line.".into() },
    ]
}
