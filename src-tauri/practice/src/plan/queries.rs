//! The plan of a client, and its versions.

use super::difference::{self, DifferentLine, TwoPlans};
use super::ipc::{ClientPlan, OnePlan, PlanAnswer, PlanOf, PlanReturned, PlanVersion};
use super::rules::Approver;
use super::store::{self, Version};
use super::{PlanId, PlanState, ops, outline, review, rules, signature};
use crate::client::Stays;
use crate::draft::{self, AtWork};
use crate::kernel::history::Table;
use crate::kernel::refusal::Code;
use crate::kernel::{Info, Reach, Refusal, Result, RowId as _, Verb, View};
use crate::signature::SignReady;
use crate::staff;

/// The draft of the form.
const FORM: &str = "plan.save";

/// The plan of a client. A facilitator sees the open objectives only.
pub(super) fn get(view: &View<'_>, request: PlanOf) -> Result<ClientPlan> {
    view.reach(Info::Plan, Verb::Glimpse, request.client)?;
    let may = |verb: Verb| view.reach(Info::Plan, verb, request.client).is_ok();
    let whole = may(Verb::Read);
    let versions = store::versions(view.sql, request.client)?;
    let stays = Stays::of(view.sql, request.client)?;
    // The plan of an earlier stay stays with it: after a return there is none until one is signed.
    let of = |state: PlanState| {
        versions.iter().find(|version| version.state == state && Some(version.episode) == stays.newest())
    };
    let active = of(PlanState::Active).map(|version| answer(view, version)).transpose()?;
    let draft = of(PlanState::Draft).filter(|_| whole).map(|version| answer(view, version)).transpose()?;
    let mut may_approve = may(Verb::Approve);
    if let Some(version) = of(PlanState::Active) {
        let who = approver(view, version)?;
        may_approve &= rules::may_approve(version.approved_at.is_some(), who, staffing(view.sql)?).is_ok();
    }
    let objectives = active.as_ref().map(|plan| outline::open(&plan.problems)).unwrap_or_default();
    Ok(ClientPlan {
        active: active.filter(|_| whole),
        draft,
        objectives,
        versions: if whole { versions.into_iter().map(|one| line(one, &stays)).collect() } else { Vec::new() },
        may_write: may(Verb::Write),
        may_sign: may(Verb::Sign),
        may_approve,
    })
}

/// Who this person is beside a version that waits for an approval.
pub(super) fn approver(view: &View<'_>, version: &store::Version) -> Result<Approver> {
    let me = view.actor.staff;
    if version.author == me {
        return Ok(Approver::Author);
    }
    if view.actor.permit(Info::Plan, Verb::Approve).is_ok_and(|permit| permit.reach == Reach::Everyone) {
        return Ok(Approver::Director);
    }
    let answers = match crate::signature::signer(view.sql, version.author)?.supervisor {
        Some(supervisor) => supervisor == me || staff::stands_in(view.sql, supervisor, me, view.today())?,
        None => false,
    };
    Ok(if answers { Approver::Supervisor } else { Approver::Colleague })
}

/// Whether somebody else could approve at all.
pub(super) fn staffing(sql: &rusqlite::Connection) -> Result<rules::Staffing> {
    let solo = crate::practice::row(sql)?.solo;
    Ok(if solo { rules::Staffing::Solo } else { rules::Staffing::Several })
}

/// One version, also one that was superseded.
pub(super) fn version(view: &View<'_>, request: OnePlan) -> Result<PlanAnswer> {
    let version = store::version(view.sql, request.id)?.filter(|version| !version.voided).ok_or_else(unseen)?;
    view.reach(Info::Plan, Verb::Read, version.client).map_err(hidden)?;
    answer(view, &version)
}

/// What stands between a draft and the signature of whoever looks.
pub(super) fn ready(view: &View<'_>, request: OnePlan) -> Result<SignReady> {
    let draft = store::version(view.sql, request.id)?.filter(|version| !version.voided).ok_or_else(unseen)?;
    view.reach(Info::Plan, Verb::Sign, draft.client).map_err(hidden)?;
    let mut points = ops::holes(view.sql, draft.id)?;
    points.rule("state", rules::may_change(draft.state));
    crate::signature::ready(view, points, view.today())
}

pub(super) fn one(view: &View<'_>, id: PlanId) -> Result<PlanAnswer> {
    let version = store::version(view.sql, id)?.ok_or_else(unseen)?;
    answer(view, &version)
}

/// Whose plan it is.
pub(super) fn client_of(view: &View<'_>, id: PlanId) -> Result<crate::client::ClientId> {
    Ok(store::version(view.sql, id)?.ok_or_else(unseen)?.client)
}

/// The answer for a plan that is not there, or not for this person.
pub(super) fn unseen() -> Refusal {
    Refusal::not_found("plan")
}

pub(super) fn hidden(refusal: Refusal) -> Refusal {
    if refusal.code == Code::NotFound { unseen() } else { refusal }
}

fn returned(version: &Version) -> Option<PlanReturned> {
    Some(PlanReturned {
        by: version.returned_name.clone()?,
        at: version.returned_at?,
        comment: version.return_comment.clone(),
    })
}

/// What changed from one version of a client's plan to another.
pub(super) fn difference(view: &View<'_>, request: &TwoPlans) -> Result<Vec<DifferentLine>> {
    let of = |id: PlanId| store::version(view.sql, id).map(|found| found.filter(|version| !version.voided));
    let before = of(request.before)?.ok_or_else(unseen)?;
    view.reach(Info::Plan, Verb::Read, before.client).map_err(hidden)?;
    let after = of(request.after)?.filter(|after| after.client == before.client).ok_or_else(unseen)?;
    Ok(difference::between(&outline::of(view.sql, before.id)?, &outline::of(view.sql, after.id)?))
}

fn line(version: Version, stays: &Stays) -> PlanVersion {
    PlanVersion {
        stay: stays.number(version.episode),
        id: version.id,
        version: version.version,
        state: version.state,
        effective_on: version.effective_on,
        author: version.author_name,
        signed_at: version.signed_at,
    }
}

/// Who writes the draft, or a review of the active version.
fn at_work(view: &View<'_>, version: &Version) -> Result<Option<AtWork>> {
    let form = match version.state {
        PlanState::Draft => FORM,
        PlanState::Active => review::FORM,
        _ => return Ok(None),
    };
    let subject = format!("{}/{}", version.client.uuid(), version.id.uuid());
    draft::at_work(view, Some((Table::Plan, version.id.uuid())), form, &subject).map(Some)
}

pub(super) fn answer(view: &View<'_>, version: &Version) -> Result<PlanAnswer> {
    let due = version.review_due_on.filter(|_| version.state == PlanState::Active);
    Ok(PlanAnswer {
        id: version.id,
        version: version.version,
        state: version.state,
        effective_on: version.effective_on,
        review_due_on: version.review_due_on,
        days_overdue: due.map(|due| (view.today() - due).num_days()),
        author: version.author_name.clone(),
        signed_at: version.signed_at,
        approved_by: version.approved_name.clone(),
        approved_at: version.approved_at,
        returned: returned(version),
        client_signature: signature::of(view.sql, version.id)?,
        reviews: review::of(view.sql, version.id)?,
        imported: version.imported,
        problems: outline::of(view.sql, version.id)?,
        at_work: at_work(view, version)?,
        rev: version.rev,
    })
}
