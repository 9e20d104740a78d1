//! What is known of tests, each person seeing as much as the role and the relation to the client give.

use rusqlite::{Connection, Row, named_params};

use super::ipc::{
    ChartAnswer, ChartTests, DayRequest, DayTests, OneTest, PanelAnalyte, PanelAnswer, TestAnswer, TestRow,
    ValidityAnswer, ValidityRequest,
};
use super::meaning::Meaning;
use super::record::Test;
use super::rules::{TestClass, class};
use super::validity::Limits;
use super::{DrugTestId, number_words, sheet, store, validity as judging};
use crate::client::ClientId;
use crate::kernel::refusal::Code;
use crate::kernel::router::Nothing;
use crate::kernel::{Info, Reach, Refusal, Result, Verb, View};
use crate::panel::{self, Names, Panel};

/// The rows of a page of a chart.
const PAGE: usize = 50;

/// The panels to choose from.
pub(super) fn panels(view: &View<'_>, _: Nothing) -> Result<Vec<PanelAnswer>> {
    Ok(panel::in_use(view.sql, view.today())?.iter().map(panel_answer).collect())
}

fn panel_answer(panel: &Panel) -> PanelAnswer {
    let analytes = panel.analytes.iter().map(|analyte| PanelAnalyte {
        key: analyte.key.clone(),
        name: analyte.name.clone(),
        cutoff: analyte.cutoff(),
        confirm_cutoff: analyte.confirm_cutoff(),
        detection: analyte.detection.clone(),
        note: analyte.note.clone(),
        verified: analyte.verified,
    });
    PanelAnswer {
        key: panel.key.clone(),
        name: panel.name.clone(),
        specimen: panel.specimen,
        laboratory: panel.laboratory.clone(),
        number: panel.number,
        effective_on: panel.effective_on,
        analytes: analytes.collect(),
        note: panel.note.clone(),
        verified: panel.verified,
    }
}

/// What the measures typed so far say; nothing is stored.
pub(super) fn validity(view: &View<'_>, request: ValidityRequest) -> Result<ValidityAnswer> {
    let limits = Limits::on(view.sql, view.today())?;
    let verdict = judging::judge(request.specimen, &request.measures, &limits);
    Ok(ValidityAnswer {
        validity: verdict.validity,
        findings: verdict.findings.into_iter().map(|finding| finding.words(&limits)).collect(),
        temperature_minutes: limits.minutes,
    })
}

/// How much of a test somebody sees.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(super) enum Sight {
    /// Everything.
    Whole,
    /// What a collector needs: the cup, and what was entered on it.
    Collecting,
}

/// How much of this client's tests the person sees.
///
/// # Errors
/// `not_found` for the schedule alone, which shows no single test.
pub(super) fn sight(view: &View<'_>, test: &Test) -> Result<Sight> {
    if view.reach(Info::DrugTests, Verb::Read, test.client).is_ok() {
        return Ok(Sight::Whole);
    }
    view.reach(Info::DrugTests, Verb::Collect, test.client).map(|_| Sight::Collecting).map_err(|_| unseen())
}

fn unseen() -> Refusal {
    Refusal::not_found("drug test")
}

/// A test of a client outside the reach and a test that does not exist give the same answer.
pub(super) fn hidden(refusal: Refusal) -> Refusal {
    if refusal.code == Code::NotFound { unseen() } else { refusal }
}

/// One test, as far as the person may see it.
pub(super) fn get(view: &View<'_>, request: OneTest) -> Result<TestAnswer> {
    one(view, request.id)
}

pub(super) fn one(view: &View<'_>, id: DrugTestId) -> Result<TestAnswer> {
    let test = store::test(view.sql, id)?;
    let sight = sight(view, &test)?;
    sheet::answer(view, &test, sight)
}

/// What every read substance means against the medications.
pub(super) fn meanings(view: &View<'_>, test: &Test) -> Result<Vec<Meaning>> {
    Ok(sheet::lines(view.sql, test)?.into_iter().filter_map(|line| line.meaning).collect())
}

/// The tests of a chart, the newest first, a page at a time.
pub(super) fn chart(view: &View<'_>, request: ChartTests) -> Result<ChartAnswer> {
    view.reach(Info::DrugTests, Verb::Read, request.client)?;
    let after = request.after.map(|id| store::test(view.sql, id)).transpose()?.filter(|t| t.client == request.client);
    let mut statement = view.sql.prepare_cached(include_str!("sql/chart.sql"))?;
    let parameters = named_params! {
        ":client": request.client,
        ":before_on": after.as_ref().map(|test| test.on_date),
        ":before_number": after.as_ref().map(|test| test.number),
        ":limit": i64::try_from(PAGE + 1).unwrap_or(i64::MAX),
    };
    let names = panel::names(view.sql)?;
    let rows = statement.query_map(parameters, |row| row_of(row, Seen::Results, &names))?;
    let mut rows = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    Ok(ChartAnswer {
        rows,
        more,
        may_order: view.reach(Info::DrugTests, Verb::Interpret, request.client).is_ok(),
        may_log: view.actor.may(Info::DrugTests, Verb::Collect),
    })
}

/// What a list shows of a test.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
enum Seen {
    Results,
    /// That it is due, was collected, or was not: front desk and collectors.
    Schedule,
}

