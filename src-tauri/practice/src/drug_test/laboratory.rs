//! What a laboratory reports, entered by hand: its word, each substance by initial test and confirmation, what it measured on
//! the specimen, and when. A second entry is an amended report: it says why, and the earlier one is kept.

use super::ipc::{LaboratoryEntry, TestAnswer};
use super::ops::{answer, known_or_none, reached, replaced, said};
use super::record::{Fact, Test};
use super::report::{self, Incoming};
use super::results::{self, Read};
use super::rules::{DrugTestRefusal, Step};
use super::validity::Measures;
use super::{LaboratoryResult, Phase, Reading, TestState, store, taking};
use crate::kernel::door::Tx;
use crate::kernel::{Check, Moment, Result, Verb};
use crate::panel::{self, Panel};

/// Enters the laboratory's report.
pub(super) fn enter(tx: &mut Tx<'_, '_>, request: LaboratoryEntry) -> Result<TestAnswer> {
    let mut test = reached(tx, Verb::Interpret, (request.id, request.rev))?;
    test.may(Step::Laboratory)?;
    if let Some(laboratory) = request.laboratory {
        panel::laboratory(tx.sql(), laboratory)?;
    }
    let mut check = Check::new();
    let words = check.optional("words", &request.words, 1_000);
    let because = replaced(&mut check, test.laboratory.is_some(), &request.because);
    check_laboratory(&mut check, request.result, &request.readings);
    check_measures(&mut check, &test, &request.measures);
    let reported_at = reported_at(tx, &mut check, &test, &request);
    check.done()?;
    let panel = known_or_none(tx, &test)?;
    match &panel {
        Some(panel) => {
            results::check_known(panel, &request.readings)?;
            results::check_known(panel, &request.screens)?;
        }
        None if request.readings.is_empty() && request.screens.is_empty() => {}
        None => return Err(DrugTestRefusal::UnknownPanel.into()),
    }
    let incoming = Incoming {
        result: Some(request.result),
        words,
        because: because.unwrap_or_default(),
        reported_on: request.reported_on,
        reported_at,
        laboratory: request.laboratory,
        measures: request.measures,
        screens: request.screens,
        confirmations: request.readings,
        file: None,
    };
    reported(tx, &mut test, panel.as_ref(), &incoming)?;
    answer(tx, &test)
}

/// A laboratory measures the specimen, not its warmth and not how much there was.
fn check_measures(check: &mut Check, test: &Test, measures: &Measures) {
    taking::measured(check, (test.specimen, "measures"), measures);
    let warmth = measures.temperature_tenths_f.is_some() || measures.temperature_minutes.is_some();
    let at_desk = warmth || measures.volume_ml.is_some();
    check.ensure(!at_desk, "measures", "Temperature and volume belong to the collection. Leave them empty here.");
}

/// The instant of the report: neither before the specimen was taken nor in the future.
fn reported_at(tx: &Tx<'_, '_>, check: &mut Check, test: &Test, request: &LaboratoryEntry) -> Option<Moment> {
    let early = request.reported_on.is_some_and(|on| on < test.on_date || on > tx.today());
    check.ensure(!early, "reported_on", "Choose the day of the report: from the collection until today.");
    let time = request.reported_time.as_deref()?;
    let Some(on) = request.reported_on.filter(|_| !early) else {
        check.ensure(early, "reported_on", "Choose the day of the report, or leave its time empty.");
        return None;
    };
    let at = taking::instant(tx, check, ("reported_on", "reported_time"), (on, Some(time)));
    let before = at.zip(test.collection.at).is_some_and(|(at, collected)| at < collected);
    check.ensure(!before, "reported_time", "The specimen was collected later. Look at both times.");
    at
}

/// Keeps a report as the next one, and makes its word the test's. What it leaves open does not confirm the test.
pub(super) fn reported(
    tx: &mut Tx<'_, '_>,
    test: &mut Test,
    panel: Option<&Panel>,
    incoming: &Incoming,
) -> Result<()> {
    if let Some(result) = incoming.result {
        test.state = TestState::Confirmed;
        test.laboratory = Some(Fact { result, words: incoming.words.clone(), said: Some(said(tx)) });
    } else if test.laboratory.take().is_some() {
        test.reopened();
    }
    // A review of what the laboratory has taken back says nothing any more.
    test.review = None;
    if !incoming.because.is_empty() {
        test.corrected_because.clone_from(&incoming.because);
    }
    store::update(tx, test)?;
    report::add(tx, test, panel, incoming)?;
    if let Some(panel) = panel {
        results::put(tx, test, panel, Phase::Confirmation, &incoming.confirmations)?;
    }
    Ok(())
}

/// The result and the single substances must not contradict each other.
fn check_laboratory(check: &mut Check, result: LaboratoryResult, readings: &[Read]) {
    use LaboratoryResult as L;
    let detected = readings.iter().any(|reading| reading.result == Reading::Detected);
    match result {
        L::Negative | L::NegativeDilute => check.ensure(
            !detected,
            "result",
            "A substance is marked detected. Mark it not detected, or choose positive.",
        ),
        L::Positive | L::PositiveDilute => {
            check.ensure(detected, "readings", "Mark each substance that the laboratory confirmed.");
        }
        L::Adulterated | L::Substituted | L::Invalid | L::Rejected => {}
    }
}
