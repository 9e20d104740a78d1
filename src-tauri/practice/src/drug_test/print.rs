//! The drug tests of a chart on paper. What a screen shows is never printed without the word "presumptive".

use chrono::NaiveDate;
use rusqlite::{Row, named_params};

use super::rules::class;
use super::validity::Validity;
use super::{LaboratoryResult, ReviewResult, Specimen, TestReason, number_words};
use crate::client::ClientId;
use crate::exit::paper::{Block, Section, column, moment, section, short_day, spoken, spoken_first};
use crate::kernel::{Info, Result, Verb, View};
use crate::panel::{self, Names};

/// The tests of a chart on the dates that are wanted, in their order.
///
/// # Errors
/// `not_found` or `not_permitted` when the person does not read the results of this client.
pub(crate) fn of_chart(view: &View<'_>, client: ClientId, holds: impl Fn(NaiveDate) -> bool) -> Result<Section> {
    view.reach(Info::DrugTests, Verb::Read, client)?;
    let names = panel::names(view.sql)?;
    let mut statement = view.sql.prepare_cached(include_str!("sql/print.sql"))?;
    let rows = statement.query_map(named_params! { ":client": client }, |row| cells(row, &names))?;
    let mut lines: Vec<(NaiveDate, Vec<String>)> = rows.collect::<rusqlite::Result<_>>()?;
    lines.retain(|(on, _)| holds(*on));
    let table = Block::Table {
        columns: vec![
            column("Test", 4),
            column("Date", 4),
            column("Reason", 3),
            column("Panel", 6),
            column("Screen", 6),
            column("Laboratory and review", 5),
            column("Program", 4),
        ],
        rows: lines.into_iter().map(|(_, cells)| cells).collect(),
        empty: "No drug test is recorded.",
    };
    let mut blocks = vec![table, Block::Aside { text: PRESUMPTIVE.into() }];
    blocks.extend(replaced(view, client, holds)?);
    Ok(section("Drug tests", blocks))
}

const PRESUMPTIVE: &str = "A screen is presumptive: a laboratory has not confirmed it. Not collected, refused, unable and excused \
                           are results like any other.";

/// Reports of the laboratory that a later one replaced: they stay readable.
fn replaced(view: &View<'_>, client: ClientId, holds: impl Fn(NaiveDate) -> bool) -> Result<Vec<Block>> {
    let mut statement = view.sql.prepare_cached(include_str!("sql/replaced.sql"))?;
    let rows = statement.query_map(named_params! { ":client": client }, |row| {
        let (on, result): (NaiveDate, Option<LaboratoryResult>) = (row.get("on_date")?, row.get("result")?);
        let word = result.map_or_else(|| "No word for the whole".into(), |result| spoken_first(result.word()));
        let cells = vec![
            number_words(row.get("test_number")?, on),
            row.get::<_, i64>("number")?.to_string(),
            word,
            moment(view.zone(), row.get("at")?),
            row.get("because")?,
        ];
        Ok((on, cells))
    })?;
    let mut lines: Vec<(NaiveDate, Vec<String>)> = rows.collect::<rusqlite::Result<_>>()?;
    lines.retain(|(on, _)| holds(*on));
    if lines.is_empty() {
        return Ok(Vec::new());
    }
    let columns = vec![
        column("Test", 3),
        column("Report", 2),
        column("It said", 4),
        column("Entered", 5),
        column("Why it was replaced", 7),
    ];
    let head = Block::Head { title: "Laboratory reports that were replaced".into(), beside: String::new() };
    Ok(vec![head, Block::Table { columns, rows: lines.into_iter().map(|(_, cells)| cells).collect(), empty: "" }])
}

fn cells(row: &Row<'_>, names: &Names) -> rusqlite::Result<(NaiveDate, Vec<String>)> {
    let on: NaiveDate = row.get("on_date")?;
    let (reason, specimen): (TestReason, Specimen) = (row.get("reason")?, row.get("specimen")?);
    let class = class(row.get("state")?, row.get("outcome")?, row.get("interpretation")?);
    let why: String = row.get("outcome_reason")?;
    let program =
        if why.is_empty() { spoken_first(class.word()) } else { format!("{}: {why}", spoken_first(class.word())) };
    let panel = format!("{}, {}", names.panel(&row.get::<_, String>("panel")?), spoken(specimen.word()));
    let reason = spoken_first(reason.word());
    Ok((
        on,
        vec![
            number_words(row.get("number")?, on),
            short_day(on),
            reason,
            panel,
            screen(row, names)?,
            laboratory(row, names)?,
            program,
        ],
    ))
}

/// What the cup showed, and what was found about the specimen.
fn screen(row: &Row<'_>, names: &Names) -> rusqlite::Result<String> {
    let detected = names.analytes(&row.get::<_, String>("screened")?);
    let validity: Option<Validity> = row.get("validity")?;
    let mut parts = Vec::new();
    if !detected.is_empty() {
        parts.push(format!("Presumptive: {}", detected.join(", ")));
    } else if row.get("was_screened")? {
        parts.push("Nothing detected (presumptive)".into());
    } else {
        parts.push("–".into());
    }
    parts.extend(validity.map(|validity| format!("specimen {}", spoken(validity.word()))));
    Ok(parts.join("; "))
}

fn laboratory(row: &Row<'_>, names: &Names) -> rusqlite::Result<String> {
    let detected = names.analytes(&row.get::<_, String>("confirmed")?);
    let result: Option<LaboratoryResult> = row.get("laboratory_result")?;
    let review: Option<ReviewResult> = row.get("review_result")?;
    let mut parts: Vec<String> = result.map(|result| spoken_first(result.word())).into_iter().collect();
    if !detected.is_empty() {
        parts.push(format!("Confirmed: {}", detected.join(", ")));
    }
    parts.extend(review.map(|review| format!("Review: {}", spoken(review.word()))));
    Ok(if parts.is_empty() { "–".into() } else { parts.join("; ") })
}
