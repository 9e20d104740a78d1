//! My day: what to do next, for each role. Reading only; every line leads to the page where it is done.
//!
//! Each part is there for who may see it and absent otherwise: a facilitator has sessions and group notes, a counselor
//! plans and consents beside them, a director licenses and broken glass, the front desk everybody's sessions.

pub mod ipc;
mod queries;
mod room;
mod todo;
