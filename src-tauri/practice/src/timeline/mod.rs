//! Earlier versions of what can be edited, side by side with what changed. Reading only; it owns no table.
//!
//! What must hold: who may not see a record sees no earlier version of it, and the drafts of a note are its author's alone,
//! also after it was signed. Deliberately absent: plans, whose versions are their own affair, and sealed notes.

pub mod ipc;
mod queries;
mod words;

crate::ids! {
    /// A record of any kind that has a timeline.
    TimelineId
}

crate::words! {
    /// What has a timeline.
    pub enum RecordOf {
        Note = "note",
        Client = "client",
        Contact = "contact",
        EmergencyContact = "emergency_contact",
        Insurance = "insurance",
        License = "license",
        Work = "work",
        Medication = "medication",
        Diagnosis = "diagnosis",
        Agreement = "agreement",
    }
}
