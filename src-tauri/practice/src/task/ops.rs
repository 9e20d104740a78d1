//! Tasks as they are read and changed.

use rusqlite::{Row, named_params};

use super::TaskId;
use super::ipc::{AddTask, ChangeTask, GiveTaskBack, OfferTask, SavedTask, TaskLine, TaskStanding, ThisTask};
use super::rules::{self, No, Standing, Step, TaskRefusal};
use super::store::{self, Task};
use crate::client::{ClientId, reach};
use crate::kernel::actor::StaffId;
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::router::Nothing;
use crate::kernel::{Check, Info, Moment, Refusal, Result, RowId, Tag, Verb, View};
use crate::note::{ClientFacts, Seer};
use crate::staff;

const LONGEST: usize = 300;
const LONGEST_WORDS: usize = 300;
/// Milliseconds for which a finished task stays in the list, to be taken up again.
const SHOWN_MS: i64 = 7 * 24 * 60 * 60 * 1000;

/// One's own tasks, those a colleague offers, and what was done this week.
pub(super) fn list(view: &View<'_>, _: Nothing) -> Result<Vec<TaskLine>> {
    let mut statement = view.sql.prepare_cached(include_str!("sql/list.sql"))?;
    let seer = Seer::of(view)?;
    let parameters = named_params! { ":me": view.actor.staff, ":since": view.now.0 - SHOWN_MS };
    let rows = statement.query_map(parameters, |row| line_of(row, view, &seer))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What is open of it.
pub(crate) fn open_of(view: &View<'_>) -> Result<Vec<TaskLine>> {
    Ok(list(view, Nothing {})?.into_iter().filter(|line| line.standing != TaskStanding::Done).collect())
}

fn line_of(row: &Row<'_>, view: &View<'_>, seer: &Seer) -> rusqlite::Result<TaskLine> {
    let (mine, waits, done_at): (bool, bool, Option<Moment>) =
        (row.get("mine")?, row.get("waits")?, row.get("done_at")?);
    let due_on: Option<chrono::NaiveDate> = row.get("due_on")?;
    let client = match row.get::<_, Option<ClientId>>("client")? {
        Some(_) => Some(seer.line(&ClientFacts::of(row)?)),
        None => None,
    };
    let standing = match (done_at, mine, waits) {
        (Some(_), ..) => TaskStanding::Done,
        (None, false, _) => TaskStanding::Asked,
        (None, true, true) => TaskStanding::Waiting,
        (None, true, false) => TaskStanding::Open,
    };
    Ok(TaskLine {
        id: row.get("id")?,
        what: row.get("what")?,
        client,
        standing,
        owner: row.get("owner_name")?,
        offered: row.get("offered_name")?,
        offer_words: row.get("offer_words")?,
        due_on,
        overdue: done_at.is_none() && due_on.is_some_and(|due| due < view.today()),
        at: row.get("at")?,
        rev: row.get("rev")?,
    })
}

/// Writes a task down; with a colleague it is offered at once.
pub(super) fn add(tx: &mut Tx<'_, '_>, request: AddTask) -> Result<SavedTask> {
    let mut check = Check::new();
    let what = check.required("what", &request.what, LONGEST, "Say what is to be done.");
    check.done()?;
    if let Some(client) = request.client {
        tx.reach(Info::Identity, Verb::Glimpse, client)?;
    }
    if let Some(to) = request.offer_to {
        ensure_can_take(tx, request.client, to)?;
    }
    let task = Task {
        id: tx.id(),
        what,
        client: request.client,
        owner: tx.actor.staff,
        offered: request.offer_to,
        offer_words: String::new(),
        due_on: request.due_on,
        done_at: None,
        voided_at: None,
        rev: 1,
    };
    store::insert(tx, &task)?;
    tx.wrote(Table::Task, task.id, task.client.map(RowId::uuid))?;
    tx.touch(Tag::Task);
    Ok(SavedTask { id: task.id, rev: 1 })
}

/// Another wording, another day, or about somebody else. Who was asked to take it must reach the client too.
pub(super) fn change(tx: &mut Tx<'_, '_>, request: ChangeTask) -> Result<SavedTask> {
    let task = allowed(tx, Step::Change, request.id)?;
    let mut check = Check::new();
    let what = check.required("what", &request.what, LONGEST, "Say what is to be done.");
    check.done()?;
    if let Some(client) = request.client.filter(|client| task.client != Some(*client)) {
        tx.reach(Info::Identity, Verb::Glimpse, client)?;
        if let Some(to) = task.offered {
            ensure_can_take(tx, Some(client), to)?;
        }
    }
    write(tx, request.rev, Task { what, client: request.client, due_on: request.due_on, ..task })
}

/// It is done. An offer that nobody answered ends with it.
pub(super) fn finish(tx: &mut Tx<'_, '_>, request: ThisTask) -> Result<SavedTask> {
    let task = allowed(tx, Step::Finish, request.id)?;
    let done_at = Some(tx.now());
    write(tx, request.rev, Task { done_at, offered: None, ..task })
}

/// It was not done after all.
pub(super) fn reopen(tx: &mut Tx<'_, '_>, request: ThisTask) -> Result<SavedTask> {
    let task = allowed(tx, Step::Reopen, request.id)?;
    write(tx, request.rev, Task { done_at: None, ..task })
}

/// Asks a colleague to take it.
pub(super) fn offer(tx: &mut Tx<'_, '_>, request: OfferTask) -> Result<SavedTask> {
    let task = allowed(tx, Step::Offer, request.id)?;
    let mut check = Check::new();
    let offer_words = check.optional("words", &request.words, LONGEST_WORDS);
    check.done()?;
    ensure_can_take(tx, task.client, request.to)?;
    write(tx, request.rev, Task { offered: Some(request.to), offer_words, ..task })
}

/// Takes a task that a colleague offered.
pub(super) fn accept(tx: &mut Tx<'_, '_>, request: ThisTask) -> Result<SavedTask> {
    let task = allowed(tx, Step::Accept, request.id)?;
    write(tx, request.rev, Task { owner: tx.actor.staff, offered: None, ..task })
}

/// Gives an offered task back with a word, or takes one's own offer back.
pub(super) fn give_back(tx: &mut Tx<'_, '_>, request: GiveTaskBack) -> Result<SavedTask> {
    let task = allowed(tx, Step::GiveBack, request.id)?;
    let mut check = Check::new();
    let offer_words = check.optional("words", &request.words, LONGEST_WORDS);
    check.done()?;
    write(tx, request.rev, Task { offered: None, offer_words, ..task })
}

/// Takes away a task that should not be.
pub(super) fn void(tx: &mut Tx<'_, '_>, request: ThisTask) -> Result<SavedTask> {
    let task = allowed(tx, Step::Void, request.id)?;
    let voided_at = Some(tx.now());
    write(tx, request.rev, Task { voided_at, ..task })
}

/// Brings a task back that was taken away.
pub(super) fn restore(tx: &mut Tx<'_, '_>, request: ThisTask) -> Result<SavedTask> {
    let task = allowed(tx, Step::Restore, request.id)?;
    write(tx, request.rev, Task { voided_at: None, ..task })
}

fn allowed(tx: &Tx<'_, '_>, step: Step, id: TaskId) -> Result<Task> {
    let gone = || Refusal::not_found("task");
    let task = store::task(tx.sql(), id)?.ok_or_else(gone)?;
    let (done, voided) = (task.done_at.is_some(), task.voided_at.is_some());
    let standing = Standing { owner: task.owner, offered: task.offered, done, voided };
    match rules::may(step, standing, tx.actor.staff) {
        Ok(()) => Ok(task),
        Err(No::Absent) => Err(gone()),
        Err(No::Rule(refusal)) => Err(refusal.into()),
    }
}

/// A colleague who is active and sees the client it is about.
fn ensure_can_take(tx: &Tx<'_, '_>, client: Option<ClientId>, to: StaffId) -> Result<()> {
    if to == tx.actor.staff {
        return Err(TaskRefusal::Yourself.into());
    }
    if !staff::is_active(tx.sql(), to)? {
        return Err(Refusal::not_found("person"));
    }
    let Some(client) = client else { return Ok(()) };
    let other = staff::actor(tx.sql(), to)?;
    let sees = reach::ensure(tx.sql(), &other, (Info::Identity, Verb::Glimpse), client, tx.now(), tx.today());
    if sees.is_ok() { Ok(()) } else { Err(TaskRefusal::OutOfReach.into()) }
}

fn write(tx: &mut Tx<'_, '_>, rev: i64, task: Task) -> Result<SavedTask> {
    tx.revise(Table::Task, task.id, rev)?;
    store::update(tx, &Task { rev, ..task.clone() })?;
    tx.wrote(Table::Task, task.id, task.client.map(RowId::uuid))?;
    tx.touch(Tag::Task);
    Ok(SavedTask { id: task.id, rev: rev + 1 })
}
