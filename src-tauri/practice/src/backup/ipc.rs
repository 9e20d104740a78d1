//! Calls of the backups.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{make, restore};
use crate::kernel::router::{Call, Need, desk_op, desk_query, op};
use crate::kernel::{Info, Moment, Tag, Verb};

/// One backup file.
#[derive(Debug, Serialize, TS)]
pub struct BackupRow {
    /// The file's own name.
    pub file: String,
    pub at: Moment,
    pub bytes: i64,
    /// Audit entries it holds.
    pub entries: i64,
}

/// The answer of `backup.list`.
#[derive(Debug, Serialize, TS)]
pub struct BackupList {
    /// The folder's own name.
    pub place: String,
    /// Whether somebody chose the folder; without a choice it lies beside the records, on the same disk.
    pub chosen: bool,
    /// 0 when the clock makes none.
    pub automatic_minutes: i64,
    pub rows: Vec<BackupRow>,
}

/// The answer of `backup.place`.
#[derive(Debug, Serialize, TS)]
pub struct PlaceAnswer {
    pub place: String,
}

/// The request of `backup.automatic`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Automatic {
    /// 5 to 1440, or 0 for never.
    pub minutes: i64,
}

/// Which backup.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BackupFile {
    pub file: String,
}

/// Which backup, with the passphrase of the person who restores.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RestoreFrom {
    pub file: String,
    pub passphrase: String,
}

/// The request of `backup.restore_first`: a sign-in of the backup's day, or the recovery key.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RestoreFirst {
    #[serde(default)]
    #[ts(optional)]
    pub login: Option<String>,
    #[serde(default)]
    #[ts(optional)]
    pub passphrase: Option<String>,
    #[serde(default)]
    #[ts(optional)]
    pub recovery: Option<String>,
}

/// How many entries of one kind would be lost.
#[derive(Debug, Serialize, TS)]
pub struct LossAction {
    pub action: String,
    pub label: String,
    pub count: i64,
}

/// What an in-place restore would lose.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "BackupLoss")]
pub struct LossAnswer {
    /// When the backup was made.
    pub at: Moment,
    pub entries_lost: i64,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_lost: Option<Moment>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_lost: Option<Moment>,
    pub by_action: Vec<LossAction>,
}

pub(crate) fn calls() -> Vec<Call> {
    let write = Need::Cell(Info::Staff, Verb::Write);
    vec![
        desk_query("backup.list", write, &[Tag::Backup], make::list),
        desk_op("backup.place", write, &[Tag::Backup, Tag::Workstation], make::place),
        op("backup.automatic", write, make::automatic),
        desk_op("backup.make", Need::SignedIn, &[Tag::Job], make::make),
        desk_op("backup.verify", write, &[Tag::Job], make::verify),
        desk_query("backup.loss", write, &[], restore::loss),
        desk_op("backup.restore", write, &[Tag::Job, Tag::Workstation], restore::in_place),
        desk_op("backup.restore_elsewhere", write, &[Tag::Job], restore::elsewhere),
        desk_op("backup.restore_first", Need::Nothing, &[Tag::Job, Tag::Workstation], restore::first),
    ]
}
