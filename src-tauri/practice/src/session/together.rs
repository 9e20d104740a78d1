//! Who must not share the room of a session, or with somebody who is about to come in. Whom it names depends on who asks
//! (`apart`).

use super::ipc::WhoTogether;
use super::{SessionState, queries};
use crate::apart::Together;
use crate::client::ClientId;
use crate::group;
use crate::kernel::{Result, View};

/// Answers for a session that the person sees: what is outside the reach is not there.
pub(super) fn who(view: &View<'_>, request: WhoTogether) -> Result<Vec<Together>> {
    queries::line(view, request.id)?;
    let session = queries::session(view.sql, request.id)?;
    let expected: Vec<ClientId> = match session.state {
        SessionState::Cancelled => Vec::new(),
        SessionState::Planned | SessionState::Recorded => queries::expected(view.sql, &session)?,
    };
    group::in_one_room(view, &expected, request.client, session.on_date)
}
