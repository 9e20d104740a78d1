//! What a laboratory's file may bring into tests: which test a number names, whether it takes a report now, and taking it.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use rusqlite::named_params;

use super::record::Test;
use super::report::{self, Incoming, ReportAnswer, ReportLine};
use super::results::{self, Read};
use super::rules::{DrugTestRefusal, Step};
use super::validity::{Limits, Measures, Validity};
use super::{DrugTestId, Phase, consequence, laboratory, number_words, queries, store};
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::{Info, Result, Tag, Verb, View};
use crate::panel::{self, Names, Panel};

/// How far back a number is looked for.
const DAYS_BACK: u64 = 400;

/// A test that a report may go to.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    pub id: DrugTestId,
    /// "S-26-1187".
    pub number: String,
    pub client_name: String,
    pub on: NaiveDate,
    /// None when the test came with an import.
    pub panel: Option<Panel>,
    /// Whether a laboratory result may follow now.
    pub takes: bool,
    /// How many reports there are.
    pub reports: usize,
    test: Test,
    limits: Limits,
    last: Option<ReportAnswer>,
}

impl Candidate {
    /// What the laboratory's own measures say of this specimen.
    pub fn validity(&self, measures: &Measures) -> Option<Validity> {
        report::validity_of(&self.test, measures, &self.limits)
    }

    /// Whether the last report says just this.
    pub fn says(&self, incoming: &Incoming) -> bool {
        let Some(last) = &self.last else { return false };
        let mut new = Vec::new();
        new.extend(incoming.screens.iter().map(|read| self.said(Phase::Screen, read)));
        new.extend(incoming.confirmations.iter().map(|read| self.said(Phase::Confirmation, read)));
        let line = |line: &ReportLine| {
            (line.phase, line.analyte.clone(), line.result, line.reported.clone(), line.cutoff.clone())
        };
        let mut old: Vec<_> = last.lines.iter().map(line).collect();
        new.sort();
        old.sort();
        (last.result, last.reported_on, last.measures) == (incoming.result, incoming.reported_on, incoming.measures)
            && new == old
    }

    fn said(&self, phase: Phase, read: &Read) -> (Phase, String, super::Reading, String, String) {
        let (cutoff, _) = report::cutoffs(self.panel.as_ref(), phase, read);
        (phase, read.analyte.clone(), read.result, read.reported_words(), cutoff)
    }
}

/// The tests of each number: that of the test, of the seal, or of the container. Numbers are the same whatever their
/// case and blanks. A voided test, one without a specimen and one of long ago are not looked for.
pub(crate) fn of_numbers(
    view: &View<'_>,
    plain: impl Fn(&str) -> String,
) -> Result<HashMap<String, Vec<DrugTestId>>> {
    let mut statement = view.sql.prepare_cached(include_str!("sql/numbers.sql"))?;
    let since = view.today() - Days::new(DAYS_BACK);
    let mut rows = statement.query(named_params! { ":since": since })?;
    let mut found: HashMap<String, Vec<DrugTestId>> = HashMap::new();
    while let Some(row) = rows.next()? {
        let id: DrugTestId = row.get("id")?;
        let number = number_words(row.get("number")?, row.get("on_date")?);
        let others = ["seal", "container", "split_container"].map(|name| row.get::<_, Option<String>>(name));
        for word in others.into_iter().chain([Ok(Some(number))]) {
            let word = word?.map(|word| plain(&word)).unwrap_or_default();
            let tests = found.entry(word).or_default();
            if !tests.contains(&id) {
                tests.push(id);
            }
        }
    }
    found.remove("");
    Ok(found)
}

/// The test, when the person may enter a laboratory result for this client; outside the reach it is not there.
pub(crate) fn candidate(view: &View<'_>, id: DrugTestId) -> Result<Option<Candidate>> {
    let test = store::test(view.sql, id)?;
    if view.reach(Info::DrugTests, Verb::Interpret, test.client).is_err() {
        return Ok(None);
    }
    let panel = panel::of_version(view.sql, &test.panel, &test.panel_version)?;
    let mut reports = report::of(view.sql, id, &Names::default())?;
    let answer = queries::client_name(view.sql, test.client)?;
    Ok(Some(Candidate {
        id,
        number: store::number_of(&test),
        client_name: answer,
        on: test.on_date,
        panel,
        takes: test.may(Step::Laboratory).is_ok(),
        reports: reports.len(),
        limits: Limits::on(view.sql, test.on_date)?,
        last: reports.pop(),
        test,
    }))
}

/// Takes a report that a file brought.
///
/// # Errors
/// `not_found` out of reach, a refusal when the test takes no laboratory result now, `drug_test.unknown_panel`.
pub(crate) fn take_report(tx: &mut Tx<'_, '_>, id: DrugTestId, incoming: &Incoming) -> Result<()> {
    let mut test = store::test(tx.sql(), id)?;
    tx.reach(Info::DrugTests, Verb::Interpret, test.client).map_err(queries::hidden)?;
    test.may(Step::Laboratory)?;
    let found = panel::of_version(tx.sql(), &test.panel, &test.panel_version)?;
    let panel = found.ok_or(DrugTestRefusal::UnknownPanel)?;
    results::check_known(&panel, &incoming.screens)?;
    results::check_known(&panel, &incoming.confirmations)?;
    tx.revise(Table::DrugTest, id, test.rev)?;
    laboratory::reported(tx, &mut test, Some(&panel), incoming)?;
    tx.touch(Tag::DrugTest);
    consequence::settle(tx, &test)
}

#[cfg(test)]
impl Candidate {
    /// A test collected on November 24, 2026, which takes a report.
    pub fn sample(number: &str, panel: Panel) -> Self {
        let on = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap_or_default();
        Self {
            id: DrugTestId(uuid::Uuid::nil()),
            number: number.into(),
            client_name: String::new(),
            on,
            panel: Some(panel),
            takes: true,
            reports: 0,
            test: Test::sample(on),
            limits: Limits { minutes: 4, coldest_f: 90, warmest_f: 100, volume_ml: 45, lowest_ph_tenths: 30 },
            last: None,
        }
    }
}
