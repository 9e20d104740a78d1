//! Change tags: what an operation touched and what a query shows.
//!
//! An operation returns the tags it changed; the window refetches the queries that provide one of them and never guesses.

crate::words! {
    /// A kind of record, as the window caches it.
    pub enum Tag {
        Workstation = "workstation",
        Practice = "practice",
        Policy = "policy",
        Staff = "staff",
        Draft = "draft",
        Backup = "backup",
        Job = "job",
        Audit = "audit",
        Exit = "exit",
        Screen = "screen",
        Client = "client",
        Curriculum = "curriculum",
        Inquiry = "inquiry",
        Group = "group",
        Closure = "closure",
        Apart = "apart",
        Session = "session",
        Arrival = "arrival",
        Attendance = "attendance",
        Note = "note",
        NoteTemplate = "note_template",
        Snippet = "snippet",
        Spelling = "spelling",
        Task = "task",
        Assessment = "assessment",
        Intake = "intake",
        Plan = "plan",
        Discharge = "discharge",
        Panel = "panel",
        FollowUp = "follow_up",
        DrugTest = "drug_test",
        Testing = "testing",
        Draw = "draw",
        CheckIn = "check_in",
        Consent = "consent",
        Agreement = "agreement",
        Disclosure = "disclosure",
        CounselingNote = "counseling_note",
        Instrument = "instrument",
        Import = "import",
    }
}
