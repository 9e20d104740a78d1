//! Plans: the text of the goals comes in as one goal under one problem; objectives are written here, at the next review.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::Rows;
use super::clients::fix;
use crate::client::{ClientId, EpisodeId};
use crate::import::known::Kind;
use crate::import::landing::row;
use crate::import::line::{LONGEST_TEXT, Line};
use crate::import::pass::{Pass, Piece};
use crate::import::reason::Reason;
use crate::import::{LandedId, store};
use crate::kernel::actor::StaffId;
use crate::kernel::{Moment, Result, RowId as _};
use crate::plan::{PlanId, ProblemId};

row! {
    /// A version of a plan.
    Version in Plan "plan"
    {
        client "client": ClientId, episode "episode": EpisodeId, version "version": i64, state "state": &'static str,
        effective_on "effective_on": NaiveDate, review_due_on "review_due_on": Option<NaiveDate>, author "author": StaffId,
        signed_at "signed_at": Option<Moment>,
    }
    once { imported "imported": bool }
}

row! {
    /// What the goal stands under.
    Trouble in Problem "problem"
    { plan "plan": PlanId, words "words": &'static str }
    once { position "position": i64 }
}

row! {
    /// The goals, as they were written.
    Aim in Goal "goal"
    { problem "problem": ProblemId, words "words": String }
    once { position "position": i64 }
}

/// The lines of `plans.csv`.
pub(in crate::import) struct Plans {
    /// Which plan has a client's version.
    versions: HashMap<(ClientId, i64), PlanId>,
    /// Which plan of a client is active.
    active: HashMap<ClientId, PlanId>,
    /// Active ones wait until those they follow have given way.
    later: Vec<(u64, Vec<Piece>)>,
}

impl Rows for Plans {
    const KINDS: &'static [Kind] = &[Kind::Plan, Kind::Problem, Kind::Goal];

    fn begin(pass: &Pass<'_, '_, '_>) -> Result<Self> {
        let (versions, active) = store::plans(pass.door.sql())?;
        Ok(Self { versions, active, later: Vec::new() })
    }

    fn line(&mut self, pass: &mut Pass<'_, '_, '_>, line: &mut Line<'_>) -> Result<Vec<Piece>, Reason> {
        let external = line.external("plan_id")?;
        let client = *line.needed("client_id", "client", &pass.refs.clients)?;
        let author = line.needed("author_id", "person of the staff", &pass.refs.staff)?.id;
        let version = line.needed_number("version", 1, 10_000)?;
        let state = line.word("status", "active, superseded, closed", |word| match word {
            "active" => Some("active"),
            "superseded" => Some("superseded"),
            "closed" => Some("closed"),
            _ => None,
        })?;
        let (effective_on, review_due_on) = (line.needed_date("effective_on")?, line.date("review_due_on")?);
        let signed_at = line.instant("signed_at")?.map(|(at, _)| at);
        let words = line.text("goals", LONGEST_TEXT)?;
        pass.once("plan_id", &external)?;
        let id = PlanId::of(pass.id(Kind::Plan, &external).uuid());
        let problem = ProblemId::of(pass.id(Kind::Problem, &external).uuid());
        self.claim(client.id, version, state, id)?;
        let plan = Version {
            client: client.id,
            episode: client.episode,
            version,
            state,
            effective_on,
            review_due_on,
            author,
            signed_at,
            imported: true,
        };
        let trouble = Trouble { plan: id, words: "From the earlier record", position: 1 };
        let mut pieces = vec![
            pass.piece(Kind::Plan, &external, Some(plan)),
            pass.piece(Kind::Problem, &external, Some(trouble)),
            pass.piece(Kind::Goal, &external, Some(Aim { problem, words, position: 1 })),
        ];
        fix(&mut pieces, Kind::Plan, LandedId(id.uuid()));
        fix(&mut pieces, Kind::Problem, LandedId(problem.uuid()));
        if state == "active" {
            self.later.push((line.number_of_line(), pieces));
            return Ok(Vec::new());
        }
        Ok(pieces)
    }

    fn held_back(&mut self) -> Vec<(u64, Vec<Piece>)> {
        std::mem::take(&mut self.later)
    }
}

impl Plans {
    /// One plan a version, and one active plan a client.
    fn claim(&mut self, client: ClientId, version: i64, state: &str, id: PlanId) -> Result<(), Reason> {
        if *self.versions.entry((client, version)).or_insert(id) != id {
            return Err(Reason::PlanTaken);
        }
        if state == "active" {
            if *self.active.entry(client).or_insert(id) != id {
                return Err(Reason::PlanTaken);
            }
        } else if self.active.get(&client) == Some(&id) {
            self.active.remove(&client);
        }
        Ok(())
    }
}
