//! Steps of a test. Each is one action: the row, its results and the audit entries together.

use super::ipc::{
    CollectTest, Interpret, LogTest, NotCollected, OneTest, OrderTest, ReviewEntry, ScreenTest, TestAnswer, VoidTest,
};
use super::record::{Collection, Fact, Said, Taken, Test};
use super::results;
use super::rules::{self, DrugTestRefusal, Step};
use super::validity::Limits;
use super::{DrugTestId, Method, Outcome, Phase, Specimen, TestReason, TestState, consequence, queries, store};
use super::{details, grounds, taking, wait};
use crate::client::ClientId;
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::router::Done;
use crate::kernel::{Check, Info, Result, RowId as _, Verb};
use crate::panel::{self, Panel};

/// Notes that somebody opened a test. What they see of it is the query's answer.
pub(super) fn open(tx: &mut Tx<'_, '_>, request: OneTest) -> Result<Done> {
    let test = store::test(tx.sql(), request.id)?;
    queries::sight(&tx.view(), &test)?;
    tx.opened(Table::DrugTest, test.id, Some(test.client.uuid()), "")?;
    Ok(Done {})
}

/// Orders a test. Ordering is the clinician's: it needs the cell of interpreting.
pub(super) fn order(tx: &mut Tx<'_, '_>, request: OrderTest) -> Result<TestAnswer> {
    tx.reach(Info::DrugTests, Verb::Interpret, request.client)?;
    let today = tx.today();
    let on = request.on.unwrap_or(today);
    let mut check = Check::new();
    let within = today <= on && on <= today + chrono::Days::new(366);
    check.ensure(within, "on", "Choose today or a later day, at most a year ahead.");
    let panel = check_panel(tx, &mut check, (&request.panel, on), request.specimen)?;
    check.done()?;
    let test = ordered(tx, request, (on, panel.as_ref()))?;
    store::insert(tx, &test)?;
    answer(tx, &test)
}

fn ordered(tx: &Tx<'_, '_>, request: OrderTest, (on, panel): (chrono::NaiveDate, Option<&Panel>)) -> Result<Test> {
    Ok(Test {
        id: tx.id(),
        number: store::next_number(tx)?,
        client: request.client,
        reason: request.reason,
        state: TestState::Ordered,
        outcome: None,
        outcome_reason: String::new(),
        ground: String::new(),
        next_step: String::new(),
        method: request.method,
        specimen: request.specimen,
        panel: request.panel,
        panel_version: panel.map(Panel::version).unwrap_or_default(),
        ordered_at: tx.now(),
        on_date: on,
        collection: Collection::default(),
        measures: super::validity::Measures::default(),
        validity: None,
        validity_words: String::new(),
        medications: Vec::new(),
        screened: None,
        laboratory: None,
        review: None,
        interpretation: None,
        corrected_because: String::new(),
        imported: false,
        voided_at: None,
        void_reason: None,
        rev: 1,
    })
}

/// Orders a random test that a draw selected. The order is the clinician's, given with the place in the program; an order
/// that waits for the same date is used, so that nobody is asked twice.
pub(crate) fn order_drawn(
    tx: &mut Tx<'_, '_>,
    client: ClientId,
    (method, specimen, panel): (Method, Specimen, &str),
    on: chrono::NaiveDate,
) -> Result<DrugTestId> {
    if let Some(open) = store::open_order(tx.sql(), client, on)? {
        return Ok(open);
    }
    let request =
        OrderTest { client, reason: TestReason::Random, method, specimen, panel: panel.into(), on: Some(on) };
    let found = panel::in_force(tx.sql(), panel, on)?;
    let test = ordered(tx, request, (on, found.as_ref()))?;
    store::insert(tx, &test)?;
    Ok(test.id)
}

/// Enters the specimen of an ordered test.
pub(super) fn collect(tx: &mut Tx<'_, '_>, request: CollectTest) -> Result<TestAnswer> {
    let mut test = reached(tx, Verb::Collect, (request.id, request.rev))?;
    test.may(Step::Collect)?;
    let taken = taking::taken(tx, test.client, test.specimen, request.collection)?;
    // The specimen is tested by the panel as it stands on the day of the collection.
    if let Some(panel) = panel::in_force(tx.sql(), &test.panel, taken.on)? {
        test.panel_version = panel.version();
    }
    let details = take(tx, &mut test, taken)?;
    store::update_collection(tx, &test)?;
    store::update(tx, &test)?;
    beside(tx, &test, details)?;
    answer(tx, &test)
}

/// Puts what was taken into the test; gives back what is recorded beside the measures.
pub(super) fn take(tx: &Tx<'_, '_>, test: &mut Test, mut taken: Taken) -> Result<Option<details::Details>> {
    let details = taken.details.take();
    let limits = Limits::on(tx.sql(), taken.on)?;
    test.collected(taken, &limits);
    Ok(details)
}

/// Keeps what is recorded beside the measures, and ends a wait.
fn beside(tx: &mut Tx<'_, '_>, test: &Test, details: Option<details::Details>) -> Result<()> {
    if let Some(details) = details {
        details::put(tx, test.id, test.client, &details)?;
    }
    wait::end(tx, test.id, test.client, "collected")
}

