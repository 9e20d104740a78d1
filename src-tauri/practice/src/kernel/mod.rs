//! The ground every slice stands on: two doors, ids, time, permission, refusals, history.
//!
//! - The **write door** ([`door::Tx`]) is the only way to change a row; only the router opens it.
//! - The **command door** ([`router`]) is the only way in; it checks lock, permission and shape before a slice runs.
//!
//! Deliberately absent: any noun of the clinic. A slice may use the kernel, never the other way round.

pub mod actor;
pub mod check;
pub mod codegen;
pub mod door;
pub mod history;
pub mod id;
pub mod outside;
pub mod permission;
pub mod refusal;
pub mod router;
pub mod tag;
pub mod text;
pub mod time;
pub mod trouble;

pub use actor::Actor;
pub use check::Check;
pub use door::{Tx, View};
pub use id::RowId;
pub use outside::Outside;
pub use permission::{Info, Reach, Role, Verb};
pub use refusal::{Refusal, Result, Rule};
pub use router::{Call, Need};
pub use tag::Tag;
pub use time::{Moment, Zone};
