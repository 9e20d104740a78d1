//! Attendance: flat minutes become a recorded interval from the session's start (late: an arrival that much before its
//! end). Roster stays follow from the entries, since the other system has none.

use chrono::NaiveDate;

use super::Rows;
use crate::client::ClientId;
use crate::group::GroupId;
use crate::import::files::Sheet;
use crate::import::known::Kind;
use crate::import::landing::row;
use crate::import::line::Line;
use crate::import::pass::{Pass, Piece};
use crate::import::reason::Reason;
use crate::import::rules::{self, Presence};
use crate::import::store;
use crate::kernel::{Moment, Result};
use crate::session::SessionId;

row! {
    /// One person's entry of one session.
    Entry in Attendance "attendance"
    {
        session "session": SessionId, client "client": ClientId, on_date "on_date": NaiveDate, state "state": &'static str,
        arrived_at "arrived_at": Option<Moment>, left_at "left_at": Option<Moment>, minutes "minutes": i64,
        excused "excused": Option<bool>,
    }
    once { source "source": &'static str, place "place": &'static str, expected "expected": bool }
}

row! {
    /// A stay on the roster.
    OnRoster in Membership "membership"
    {
        of_group "of_group": GroupId, client "client": ClientId, joined_on "joined_on": NaiveDate,
        left_on "left_on": Option<NaiveDate>,
    }
    once { }
}

/// The lines of `attendance.csv`.
pub(in crate::import) struct Entries;

impl Rows for Entries {
    const KINDS: &'static [Kind] = &[Kind::Attendance, Kind::Membership];

    fn begin(_: &Pass<'_, '_, '_>) -> Result<Self> {
        Ok(Self)
    }

    fn line(&mut self, pass: &mut Pass<'_, '_, '_>, line: &mut Line<'_>) -> Result<Vec<Piece>, Reason> {
        let external = line.external("attendance_id")?;
        let session = *line.needed("session_id", "session", &pass.refs.sessions)?;
        let client = line.needed("client_id", "client", &pass.refs.clients)?.id;
        let presence = line.word("status", rules::PRESENCE, rules::presence)?;
        let minutes = line.needed_number("minutes", 0, 600)?;
        line.instant("recorded_at")?;
        if !session.held {
            return Err(Reason::NotHeld);
        }
        let absent = matches!(presence, Presence::Absent { .. });
        if absent != (minutes == 0) {
            return Err(Reason::MinutesDisagree);
        }
        let whole = session.began.minutes_to(session.ended);
        if minutes > whole {
            return Err(Reason::TooManyMinutes);
        }
        pass.once("attendance_id", &external)?;
        let taken = pass.entries.insert((session.id, client), minutes).is_some();
        if taken && pass.known(Kind::Attendance, &external).is_none() {
            return Err(Reason::EntryTaken);
        }
        pass.stays.see(session.group, client, session.on_date);
        let times = rules::interval(presence, session.began, session.ended, minutes);
        let entry = Entry {
            session: session.id,
            client,
            on_date: session.on_date,
            state: match presence {
                Presence::Absent { .. } => "absent",
                Presence::Present if minutes == whole => "present",
                _ => "part",
            },
            arrived_at: times.map(|(arrived, _)| arrived),
            left_at: times.map(|(_, left)| left),
            minutes,
            excused: match presence {
                Presence::Absent { excused } => Some(excused),
                _ => None,
            },
            source: "imported",
            place: "in_person",
            expected: true,
        };
        Ok(vec![pass.piece(Kind::Attendance, &external, Some(entry))])
    }

    fn end(&mut self, pass: &mut Pass<'_, '_, '_>) -> Result<()> {
        let clients: std::collections::HashMap<ClientId, Option<NaiveDate>> =
            pass.refs.clients.values().map(|client| (client.id, client.discharged_on)).collect();
        // A roster that somebody keeps here already stays as it is.
        let open = store::open_stays(pass.door.sql())?;
        for (of_group, client) in pass.stays.all() {
            let discharged_on = clients.get(&client).copied().flatten();
            let Some(stay) = pass.stays.stay(of_group, client, discharged_on) else { continue };
            let external = format!("{}/{}", of_group.0.simple(), client.0.simple());
            let row = OnRoster { of_group, client, joined_on: stay.joined_on, left_on: stay.left_on };
            let piece = pass.piece(Kind::Membership, &external, Some(row));
            let kept = open.get(&(of_group, client)).is_some_and(|id| *id != piece.id);
            if !kept && matches!(pass.land(vec![piece], Sheet::Attendance, 0)?, Ok(landed) if landed.writes()) {
                pass.count_stay();
            }
        }
        Ok(())
    }
}
