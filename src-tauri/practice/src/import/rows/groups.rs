//! Groups: with one weekly place each, which holds from the day of the import on: the past is told by its sessions.
//! Whoever facilitates a group gets that role as well.

use chrono::NaiveDate;

use super::Rows;
use super::clients::fix;
use super::staff::Holds;
use crate::group::GroupId;
use crate::import::known::Kind;
use crate::import::landing::row;
use crate::import::line::Line;
use crate::import::pass::{Pass, Piece};
use crate::import::reason::Reason;
use crate::import::{LandedId, rules};
use crate::kernel::actor::StaffId;
use crate::kernel::{Result, Role, RowId as _};

row! {
    /// A group.
    Meets in Group "groups"
    {
        name "name": String, kind "type": &'static str, track "track": String, capacity "capacity": i64,
        facilitator "facilitator": StaffId,
    }
    once { active "active": bool }
}

row! {
    /// Its weekly place.
    Place in Slot "slot"
    { of_group "of_group": GroupId, weekday "weekday": i64, starts "starts": String, minutes "minutes": i64 }
    once { from_on "from_on": NaiveDate }
}

/// The lines of `groups.csv`.
pub(in crate::import) struct Groups;

impl Rows for Groups {
    const KINDS: &'static [Kind] = &[Kind::Group, Kind::Slot, Kind::Facilitator];

    fn begin(_: &Pass<'_, '_, '_>) -> Result<Self> {
        Ok(Self)
    }

    fn line(&mut self, pass: &mut Pass<'_, '_, '_>, line: &mut Line<'_>) -> Result<Vec<Piece>, Reason> {
        let external = line.external("group_id")?;
        let facilitator = *line.needed("facilitator_id", "person of the staff", &pass.refs.staff)?;
        let facilitator_external = line.external("facilitator_id")?;
        let name = line.required("name", 80)?;
        let track = line.text("track", 80)?;
        let weekday = line.needed_number("weekday", 0, 6)? + 1;
        let starts = line.clock("start_time")?.format("%H:%M").to_string();
        let minutes = line.needed_number("duration_minutes", 5, 600)?;
        let capacity = line.needed_number("capacity", 1, 200)?;
        pass.once("group_id", &external)?;
        let group = GroupId::of(pass.id(Kind::Group, &external).uuid());
        let meets = Meets {
            kind: rules::group_type(&name),
            name,
            track,
            capacity,
            facilitator: facilitator.id,
            active: true,
        };
        let place = Place { of_group: group, weekday, starts, minutes, from_on: pass.today };
        let mut pieces =
            vec![pass.piece(Kind::Group, &external, Some(meets)), pass.piece(Kind::Slot, &external, Some(place))];
        fix(&mut pieces, Kind::Group, LandedId(group.uuid()));
        if !facilitator.facilitates {
            let holds = Holds { staff: facilitator.id, role: Role::Facilitator };
            pieces.push(pass.piece(Kind::Facilitator, &facilitator_external, Some(holds)));
            if let Some(known) = pass.refs.staff.get_mut(&facilitator_external) {
                known.facilitates = true;
            }
        }
        pass.refs.groups.insert(external, group);
        Ok(pieces)
    }
}
