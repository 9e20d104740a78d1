//! Whose name somebody may read in a list of random testing: the scope of the permission, asked once for a whole list.

use std::collections::HashSet;

use crate::client::ClientId;
use crate::client::reach::{self, Scope};
use crate::kernel::{Info, Result, Verb, View};

/// The clients of a scope.
pub(crate) struct Sight {
    everyone: bool,
    own: HashSet<ClientId>,
}

impl Sight {
    /// The sight that a cell gives; nobody's without the cell.
    pub fn of(view: &View<'_>, info: Info, verb: Verb) -> Result<Self> {
        if !view.actor.may(info, verb) {
            return Ok(Self { everyone: false, own: HashSet::new() });
        }
        let scope = Scope::of(view.actor, info, verb)?;
        let own = reach::clients_in(view.sql, view.actor.staff, scope, view.now, view.today())?;
        Ok(Self { everyone: scope.everyone, own: own.into_iter().collect() })
    }

    /// Whether the name may be read.
    pub fn sees(&self, client: ClientId, restricted: bool) -> bool {
        (self.everyone && !restricted) || self.own.contains(&client)
    }

    /// Whether a restricted chart is shown as a number: to who sees everybody else.
    pub fn counts(&self) -> bool {
        self.everyone
    }
}
