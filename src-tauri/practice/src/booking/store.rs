//! SQL of the make-ups.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, named_params};

use super::{Booking, BookingId};
use crate::attendance::AttendanceId;
use crate::client::ClientId;
use crate::kernel::door::Tx;
use crate::kernel::{Moment, Result, Zone};
use crate::session::{Booked, Clash, Kind, Session, SessionId};

/// What was missed, as far as a booking asks.
pub(super) struct MissedRow {
    pub client: ClientId,
    pub session: SessionId,
    pub on_date: NaiveDate,
    pub absent: bool,
    pub made_up: bool,
}

pub(super) fn missed(sql: &Connection, id: AttendanceId) -> Result<Option<MissedRow>> {
    let mut statement = sql.prepare_cached(
        "select attendance.client, attendance.session, attendance.on_date, attendance.state = 'absent' as absent,
                exists (
                  select 1
                  from attendance later indexed by attendance_makes_up
                  where later.makes_up = attendance.id and later.voided_at is null and later.state <> 'absent'
                ) as made_up
         from attendance
         where attendance.id = :id and attendance.voided_at is null",
    )?;
    Ok(statement
        .query_row(named_params! { ":id": id }, |row| {
            Ok(MissedRow {
                client: row.get("client")?,
                session: row.get("session")?,
                on_date: row.get("on_date")?,
                absent: row.get("absent")?,
                made_up: row.get("made_up")?,
            })
        })
        .optional()?)
}

/// Whether a booking for what was missed stands, at a session that is still planned.
pub(super) fn open_for(sql: &Connection, makes_up: AttendanceId) -> Result<bool> {
    let mut statement = sql.prepare_cached(
        "select exists (
           select 1
           from booking
           join session on session.id = booking.session and session.state = 'planned'
           where booking.makes_up = :makes_up and booking.cancelled_at is null
         )",
    )?;
    Ok(statement.query_row(named_params! { ":makes_up": makes_up }, |row| row.get(0))?)
}

/// A session at which somebody is expected.
pub(super) struct Busy {
    pub session: SessionId,
    pub on_date: NaiveDate,
    title: String,
    starts_at: Moment,
    ends_at: Moment,
}

impl Busy {
    /// Whether it meets a span of time.
    pub(super) fn meets(&self, from: Moment, until: Moment) -> bool {
        self.starts_at < until && from < self.ends_at
    }

    /// "Process group, 5:30 PM to 6:30 PM"
    pub(super) fn words(&self, zone: Zone) -> String {
        let clock = |at| zone.wall(at).format("%-I:%M %p").to_string();
        format!("{}, {} to {}", self.title, clock(self.starts_at), clock(self.ends_at))
    }
}

/// Where a client is expected on some dates.
pub(super) fn busy(sql: &Connection, client: ClientId, (from, until): (NaiveDate, NaiveDate)) -> Result<Vec<Busy>> {
    let mut statement = sql.prepare_cached(include_str!("sql/busy.sql"))?;
    let rows = statement.query_map(named_params! { ":client": client, ":from": from, ":until": until }, |row| {
        let (kind, group): (Kind, Option<String>) = (row.get("kind")?, row.get("group_name")?);
        Ok(Busy {
            session: row.get("id")?,
            on_date: row.get("on_date")?,
            title: group.unwrap_or_else(|| kind.label().into()),
            starts_at: row.get("starts_at")?,
            ends_at: row.get("ends_at")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Where else a client is expected during a session.
pub(super) fn elsewhere(sql: &Connection, zone: Zone, client: ClientId, session: &Session) -> Result<Vec<Clash>> {
    let from = session.on_date.pred_opt().unwrap_or(session.on_date);
    let until = session.on_date.checked_add_days(chrono::Days::new(2)).unwrap_or(session.on_date);
    Ok(busy(sql, client, (from, until))?
        .into_iter()
        .filter(|other| other.session != session.id && other.meets(session.starts_at, session.ends_at))
        .map(|other| Clash {
            what: Booked::Client,
            session: other.session,
            on_date: other.on_date,
            words: format!("The client is expected in {}.", other.words(zone)),
        })
        .collect())
}

pub(super) fn booking(sql: &Connection, id: BookingId) -> Result<Option<Booking>> {
    let mut statement = sql.prepare_cached(
        "select id, session, client, makes_up, cancelled_at is not null as cancelled
         from booking
         where id = :id",
    )?;
    Ok(statement
        .query_row(named_params! { ":id": id }, |row| {
            Ok(Booking {
                id: row.get("id")?,
                session: row.get("session")?,
                client: row.get("client")?,
                makes_up: row.get("makes_up")?,
                cancelled: row.get("cancelled")?,
            })
        })
        .optional()?)
}

pub(super) fn insert(tx: &Tx<'_, '_>, booking: &Booking) -> Result<()> {
    tx.write(
        "insert into booking (id, session, client, makes_up, rev, at, device, by_staff)
         values (:id, :session, :client, :makes_up, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": booking.id,
            ":session": booking.session,
            ":client": booking.client,
            ":makes_up": booking.makes_up,
        },
    )
}

pub(super) fn cancel(tx: &Tx<'_, '_>, id: BookingId, reason: &str) -> Result<()> {
    tx.write(
        "update booking
         set cancelled_at = :at, cancel_reason = :reason, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! { ":id": id, ":reason": reason },
    )
}
