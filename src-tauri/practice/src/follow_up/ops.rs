//! Opening what a rule asks for, closing what no longer holds, and a person's answer.

use uuid::Uuid;

use super::ipc::{AnswerFollowUp, DropFollowUpRule, ReopenFollowUp, SavedFollowUp, SetFollowUpRule};
use super::rules::{self, FollowUpRefusal, Party, RuleStep, chosen, concerns, due_at, shipped};
use super::store::{self, FollowUp, StoredRule};
use super::{FollowUpEvent, FollowUpId, FollowUpState, FollowUpStep, Subject};
use crate::agreement::{self, AgreementId};
use crate::client::ClientId;
use crate::consent::{self, ConsentKind};
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::refusal::Code;
use crate::kernel::router::Done;
use crate::kernel::{Check, Info, Refusal, Result, Verb};

/// Why a follow-up closes by itself.
const NO_LONGER: &str = "The test no longer asks for it";
const CALLED: &str = "The call was recorded later";

/// Brings the follow-ups of a test in line with what it says now: opens what its events ask for, closes what is open and
/// holds no longer. In the transaction of whoever changed the test.
pub(crate) fn settle_test(tx: &mut Tx<'_, '_>, client: ClientId, test: Uuid, events: &[FollowUpEvent]) -> Result<()> {
    settle(tx, client, Subject::DrugTest(test), events, NO_LONGER)
}

/// The same of a check-in: whether somebody missed it, as the line stands now.
pub(crate) fn settle_check_in(tx: &mut Tx<'_, '_>, client: ClientId, draw: Uuid, missed: bool) -> Result<()> {
    let events: &[FollowUpEvent] = if missed { &[FollowUpEvent::MissedCheckIn] } else { &[] };
    settle(tx, client, Subject::Draw(draw), events, CALLED)
}

fn settle(
    tx: &mut Tx<'_, '_>,
    client: ClientId,
    subject: Subject,
    events: &[FollowUpEvent],
    because: &str,
) -> Result<()> {
    let present = store::of_subject(tx.sql(), client, subject)?;
    for gone in present.iter().filter(|one| one.state == FollowUpState::Open && !events.contains(&one.event)) {
        tx.revise(Table::FollowUp, gone.id, gone.rev)?;
        store::update(tx, &answer_of(tx, gone, (FollowUpState::NotNeeded, because.into()), None))?;
    }
    let new = events.iter().filter(|event| present.iter().all(|one| one.event != **event));
    for event in new {
        open(tx, client, subject, *event)?;
    }
    Ok(())
}

fn open(tx: &mut Tx<'_, '_>, client: ClientId, subject: Subject, event: FollowUpEvent) -> Result<()> {
    let agreements = agreement::kinds(tx.sql(), client, tx.today())?;
    let program = store::program_of(tx.sql(), client, subject)?;
    let own: Vec<_> = store::rules(tx.sql())?
        .into_iter()
        .filter(|rule| rule.event == event)
        .map(|rule| (rule.holds(), rule.steps))
        .collect();
    let steps = chosen(&own, &agreements, program.as_ref()).cloned().unwrap_or_else(|| shipped(event));
    let consents: Vec<ConsentKind> =
        consent::consented(tx.sql(), client)?.into_iter().map(|consent| consent.kind).collect();
    let parties: Vec<Party<AgreementId>> = agreement::in_force(tx.sql(), client, tx.today())?
        .into_iter()
        .map(|one| Party { id: one.id, kind: one.kind, notice_hours: one.notice_hours })
        .collect();
    for step in rules::opened(&steps, &parties, |recipient| concerns(recipient, &agreements, &consents)) {
        let follow_up = opened(tx, client, event, step);
        store::insert(tx, &follow_up, subject)?;
    }
    Ok(())
}

fn opened(
    tx: &Tx<'_, '_>,
    client: ClientId,
    event: FollowUpEvent,
    (step, agreement): (RuleStep, Option<AgreementId>),
) -> FollowUp {
    FollowUp {
        id: tx.id(),
        client,
        event,
        drug_test: None,
        step: step.step,
        recipient: step.recipient,
        agreement,
        words: step.words,
        due_at: due_at(tx.now(), step.hours),
        state: FollowUpState::Open,
        answer: String::new(),
        answered_at: None,
        answered_by: None,
        answering_test: None,
        rev: 1,
    }
}