/// The tests of a day; with today also what is overdue and what waits for somebody's word.
pub(super) fn day(view: &View<'_>, request: DayRequest) -> Result<DayTests> {
    let today = view.today();
    let on = request.on.unwrap_or(today);
    let names = panel::names(view.sql)?;
    let list = |of: &str, seen: Seen, scope: Scope| -> Result<Vec<TestRow>> {
        let mut statement = view.sql.prepare_cached(include_str!("sql/lists.sql"))?;
        let parameters = named_params! {
            ":list": of, ":on": on, ":me": view.actor.staff, ":now": view.now, ":today": today,
            ":everyone": scope.everyone, ":related": scope.related, ":named": scope.named,
            ":collecting": scope.collecting,
        };
        let rows = statement.query_map(parameters, |row| row_of(row, seen, &names))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    };
    let reading = Scope::of(view, Verb::Read);
    let schedule = Scope::of(view, Verb::Glimpse);
    let mut rows = if reading.any() { list("day", Seen::Results, reading)? } else { Vec::new() };
    add_missing(&mut rows, list("day", Seen::Schedule, schedule)?);
    let (mut overdue, mut waiting) = (Vec::new(), Vec::new());
    if on == today {
        overdue = list("overdue", Seen::Schedule, schedule)?;
    }
    if on == today && reading.any() {
        waiting = list("waiting", Seen::Results, reading)?;
    }
    Ok(DayTests { on, rows, overdue, waiting })
}

/// A person with two roles sees of each test what the better one gives.
fn add_missing(rows: &mut Vec<TestRow>, others: Vec<TestRow>) {
    let new: Vec<TestRow> = others.into_iter().filter(|other| rows.iter().all(|row| row.id != other.id)).collect();
    rows.extend(new);
    rows.sort_by(|a, b| a.number.cmp(&b.number));
}

/// Whose tests a list shows. Restricted charts off the care team are in none.
#[derive(Copy, Clone, Debug)]
struct Scope {
    everyone: bool,
    related: bool,
    named: bool,
    collecting: bool,
}

impl Scope {
    fn of(view: &View<'_>, verb: Verb) -> Self {
        let permits = view.actor.permits(Info::DrugTests, verb);
        let has = |reach: Reach| permits.iter().any(|permit| permit.reach == reach);
        Self {
            everyone: has(Reach::Everyone),
            related: has(Reach::Related),
            named: has(Reach::Named),
            collecting: has(Reach::Collecting),
        }
    }

    fn any(self) -> bool {
        self.everyone || self.related || self.named || self.collecting
    }
}

fn row_of(row: &Row<'_>, seen: Seen, names: &Names) -> rusqlite::Result<TestRow> {
    let full = class(row.get("state")?, row.get("outcome")?, row.get("interpretation")?);
    let on = row.get("on_date")?;
    let results = seen == Seen::Results;
    let detected: String = row.get("detected")?;
    Ok(TestRow {
        id: row.get("id")?,
        number: number_words(row.get("number")?, on),
        client: row.get("client")?,
        client_name: format!("{}, {}", row.get::<_, String>("family_name")?, row.get::<_, String>("given_name")?),
        on,
        collected_at: row.get("collected_at")?,
        class: if results { full } else { schedule_only(full) },
        reason: row.get("reason")?,
        specimen: row.get("specimen")?,
        panel: names.panel(&row.get::<_, String>("panel")?),
        validity: if results { row.get("validity")? } else { None },
        observed: if results { row.get("observed")? } else { None },
        detected: if results { names.analytes(&detected) } else { Vec::new() },
        imported: row.get("imported")?,
        rev: row.get("rev")?,
    })
}

/// The class without what a result says.
fn schedule_only(class: TestClass) -> TestClass {
    match class {
        TestClass::Ordered => TestClass::Ordered,
        TestClass::NotCollected | TestClass::Refused | TestClass::Unable | TestClass::Excused => {
            TestClass::NotCollected
        }
        TestClass::Collected
        | TestClass::Presumptive
        | TestClass::Confirmed
        | TestClass::Expected
        | TestClass::Unexpected
        | TestClass::Inconclusive => TestClass::Collected,
    }
}

/// "Nakagawa-Whitfield, Rosalind".
pub(super) fn client_name(sql: &Connection, client: ClientId) -> Result<String> {
    let mut statement = sql.prepare_cached("select family_name || ', ' || given_name from client where id = :id")?;
    Ok(statement.query_row(named_params! { ":id": client }, |row| row.get(0))?)
}

/// Names of the people behind the steps of a test, in one query.
pub(super) fn people(
    sql: &Connection,
    ids: [Option<crate::kernel::actor::StaffId>; 6],
) -> Result<Vec<(crate::kernel::actor::StaffId, String)>> {
    let mut statement = sql.prepare_cached(
        "select id, given_name || ' ' || family_name
         from staff
         where id in (:a, :b, :c, :d, :e, :f)",
    )?;
    let [a, b, c, d, e, f] = ids;
    let parameters = named_params! { ":a": a, ":b": b, ":c": c, ":d": d, ":e": e, ":f": f };
    let rows = statement.query_map(parameters, |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
