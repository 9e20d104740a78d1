//! Sessions of groups. Wall times are the practice's; a held session began and ended as planned.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::Rows;
use super::clients::fix;
use crate::group::GroupId;
use crate::import::known::{Kind, KnownSession};
use crate::import::landing::row;
use crate::import::line::Line;
use crate::import::pass::{Pass, Piece};
use crate::import::reason::Reason;
use crate::import::{LandedId, store};
use crate::kernel::actor::StaffId;
use crate::kernel::{Moment, Result, RowId as _};
use crate::session::SessionId;

row! {
    /// A dated meeting.
    Dated in Session "session"
    {
        kind "kind": &'static str, of_group "of_group": GroupId, staff "staff": StaffId, on_date "on_date": NaiveDate,
        starts "starts": String, minutes "minutes": i64, time_zone "time_zone": String, starts_at "starts_at": Moment,
        ends_at "ends_at": Moment, began_at "began_at": Option<Moment>, finished_at "finished_at": Option<Moment>,
        topic "topic": String, state "state": &'static str, cancel_reason "cancel_reason": &'static str,
        recorded_at "recorded_at": Option<Moment>, recorded_by "recorded_by": Option<StaffId>,
    }
    once { imported "imported": bool }
}

/// The lines of `sessions.csv`.
pub(in crate::import) struct Sessions {
    /// Which session has a group's place in time.
    places: HashMap<(GroupId, Moment), SessionId>,
}

impl Rows for Sessions {
    const KINDS: &'static [Kind] = &[Kind::Session];

    fn begin(pass: &Pass<'_, '_, '_>) -> Result<Self> {
        Ok(Self { places: store::places(pass.door.sql())? })
    }

    fn line(&mut self, pass: &mut Pass<'_, '_, '_>, line: &mut Line<'_>) -> Result<Vec<Piece>, Reason> {
        let external = line.external("session_id")?;
        let group = *line.needed("group_id", "group", &pass.refs.groups)?;
        let staff = line.needed("facilitator_id", "person of the staff", &pass.refs.staff)?.id;
        let minutes = line.needed_number("minutes", 5, 600)?;
        let topic = line.text("topic", 200)?;
        let state = line.word("status", "held, planned, cancelled", |word| match word {
            "held" => Some("recorded"),
            "planned" | "scheduled" => Some("planned"),
            "cancelled" | "canceled" => Some("cancelled"),
            _ => None,
        })?;
        let (starts_at, wall) = line.needed_instant("starts_at")?;
        pass.once("session_id", &external)?;
        let id = SessionId::of(pass.id(Kind::Session, &external).uuid());
        let taken = state != "cancelled" && *self.places.entry((group, starts_at)).or_insert(id) != id;
        if taken && pass.known(Kind::Session, &external).is_none() {
            return Err(Reason::SlotTaken);
        }
        let (held, ends_at) = (state == "recorded", starts_at.plus_minutes(minutes));
        let dated = Dated {
            kind: "group",
            of_group: group,
            staff,
            on_date: wall.date(),
            starts: wall.format("%H:%M").to_string(),
            minutes,
            time_zone: pass.zone.0.name().to_owned(),
            starts_at,
            ends_at,
            began_at: held.then_some(starts_at),
            finished_at: held.then_some(ends_at),
            topic,
            state,
            cancel_reason: if state == "cancelled" { "Cancelled in the earlier system" } else { "" },
            recorded_at: held.then_some(ends_at),
            recorded_by: held.then_some(staff),
            imported: true,
        };
        let mut pieces = vec![pass.piece(Kind::Session, &external, Some(dated))];
        fix(&mut pieces, Kind::Session, LandedId(id.uuid()));
        let known = KnownSession { id, group, on_date: wall.date(), began: starts_at, ended: ends_at, held };
        pass.refs.sessions.insert(external, known);
        Ok(pieces)
    }
}
