//! Steps of a discharge summary. Each is one action.

use super::ipc::{
    Discharges, DischargesOf, SaveSummary, SignSummary, StartSummary, SummaryFields, SummaryText, ThisSummary,
};
use super::rules::{self, DischargeRefusal};
use super::store::{self, Stored};
use super::{DischargeSummaryId, SummaryState, queries, signed};
use crate::client::ClientId;
use crate::draft;
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::refusal::Code;
use crate::kernel::{Check, Info, Refusal, Result, RowId as _, Tag, Verb};
use crate::workstation::Workstation;

/// Starts the summary of a stay that ended, with the goals of its plan.
pub(super) fn start(tx: &mut Tx<'_, '_>, request: StartSummary) -> Result<Discharges> {
    let unseen = || Refusal::not_found(Table::Episode.noun());
    let (client, stay) = store::stay(tx.sql(), request.episode)?.ok_or_else(unseen)?;
    tx.reach(Info::Plan, Verb::Write, client)
        .map_err(|refusal| if refusal.code == Code::NotFound { unseen() } else { refusal })?;
    if stay.discharged_on.is_none() {
        return Err(DischargeRefusal::StillAdmitted.into());
    }
    if store::of_client(tx.sql(), client)?.iter().any(|one| one.episode == request.episode) {
        return Err(DischargeRefusal::SummaryThere.into());
    }
    let goals = rules::goals(&store::goals(tx.sql(), request.episode)?, &[]);
    let draft = Stored {
        id: tx.id(),
        client,
        episode: request.episode,
        state: SummaryState::Draft,
        fields: SummaryFields { sections: Vec::new(), goals, care: Vec::new(), no_care: String::new() },
        author: tx.actor.staff,
        author_name: String::new(),
        signed_at: None,
        voided: false,
        rev: 1,
    };
    store::insert(tx, &draft)?;
    tx.wrote(Table::DischargeSummary, draft.id, Some(client.uuid()))?;
    answer(tx, client)
}

/// Writes what the draft holds now.
pub(super) fn save(tx: &mut Tx<'_, '_>, request: SaveSummary) -> Result<Discharges> {
    let stored = reached(tx, Verb::Write, (request.id, request.rev))?;
    let mut check = Check::new();
    rules::check_shape(&mut check, &request.fields);
    check.done()?;
    let of_plan = store::goals(tx.sql(), stored.episode)?;
    let fields = kept(request.fields, &of_plan);
    rewrite(tx, &Stored { fields, ..stored })
}

/// The fields without outer white space, with the goals that the plan has.
fn kept(fields: SummaryFields, of_plan: &[String]) -> SummaryFields {
    let goals = rules::goals(of_plan, &fields.goals);
    let sections = fields.sections.into_iter().map(|one| SummaryText { text: one.text.trim().to_owned(), ..one });
    let no_care = if fields.care.is_empty() { fields.no_care.trim().to_owned() } else { String::new() };
    SummaryFields { sections: sections.collect(), goals, care: fields.care, no_care }
}

/// Takes a draft back.
pub(super) fn discard(tx: &mut Tx<'_, '_>, request: ThisSummary) -> Result<Discharges> {
    let stored = reached(tx, Verb::Write, (request.id, request.rev))?;
    rewrite(tx, &Stored { voided: true, ..stored })
}

/// Takes a colleague's draft over, to complete and sign it as one's own: its author is away, or may not sign it. Who wrote
/// it before stays in its history.
pub(super) fn take_over(tx: &mut Tx<'_, '_>, request: ThisSummary) -> Result<Discharges> {
    let stored = reached(tx, Verb::Sign, (request.id, request.rev))?;
    if stored.author == tx.actor.staff {
        return Err(DischargeRefusal::OwnDraft.into());
    }
    rewrite(tx, &Stored { author: tx.actor.staff, ..stored })
}

/// Signs a draft, as its author. From here on it stays as it is.
///
/// # Errors
/// `wrong_passphrase` before anything was looked at; what `discharge.ready` lists.
pub(super) fn sign(desk: &Workstation, request: SignSummary) -> Result<Discharges> {
    desk.sign("discharge.sign", &request.proof, |tx| sign_inner(tx, &request))
}

fn sign_inner(tx: &mut Tx<'_, '_>, request: &SignSummary) -> Result<Discharges> {
    let stored = reached(tx, Verb::Sign, (request.id, request.rev))?;
    rules::may_sign(stored.author, tx.actor.staff)?;
    rules::holes(&stored.fields).done()?;
    rewrite(tx, &Stored { state: SummaryState::Signed, signed_at: Some(tx.now()), ..stored })?;
    let stored = store::one(tx.sql(), request.id)?.ok_or_else(queries::unseen)?;
    signed::sign(tx, &stored)?;
    answer(tx, stored.client)
}

fn rewrite(tx: &mut Tx<'_, '_>, stored: &Stored) -> Result<Discharges> {
    store::update(tx, stored)?;
    tx.wrote(Table::DischargeSummary, stored.id, Some(stored.client.uuid()))?;
    answer(tx, stored.client)
}

/// The draft at the revision the person saw, when they may do this with it; its present version is kept.
fn reached(tx: &mut Tx<'_, '_>, verb: Verb, (id, rev): (DischargeSummaryId, i64)) -> Result<Stored> {
    let stored = store::one(tx.sql(), id)?.filter(|stored| !stored.voided).ok_or_else(queries::unseen)?;
    tx.reach(Info::Plan, verb, stored.client).map_err(queries::hidden)?;
    draft::fresh(rev, stored.rev, || queries::one(&tx.view(), id))?;
    tx.revise(Table::DischargeSummary, id, rev)?;
    rules::may_change(stored.state)?;
    Ok(stored)
}

fn answer(tx: &mut Tx<'_, '_>, client: ClientId) -> Result<Discharges> {
    tx.touch(Tag::Discharge);
    queries::list(&tx.view(), DischargesOf { client })
}
