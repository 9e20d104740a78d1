//! What is missing before a note can be signed, by field; and what should be looked at and does not stop it.

use super::ipc::NotePoint;
use super::names::{self, Person};
use super::rules::NoteRefusal;
use super::{Note, NoteKind, ObjectiveMark, Risk, service, similar, stated, wording};
use crate::kernel::Moment;
use crate::kernel::refusal::Rule;
use crate::kernel::time::date_words;
use crate::signature::License;

/// What the decision needs beside the note itself.
pub(super) struct Around {
    pub now: Moment,
    pub session: Option<service::OfSession>,
    pub marks: Vec<ObjectiveMark>,
    /// Whether the client has open objectives to point at.
    pub has_objectives: bool,
    /// Texts of the client's last notes, the newest first.
    pub earlier: Vec<String>,
    /// Who shares a group with the client.
    pub companions: Vec<Person>,
    pub own: Option<Person>,
    pub late_hours: Option<i64>,
    /// From this share of common words on, in percent, two notes read alike.
    pub alike_percent: i64,
    pub license: License,
}

/// What stops the signature, in the order of the page.
pub(super) fn missing(note: &Note, around: &Around) -> Vec<NotePoint> {
    let mut points = Vec::new();
    if let Some((session, attended)) = &around.session
        && let Err(rule) = service::attendance_allows(note.kind, service::Recorded::of(session, attended.as_ref()))
    {
        points.push(NotePoint::new("attendance", rule.words()));
    }
    // What a session's note says of its end comes from the attendance; a free note says it itself.
    if note.session.is_none() && note.service.end() > around.now {
        points.push(NotePoint::new(
            "minutes",
            "By its minutes this ends later than now. Mend the minutes, or sign it when it has ended.",
        ));
    }
    if let License::Ended(ended) = around.license {
        points.push(NotePoint::new(
            "license",
            format!(
                "Your license ended on {}, before the day of the service. Mend the date if it was mistyped, or hand the note over.",
                date_words(ended)
            ),
        ));
    }
    for section in note.layout.iter().filter(|section| section.required) {
        let empty = note.sections.iter().all(|(key, text)| *key != section.key || text.trim().is_empty());
        if empty {
            points.push(NotePoint::new(
                &format!("sections.{}", section.key),
                format!("“{}” is empty. Write at least a line.", section.label),
            ));
        }
    }
    match (note.risk, note.kind.owes_risk()) {
        (None, true) => {
            points.push(NotePoint::new("risk", "Risk is not chosen. Choose one; every note needs a risk line."));
        }
        (Some(Risk::NewOrChanged), _) if note.risk_words.trim().is_empty() => {
            points.push(NotePoint::new("risk_words", "Say what is new or changed, and what was done about it."));
        }
        (Some(Risk::BySessionStatement), _) if note.kind != NoteKind::Group => {
            points
                .push(NotePoint::new("risk", "The statement of a session answers for group notes only. Choose one."));
        }
        _ => {}
    }
    points
}

/// What does not stop it.
pub(super) fn warnings(note: &Note, around: &Around) -> Vec<NotePoint> {
    let mut points = Vec::new();
    if around.has_objectives && around.marks.is_empty() && note.kind != NoteKind::Absence {
        points.push(NotePoint::new(
            "objectives",
            "No objective is ticked. Payers ask which one the session worked on.",
        ));
    }
    for (key, text) in &note.sections {
        let field = format!("sections.{key}");
        if let Some(word) = names::named(text, &around.companions, around.own.as_ref()) {
            points.push(NotePoint::new(&field, format!("“{word}” is the name of somebody in the client's group.")));
        }
        points.extend(wording_point(&field, text));
        if let Some(place) = place_left(text) {
            points.push(NotePoint::new(&field, format!("“{place}” is a place of a snippet that nobody filled in.")));
        }
        if ends_mid_sentence(text) {
            let last = text.split_whitespace().last().unwrap_or_default();
            points.push(NotePoint::new(&field, format!("“{last}” ends mid-sentence.")));
        }
    }
    let own = text_of(note);
    if let Some(earlier) = around.earlier.iter().find(|earlier| similar::alike(&own, earlier, around.alike_percent)) {
        let phrases = similar::repeated_words(&own, earlier);
        points.push(NotePoint::new(
            "sections",
            format!("This reads like one of the client's last three notes{phrases}."),
        ));
    }
    points
}

/// Wording that is not person-first, with another that is.
pub(super) fn wording_point(field: &str, text: &str) -> Option<NotePoint> {
    let found = wording::not_person_first(text)?;
    Some(NotePoint::new(field, format!("“{}” is not person-first. Perhaps: {}.", found.term, found.instead)))
}

/// The text of a note as one.
pub(super) fn text_of(note: &Note) -> String {
    let words = note.sections.iter().filter(|(key, _)| !stated::is_statement(key));
    let texts: Vec<&str> = words.map(|(_, text)| text.trim()).filter(|text| !text.is_empty()).collect();
    texts.join("\n")
}

/// The first place of a snippet that still stands in the text: words in square brackets on one line.
fn place_left(text: &str) -> Option<&str> {
    let mut rest = text;
    while let Some(from) = rest.find('[') {
        let inner = &rest[from + 1..];
        let end = inner.find(['[', ']', '\n'])?;
        if inner[end..].starts_with(']') && (1..=60).contains(&inner[..end].chars().count()) {
            return Some(&rest[from..from + end + 2]);
        }
        rest = &inner[end..];
    }
    None
}

fn ends_mid_sentence(text: &str) -> bool {
    let text = text.trim_end();
    let long_enough = text.split_whitespace().nth(3).is_some();
    long_enough
        && text.chars().last().is_some_and(|last| last.is_alphanumeric() || matches!(last, ',' | '-'))
        && text.contains(['.', '!', '?'])
}

/// The refusal behind a list of what is missing, when it is not empty.
pub(super) fn refusal(missing: &[NotePoint]) -> Result<(), NoteRefusal> {
    if missing.is_empty() { Ok(()) } else { Err(NoteRefusal::NotReady { missing: missing.len() }) }
}

#[cfg(test)]
mod tests {
    use super::{ends_mid_sentence, place_left};

    #[test]
    fn a_place_that_nobody_filled_in_is_seen() {
        for (text, expected) in [
            ("Called [name] about the hearing.", Some("[name]")),
            ("Said [so on\nand] later [date].", Some("[date]")),
            ("Empty [] and open [then", None),
            ("[[a] b]", Some("[a]")),
            ("Nothing at all", None),
            ("", None),
        ] {
            assert_eq!(place_left(text), expected, "{text}");
        }
    }

    #[test]
    fn a_sentence_left_open_is_seen() {
        for (text, expected) in [
            ("Morning call trial until Nov 30. She brings the letter on Monday. Next", true),
            ("Morning call trial until Nov 30. She brings the letter on Monday.", false),
            ("Quiet today", false),
            ("Compared two evenings with and without the plan", false),
            ("Slept well. Ate little,", true),
            ("Said “I can do this.”", false),
            ("", false),
        ] {
            assert_eq!(ends_mid_sentence(text), expected, "{text}");
        }
    }
}
