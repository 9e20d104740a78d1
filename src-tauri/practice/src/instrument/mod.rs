//! Outcome instruments: their definitions, what a client answered, the score, and the safety step some answers call for.
//!
//! What must hold: a score follows the published rule of its instrument, and where the publication has no total there is
//! none; a missing answer refuses the total unless the definition says how to prorate. A measurement keeps its raw
//! answers, the definition it was given with, its score and the scorer's name, and is never scored again. Handed to the
//! client, the screen is locked for everybody else, shows the instrument and nothing of anybody, and looks the same
//! whatever is answered; the alert waits for the staff. Deliberately absent: instruments that may not be shipped, and
//! any reading of a score beyond the published bands.

mod definition;
mod handed;
pub mod ipc;
mod ops;
pub(crate) mod print;
mod queries;
mod rules;
mod schedule;
mod score;
mod shipped;
mod sound;
mod store;

pub(crate) use handed::Handed;
pub(crate) use queries::alerts;
pub use rules::InstrumentRefusal;
pub(crate) use schedule::due;

crate::ids! {
    /// A definition in use.
    InstrumentId,
    /// An instrument as a client answered it.
    MeasurementId,
    /// What was done about an alert.
    SafetyStepId,
    /// How often an instrument is due at a level.
    ScheduleId
}

crate::words! {
    /// Who held the screen.
    pub enum Mode {
        Staff = "staff",
        Client = "client",
    }
}

crate::words! {
    /// How a safety step ended.
    pub enum Finding {
        NoPresentRisk = "no_present_risk",
        PlanMade = "plan_made",
        HandedOver = "handed_over",
    }
}
