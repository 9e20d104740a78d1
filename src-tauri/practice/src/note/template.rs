//! Formats and their sections in their first edition, and the interventions of a group, as data.
//!
//! DAP, SOAP, BIRP and GIRP are common ways to divide a note; the hints are ours. A practice may change what they ask for:
//! later editions stand with the templates, and the first is here, for notes that were begun with it.

use std::borrow::Cow;

use super::{Note, NoteFormat, NoteKind};
use crate::kernel::Result;
use crate::note_template::{self, Section};

const fn section(key: &'static str, label: &'static str, hint: &'static str) -> Section {
    Section {
        key: Cow::Borrowed(key),
        label: Cow::Borrowed(label),
        hint: Cow::Borrowed(hint),
        required: true,
        carries: false,
        shared: false,
    }
}

/// A section whose text may go on from the note before.
const fn going_on(key: &'static str, label: &'static str, hint: &'static str) -> Section {
    Section {
        key: Cow::Borrowed(key),
        label: Cow::Borrowed(label),
        hint: Cow::Borrowed(hint),
        required: true,
        carries: true,
        shared: false,
    }
}

const PLAN: Section = going_on("plan", "Plan", "What happens until the next session, and who does it.");
const INTERVENTION: Section =
    section("intervention", "Intervention", "What you did in the session, and with which aim.");
const RESPONSE: Section = section("response", "Response", "How the client took it, in words or in action.");

const DAP: &[Section] = &[
    section("data", "Data", "What was said and seen, and what you did."),
    section("assessment", "Assessment", "What it means for the client's progress."),
    PLAN,
];
const SOAP: &[Section] = &[
    section("subjective", "Subjective", "What the client reported, close to their own words."),
    section("objective", "Objective", "What you saw and did; tests and scores."),
    section("assessment", "Assessment", "What both mean together."),
    PLAN,
];
const BIRP: &[Section] =
    &[section("behavior", "Behavior", "What the client said and how they seemed."), INTERVENTION, RESPONSE, PLAN];
const GIRP: &[Section] =
    &[going_on("goals", "Goals", "Which goal of the plan this session served."), INTERVENTION, RESPONSE, PLAN];
const GROUP: &[Section] = &[section("line", "Own line", "What this person did, said or took away.")];
/// The shared part of a group note.
pub(super) const SHARED: &[Section] = &[Section {
    key: Cow::Borrowed(note_template::WORDS),
    label: Cow::Borrowed("What the group did"),
    hint: Cow::Borrowed("In a sentence or two."),
    required: true,
    carries: false,
    shared: true,
}];
const PLAIN: &[Section] = &[section("text", "What happened", "With whom, about what, with what outcome.")];

/// The sections of a format, in order.
pub(super) const fn sections(format: NoteFormat) -> &'static [Section] {
    match format {
        NoteFormat::Dap => DAP,
        NoteFormat::Soap => SOAP,
        NoteFormat::Birp => BIRP,
        NoteFormat::Girp => GIRP,
        NoteFormat::Group => GROUP,
        NoteFormat::Plain => PLAIN,
        NoteFormat::Absence => &[],
    }
}

/// How a note's text is divided: by the edition of a template it was written under, or by its format. What a group shares is
/// no part of anybody's own note.
pub(super) fn layout(format: NoteFormat, edition: Option<String>) -> Result<Vec<Section>> {
    let own = |stored: String| {
        let all = note_template::sections_of(&stored)?;
        Ok(all.into_iter().filter(|section| !section.shared).collect())
    };
    edition.map_or_else(|| Ok(sections(format).to_vec()), own)
}

/// The format a kind begins with, when its author has no habit yet.
pub(super) const fn first_format(kind: NoteKind) -> NoteFormat {
    match kind {
        NoteKind::Individual | NoteKind::Family | NoteKind::Crisis | NoteKind::Assessment => NoteFormat::Dap,
        NoteKind::Group => NoteFormat::Group,
        NoteKind::Absence => NoteFormat::Absence,
        NoteKind::Collateral
        | NoteKind::CaseManagement
        | NoteKind::Education
        | NoteKind::PlanReview
        | NoteKind::UtilizationReview
        | NoteKind::Medication
        | NoteKind::Discharge
        | NoteKind::Other => NoteFormat::Plain,
    }
}

/// The label of a section in whichever format has it.
pub(super) fn label(key: &str) -> &str {
    let mut known = NoteFormat::ALL.iter().flat_map(|format| sections(*format));
    known.find(|section| section.key == key).map_or(key, |section| section.label.as_ref())
}

/// The label of a section as this note has it.
pub(super) fn label_in(note: &Note, key: &str) -> String {
    let own = note.layout.iter().find(|section| section.key == key).map(|section| section.label.to_string());
    own.unwrap_or_else(|| label(key).to_owned())
}

/// Whether an author may choose this format for this kind.
pub(super) const fn may_choose(kind: NoteKind, format: NoteFormat) -> bool {
    match kind {
        NoteKind::Group => matches!(format, NoteFormat::Group),
        NoteKind::Absence => matches!(format, NoteFormat::Absence),
        _ => !matches!(format, NoteFormat::Group | NoteFormat::Absence),
    }
}

/// What a facilitator may have done with a group: key and words.
pub(super) const INTERVENTIONS: &[(&str, &str)] = &[
    ("motivational", "Motivational"),
    ("cognitive", "Cognitive"),
    ("role_play", "Role-play"),
    ("education", "Education"),
    ("mindfulness", "Mindfulness"),
    ("peer_feedback", "Peer feedback"),
];

/// The words of an intervention; an unknown key says itself.
pub(super) fn intervention(key: &str) -> &str {
    INTERVENTIONS.iter().find(|(known, _)| *known == key).map_or(key, |(_, words)| words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_begins_with_a_format_it_may_have() {
        for kind in NoteKind::ALL {
            assert!(may_choose(*kind, first_format(*kind)), "{kind:?}");
        }
    }

    #[test]
    fn keys_of_sections_are_unique_in_their_format() {
        for format in NoteFormat::ALL {
            let mut keys: Vec<&str> = sections(*format).iter().map(|section| section.key.as_ref()).collect();
            keys.sort_unstable();
            keys.dedup();
            assert_eq!(keys.len(), sections(*format).len(), "{format:?}");
        }
    }
}
