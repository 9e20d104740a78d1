//! Correcting what was entered of a test. The earlier version is kept, and [`super::corrected`] shows it.

use super::ipc::{CollectionFields, CorrectTest, TestAnswer};
use super::ops::{answer, known_or_none, reached, take};
use super::record::{Taken, Test};
use super::results::{self, Read};
use super::rules::{DrugTestRefusal, Step};
use super::{Phase, TestState, details, store, taking};
use crate::kernel::door::Tx;
use crate::kernel::{Check, Refusal, Result, Verb};
use crate::panel::Panel;

/// Corrects what was entered, with a reason; the earlier version is kept. A final test is open again.
pub(super) fn correct(tx: &mut Tx<'_, '_>, request: CorrectTest) -> Result<TestAnswer> {
    let mut test = reached(tx, Verb::Interpret, (request.id, request.rev))?;
    test.may(Step::Correct)?;
    let mut check = Check::new();
    let because = check.required("because", &request.because, 500, "Say why, in a few words.");
    let without_specimen = test.state == TestState::NotCollected;
    if without_specimen {
        check.ensure(request.outcome.is_some(), "outcome", "Choose what it should say.");
    } else {
        check.ensure(request.collection.is_some(), "collection", "Enter the collection as it should be.");
    }
    check.done()?;
    let panel = known_or_none(tx, &test)?;
    let readings = check_correction(&test, panel.as_ref(), request.readings)?;
    let taken = match request.collection {
        Some(collection) if !without_specimen => Some(taken_again(tx, &test, collection)?),
        _ => None,
    };
    test.corrected_because = because;
    if without_specimen {
        test.outcome = request.outcome;
    }
    if let Some(taken) = taken {
        let details = take(tx, &mut test, taken)?;
        test.reopened();
        store::update_collection(tx, &test)?;
        if let Some(details) = details {
            details::put(tx, test.id, test.client, &details)?;
        }
    }
    store::update(tx, &test)?;
    if let (Some(panel), Some(readings)) = (panel, readings) {
        results::put(tx, &test, &panel, Phase::Screen, &readings)?;
    }
    answer(tx, &test)
}

/// The collection as it should be. On the same day the medications stay as they were read then.
fn taken_again(tx: &Tx<'_, '_>, test: &Test, collection: CollectionFields) -> Result<Taken> {
    let taken = taking::taken(tx, test.client, test.specimen, collection)?;
    let medications = if taken.on == test.on_date { test.medications.clone() } else { taken.medications };
    Ok(Taken { medications, ..taken })
}

/// The readings of a correction: all of them again when the test was screened, otherwise none.
fn check_correction(test: &Test, panel: Option<&Panel>, readings: Vec<Read>) -> Result<Option<Vec<Read>>> {
    match (test.screened.is_some(), panel) {
        (true, Some(panel)) => {
            results::check_screen(panel, &readings)?;
            Ok(Some(readings))
        }
        _ if readings.is_empty() => Ok(None),
        (false, _) => Err(Refusal::field("readings", "This test was not screened yet. Enter the screen instead.")),
        (true, None) => Err(DrugTestRefusal::UnknownPanel.into()),
    }
}
