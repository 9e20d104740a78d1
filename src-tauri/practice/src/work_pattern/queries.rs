//! The versions of a client, and of some clients at once.

use std::collections::HashMap;

use chrono::Days;
use rusqlite::Connection;

use super::ipc::{BusyLine, ShiftFields, WorkPatternFields, WorkPatternLine, WorkPatternOf, WorkPatterns};
use super::{Shift, WorkPattern, pattern, store};
use crate::client::{ClientId, json_of};
use crate::kernel::{Info, Result, Verb, View};

/// How many days ahead what is taken is shown.
const AHEAD: Days = Days::new(14);

/// Every version of a client, the latest first.
pub(crate) fn of_client(sql: &Connection, client: ClientId) -> Result<Vec<WorkPattern>> {
    store::of_clients(sql, &json_of(&[client]))
}

/// Every version of some clients, the latest first. One statement.
pub(crate) fn of_clients(sql: &Connection, clients: &str) -> Result<HashMap<ClientId, Vec<WorkPattern>>> {
    let mut by_client: HashMap<ClientId, Vec<WorkPattern>> = HashMap::new();
    for version in store::of_clients(sql, clients)? {
        by_client.entry(version.client).or_default().push(version);
    }
    Ok(by_client)
}

pub(super) fn list(view: &View<'_>, request: WorkPatternOf) -> Result<WorkPatterns> {
    view.reach(Info::Attendance, Verb::Read, request.client)?;
    let versions = of_client(view.sql, request.client)?;
    let today = view.today();
    let until = today.checked_add_days(AHEAD).unwrap_or(today);
    let next = pattern::busy(&versions, view.zone(), (today, until));
    let holds = versions.iter().find(|version| version.from_on <= today).map(|version| version.id);
    Ok(WorkPatterns {
        next: next.into_iter().map(|busy| BusyLine { what: busy.what, from: busy.from, until: busy.until }).collect(),
        versions: versions.into_iter().map(|version| line(version, holds)).collect(),
        may_set: view.reach(Info::Identity, Verb::Write, request.client).is_ok(),
    })
}

fn line(version: WorkPattern, holds: Option<super::WorkPatternId>) -> WorkPatternLine {
    let shift =
        |shift: Shift| ShiftFields { starts: shift.starts.format("%H:%M").to_string(), minutes: shift.minutes };
    WorkPatternLine {
        id: version.id,
        rev: version.rev,
        holds: holds == Some(version.id),
        fields: WorkPatternFields {
            from_on: version.from_on,
            time_zone: version.zone.0.name().into(),
            cycle: version.cycle,
            anchor_on: version.anchor_on,
            day: shift(version.day),
            night: shift(version.night),
            call: shift(version.call),
            travel_minutes: version.travel,
            blocked: version.blocked,
        },
    }
}