fn answer_of(
    tx: &Tx<'_, '_>,
    follow_up: &FollowUp,
    (state, answer): (FollowUpState, String),
    answering_test: Option<Uuid>,
) -> FollowUp {
    FollowUp {
        state,
        answer,
        answered_at: Some(tx.now()),
        answered_by: Some(tx.actor.staff),
        answering_test,
        ..follow_up.clone()
    }
}

/// A follow-up of a client whose tests the person interprets. Outside the reach and not there give the same answer.
fn reached(tx: &mut Tx<'_, '_>, id: FollowUpId) -> Result<FollowUp> {
    let gone = || Refusal::not_found("follow-up");
    let follow_up = store::follow_up(tx.sql(), id)?.ok_or_else(gone)?;
    let reach = tx.reach(Info::DrugTests, Verb::Interpret, follow_up.client);
    reach.map_err(|refusal| if refusal.code == Code::NotFound { gone() } else { refusal })?;
    Ok(follow_up)
}

/// Answers a follow-up: done, or not needed, with what was done or why.
pub(super) fn answer(tx: &mut Tx<'_, '_>, request: AnswerFollowUp) -> Result<SavedFollowUp> {
    let follow_up = reached(tx, request.id)?;
    let mut check = Check::new();
    let words = check.required("answer", &request.answer, 500, "Say what was done, or why nothing needs to be.");
    let closes = request.state != FollowUpState::Open;
    check.ensure(closes, "state", "Choose done or not needed.");
    check.done()?;
    rules::may_answer(follow_up.state, (request.state, follow_up.step))?;
    tx.revise(Table::FollowUp, follow_up.id, request.rev)?;
    store::update(tx, &answer_of(tx, &follow_up, (request.state, words), None))?;
    Ok(SavedFollowUp { id: follow_up.id, rev: request.rev + 1 })
}

/// Answers a notice by the record of what was told. The caller asked for the consent and the reach.
///
/// # Errors
/// [`FollowUpRefusal::Answered`] for one that is not open.
pub(crate) fn told(tx: &mut Tx<'_, '_>, id: FollowUpId, words: String) -> Result<()> {
    let follow_up = store::follow_up(tx.sql(), id)?.ok_or_else(|| Refusal::not_found("follow-up"))?;
    if follow_up.state != FollowUpState::Open {
        return Err(FollowUpRefusal::Answered.into());
    }
    tx.revise(Table::FollowUp, id, follow_up.rev)?;
    store::update(tx, &answer_of(tx, &follow_up, (FollowUpState::Done, words), None))
}

/// Opens a notice again whose record was taken back.
pub(crate) fn untold(tx: &mut Tx<'_, '_>, id: FollowUpId) -> Result<()> {
    let follow_up = store::follow_up(tx.sql(), id)?.ok_or_else(|| Refusal::not_found("follow-up"))?;
    if follow_up.state == FollowUpState::Open {
        return Ok(());
    }
    tx.revise(Table::FollowUp, id, follow_up.rev)?;
    store::update(tx, &open_again(follow_up))
}

/// Opens a follow-up again that was answered by mistake. A notice that was told is opened by taking its record back.
pub(super) fn reopen(tx: &mut Tx<'_, '_>, request: ReopenFollowUp) -> Result<SavedFollowUp> {
    let follow_up = reached(tx, request.id)?;
    match (follow_up.state, follow_up.step) {
        (FollowUpState::Open, _) => return Err(FollowUpRefusal::Open.into()),
        (FollowUpState::Done, FollowUpStep::Notify) => return Err(FollowUpRefusal::AtReleaseDesk.into()),
        _ => {}
    }
    tx.revise(Table::FollowUp, follow_up.id, request.rev)?;
    let open = open_again(follow_up);
    store::update(tx, &open)?;
    Ok(SavedFollowUp { id: open.id, rev: request.rev + 1 })
}

fn open_again(follow_up: FollowUp) -> FollowUp {
    FollowUp {
        state: FollowUpState::Open,
        answer: String::new(),
        answered_at: None,
        answered_by: None,
        answering_test: None,
        ..follow_up
    }
}

