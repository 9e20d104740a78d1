//! One test as its page shows it: lines against medications, the three facts, and what the person may do next.

use rusqlite::{Connection, named_params};

use super::ipc::{FactAnswer, Named, TestAnswer, TestLine, TestMay};
use super::meaning::{explains, meaning};
use super::queries::{Sight, people};
use super::record::{Fact, Test};
use super::results::{self, Stored};
use super::rules::{Step, TestClass, may_call};
use super::{Interpretation, Phase, Reading, TestState, chain, details, grounds, report, store, wait};
use crate::kernel::actor::StaffId;
use crate::kernel::{Info, Result, Verb, View};
use crate::panel::{self, Analyte, Names, Panel};

/// Who stands behind the steps of a test.
struct People(Vec<(StaffId, String)>);

impl People {
    fn of(sql: &Connection, test: &Test) -> Result<Self> {
        let said = [
            test.screened,
            test.laboratory.as_ref().and_then(|fact| fact.said),
            test.review.as_ref().and_then(|fact| fact.said),
            test.interpretation.as_ref().and_then(|fact| fact.said),
        ];
        let [screened, laboratory, review, interpretation] = said.map(|said| said.map(|said| said.by));
        let ids = [test.collection.collector, test.collection.observer, screened, laboratory, review, interpretation];
        Ok(Self(people(sql, ids)?))
    }

    fn name(&self, id: StaffId) -> Option<String> {
        self.0.iter().find(|(known, _)| *known == id).map(|(_, name)| name.clone())
    }

    fn named(&self, id: Option<StaffId>) -> Option<Named> {
        let id = id?;
        Some(Named { id, name: self.name(id)? })
    }

    fn fact<R: Copy + ts_rs::TS>(&self, fact: Option<&Fact<R>>) -> Option<FactAnswer<R>> {
        let fact = fact?;
        Some(FactAnswer {
            result: fact.result,
            words: fact.words.clone(),
            by: fact.said.and_then(|said| self.name(said.by)),
            at: fact.said.map(|said| said.at),
        })
    }
}

/// The test as this person sees it. Who only collects sees the cup and what was entered on it, and no result's meaning.
pub(super) fn answer(view: &View<'_>, test: &Test, sight: Sight) -> Result<TestAnswer> {
    let people = People::of(view.sql, test)?;
    let (client_name, client_number) = client(view.sql, test)?;
    let whole = sight == Sight::Whole;
    let names = panel::names(view.sql)?;
    let panel = panel::of_version(view.sql, &test.panel, &test.panel_version)?;
    let reports = report::of(view.sql, test.id, &names)?;
    let mut lines = lines_of(view.sql, test, panel.as_ref(), (&names, reports.last()))?;
    let details = details::of(view.sql, test.id)?;
    let chain = chain::of(view.sql, test.id)?;
    if !whole {
        lines.iter_mut().for_each(only_the_cup);
    }
    Ok(TestAnswer {
        id: test.id,
        number: store::number_of(test),
        client: test.client,
        client_name,
        client_number,
        class: if whole { test.class() } else { collecting_class(test) },
        state: if whole { test.state } else { collecting_state(test) },
        reason: test.reason,
        method: test.method,
        specimen: test.specimen,
        panel: test.panel.clone(),
        panel_name: names.panel(&test.panel),
        panel_number: panel.as_ref().map(|panel| panel.number),
        panel_effective_on: panel.as_ref().and_then(|panel| panel.effective_on),
        panel_laboratory: panel.map(|panel| panel.laboratory).unwrap_or_default(),
        on: test.on_date,
        ordered_at: test.ordered_at,
        outcome: test.outcome,
        outcome_reason: test.outcome_reason.clone(),
        ground: grounds::words(&test.ground)?.unwrap_or_default().to_owned(),
        next_step: test.next_step.clone(),
        collected_at: test.collection.at,
        collector: people.named(test.collection.collector),
        observed: test.collection.observed,
        observer: people.named(test.collection.observer),
        seal: test.collection.seal.clone(),
        lot: test.collection.lot.clone(),
        noted: test.collection.noted.clone(),
        measures: test.measures,
        collection_findings: collection_findings(view, test, &details)?,
        reader: details.reader.map(|reader| named(view.sql, reader)).transpose()?,
        details,
        chain_gaps: chain::gaps_of(view.sql, test.on_date, &chain.standing)?,
        chain: chain.standing,
        chain_taken_back: chain.taken_back,
        wait: wait::of(view.sql, test.id, test.on_date)?,
        reports: if whole { reports } else { Vec::new() },
        validity: test.validity,
        validity_words: test.validity_words.clone(),
        medications: if whole { test.medications.clone() } else { Vec::new() },
        lines,
        screened_by: test.screened.and_then(|said| people.name(said.by)),
        screened_at: test.screened.map(|said| said.at),
        laboratory: people.fact(test.laboratory.as_ref().filter(|_| whole)),
        review: people.fact(test.review.as_ref().filter(|_| whole)),
        interpretation: people.fact(test.interpretation.as_ref().filter(|_| whole)),
        corrected_because: test.corrected_because.clone(),
        imported: test.imported,
        voided: test.voided_at.is_some(),
        void_reason: test.void_reason.clone().unwrap_or_default(),
        may: may(view, test),
        rev: test.rev,
    })
}

