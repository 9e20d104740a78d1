//! Make-ups: a client who missed a session is booked into another group's session, and expected there.
//!
//! What must hold: a booking names the attendance that was missed; that attendance has one open booking at most, and none
//! once it was made up; the client is expected at the session only as long as the booking stands. What is recorded there
//! is linked to what was missed (`attendance.makes_up`), and counts in the week in which it happens.
//! Deliberately absent: a place for good. That is a membership.

pub mod ipc;
mod ops;
mod queries;
mod rules;
mod store;

use crate::attendance::AttendanceId;
use crate::client::ClientId;
use crate::session::SessionId;

pub use rules::BookingRefusal;

crate::ids! {
    /// One booking.
    BookingId
}

/// A booking, as stored.
#[derive(Clone, Debug)]
pub(crate) struct Booking {
    pub id: BookingId,
    pub session: SessionId,
    pub client: ClientId,
    pub makes_up: AttendanceId,
    pub cancelled: bool,
}