/// The test and client of an observed recollection that waits, at the revision the person saw; its version is kept. The
/// caller orders the test and comes back with [`answered_with`].
///
/// # Errors
/// [`FollowUpRefusal::NoRecollection`] for any other step.
pub(crate) fn recollection(tx: &mut Tx<'_, '_>, (id, rev): (FollowUpId, i64)) -> Result<(ClientId, Option<Uuid>)> {
    let follow_up = reached(tx, id)?;
    rules::may_answer(follow_up.state, (FollowUpState::Done, follow_up.step))?;
    if follow_up.step != FollowUpStep::RecollectObserved {
        return Err(FollowUpRefusal::NoRecollection.into());
    }
    tx.revise(Table::FollowUp, id, rev)?;
    Ok((follow_up.client, follow_up.drug_test))
}

/// Answers a recollection with the test that was ordered.
pub(crate) fn answered_with(tx: &mut Tx<'_, '_>, id: FollowUpId, test: Uuid, words: String) -> Result<()> {
    let follow_up = reached(tx, id)?;
    store::update(tx, &answer_of(tx, &follow_up, (FollowUpState::Done, words), Some(test)))
}

/// Sets the practice's own rule of an event: for everybody, a program, or a kind of agreement.
pub(super) fn set_rule(tx: &mut Tx<'_, '_>, request: SetFollowUpRule) -> Result<Done> {
    let mut check = Check::new();
    check.ensure(
        request.program.is_none() || request.agreement.is_none(),
        "agreement",
        "A rule holds for a program or for a kind of agreement. Choose one of them.",
    );
    let known = request.program.map(|program| store::program_exists(tx.sql(), program)).transpose()?;
    check.ensure(known != Some(false), "program", "Choose a program from the list.");
    check_steps(&mut check, &request.steps);
    let source = check.optional("source", &request.source, 200);
    check.done()?;
    let found = store::rules(tx.sql())?.into_iter().find(|rule| {
        (rule.event, rule.program, rule.agreement) == (request.event, request.program, request.agreement)
    });
    let id = match &found {
        Some(rule) => {
            tx.revise(Table::FollowUpRule, rule.id, request.rev)?;
            rule.id
        }
        None => tx.id(),
    };
    let (event, program, agreement) = (request.event, request.program, request.agreement);
    let rule = StoredRule { id, event, program, agreement, steps: trimmed(request.steps), source, rev: request.rev };
    store::put_rule(tx, &rule)?;
    Ok(Done {})
}

fn check_steps(check: &mut Check, steps: &[RuleStep]) {
    check.ensure(steps.len() <= rules::MOST_STEPS, "steps", "At most 12 steps.");
    for (place, step) in steps.iter().enumerate() {
        let field = |name: &str| format!("steps.{place}.{name}");
        let hours = (1..=rules::LONGEST_HOURS).contains(&step.hours);
        check.ensure(hours, &field("hours"), "Type 1 to 2,160 hours.");
        check.optional(&field("words"), &step.words, 300);
        let notice = step.step == FollowUpStep::Notify;
        let named = step.recipient.is_some_and(ConsentKind::needs_recipient);
        check.ensure(
            !notice || named,
            &field("recipient"),
            "Choose who is told: a kind of consent with a recipient.",
        );
        check.ensure(notice || step.recipient.is_none(), &field("recipient"), "Only a notice has a recipient.");
        let twice =
            steps.iter().take(place).any(|other| (other.step, other.recipient) == (step.step, step.recipient));
        check.ensure(!twice, &field("step"), "This step stands here twice. Keep one line.");
    }
}

fn trimmed(steps: Vec<RuleStep>) -> Vec<RuleStep> {
    steps.into_iter().map(|step| RuleStep { words: step.words.trim().into(), ..step }).collect()
}

/// Takes a rule of the practice back.
pub(super) fn drop_rule(tx: &mut Tx<'_, '_>, request: DropFollowUpRule) -> Result<Done> {
    tx.revise(Table::FollowUpRule, request.id, request.rev)?;
    store::void_rule(tx, request.id)?;
    Ok(Done {})
}
