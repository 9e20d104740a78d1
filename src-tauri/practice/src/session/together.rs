//! Who must not share a room: in a session, on a roster, or with somebody who is about to come in. Whom it names depends
//! on who asks (`apart`).

use super::ipc::WhoTogether;
use super::{SessionState, queries};
use crate::apart::{self, Together};
use crate::client::ClientId;
use crate::group;
use crate::kernel::{Info, Refusal, Result, Verb, View};

/// Answers for a session that the person sees, or for a roster with somebody whom they reach.
pub(super) fn who(view: &View<'_>, request: WhoTogether) -> Result<Vec<Together>> {
    if let Some(client) = request.client {
        view.reach(Info::Identity, Verb::Read, client).or_else(|_| view.reach(Info::Identity, Verb::Glimpse, client))?;
    }
    let (those, on) = match (request.session, request.group) {
        (Some(id), None) => {
            // What is outside the reach is not there.
            queries::line(view, id)?;
            let session = queries::session(view.sql, id)?;
            let expected = match session.state {
                SessionState::Cancelled => Vec::new(),
                SessionState::Planned | SessionState::Recorded => queries::expected(view.sql, &session)?,
            };
            (expected, session.on_date)
        }
        (None, Some(id)) => {
            let on = request.on.unwrap_or_else(|| view.today());
            (group::members(view.sql, group::group(view.sql, id)?.id, on)?, on)
        }
        _ => return Err(Refusal::field("session", "Choose a session or a group.")),
    };
    match request.client {
        Some(client) => {
            let others: Vec<ClientId> = those.into_iter().filter(|other| *other != client).collect();
            apart::between(view, client, &others, on)
        }
        None => apart::among(view, &those, on),
    }
}
