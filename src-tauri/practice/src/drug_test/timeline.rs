//! The course of a client's tests beside what surrounds them: medications, level of care, missed check-ins, pauses.

use chrono::{Days, NaiveDate};
use rusqlite::{Connection, Row, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::rules::{TestClass, class};
use super::validity::Validity;
use super::{DrugTestId, TestReason, number_words};
use crate::client::ClientId;
use crate::kernel::{Check, Info, Result, Verb, View};
use crate::panel::{self, Names};

/// The longest span: three years and a day.
const LONGEST: i64 = 1_097;

/// Without a wish, the last half year is shown.
const SHOWN: Days = Days::new(182);

/// The request of `drug_test.timeline`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "TestTimelineOf")]
pub struct TimelineOf {
    pub client: ClientId,
    /// Half a year before the last day when absent.
    #[serde(default)]
    #[ts(optional)]
    pub from: Option<NaiveDate>,
    /// Today when absent.
    #[serde(default)]
    #[ts(optional)]
    pub until: Option<NaiveDate>,
}

/// A test of a timeline.
#[derive(Debug, Serialize, TS)]
pub struct TimelineTest {
    pub id: DrugTestId,
    pub number: String,
    pub on: NaiveDate,
    pub class: TestClass,
    pub reason: TestReason,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub validity: Option<Validity>,
    pub detected: Vec<String>,
    /// The laboratory has answered.
    pub confirmed: bool,
}

/// A check-in that was missed, or came late.
#[derive(Debug, Serialize, TS)]
pub struct TimelineMissed {
    pub on: NaiveDate,
    pub program_name: String,
    pub late: bool,
}

/// Something that lasts: a medication, a level of care, a pause.
#[derive(Debug, Serialize, TS)]
pub struct TimelineSpan {
    pub words: String,
    /// Absent: from before what is known.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// The last day; absent: until now.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
}

/// A client's tests and what surrounds them.
#[derive(Debug, Serialize, TS)]
pub struct TestTimeline {
    pub from: NaiveDate,
    pub until: NaiveDate,
    /// The oldest first, as is everything here.
    pub tests: Vec<TimelineTest>,
    pub missed: Vec<TimelineMissed>,
    pub medications: Vec<TimelineSpan>,
    pub levels: Vec<TimelineSpan>,
    pub pauses: Vec<TimelineSpan>,
}

/// The timeline of a client.
pub(super) fn of_client(view: &View<'_>, request: TimelineOf) -> Result<TestTimeline> {
    view.reach(Info::DrugTests, Verb::Read, request.client)?;
    let to = request.until.unwrap_or(view.today());
    let from = request.from.unwrap_or(to.checked_sub_days(SHOWN).unwrap_or(to));
    let mut check = Check::new();
    check.ensure(from <= to, "until", "Choose a day on or after the first.");
    check.ensure((to - from).num_days() <= LONGEST, "from", "Choose at most three years.");
    check.done()?;
    let sql = view.sql;
    let of = Asked { sql, client: request.client, from, to };
    let names = panel::names(view.sql)?;
    Ok(TestTimeline {
        from,
        until: to,
        tests: of.rows(include_str!("sql/timeline_tests.sql"), |row| test_of(row, &names))?,
        missed: of.missed(view)?,
        medications: of.rows(MEDICATIONS, span_of)?,
        levels: of.rows(include_str!("sql/timeline_levels.sql"), span_of)?,
        pauses: of.rows(PAUSES, span_of)?,
    })
}

const MEDICATIONS: &str = "select trim(name || ' ' || dose) as words, started_on as from_on, stopped_on as until_on
 from medication
 where client = :client and voided_at is null
   and (started_on is null or started_on <= :to) and (stopped_on is null or stopped_on >= :from)
 order by started_on, name";

const PAUSES: &str =
    "select case kind when 'vacation' then 'Away' when 'hospital' then 'Hospital' else 'Pause' end as words,
        from_on, until_on
 from testing_pause
 where client = :client and voided_at is null and from_on <= :to and (until_on is null or until_on >= :from)
 order by from_on";

struct Asked<'a> {
    sql: &'a Connection,
    client: ClientId,
    from: NaiveDate,
    to: NaiveDate,
}

impl Asked<'_> {
    fn rows<T>(&self, sql: &str, of: impl Fn(&Row<'_>) -> rusqlite::Result<T>) -> Result<Vec<T>> {
        let mut statement = self.sql.prepare_cached(sql)?;
        let parameters = named_params! { ":client": self.client, ":from": self.from, ":to": self.to };
        Ok(statement.query_map(parameters, of)?.collect::<rusqlite::Result<_>>()?)
    }

    fn missed(&self, view: &View<'_>) -> Result<Vec<TimelineMissed>> {
        let mut statement = self.sql.prepare_cached(include_str!("sql/timeline_missed.sql"))?;
        let parameters =
            named_params! { ":client": self.client, ":from": self.from, ":to": self.to, ":now": view.now };
        let rows = statement.query_map(parameters, |row| {
            Ok(TimelineMissed {
                on: row.get("on_date")?,
                program_name: row.get("program_name")?,
                late: row.get("late")?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

fn test_of(row: &Row<'_>, names: &Names) -> rusqlite::Result<TimelineTest> {
    let on = row.get("on_date")?;
    let class = class(row.get("state")?, row.get("outcome")?, row.get("interpretation")?);
    Ok(TimelineTest {
        id: row.get("id")?,
        number: number_words(row.get("number")?, on),
        on,
        class,
        reason: row.get("reason")?,
        validity: row.get("validity")?,
        detected: names.analytes(&row.get::<_, String>("detected")?),
        confirmed: row.get("confirmed")?,
    })
}

fn span_of(row: &Row<'_>) -> rusqlite::Result<TimelineSpan> {
    Ok(TimelineSpan { words: row.get("words")?, from: row.get("from_on")?, until: row.get("until_on")? })
}
