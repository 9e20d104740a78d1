//! Attendance: recorded, never assumed; hours are computed from it (models.md section 1).

pub mod ipc;

crate::ids! {
    /// One person's attendance of one session.
    AttendanceId
}
