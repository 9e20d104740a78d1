//! Saving, finding and closing drafts.

use super::ipc::{DraftAnswer, DraftLine, FormKey, SaveDraft, Saved};
use super::store::{self, Draft};
use super::{EDITING_PERIOD_MS, UNTYPED_EXPIRES_MS};
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::router::{Done, Nothing};
use crate::kernel::{Check, Moment, Refusal, Result, Tag, View};

/// The longest body, in bytes: far beyond any form.
const LONGEST: usize = 2 * 1024 * 1024;

/// Forms whose words must never stand here, where whoever has the key of the vault can read them.
const SEALED: &[&str] = &["counseling_note", "counseling_note.save"];

fn expired(draft: &Draft, now: Moment) -> bool {
    !draft.typed && now.0 - draft.at.0 > UNTYPED_EXPIRES_MS
}

/// Saves what a form holds now.
///
/// # Errors
/// `conflict` when the form was saved from somewhere else since; both texts then exist, the stored and the sent one.
pub(super) fn save(tx: &mut Tx<'_, '_>, request: SaveDraft) -> Result<Saved> {
    let body = request.body.to_string();
    let subject = request.subject.unwrap_or_default();
    let mut check = Check::new();
    check_form(&mut check, &request.form);
    check.ensure(body.len() <= LONGEST, "body", "This is too long to keep as a draft. Shorten it.");
    check.done()?;
    let label = request.label.unwrap_or_default();
    match store::open(tx.sql(), tx.actor.staff, &request.form, &subject)? {
        Some(old) if request.rev == 0 && expired(&old, tx.now()) => {
            store::close(tx, old.id)?;
            begin(tx, request.form, subject, label, body, request.typed)
        }
        Some(old) if old.rev == request.rev => go_on(tx, old, label, body, request.typed),
        Some(_) => Err(Refusal::conflict()),
        None if request.rev == 0 => begin(tx, request.form, subject, label, body, request.typed),
        None => Err(Refusal::conflict()),
    }
}

/// A form that may keep words here.
pub(super) fn check_form(check: &mut Check, form: &str) {
    check.required("form", form, 60, "A draft needs its form.");
    check.ensure(!SEALED.contains(&form), "form", "This form keeps its own words, sealed.");
}

fn begin(
    tx: &mut Tx<'_, '_>,
    form: String,
    subject: String,
    label: String,
    body: String,
    typed: bool,
) -> Result<Saved> {
    let draft = Draft { id: tx.id(), form, subject, label, body, typed, noted_at: tx.now(), at: tx.now(), rev: 1 };
    store::insert(tx, &draft)?;
    tx.did_to(Table::Draft, draft.id, None, "");
    tx.touch(Tag::Draft);
    Ok(Saved { rev: 1, at: tx.now() })
}

fn go_on(tx: &mut Tx<'_, '_>, old: Draft, label: String, body: String, typed: bool) -> Result<Saved> {
    let new_period = tx.now().0 - old.noted_at.0 >= EDITING_PERIOD_MS;
    let noted_at = if new_period { tx.now() } else { old.noted_at };
    let rev = old.rev + 1;
    let draft = Draft { label, body, typed: typed || old.typed, noted_at, ..old };
    store::update(tx, &draft)?;
    if new_period {
        tx.did_to(Table::Draft, draft.id, None, "");
    } else {
        tx.quietly();
    }
    Ok(Saved { rev, at: tx.now() })
}

/// The draft of a form, when there is one.
pub(super) fn get(view: &View<'_>, key: FormKey) -> Result<Option<DraftAnswer>> {
    let subject = key.subject.unwrap_or_default();
    let found =
        store::open(view.sql, view.actor.staff, &key.form, &subject)?.filter(|draft| !expired(draft, view.now));
    found
        .map(|draft| {
            let body = serde_json::from_str(&draft.body).map_err(|_| Refusal::internal("draft"))?;
            Ok(DraftAnswer { rev: draft.rev, at: draft.at, body })
        })
        .transpose()
}

/// The person's drafts, the last touched first. A draft nobody typed into is not worth a line.
pub(super) fn list(view: &View<'_>, _: Nothing) -> Result<Vec<DraftLine>> {
    let drafts = store::all_open(view.sql, view.actor.staff)?;
    Ok(drafts
        .into_iter()
        .filter(|draft| draft.typed)
        .map(|draft| DraftLine { form: draft.form, subject: draft.subject, label: draft.label, at: draft.at })
        .collect())
}

pub(super) fn discard(tx: &mut Tx<'_, '_>, key: FormKey) -> Result<Done> {
    let subject = key.subject.unwrap_or_default();
    if !close(tx, &key.form, &subject)? {
        tx.quietly();
    }
    Ok(Done {})
}

/// Keeps what somebody types behind the lock, over what this form holds: there is one hand and no second window.
pub(crate) fn keep(tx: &mut Tx<'_, '_>, form: &str, subject: &str, body: &serde_json::Value) -> Result<()> {
    match store::open(tx.sql(), tx.actor.staff, form, subject)? {
        Some(old) => go_on(tx, old, String::new(), body.to_string(), true)?,
        None => begin(tx, form.into(), subject.into(), String::new(), body.to_string(), true)?,
    };
    Ok(())
}

/// What a form holds since this instant, when it holds anything.
pub(crate) fn since(view: &View<'_>, form: &str, subject: &str, from: Moment) -> Result<Option<serde_json::Value>> {
    let found = store::open(view.sql, view.actor.staff, form, subject)?.filter(|draft| draft.at >= from);
    Ok(found.and_then(|draft| serde_json::from_str(&draft.body).ok()))
}

/// Closes the draft of a form that was finished, inside the finishing action. Answers whether there was one.
pub(crate) fn close(tx: &mut Tx<'_, '_>, form: &str, subject: &str) -> Result<bool> {
    let Some(draft) = store::open(tx.sql(), tx.actor.staff, form, subject)? else { return Ok(false) };
    store::close(tx, draft.id)?;
    tx.did_to(Table::Draft, draft.id, None, "closed");
    tx.touch(Tag::Draft);
    Ok(true)
}
