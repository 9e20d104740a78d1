//! Two people on one text: what is stale, who else is at it, and where the words stay that did not stand.
//!
//! One rule for every form: a text is stale when its row has another revision than the one it goes on from. The refusal
//! then carries the text that stands, so that both can be shown side by side and nothing is lost. What somebody takes out
//! while settling is set aside word for word, for whoever wrote it and for whoever settled it.

use rusqlite::{OptionalExtension, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ipc::FormKey;
use super::{SetAsideId, ops};
use crate::kernel::actor::StaffId;
use crate::kernel::door::Tx;
use crate::kernel::history::{self, Table};
use crate::kernel::router::Done;
use crate::kernel::{Check, Moment, Refusal, Result, Tag, View};

/// The longest text of one section that is set aside, in characters.
const LONGEST: usize = 40_000;

/// Lets through what goes on from the revision that stands.
///
/// # Errors
/// `conflict`, with the text that stands as `theirs`.
pub(crate) fn fresh<T: Serialize>(seen: i64, stands: i64, theirs: impl FnOnce() -> Result<T>) -> Result<()> {
    if seen == stands {
        return Ok(());
    }
    let theirs = serde_json::to_value(theirs()?).map_err(|_| Refusal::internal("text that stands"))?;
    Err(Refusal { theirs: Some(Box::new(theirs)), ..Refusal::conflict() })
}

/// A person at a text, and when.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Hand {
    pub staff: StaffId,
    pub name: String,
    pub at: Moment,
}

/// Who is at a text.
#[derive(Clone, Debug, Serialize, TS)]
pub struct AtWork {
    /// Who saved it last; nobody yet.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub saved: Option<Hand>,
    /// Colleagues with words of their own that are not in it yet, the last to write first.
    pub writing: Vec<Hand>,
}

/// Who is at a text that this person may read: who saved its row last, and which colleagues have a draft of it.
pub(crate) fn at_work(
    view: &View<'_>,
    row: Option<(Table, uuid::Uuid)>,
    form: &str,
    subject: &str,
) -> Result<AtWork> {
    let last = row.map(|(table, id)| history::last_hand(view.sql, table, id)).transpose()?.flatten();
    at_work_since(view, last, form, subject)
}

/// The same, where several rows make the text and the caller knows who saved the last of them.
pub(crate) fn at_work_since(
    view: &View<'_>,
    last: Option<(StaffId, Moment)>,
    form: &str,
    subject: &str,
) -> Result<AtWork> {
    let saved = last.map(|(staff, at)| hand(view, staff, at)).transpose()?.flatten();
    let mut statement = view.sql.prepare_cached(
        "select staff.id as staff, staff.given_name || ' ' || staff.family_name as name, draft.at
         from draft indexed by draft_of
         join staff on staff.id = draft.staff
         where draft.subject = :subject and draft.form = :form and draft.closed_at is null and draft.typed = 1
           and draft.staff is not :me
         order by draft.at desc
         limit 5",
    )?;
    let rows = statement
        .query_map(named_params! { ":subject": subject, ":form": form, ":me": view.actor.staff }, |row| {
            Ok(Hand { staff: row.get("staff")?, name: row.get("name")?, at: row.get("at")? })
        })?;
    Ok(AtWork { saved, writing: rows.collect::<rusqlite::Result<_>>()? })
}

fn hand(view: &View<'_>, staff: StaffId, at: Moment) -> Result<Option<Hand>> {
    let mut statement =
        view.sql.prepare_cached("select given_name || ' ' || family_name as name from staff where id = :staff")?;
    let name = statement.query_row(named_params! { ":staff": staff }, |row| row.get("name")).optional()?;
    Ok(name.map(|name| Hand { staff, name, at }))
}

/// The request of `draft.set_aside`: words of one section that do not stand in what two people wrote.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetAside {
    pub form: String,
    #[serde(default)]
    #[ts(optional)]
    pub subject: Option<String>,
    /// The section, as the screen names it.
    pub part: String,
    pub words: String,
    /// Who wrote them; oneself when left out.
    #[serde(default)]
    #[ts(optional)]
    pub writer: Option<StaffId>,
}

/// Words that were set aside.
#[derive(Debug, Serialize, TS)]
pub struct AsideWords {
    pub id: SetAsideId,
    pub part: String,
    pub words: String,
    /// Who wrote them.
    pub writer: String,
    /// Who settled it.
    pub by: String,
    pub at: Moment,
}

/// Keeps words that do not stand.
pub(super) fn set_aside(tx: &mut Tx<'_, '_>, request: SetAside) -> Result<Done> {
    let mut check = Check::new();
    ops::check_form(&mut check, &request.form);
    let part = check.required("part", &request.part, 200, "Say which section it is.");
    check.ensure(request.words.chars().count() <= LONGEST, "words", "This is too long for one section.");
    check.done()?;
    let writer = request.writer.unwrap_or(tx.actor.staff);
    if hand(&tx.view(), writer, tx.now())?.is_none() {
        return Err(Refusal::not_found("person"));
    }
    let id: SetAsideId = tx.id();
    insert(tx, id, writer, &part, &request)?;
    tx.wrote(Table::SetAside, id, None)?;
    tx.touch(Tag::Draft);
    Ok(Done {})
}

fn insert(tx: &Tx<'_, '_>, id: SetAsideId, writer: StaffId, part: &str, request: &SetAside) -> Result<()> {
    tx.write(
        "insert into set_aside (id, staff, writer, form, subject, part, words, rev, at, device, by_staff)
         values (:id, :by_staff, :writer, :form, :subject, :part, :words, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": id,
            ":writer": writer,
            ":form": request.form,
            ":subject": request.subject.as_deref().unwrap_or_default(),
            ":part": part,
            ":words": request.words,
        },
    )
}

/// What was set aside of a text, for whoever wrote it or settled it; the newest first.
pub(super) fn aside(view: &View<'_>, key: FormKey) -> Result<Vec<AsideWords>> {
    let mut statement = view.sql.prepare_cached(
        "select set_aside.id, set_aside.part, set_aside.words, set_aside.at,
                writer.given_name || ' ' || writer.family_name as writer,
                settler.given_name || ' ' || settler.family_name as settled_by
         from set_aside indexed by set_aside_of
         join staff writer on writer.id = set_aside.writer
         join staff settler on settler.id = set_aside.staff
         where set_aside.subject = :subject and set_aside.form = :form
           and (set_aside.staff = :me or set_aside.writer = :me)
         order by set_aside.at desc, set_aside.id desc
         limit 100",
    )?;
    let subject = key.subject.unwrap_or_default();
    let rows = statement.query_map(
        named_params! { ":subject": subject, ":form": key.form, ":me": view.actor.staff },
        |row| {
            Ok(AsideWords {
                id: row.get("id")?,
                part: row.get("part")?,
                words: row.get("words")?,
                writer: row.get("writer")?,
                by: row.get("settled_by")?,
                at: row.get("at")?,
            })
        },
    )?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
