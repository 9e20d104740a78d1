//! Why a line cannot be taken. Each names the column where there is one, and never the value in it.

/// What is wrong with a line.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Reason {
    /// More or fewer fields than the head has.
    Width,
    /// Bytes that are not UTF-8.
    NotUtf8(&'static str),
    /// Nothing stands where something must.
    Empty(&'static str),
    /// Longer than the place it goes to.
    TooLong(&'static str, usize),
    /// An invisible control character.
    Control(&'static str),
    /// Not a date as 2026-11-24.
    NotADate(&'static str),
    /// Not a date and time as 2026-11-24T17:30:00.
    NotATime(&'static str),
    /// Not a whole number within the bounds.
    NotANumber(&'static str, i64, i64),
    /// None of the words that are known there.
    NotAWord(&'static str, &'static str),
    /// Points at a line that is neither in the folder nor in the vault, or was itself left out.
    Unknown(&'static str, &'static str),
    /// Another line has the same id.
    Twice(&'static str),
    /// The second date is before the first.
    Order(&'static str, &'static str),
    /// More minutes than the session had.
    TooManyMinutes,
    /// An absence with minutes, or an attendance with none.
    MinutesDisagree,
    /// Attendance of a session that was not held.
    NotHeld,
    /// The group meets at this time already.
    SlotTaken,
    /// The client has an entry for this session already.
    EntryTaken,
    /// A group note names no session.
    NoSession,
    /// The client has another plan of this version, or another active one.
    PlanTaken,
    /// A signed note reads differently than when it came in.
    SignedNoteDiffers,
    /// Somebody changed the row here since it came in.
    ChangedHere,
}

impl Reason {
    /// The stable name of the reason.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Width => "width",
            Self::NotUtf8(_) => "not_utf8",
            Self::Empty(_) => "empty",
            Self::TooLong(..) => "too_long",
            Self::Control(_) => "control",
            Self::NotADate(_) => "not_a_date",
            Self::NotATime(_) => "not_a_time",
            Self::NotANumber(..) => "not_a_number",
            Self::NotAWord(..) => "not_a_word",
            Self::Unknown(..) => "unknown",
            Self::Twice(_) => "twice",
            Self::Order(..) => "order",
            Self::TooManyMinutes => "too_many_minutes",
            Self::MinutesDisagree => "minutes_disagree",
            Self::NotHeld => "not_held",
            Self::SlotTaken => "slot_taken",
            Self::EntryTaken => "entry_taken",
            Self::NoSession => "no_session",
            Self::PlanTaken => "plan_taken",
            Self::SignedNoteDiffers => "signed_note_differs",
            Self::ChangedHere => "changed_here",
        }
    }

    /// The column it is about, or nothing when it is about the line.
    pub const fn column(&self) -> &'static str {
        match self {
            Self::NotUtf8(column)
            | Self::Empty(column)
            | Self::TooLong(column, _)
            | Self::Control(column)
            | Self::NotADate(column)
            | Self::NotATime(column)
            | Self::NotANumber(column, _, _)
            | Self::NotAWord(column, _)
            | Self::Unknown(column, _)
            | Self::Twice(column)
            | Self::Order(_, column) => column,
            Self::TooManyMinutes | Self::MinutesDisagree => "minutes",
            Self::NotHeld | Self::EntryTaken | Self::NoSession => "session_id",
            Self::SlotTaken => "starts_at",
            Self::PlanTaken => "version",
            Self::SignedNoteDiffers => "text",
            Self::Width | Self::ChangedHere => "",
        }
    }

    /// What is, then what is expected.
    pub fn words(&self) -> String {
        match self {
            Self::Width => {
                "The line has more or fewer fields than the first line. Look for a missing quote or comma.".into()
            }
            Self::NotUtf8(column) => format!("{column} is not UTF-8 text. Save the file as UTF-8."),
            Self::Empty(column) => format!("{column} is empty, and must not be."),
            Self::TooLong(column, most) => format!("{column} is longer than {most} characters."),
            Self::Control(column) => format!("{column} holds an invisible control character."),
            Self::NotADate(column) => format!("{column} is not a date. Write it as 2026-11-24."),
            Self::NotATime(column) => format!("{column} is not a date and time. Write it as 2026-11-24T17:30:00."),
            Self::NotANumber(column, least, most) => {
                format!("{column} must be a whole number from {least} to {most}.")
            }
            Self::NotAWord(column, words) => format!("{column} must be one of: {words}."),
            Self::Unknown(column, noun) => {
                format!(
                    "{column} names a {noun} that is neither in this folder nor in the records, or is itself on this list."
                )
            }
            Self::Twice(column) => format!("{column} stands on another line of this file already."),
            Self::Order(first, second) => format!("{second} is before {first}."),
            Self::TooManyMinutes => "minutes are more than the session had.".into(),
            Self::MinutesDisagree => "minutes must be 0 for an absence, and more than 0 otherwise.".into(),
            Self::NotHeld => "The session was not held, so nobody attended it.".into(),
            Self::SlotTaken => "The group has another session at this time.".into(),
            Self::EntryTaken => "The client has another entry of this kind for this session.".into(),
            Self::NoSession => "A group note must name its session.".into(),
            Self::PlanTaken => "The client has another plan with this version, or another active one.".into(),
            Self::SignedNoteDiffers => {
                "This note came in as signed and reads differently now. A signed note is never changed.".into()
            }
            Self::ChangedHere => {
                "This was changed here since it was imported. It is never overwritten; leave the line out.".into()
            }
        }
    }
}
