//! The command door: a typed line per call, one function that runs any of them.
//!
//! The window, the console, the tests and the benches all come in through [`crate::workstation::Workstation::call`] with
//! a name and a JSON payload. A call says what it needs; lock, role, shape and panic are checked here, once. Relations to
//! a client (reach) are checked in the slice, which alone knows whose record a request is about.

use serde::Serialize;
use serde::de::DeserializeOwned;
use ts_rs::TS;

use super::door::{Tx, View};
use super::permission::{Info, Verb};
use super::refusal::{Code, Refusal, Result};
use super::tag::Tag;
use crate::workstation::Workstation;

/// The longest request that is looked at: a pasted novel fits, an attack on memory does not.
pub const LONGEST_REQUEST: usize = 8 * 1024 * 1024;

crate::words! {
    /// Whether a call only looks or also changes.
    pub enum Kind {
        Query = "query",
        Op = "op",
    }
}

/// What must hold before a call runs.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum Need {
    /// Nothing: it works in every state and shows nothing of anybody.
    Nothing,
    /// Somebody is signed in and the screen is not locked; the call concerns only that person's own things.
    SignedIn,
    /// Somebody is signed in and one of their roles has this cell of the permission table.
    Cell(Info, Verb),
    /// As [`Self::Cell`], and any one of these will do: the slice shows each role its own part.
    AnyCell(&'static [(Info, Verb)]),
}

type RunQuery = Box<dyn Fn(&View<'_>, &str) -> Result<String> + Send + Sync>;
type RunOp = Box<dyn Fn(&mut Tx<'_, '_>, &str) -> Result<String> + Send + Sync>;
type RunDesk = Box<dyn Fn(&Workstation, &str) -> Result<String> + Send + Sync>;

/// How a call is run.
pub(crate) enum Run {
    /// On a consistent look at the store.
    Query(RunQuery),
    /// Inside the write door.
    Op(RunOp),
    /// On the workstation itself: signing in, locking, long work, what asks the person for a place.
    Desk(RunDesk),
}

/// One line of the command door.
pub struct Call {
    /// `noun.verb` for operations, `noun.noun` for queries.
    pub name: &'static str,
    /// Whether it only looks.
    pub kind: Kind,
    /// What must hold.
    pub need: Need,
    /// Tags a query shows, or tags that a desk operation always touches.
    pub tags: &'static [Tag],
    /// Whether it also runs while a passphrase set by a director still has to be replaced.
    pub while_renewing: bool,
    pub(crate) run: Run,
    pub(crate) types: fn(&mut super::codegen::Types) -> (String, String),
}

/// The answer of an operation.
#[derive(Serialize)]
pub struct Changed<A> {
    /// What the operation says.
    pub answer: A,
    /// What it touched; the window refetches the queries that show it.
    pub changed: Vec<Tag>,
}

/// A line that looks.
pub fn query<Q, A>(name: &'static str, need: Need, tags: &'static [Tag], run: fn(&View<'_>, Q) -> Result<A>) -> Call
where
    Q: DeserializeOwned + TS + 'static,
    A: Serialize + TS + 'static,
{
    let run = Run::Query(Box::new(move |view, payload| encode(&run(view, decode(payload)?)?)));
    Call { name, kind: Kind::Query, need, tags, while_renewing: false, run, types: super::codegen::pair::<Q, A> }
}

/// A line that changes, inside the write door.
pub fn op<Q, A>(name: &'static str, need: Need, run: fn(&mut Tx<'_, '_>, Q) -> Result<A>) -> Call
where
    Q: DeserializeOwned + TS + 'static,
    A: Serialize + TS + 'static,
{
    let run = Run::Op(Box::new(move |tx, payload| {
        let answer = run(tx, decode(payload)?)?;
        encode(&Changed { answer, changed: tx.changed() })
    }));
    Call { name, kind: Kind::Op, need, tags: &[], while_renewing: false, run, types: super::codegen::pair::<Q, A> }
}

/// A line that looks at the workstation itself.
pub fn desk_query<Q, A>(
    name: &'static str,
    need: Need,
    tags: &'static [Tag],
    run: fn(&Workstation, Q) -> Result<A>,
) -> Call
where
    Q: DeserializeOwned + TS + 'static,
    A: Serialize + TS + 'static,
{
    let run = Run::Desk(Box::new(move |desk, payload| encode(&run(desk, decode(payload)?)?)));
    Call { name, kind: Kind::Query, need, tags, while_renewing: false, run, types: super::codegen::pair::<Q, A> }
}

/// A line that changes the workstation itself, starts long work, or asks the person for a place.
pub fn desk_op<Q, A>(
    name: &'static str,
    need: Need,
    tags: &'static [Tag],
    run: fn(&Workstation, Q) -> Result<A>,
) -> Call
where
    Q: DeserializeOwned + TS + 'static,
    A: Serialize + TS + 'static,
{
    let run = Run::Desk(Box::new(move |desk, payload| {
        let answer = run(desk, decode(payload)?)?;
        encode(&Changed { answer, changed: tags.to_vec() })
    }));
    Call { name, kind: Kind::Op, need, tags, while_renewing: false, run, types: super::codegen::pair::<Q, A> }
}

impl Call {
    /// Lets the call run before a passphrase set by a director was replaced.
    pub fn also_while_renewing(self) -> Self {
        Self { while_renewing: true, ..self }
    }
}

/// A request without fields.
#[derive(serde::Deserialize, Serialize, TS, Default)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// The answer of an operation that has nothing to say.
#[derive(Serialize, TS, Default)]
pub struct Done {}

fn decode<Q: DeserializeOwned>(payload: &str) -> Result<Q> {
    // serde's own words quote the value, which may be a client's: they are dropped.
    serde_json::from_str(payload).map_err(|_| {
        Refusal::plain(
            Code::Malformed,
            "The window sent something this version does not understand. Restart Evenkeel.",
        )
    })
}

fn encode<A: Serialize>(answer: &A) -> Result<String> {
    serde_json::to_string(answer).map_err(|_| Refusal::internal("encode"))
}
