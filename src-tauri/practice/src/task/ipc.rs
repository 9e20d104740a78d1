//! Calls of the tasks.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{TaskId, ops};
use crate::client::ClientId;
use crate::kernel::actor::StaffId;
use crate::kernel::router::{Call, Need, op, query};
use crate::kernel::{Moment, Tag};
use crate::note::ipc::NoteClient;

crate::words! {
    /// How a task stands for the person who looks.
    pub enum TaskStanding {
        /// To do.
        Open = "open",
        /// Somebody asks this person to take it.
        Asked = "asked",
        /// Theirs, and a colleague was asked to take it.
        Waiting = "waiting",
        /// Done within the last week.
        Done = "done",
    }
}

/// A task as the list shows it.
#[derive(Debug, Serialize, TS)]
pub struct TaskLine {
    pub id: TaskId,
    pub what: String,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client: Option<NoteClient>,
    pub standing: TaskStanding,
    /// Whose it is.
    pub owner: String,
    /// Who was asked to take it; empty without.
    pub offered: String,
    /// What was said when it was offered, or given back.
    pub offer_words: String,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due_on: Option<NaiveDate>,
    pub overdue: bool,
    /// Since when it stands as it does.
    pub at: Moment,
    pub rev: i64,
}

/// The request of `task.add`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddTask {
    pub what: String,
    #[serde(default)]
    #[ts(optional)]
    pub client: Option<ClientId>,
    #[serde(default)]
    #[ts(optional)]
    pub due_on: Option<NaiveDate>,
    /// A colleague who is asked to take it at once.
    #[serde(default)]
    #[ts(optional)]
    pub offer_to: Option<StaffId>,
}

/// The request of `task.change`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangeTask {
    pub id: TaskId,
    pub rev: i64,
    pub what: String,
    /// About whom it is from now on; without one, about nobody.
    #[serde(default)]
    #[ts(optional)]
    pub client: Option<ClientId>,
    #[serde(default)]
    #[ts(optional)]
    pub due_on: Option<NaiveDate>,
}

/// The request of the steps that need no word.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ThisTask {
    pub id: TaskId,
    pub rev: i64,
}

/// The request of `task.offer`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OfferTask {
    pub id: TaskId,
    pub rev: i64,
    pub to: StaffId,
    pub words: String,
}

/// The request of `task.give_back`: by who was asked, or by its owner, who takes it back.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct GiveTaskBack {
    pub id: TaskId,
    pub rev: i64,
    pub words: String,
}

/// What was made or changed.
#[derive(Debug, Serialize, TS)]
pub struct SavedTask {
    pub id: TaskId,
    pub rev: i64,
}

pub(crate) fn calls() -> Vec<Call> {
    let anyone = Need::SignedIn;
    vec![
        query("task.list", anyone, &[Tag::Task, Tag::Client], ops::list),
        op("task.add", anyone, ops::add),
        op("task.change", anyone, ops::change),
        op("task.finish", anyone, ops::finish),
        op("task.reopen", anyone, ops::reopen),
        op("task.offer", anyone, ops::offer),
        op("task.accept", anyone, ops::accept),
        op("task.give_back", anyone, ops::give_back),
        op("task.void", anyone, ops::void),
        op("task.restore", anyone, ops::restore),
    ]
}