/// Order, collection and reading in one action, for the desk. An order that waits for today is used; without one the
/// person must also be who may order, since a collector works from orders and reaches nobody else's chart.
pub(super) fn log(tx: &mut Tx<'_, '_>, request: LogTest) -> Result<TestAnswer> {
    let mut check = Check::new();
    let on = request.collection.on.unwrap_or_else(|| tx.today());
    let panel = check_panel(tx, &mut check, (&request.panel, on), request.specimen)?;
    check.done()?;
    let open = store::open_order(tx.sql(), request.client, tx.today())?;
    if open.is_none() || tx.reach(Info::DrugTests, Verb::Collect, request.client).is_err() {
        may_order_too(tx, &request)?;
    }
    let taken = taking::taken(tx, request.client, request.specimen, request.collection.clone())?;
    if let (Some(panel), false) = (&panel, request.readings.is_empty()) {
        results::check_screen(panel, &request.readings)?;
    }
    let mut test = match open {
        Some(id) => store::test(tx.sql(), id)?,
        None => ordered(tx, order_of(&request), (taken.on, panel.as_ref()))?,
    };
    // What was really used counts, whatever was ordered.
    (test.method, test.specimen, test.panel) = (request.method, request.specimen, request.panel);
    test.panel_version = panel.as_ref().map(Panel::version).unwrap_or_default();
    let details = take(tx, &mut test, taken)?;
    if !request.readings.is_empty() {
        read_on_site(tx, &mut test);
    }
    if open.is_some() {
        tx.revise(Table::DrugTest, test.id, test.rev)?;
        store::update_collection(tx, &test)?;
        store::update(tx, &test)?;
    } else {
        store::insert(tx, &test)?;
    }
    if let Some(panel) = &panel {
        results::put(tx, &test, panel, Phase::Screen, &request.readings)?;
    }
    beside(tx, &test, details)?;
    answer(tx, &test)
}

fn order_of(request: &LogTest) -> OrderTest {
    OrderTest {
        client: request.client,
        reason: request.reason,
        method: request.method,
        specimen: request.specimen,
        panel: request.panel.clone(),
        on: None,
    }
}

fn may_order_too(tx: &mut Tx<'_, '_>, request: &LogTest) -> Result<()> {
    if !tx.actor.may(Info::DrugTests, Verb::Interpret) {
        // A collector must not learn from the answer whether the client exists.
        return Err(DrugTestRefusal::NotOrdered.into());
    }
    tx.reach(Info::DrugTests, Verb::Interpret, request.client)?;
    Ok(())
}

/// Enters what the cup shows. Always presumptive.
pub(super) fn screen(tx: &mut Tx<'_, '_>, request: ScreenTest) -> Result<TestAnswer> {
    let mut test = reached(tx, Verb::Collect, (request.id, request.rev))?;
    test.may(Step::Screen)?;
    let panel = known_panel(tx, &test)?;
    results::check_screen(&panel, &request.readings)?;
    read_on_site(tx, &mut test);
    store::update(tx, &test)?;
    results::put(tx, &test, &panel, Phase::Screen, &request.readings)?;
    answer(tx, &test)
}

fn read_on_site(tx: &Tx<'_, '_>, test: &mut Test) {
    test.state = rules::screened(test.state);
    test.screened = Some(said(tx));
}

/// Ends a test without a specimen: missed, refused, unable or excused.
pub(super) fn not_collected(tx: &mut Tx<'_, '_>, request: NotCollected) -> Result<TestAnswer> {
    let verb = who_ends(tx, &request)?;
    let mut test = reached(tx, verb, (request.id, request.rev))?;
    test.may(Step::NotCollected)?;
    let mut check = Check::new();
    let reason = check.required("reason", &request.reason, 500, "Say what happened, in a few words.");
    let refused = request.outcome == Outcome::Refused;
    let known = request.ground.is_empty() || (refused && grounds::words(&request.ground)?.is_some());
    check.ensure(known, "ground", "Choose a definition from the list; only a refusal has one.");
    let next_step = check.optional("next_step", &request.next_step, 200);
    check.done()?;
    test.state = TestState::NotCollected;
    test.outcome = Some(request.outcome);
    test.outcome_reason = reason;
    (test.ground, test.next_step) = (request.ground, next_step);
    store::update(tx, &test)?;
    wait::end(tx, test.id, test.client, request.outcome.word())?;
    answer(tx, &test)
}

/// Whoever collects acts as such, also who interprets as well; everybody else needs the cell of interpreting.
pub(super) fn desk_verb(tx: &Tx<'_, '_>, client: ClientId) -> Verb {
    let collects = tx.view().reach(Info::DrugTests, Verb::Collect, client).is_ok();
    if collects { Verb::Collect } else { Verb::Interpret }
}

/// Missed, refused and unable: whoever collects may say so. Excused is the clinician's word.
fn who_ends(tx: &Tx<'_, '_>, request: &NotCollected) -> Result<Verb> {
    let client = store::test(tx.sql(), request.id)?.client;
    Ok(match request.outcome {
        Outcome::Missed | Outcome::Refused | Outcome::Unable => desk_verb(tx, client),
        Outcome::Excused => Verb::Interpret,
    })
}

