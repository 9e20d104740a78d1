//! Drafts: what was typed and not yet finished, in one table for every form of the app (models.md 1.7).
//!
//! A draft belongs to one person, one form and at most one subject, and is never shown in another form. The window saves
//! it by throttle, so at most a second of typing is ever unsaved. A draft without a keystroke expires after 7 days, any
//! other never. The audit gets one entry per editing period, not one per save (vault.md decision 3).

pub mod ipc;
mod ops;
mod store;
pub mod together;

pub(crate) use ops::{close, keep, since};
pub(crate) use together::{AtWork, at_work, at_work_since, fresh};

crate::ids! {
    /// A draft.
    DraftId,
    /// Words that did not stand.
    SetAsideId
}

/// A draft nobody typed into is gone after this long.
const UNTYPED_EXPIRES_MS: i64 = 7 * 24 * 60 * 60 * 1000;

/// An editing period: within it, saves after the first write no audit entry.
const EDITING_PERIOD_MS: i64 = 10 * 60 * 1000;