fn client(sql: &Connection, test: &Test) -> Result<(String, String)> {
    let mut statement = sql.prepare_cached("select family_name, given_name, number from client where id = :id")?;
    Ok(statement.query_row(named_params! { ":id": test.client }, |row| {
        let (family, given): (String, String) = (row.get(0)?, row.get(1)?);
        Ok((format!("{family}, {given}"), format!("C-{:04}", row.get::<_, i64>(2)?)))
    })?)
}

fn only_the_cup(line: &mut TestLine) {
    line.laboratory_screen = None;
    line.confirmation = None;
    line.reported = String::new();
    line.quantity_tenths = None;
    line.prescribed = None;
    line.meaning = None;
}

fn collecting_class(test: &Test) -> TestClass {
    match test.class() {
        TestClass::Confirmed | TestClass::Expected | TestClass::Unexpected | TestClass::Inconclusive => {
            TestClass::Collected
        }
        other => other,
    }
}

fn collecting_state(test: &Test) -> TestState {
    match test.state {
        TestState::Confirmed | TestState::Final => TestState::Collected,
        other => other,
    }
}

fn named(sql: &Connection, id: StaffId) -> Result<String> {
    let found = people(sql, [Some(id), None, None, None, None, None])?;
    Ok(found.into_iter().next().map(|(_, name)| name).unwrap_or_default())
}

fn collection_findings(view: &View<'_>, test: &Test, details: &details::Details) -> Result<Vec<String>> {
    if test.collection.at.is_none() {
        return Ok(Vec::new());
    }
    let customs = details::Customs::on(view.sql, test.on_date)?;
    let observed = test.collection.observed == Some(true);
    Ok(details::findings(test.specimen, (test.on_date, observed), details, &customs))
}

/// Every substance of the panel, then what else was found.
pub(super) fn lines(sql: &Connection, test: &Test) -> Result<Vec<TestLine>> {
    let names = panel::names(sql)?;
    let panel = panel::of_version(sql, &test.panel, &test.panel_version)?;
    let reports = report::of(sql, test.id, &names)?;
    lines_of(sql, test, panel.as_ref(), (&names, reports.last()))
}

fn lines_of(
    sql: &Connection,
    test: &Test,
    panel: Option<&Panel>,
    (names, report): (&Names, Option<&report::ReportAnswer>),
) -> Result<Vec<TestLine>> {
    let stored = results::of(sql, test.id)?;
    let on_site = |key: &str| panel.is_some_and(|panel| panel.on_site().any(|analyte| analyte.key == key));
    let mut lines: Vec<TestLine> = Vec::new();
    for analyte in panel.iter().flat_map(|panel| &panel.analytes) {
        let line = line(test, &stored, (&analyte.key, &analyte.name), (Some(analyte), report));
        lines.push(TestLine { on_site: on_site(&analyte.key), ..line });
    }
    let reported = report.iter().flat_map(|report| &report.lines).map(|line| line.analyte.as_str());
    for key in stored.iter().map(|result| result.analyte.as_str()).chain(reported) {
        if lines.iter().all(|line| line.analyte != key) {
            lines.push(line(test, &stored, (key, &names.analyte(key)), (None, report)));
        }
    }
    Ok(lines)
}