/// Enters the medical review.
pub(super) fn review(tx: &mut Tx<'_, '_>, request: ReviewEntry) -> Result<TestAnswer> {
    let mut test = reached(tx, Verb::Review, (request.id, request.rev))?;
    test.may(Step::Review)?;
    let mut check = Check::new();
    let laboratory = test.laboratory.as_ref().map(|fact| fact.result);
    let words = if laboratory.is_some_and(|laboratory| rules::agrees(laboratory, request.result)) {
        check.optional("words", &request.words, 1_000)
    } else {
        check.required("words", &request.words, 1_000, "Say why the review differs from the laboratory.")
    };
    let because = replaced(&mut check, test.review.is_some(), &request.because);
    check.done()?;
    test.review = Some(Fact { result: request.result, words, said: Some(said(tx)) });
    because_of(&mut test, because);
    store::update(tx, &test)?;
    answer(tx, &test)
}

/// Says what the test means for the program. It is final then.
pub(super) fn interpret(tx: &mut Tx<'_, '_>, request: Interpret) -> Result<TestAnswer> {
    let mut test = reached(tx, Verb::Interpret, (request.id, request.rev))?;
    test.may(Step::Interpret)?;
    rules::may_call(request.interpretation, test.laboratory.as_ref().map(|fact| fact.result))?;
    let meanings = queries::meanings(&tx.view(), &test)?;
    let mut check = Check::new();
    let words = if rules::needs_words(request.interpretation, &meanings) {
        check.required("words", &request.words, 2_000, "Say what this rests on, in a sentence.")
    } else {
        check.optional("words", &request.words, 2_000)
    };
    check.done()?;
    test.state = TestState::Final;
    test.interpretation = Some(Fact { result: request.interpretation, words, said: Some(said(tx)) });
    store::update(tx, &test)?;
    answer(tx, &test)
}

/// Takes a test back that should not be there. The row stays.
pub(super) fn void(tx: &mut Tx<'_, '_>, request: VoidTest) -> Result<TestAnswer> {
    let mut test = reached(tx, Verb::Interpret, (request.id, request.rev))?;
    if test.voided_at.is_some() {
        return Err(DrugTestRefusal::Voided.into());
    }
    let mut check = Check::new();
    let reason = check.required("reason", &request.reason, 500, "Say why, in a few words.");
    check.done()?;
    test.voided_at = Some(tx.now());
    test.void_reason = Some(reason);
    store::update(tx, &test)?;
    answer(tx, &test)
}

/// The test at the revision the person saw, when they may do this with it; its present version is kept. One outside the
/// reach and one that does not exist give the same answer.
pub(super) fn reached(tx: &mut Tx<'_, '_>, verb: Verb, (id, rev): (DrugTestId, i64)) -> Result<Test> {
    let test = store::test(tx.sql(), id)?;
    tx.reach(Info::DrugTests, verb, test.client).map_err(queries::hidden)?;
    tx.revise(Table::DrugTest, id, rev)?;
    Ok(test)
}

pub(super) fn replaced(check: &mut Check, before: bool, because: &str) -> Option<String> {
    let because = check.optional("because", because, 500);
    check.ensure(
        !before || !because.is_empty(),
        "because",
        "There is an earlier entry. Say why this one replaces it.",
    );
    before.then_some(because)
}

fn because_of(test: &mut Test, because: Option<String>) {
    if let Some(because) = because {
        test.corrected_because = because;
    }
}

pub(super) fn said(tx: &Tx<'_, '_>) -> Said {
    Said { by: tx.actor.staff, at: tx.now() }
}

/// The panel as the test was made with it; none for a test that came with an import.
pub(super) fn known_or_none(tx: &Tx<'_, '_>, test: &Test) -> Result<Option<Panel>> {
    panel::of_version(tx.sql(), &test.panel, &test.panel_version)
}

pub(super) fn known_panel(tx: &Tx<'_, '_>, test: &Test) -> Result<Panel> {
    known_or_none(tx, test)?.ok_or_else(|| DrugTestRefusal::UnknownPanel.into())
}

/// The panel of a request, as it stands on a date; a cut-off of one kind of specimen says nothing of another.
fn check_panel(
    tx: &Tx<'_, '_>,
    check: &mut Check,
    (key, on): (&str, chrono::NaiveDate),
    specimen: Specimen,
) -> Result<Option<Panel>> {
    let panel = panel::in_force(tx.sql(), key, on)?;
    check.ensure(panel.is_some(), "panel", "Choose a panel from the list.");
    if panel.as_ref().is_some_and(|panel| panel.specimen != specimen) {
        return Err(DrugTestRefusal::OtherSpecimen.into());
    }
    Ok(panel)
}

pub(super) fn answer(tx: &mut Tx<'_, '_>, test: &Test) -> Result<TestAnswer> {
    consequence::settle(tx, test)?;
    queries::one(&tx.view(), test.id)
}
