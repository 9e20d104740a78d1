//! A group session whose leader's license had ended on its day: a colleague completes and signs its entries, and each signed
//! text says who drafted it. Whoever led it may still sign, once a mistyped date is mended.

use rusqlite::{Connection, named_params};
use serde::Deserialize;
use ts_rs::TS;

use super::around::SessionFacts;
use super::group_note::{self, GroupNoteOf};
use super::group_room::Room;
use super::hand_over::{self, Colleague};
use super::rules::{self, NoteRefusal};
use super::{Note, SessionHandoverId, ops, store};
use crate::kernel::actor::StaffId;
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::router::Done;
use crate::kernel::{Check, Result, RowId as _, Tag, View};
use crate::session::SessionId;
use crate::signature::{self, License};

/// The request of `group_note.hand_over`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct HandOverGroup {
    pub session: SessionId,
    pub to: StaffId,
    /// Why; the colleague and the audit keep it.
    pub reason: String,
}

/// Who may complete and sign a session that this person leads.
pub(super) fn colleagues(view: &View<'_>, request: GroupNoteOf) -> Result<Vec<Colleague>> {
    let session = group_note::led(view, request.session)?;
    eligible(view, &session)
}

/// Active counselors with a license on that day who need no cosignature; where a chart of the session is restricted, only
/// who leads it as well.
fn eligible(view: &View<'_>, session: &SessionFacts) -> Result<Vec<Colleague>> {
    let restricted = Room::of(view, session)?.people.iter().any(|person| person.facts.restricted);
    let mut eligible = Vec::new();
    for id in counselors(view.sql)? {
        let facts = signature::signer(view.sql, id)?;
        let may = rules::may_take_over(&facts.credentials, session.on, view.today()).is_ok();
        if id != view.actor.staff && may && (!restricted || session.is_led_by(id)) {
            eligible.push(Colleague { id, name: hand_over::named(&facts) });
        }
    }
    Ok(eligible)
}

/// Active counselors. A practice has a few dozen.
fn counselors(sql: &Connection) -> Result<Vec<StaffId>> {
    let mut statement = sql.prepare_cached(
        "select staff.id
         from staff
         join staff_role on staff_role.staff = staff.id and staff_role.role = 'counselor'
           and staff_role.voided_at is null
         where staff.active = 1
         order by staff.family_name, staff.given_name
         limit 100",
    )?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Gives a session to a colleague, who becomes the author of the drafts this person wrote in it.
///
/// # Errors
/// `note.not_your_session`, `note.license_holds`, `note.not_eligible`.
pub(super) fn hand_over(tx: &mut Tx<'_, '_>, request: HandOverGroup) -> Result<Done> {
    let mut check = Check::new();
    let reason = check.required("reason", &request.reason, 500, "Say why, in a sentence.");
    check.done()?;
    let session = group_note::led(&tx.view(), request.session)?;
    let me = signature::signer(tx.sql(), tx.actor.staff)?;
    if signature::license_on(&me.credentials, session.on) == License::Holds {
        return Err(NoteRefusal::LicenseHolds.into());
    }
    if eligible(&tx.view(), &session)?.iter().all(|colleague| colleague.id != request.to) {
        return Err(NoteRefusal::NotEligible.into());
    }
    let id: SessionHandoverId = tx.id();
    insert(tx, id, &request, &reason)?;
    tx.wrote(Table::SessionHandover, id, None)?;
    let drafts = store::of_session(tx.sql(), session.id)?;
    for draft in drafts.into_iter().filter(|note| note.state.is_open() && note.author == me.id) {
        tx.revise(Table::Note, draft.id, draft.rev)?;
        let given = Note { author: request.to, written_by: hand_over::named(&me), ..draft.clone() };
        ops::rewrite(tx, &draft, given)?;
    }
    crate::draft::close(tx, group_note::FORM, &session.id.uuid().to_string())?;
    tx.touch(Tag::Note);
    Ok(Done {})
}

fn insert(tx: &Tx<'_, '_>, id: SessionHandoverId, request: &HandOverGroup, reason: &str) -> Result<()> {
    tx.write(
        "insert into session_handover (id, session, from_staff, to_staff, reason, rev, at, device, by_staff)
         values (:id, :session, :by_staff, :to, :reason, 1, :at, :device, :by_staff)",
        named_params! { ":id": id, ":session": request.session, ":to": request.to, ":reason": reason },
    )
}
