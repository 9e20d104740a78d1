//! What a test means, put together for its page: the class against the medications, remarks, trends.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::against::{self, TestAgainst, Whole};
use super::ipc::{OneTest, TestLine};
use super::record::Test;
use super::remark::{self, Marks, Remark};
use super::trend::{self, Trend};
use super::{queries, sheet, store};
use crate::client::ClientId;
use crate::kernel::{Info, Result, Verb, View};
use crate::practice::policy;

/// What a test means against the medications of its day.
#[derive(Debug, Serialize, TS)]
pub struct TestMeaning {
    pub class: TestAgainst,
    /// A medication that must show does not.
    pub critical: bool,
    /// It rests on a screen.
    pub presumptive: bool,
    /// A finished sentence.
    pub words: String,
    pub remarks: Vec<Remark>,
    pub trends: Vec<Trend>,
}

/// Whose trends.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TrendsOf {
    pub client: ClientId,
}

/// What runs through the tests of a chart.
#[derive(Debug, Serialize, TS)]
pub struct ChartTrends {
    pub trends: Vec<Trend>,
    /// How many of the newest specimens one after the other were dilute.
    pub dilute_streak: i64,
    /// From how many on that is worth saying.
    pub dilute_from: i64,
}

/// What the lines of a test come to.
pub(super) struct Read {
    pub lines: Vec<TestLine>,
    pub whole: Whole,
    pub marks: Marks,
}

/// Reads a test against its medications.
pub(super) fn read(sql: &rusqlite::Connection, test: &Test) -> Result<Read> {
    let lines = sheet::lines(sql, test)?;
    let whole = against::whole(&lines);
    Ok(Read { lines, whole, marks: marks(sql, test.on_date)? })
}

fn marks(sql: &rusqlite::Connection, on: chrono::NaiveDate) -> Result<Marks> {
    let whole = |key| policy::whole_on(sql, key, on);
    Ok(Marks {
        etg_low: whole(policy::ETG_LOW)?,
        ets_low: whole(policy::ETS_LOW)?,
        alcohol_hours: whole(policy::ALCOHOL_HOURS)?,
        peth_low: whole(policy::PETH_LOW)?,
        peth_high: whole(policy::PETH_HIGH)?,
        dilute_streak: whole(policy::DILUTE_STREAK)?,
    })
}

/// What a test means; for who reads results.
pub(super) fn meaning(view: &View<'_>, request: OneTest) -> Result<TestMeaning> {
    let test = store::test(view.sql, request.id)?;
    view.reach(Info::DrugTests, Verb::Read, test.client).map_err(queries::hidden)?;
    let Read { lines, whole, marks } = read(view.sql, &test)?;
    let streak = match test.collection.at {
        Some(_) => trend::dilute_streak(view.sql, test.client, Some(test.id))?,
        None => 0,
    };
    let unlooked = if whole.class == TestAgainst::Waiting {
        Vec::new()
    } else {
        against::not_looked_for(&test.medications, &lines)
    };
    let ratio = policy::whole_on(view.sql, policy::TREND_RATIO, test.on_date)?;
    Ok(TestMeaning {
        class: whole.class,
        critical: whole.critical,
        presumptive: whole.presumptive,
        words: whole.words(),
        remarks: remark::remarks(&whole, &lines, &unlooked, streak, &marks),
        trends: trend::of(view.sql, test.client, Some(test.id), ratio)?,
    })
}

/// The trends of a chart.
pub(super) fn trends(view: &View<'_>, request: TrendsOf) -> Result<ChartTrends> {
    view.reach(Info::DrugTests, Verb::Read, request.client)?;
    let today = view.today();
    Ok(ChartTrends {
        trends: trend::of(view.sql, request.client, None, policy::whole_on(view.sql, policy::TREND_RATIO, today)?)?,
        dilute_streak: trend::dilute_streak(view.sql, request.client, None)?,
        dilute_from: policy::whole_on(view.sql, policy::DILUTE_STREAK, today)?,
    })
}