fn line(
    test: &Test,
    stored: &[Stored],
    (key, name): (&str, &str),
    (analyte, report): (Option<&Analyte>, Option<&report::ReportAnswer>),
) -> TestLine {
    let find = |phase: Phase| stored.iter().find(|result| result.phase == phase && result.analyte == key);
    let (screen, confirmation) = (find(Phase::Screen), find(Phase::Confirmation));
    let laboratory_screen = report.and_then(|report| {
        report.lines.iter().find(|line| line.analyte == key && line.phase == Phase::Screen).map(|line| line.result)
    });
    let prescribed = explains(&test.medications, key).map(|medication| medication.name.clone());
    let settled = confirmation.map(|result| result.result).filter(|result| *result != Reading::Pending);
    let screened = laboratory_screen.or(screen.map(|result| result.result));
    let read = settled.or(screened).or(confirmation.map(|result| result.result));
    // The cut-off that held when it was read, not the one of today's version.
    let then = |result: Option<&Stored>| result.map(|one| one.cutoff.clone()).filter(|cutoff| !cutoff.is_empty());
    let confirm_cutoff = then(confirmation).or(analyte.and_then(Analyte::confirm_cutoff));
    TestLine {
        analyte: key.into(),
        name: name.into(),
        on_site: false,
        cutoff: then(screen).or(analyte.and_then(Analyte::cutoff)).unwrap_or_default(),
        confirm_cutoff: confirm_cutoff.unwrap_or_default(),
        unit: analyte.map(|analyte| analyte.unit.clone()).unwrap_or_default(),
        screen: screen.map(|result| result.result),
        laboratory_screen,
        confirmation: confirmation.map(|result| result.result),
        quantity_tenths: confirmation.and_then(|result| result.quantity_tenths),
        reported: confirmation.map(|result| result.reported.clone()).unwrap_or_default(),
        meaning: read.map(|reading| meaning(reading, prescribed.is_some())),
        prescribed,
        presumptive: settled.is_none(),
    }
}

impl TestLine {
    /// What counts of a line: the confirmation once it is there, otherwise a screen, the laboratory's before the cup's.
    pub(super) fn reading(&self) -> Option<Reading> {
        let settled = self.confirmation.filter(|reading| *reading != Reading::Pending);
        settled.or(self.laboratory_screen).or(self.screen).or(self.confirmation)
    }
}

/// What the person may do with the test now: the state and the role together.
fn may(view: &View<'_>, test: &Test) -> TestMay {
    let can = |verb: Verb| view.reach(Info::DrugTests, verb, test.client).is_ok();
    let (collects, interprets, reviews) = (can(Verb::Collect), can(Verb::Interpret), can(Verb::Review));
    let step = |step: Step| test.may(step).is_ok();
    let laboratory = test.laboratory.as_ref().map(|fact| fact.result);
    let known = panel::in_force(view.sql, &test.panel, test.on_date).is_ok_and(|panel| panel.is_some());
    let specimen = !matches!(test.state, TestState::Ordered | TestState::NotCollected);
    TestMay {
        collect: collects && step(Step::Collect),
        not_collected: (collects || interprets) && step(Step::NotCollected),
        excuse: interprets && step(Step::NotCollected),
        screen: collects && step(Step::Screen) && known,
        laboratory: interprets && step(Step::Laboratory),
        review: reviews && step(Step::Review),
        interpret: interprets && step(Step::Interpret),
        unexpected: interprets && step(Step::Interpret) && may_call(Interpretation::Unexpected, laboratory).is_ok(),
        correct: interprets && step(Step::Correct),
        hand_off: (collects || interprets) && specimen && test.voided_at.is_none(),
        void: interprets && test.voided_at.is_none(),
    }
}
