//! Inquiries: from the first call to an admission, a waitlist, or another program.
//!
//! Whoever asked is protected already (42 CFR 2.11), so an inquiry hangs on a client's record and on its reach. Which step may
//! follow which is data (`inquiry_next`), and so is what a step asks for.
//!
//! What must hold: a client has at most one open inquiry; an inquiry is admitted together with the episode that begins, never
//! apart from it; every step stays readable, also one that was taken back.

pub mod ipc;
mod ops;
mod queries;
mod rules;
mod store;

pub(crate) use queries::to_answer;
pub use rules::InquiryRefusal;

crate::ids! {
    /// An inquiry.
    InquiryId,
    /// A step of an inquiry.
    InquiryStepId
}

crate::words! {
    /// How soon somebody must be seen, by who took the call.
    pub enum Urgency {
        Routine = "routine",
        Soon = "soon",
        Urgent = "urgent",
    }
}

crate::words! {
    /// Where an inquiry stands.
    pub enum InquiryState {
        Asked = "asked",
        Screened = "screened",
        BenefitsChecked = "benefits_checked",
        AssessmentBooked = "assessment_booked",
        Assessed = "assessed",
        Accepted = "accepted",
        Waitlisted = "waitlisted",
        Admitted = "admitted",
        ReferredOut = "referred_out",
        Declined = "declined",
    }
}

crate::words! {
    /// What a step asks for.
    pub enum Asks {
        Nothing = "nothing",
        Reason = "reason",
        /// The day of an appointment.
        Day = "day",
        /// What an episode begins with.
        Admission = "admission",
    }
}
