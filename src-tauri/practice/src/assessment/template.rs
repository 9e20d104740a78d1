//! The sections of an assessment and the dimensions of each edition, as data.
//!
//! Prompts and words of the scales are ours. The third edition rates six dimensions from 0 to 4. In the fourth, five set
//! the level and the sixth does not; its ratings have scales of their own, so ours says no more than how marked it is.

use super::{Difference, Edition};

/// One section.
pub(super) struct Section {
    /// Stored with the text.
    pub key: &'static str,
    pub label: &'static str,
    /// What belongs here.
    pub prompt: &'static str,
    /// Whether nothing is signed without it.
    pub required: bool,
}

const fn section(key: &'static str, label: &'static str, prompt: &'static str, required: bool) -> Section {
    Section { key, label, prompt, required }
}

pub(super) const SECTIONS: &[Section] = &[
    section(
        "reason",
        "What brings the client",
        "Who asked for it, why now, and what the client wants, in their own words.",
        true,
    ),
    section(
        "use",
        "Substance use",
        "Each substance: first and last use, how much, how often, how taken, and what came of it.",
        true,
    ),
    section(
        "treatment",
        "Earlier treatment and recovery",
        "Where, when, what helped, the longest time without use and what ended it.",
        true,
    ),
    section(
        "health",
        "Health and medications",
        "Illnesses, pain, sleep, pregnancy, withdrawal before, medications and who prescribes them.",
        true,
    ),
    section(
        "mental_health",
        "Mental health and trauma",
        "Mood, anxiety, attention, trauma as far as the client wants to say, earlier care.",
        true,
    ),
    section(
        "risk",
        "Safety",
        "Thoughts of suicide or of harming others, overdoses, violence at home, means at hand, what protects.",
        true,
    ),
    section(
        "work",
        "Work, license and access to drugs",
        "Position, unit, shifts, what passes through the hands, standing with the board or program, who at work knows.",
        true,
    ),
    section(
        "family",
        "Family, home and support",
        "Who lives there, who uses there, children, who helps, meetings and sponsor.",
        true,
    ),
    section("legal", "Legal matters", "Charges, hearings, probation, proceedings about the license.", false),
    section("learning", "School and learning", "How far, what comes easily, what gets in the way.", false),
    section(
        "culture",
        "Language, faith, culture, needs",
        "What we must know to do right by this client; interpreter, disability, diet, holidays.",
        false,
    ),
    section("strengths", "Strengths", "What the client can build on.", true),
    section("summary", "Summary", "How it fits together, and why this level of care.", true),
];

/// One dimension of an edition.
pub(super) struct Dimension {
    pub number: i64,
    pub name: &'static str,
    /// Whether it is rated and bears on the level.
    pub sets_level: bool,
}

const fn dimension(number: i64, name: &'static str) -> Dimension {
    Dimension { number, name, sets_level: true }
}

const THIRD: &[Dimension] = &[
    dimension(1, "Intoxication and withdrawal"),
    dimension(2, "Biomedical conditions"),
    dimension(3, "Emotional, behavioral and cognitive conditions"),
    dimension(4, "Readiness to change"),
    dimension(5, "Relapse and continued use"),
    dimension(6, "Recovery and living environment"),
];

const FOURTH: &[Dimension] = &[
    dimension(1, "Intoxication, withdrawal, addiction medications"),
    dimension(2, "Biomedical conditions"),
    dimension(3, "Psychiatric and cognitive conditions"),
    dimension(4, "Risks of substance use"),
    dimension(5, "Recovery environment"),
    Dimension { number: 6, name: "What matters to the person", sets_level: false },
];

/// The dimensions of an edition, in order.
pub(super) const fn dimensions(edition: Edition) -> &'static [Dimension] {
    match edition {
        Edition::Third => THIRD,
        Edition::Fourth => FOURTH,
    }
}

/// The words of an edition's scale, from none on; a rating is a place in it.
pub(super) const fn scale(edition: Edition) -> &'static [&'static str] {
    match edition {
        Edition::Third => &["0, none", "1, mild", "2, moderate", "3, serious", "4, severe"],
        Edition::Fourth => &["None seen", "Some", "Marked", "Severe"],
    }
}

/// The levels of an edition by number, with a short name.
pub(super) const fn levels(edition: Edition) -> &'static [(&'static str, &'static str)] {
    match edition {
        Edition::Third => &[
            ("0.5", "early intervention"),
            ("1", "outpatient"),
            ("OTP", "opioid treatment program"),
            ("1-WM", "ambulatory withdrawal management"),
            ("2-WM", "ambulatory withdrawal management, watched longer"),
            ("2.1", "intensive outpatient"),
            ("2.5", "partial hospitalization"),
            ("3.1", "low-intensity residential"),
            ("3.3", "population-specific residential"),
            ("3.5", "high-intensity residential"),
            ("3.7", "medically monitored inpatient"),
            ("3.2-WM", "residential withdrawal management"),
            ("3.7-WM", "medically monitored withdrawal management"),
            ("4", "medically managed inpatient"),
            ("4-WM", "medically managed inpatient withdrawal management"),
        ],
        Edition::Fourth => &[
            ("1.0", "long-term remission monitoring"),
            ("1.5", "outpatient"),
            ("1.7", "medically managed outpatient"),
            ("2.1", "intensive outpatient"),
            ("2.5", "high-intensity outpatient"),
            ("2.7", "medically managed intensive outpatient"),
            ("3.1", "low-intensity residential"),
            ("3.5", "high-intensity residential"),
            ("3.7", "medically managed residential"),
            ("3.7-BIO", "medically managed residential, biomedically enhanced"),
            ("4", "medically managed inpatient"),
            ("4-PSY", "medically managed inpatient, psychiatric"),
            ("RR", "recovery residence"),
        ],
    }
}

/// A reason as a screen says it.
pub(super) const fn difference_label(difference: Difference) -> &'static str {
    match difference {
        Difference::None => "",
        Difference::Availability => "No place at that level",
        Difference::ClientChoice => "The client’s choice",
        Difference::Payer => "The payer’s decision",
        Difference::Legal => "A court, board or employer",
        Difference::Other => "Another reason",
    }
}

/// The edition as a screen says it.
pub(super) const fn edition_label(edition: Edition) -> &'static str {
    match edition {
        Edition::Third => "Third edition (2013)",
        Edition::Fourth => "Fourth edition (2023)",
    }
}
