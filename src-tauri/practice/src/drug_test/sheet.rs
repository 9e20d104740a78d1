//! One test as its page shows it: lines against medications, the three facts, and what the person may do next.

use rusqlite::{Connection, named_params};

use super::ipc::{FactAnswer, Named, TestAnswer, TestLine, TestMay};
use super::meaning::{explains, meaning};
use super::panel;
use super::queries::{Sight, analyte_name, panel_name, people};
use super::record::{Fact, Test};
use super::results::{self, Stored};
use super::rules::{Step, TestClass, may_call};
use super::{Interpretation, Phase, TestState, store};
use crate::kernel::actor::StaffId;
use crate::kernel::{Info, Result, Verb, View};

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
    let mut lines = lines(view.sql, test)?;
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
        panel_name: panel_name(&test.panel),
        on: test.on_date,
        ordered_at: test.ordered_at,
        outcome: test.outcome,
        outcome_reason: test.outcome_reason.clone(),
        collected_at: test.collection.at,
        collector: people.named(test.collection.collector),
        observed: test.collection.observed,
        observer: people.named(test.collection.observer),
        seal: test.collection.seal.clone(),
        lot: test.collection.lot.clone(),
        noted: test.collection.noted.clone(),
        measures: test.measures,
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
    line.confirmation = None;
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

/// Every substance of the panel, then what else was found.
pub(super) fn lines(sql: &Connection, test: &Test) -> Result<Vec<TestLine>> {
    let stored = results::of(sql, test.id)?;
    let panel = panel::panel(&test.panel)?;
    let mut lines: Vec<TestLine> = Vec::new();
    for analyte in panel.iter().flat_map(|panel| &panel.analytes) {
        let cutoff = analyte.cutoff.clone();
        lines.push(line(test, &stored, &analyte.key, &analyte.name, cutoff));
    }
    for result in &stored {
        if lines.iter().all(|line| line.analyte != result.analyte) {
            lines.push(line(test, &stored, &result.analyte, &analyte_name(&result.analyte), None));
        }
    }
    Ok(lines)
}

fn line(test: &Test, stored: &[Stored], key: &str, name: &str, cutoff: Option<String>) -> TestLine {
    let find = |phase: Phase| stored.iter().find(|result| result.phase == phase && result.analyte == key);
    let (screen, confirmation) = (find(Phase::Screen), find(Phase::Confirmation));
    let prescribed = explains(&test.medications, key).map(|medication| medication.name.clone());
    let read = confirmation.or(screen).map(|result| result.result);
    // The cut-off that held when it was read, not the one of today's file.
    let then = screen.map(|result| result.cutoff.clone()).filter(|cutoff| !cutoff.is_empty());
    TestLine {
        analyte: key.into(),
        name: name.into(),
        on_site: cutoff.is_some(),
        cutoff: then.or(cutoff).unwrap_or_default(),
        screen: screen.map(|result| result.result),
        confirmation: confirmation.map(|result| result.result),
        quantity_tenths: confirmation.and_then(|result| result.quantity_tenths),
        meaning: read.map(|reading| meaning(reading, prescribed.is_some())),
        prescribed,
        presumptive: confirmation.is_none(),
    }
}

/// What the person may do with the test now: the state and the role together.
fn may(view: &View<'_>, test: &Test) -> TestMay {
    let can = |verb: Verb| view.reach(Info::DrugTests, verb, test.client).is_ok();
    let (collects, interprets, reviews) = (can(Verb::Collect), can(Verb::Interpret), can(Verb::Review));
    let step = |step: Step| test.may(step).is_ok();
    let laboratory = test.laboratory.as_ref().map(|fact| fact.result);
    TestMay {
        collect: collects && step(Step::Collect),
        not_collected: (collects || interprets) && step(Step::NotCollected),
        excuse: interprets && step(Step::NotCollected),
        screen: collects && step(Step::Screen) && panel::panel(&test.panel).is_ok_and(|panel| panel.is_some()),
        laboratory: interprets && step(Step::Laboratory),
        review: reviews && step(Step::Review),
        interpret: interprets && step(Step::Interpret),
        unexpected: interprets && step(Step::Interpret) && may_call(Interpretation::Unexpected, laboratory).is_ok(),
        correct: interprets && step(Step::Correct),
        void: interprets && test.voided_at.is_none(),
    }
}
