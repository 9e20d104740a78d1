//! Earlier versions of what can be edited, side by side with what changed. Reading only; it owns no table.
//!
//! What must hold: who may not see a record sees no earlier version of it, and the drafts of a note are its author's alone,
//! also after it was signed. Deliberately absent: what keeps editions of its own (plans, assessments, panels, curricula,
//! note templates), and sealed notes.

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
        Inquiry = "inquiry",
        Group = "group",
        Task = "task",
        Snippet = "snippet",
    }
}
