//! Steps of an assessment. Each is one action.

use super::ipc::{AssessmentAnswer, AssessmentFields, AssessmentOf, SaveAssessment, SignAssessment, ThisAssessment};
use super::rules::{self, AssessmentRefusal};
use super::store::{self, Stored};
use super::{AssessmentId, AssessmentState, Difference, Edition, queries, signed};
use crate::draft;
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::router::Done;
use crate::kernel::{Check, Info, Result, RowId as _, Tag, Verb};
use crate::workstation::Workstation;

/// Starts a draft. Within a stay it goes on from the last version; a new stay begins with empty pages.
pub(super) fn start(tx: &mut Tx<'_, '_>, request: AssessmentOf) -> Result<AssessmentAnswer> {
    tx.reach(Info::Plan, Verb::Write, request.client)?;
    let versions = store::of_client(tx.sql(), request.client)?;
    if versions.iter().any(|version| version.state == AssessmentState::Draft) {
        return Err(AssessmentRefusal::DraftThere.into());
    }
    let episode = store::open_episode(tx.sql(), request.client)?;
    let last = versions.first();
    let goes_on = last.filter(|last| last.episode == episode && last.signed_at.is_some());
    let empty = AssessmentFields {
        edition: last.map_or(Edition::Fourth, |last| last.fields.edition),
        assessed_on: tx.today(),
        sections: Vec::new(),
        ratings: Vec::new(),
        indicated: String::new(),
        given: String::new(),
        difference: Difference::None,
        difference_words: String::new(),
        problems: Vec::new(),
    };
    let fields = goes_on.map_or(empty, |last| AssessmentFields { assessed_on: tx.today(), ..last.fields.clone() });
    let draft = Stored {
        id: tx.id(),
        client: request.client,
        episode,
        version: last.map_or(1, |last| last.version + 1),
        state: AssessmentState::Draft,
        fields,
        author: tx.actor.staff,
        author_name: String::new(),
        signed_at: None,
        voided: false,
        rev: 1,
    };
    store::insert(tx, &draft)?;
    tx.wrote(Table::Assessment, draft.id, Some(draft.client.uuid()))?;
    answer(tx, draft.id)
}

/// Writes what the draft holds now.
pub(super) fn save(tx: &mut Tx<'_, '_>, request: SaveAssessment) -> Result<AssessmentAnswer> {
    let stored = reached(tx, Verb::Write, (request.id, request.rev))?;
    let mut check = Check::new();
    rules::check_shape(&mut check, &request.fields);
    check.ensure(
        request.fields.assessed_on <= tx.today(),
        "assessed_on",
        "This day has not come yet. Choose today or earlier.",
    );
    check.done()?;
    rewrite(tx, &Stored { fields: rules::trimmed(request.fields), ..stored })?;
    answer(tx, request.id)
}

/// Takes a draft back.
pub(super) fn discard(tx: &mut Tx<'_, '_>, request: ThisAssessment) -> Result<Done> {
    let stored = reached(tx, Verb::Write, (request.id, request.rev))?;
    rewrite(tx, &Stored { voided: true, ..stored })?;
    Ok(Done {})
}

/// Takes a colleague's draft over, to complete and sign it as one's own: its author is away, or may not sign it. Who wrote
/// it before stays in its history.
pub(super) fn take_over(tx: &mut Tx<'_, '_>, request: ThisAssessment) -> Result<AssessmentAnswer> {
    let stored = reached(tx, Verb::Sign, (request.id, request.rev))?;
    if stored.author == tx.actor.staff {
        return Err(AssessmentRefusal::OwnDraft.into());
    }
    rewrite(tx, &Stored { author: tx.actor.staff, ..stored })?;
    answer(tx, request.id)
}

/// Signs a draft, as its author. From here on it stays as it is.
///
/// # Errors
/// `wrong_passphrase` before anything was looked at; what `assessment.ready` lists.
pub(super) fn sign(desk: &Workstation, request: SignAssessment) -> Result<AssessmentAnswer> {
    desk.sign("assessment.sign", &request.proof, |tx| sign_inner(tx, &request))
}

fn sign_inner(tx: &mut Tx<'_, '_>, request: &SignAssessment) -> Result<AssessmentAnswer> {
    let stored = reached(tx, Verb::Sign, (request.id, request.rev))?;
    rules::may_sign(stored.author, tx.actor.staff)?;
    rules::holes(&stored.fields).done()?;
    let episode = store::open_episode(tx.sql(), stored.client)?;
    rewrite(tx, &Stored { state: AssessmentState::Signed, signed_at: Some(tx.now()), episode, ..stored })?;
    signed::sign(tx, &store::one(tx.sql(), request.id)?.ok_or_else(queries::unseen)?)?;
    answer(tx, request.id)
}

fn rewrite(tx: &mut Tx<'_, '_>, stored: &Stored) -> Result<()> {
    store::update(tx, stored)?;
    tx.wrote(Table::Assessment, stored.id, Some(stored.client.uuid()))?;
    tx.touch(Tag::Assessment);
    tx.touch(Tag::Intake);
    Ok(())
}

/// The draft at the revision the person saw, when they may do this with it; its present version is kept.
fn reached(tx: &mut Tx<'_, '_>, verb: Verb, (id, rev): (AssessmentId, i64)) -> Result<Stored> {
    let stored = store::one(tx.sql(), id)?.filter(|stored| !stored.voided).ok_or_else(queries::unseen)?;
    tx.reach(Info::Plan, verb, stored.client).map_err(queries::hidden)?;
    draft::fresh(rev, stored.rev, || queries::one(&tx.view(), id))?;
    tx.revise(Table::Assessment, id, rev)?;
    rules::may_change(stored.state)?;
    Ok(stored)
}

fn answer(tx: &mut Tx<'_, '_>, id: AssessmentId) -> Result<AssessmentAnswer> {
    tx.touch(Tag::Assessment);
    queries::one(&tx.view(), id)
}
