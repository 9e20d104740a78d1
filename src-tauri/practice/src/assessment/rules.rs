//! What an assessment must be before it is signed. Pure: no SQL, no clock.

use chrono::NaiveDate;

use super::ipc::AssessmentFields;
use super::template::{self, dimensions, levels, scale};
use super::{AssessmentState, Difference};
use crate::client::Level;
use crate::kernel::Check;
use crate::kernel::actor::StaffId;
use crate::kernel::refusal::Rule;

/// Why a step of an assessment is refused.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum AssessmentRefusal {
    /// A draft is there already.
    DraftThere,
    /// Only a draft can be changed.
    NotADraft,
    /// Somebody else wrote it.
    NotAuthor,
    /// Nobody takes over what is their own.
    OwnDraft,
}

impl Rule for AssessmentRefusal {
    fn name(&self) -> &'static str {
        match self {
            Self::DraftThere => "assessment.draft_there",
            Self::NotADraft => "assessment.not_a_draft",
            Self::NotAuthor => "assessment.not_author",
            Self::OwnDraft => "assessment.own_draft",
        }
    }

    fn words(&self) -> String {
        match self {
            Self::DraftThere => "A draft of an assessment is there already. Go on with it, or discard it.",
            Self::NotADraft => "This assessment is signed. Start a new version to write down what changed.",
            Self::NotAuthor => {
                "Somebody else writes this assessment. Its author signs it; you can take it over and sign it yourself."
            }
            Self::OwnDraft => "You write this assessment already. Sign it.",
        }
        .into()
    }
}

/// Whether a version may be written in.
pub(super) fn may_change(state: AssessmentState) -> Result<(), AssessmentRefusal> {
    if state == AssessmentState::Draft { Ok(()) } else { Err(AssessmentRefusal::NotADraft) }
}

/// Whether this person signs a draft: its author does.
pub(super) fn may_sign(author: StaffId, who: StaffId) -> Result<(), AssessmentRefusal> {
    if author == who { Ok(()) } else { Err(AssessmentRefusal::NotAuthor) }
}

/// The level to change a stay to after an assessment: the one it gives, where the client has another one and nobody changed
/// it since. The stay says since when it has which.
pub(super) fn level_to_offer(given: &str, assessed_on: NaiveDate, levels: &[(NaiveDate, Level)]) -> Option<Level> {
    let (since, now) = levels.last()?;
    let level = Level::from_word(given)?;
    (level != *now && *since <= assessed_on).then_some(level)
}

/// What may stand in a draft: known sections, dimensions and levels, no text beyond its length.
pub(super) fn check_shape(check: &mut Check, fields: &AssessmentFields) {
    for (at, section) in fields.sections.iter().enumerate() {
        let known = template::SECTIONS.iter().any(|one| one.key == section.key);
        check.ensure(known, &format!("sections.{at}.key"), "This section is not one of an assessment.");
        check.optional(&format!("sections.{}", section.key), &section.text, 8_000);
    }
    let most = i64::try_from(scale(fields.edition).len()).unwrap_or(i64::MAX);
    for rating in &fields.ratings {
        let at = format!("ratings.{}", rating.number);
        let dimension = dimensions(fields.edition).iter().find(|one| one.number == rating.number);
        check.ensure(dimension.is_some(), &at, "This edition has no such dimension.");
        let in_scale = rating.risk.is_none_or(|risk| (0..most).contains(&risk));
        check.ensure(in_scale, &format!("{at}.risk"), "Choose a rating of this edition.");
        let rated = rating.risk.is_none() || dimension.is_none_or(|one| one.sets_level);
        check.ensure(rated, &format!("{at}.risk"), "This dimension is described and not rated.");
        check.optional(&format!("{at}.words"), &rating.words, 4_000);
    }
    for (field, level) in [("indicated", &fields.indicated), ("given", &fields.given)] {
        let known = level.is_empty() || levels(fields.edition).iter().any(|(number, _)| number == level);
        check.ensure(known, field, "Choose a level of this edition.");
    }
    check.optional("difference_words", &fields.difference_words, 1_000);
    check.ensure(fields.problems.len() <= 20, "problems", "Name at most 20 problems. Put some together.");
    for problem in &fields.problems {
        check.optional("problems", problem, 1_000);
    }
}

/// Checks that nothing is missing: every required section, every dimension, the level, and why where two levels differ.
pub(super) fn check_whole(check: &mut Check, fields: &AssessmentFields) {
    let text = |key: &str| fields.sections.iter().find(|one| one.key == key).map_or("", |one| one.text.trim());
    for section in template::SECTIONS.iter().filter(|section| section.required) {
        let field = format!("sections.{}", section.key);
        check.ensure(!text(section.key).is_empty(), &field, "Write this section, if only that nothing was found.");
    }
    for dimension in dimensions(fields.edition) {
        let rating = fields.ratings.iter().find(|one| one.number == dimension.number);
        let at = format!("ratings.{}", dimension.number);
        let rated = !dimension.sets_level || rating.is_some_and(|one| one.risk.is_some());
        check.ensure(rated, &format!("{at}.risk"), "Rate this dimension.");
        let described = rating.is_some_and(|one| !one.words.trim().is_empty());
        check.ensure(described, &format!("{at}.words"), "Say in a sentence what was found.");
    }
    check.ensure(!fields.indicated.is_empty(), "indicated", "Choose the level that the dimensions call for.");
    check.ensure(!fields.given.is_empty(), "given", "Choose the level that the client receives.");
    if !fields.indicated.is_empty() && !fields.given.is_empty() && fields.indicated != fields.given {
        check.ensure(fields.difference != Difference::None, "difference", "Choose why the two levels differ.");
        let said = !fields.difference_words.trim().is_empty();
        check.ensure(said, "difference_words", "Say in a sentence why the two levels differ.");
    }
}

/// What a draft still lacks.
pub(super) fn holes(fields: &AssessmentFields) -> Check {
    let mut check = Check::new();
    check_whole(&mut check, fields);
    check
}

/// The fields as they are kept: no outer white space, no empty problem, no reason where there is nothing to explain.
pub(super) fn trimmed(fields: AssessmentFields) -> AssessmentFields {
    let same = fields.indicated == fields.given;
    let text = |text: String| text.trim().to_owned();
    AssessmentFields {
        sections: fields
            .sections
            .into_iter()
            .map(|one| super::ipc::AssessmentText { text: text(one.text), ..one })
            .filter(|one| !one.text.is_empty())
            .collect(),
        ratings: fields.ratings.into_iter().map(|one| super::ipc::Rating { words: text(one.words), ..one }).collect(),
        difference: if same { Difference::None } else { fields.difference },
        difference_words: if same { String::new() } else { text(fields.difference_words) },
        problems: fields.problems.into_iter().map(text).filter(|one| !one.is_empty()).collect(),
        ..fields
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::assessment::Edition;
    use crate::assessment::ipc::{AssessmentText, Rating};
    use proptest::prelude::*;

    fn whole(edition: Edition) -> AssessmentFields {
        let section = |one: &template::Section| AssessmentText { key: one.key.into(), text: "Nothing found".into() };
        let rating = |one: &template::Dimension| Rating {
            number: one.number,
            risk: one.sets_level.then_some(1),
            words: "Stable".into(),
        };
        AssessmentFields {
            edition,
            assessed_on: "2026-11-24".parse().unwrap(),
            sections: template::SECTIONS.iter().map(section).collect(),
            ratings: dimensions(edition).iter().map(rating).collect(),
            indicated: "2.1".into(),
            given: "2.1".into(),
            difference: Difference::None,
            difference_words: String::new(),
            problems: vec![],
        }
    }

    fn faults(fields: &AssessmentFields) -> Vec<String> {
        let mut check = Check::new();
        check_shape(&mut check, fields);
        check_whole(&mut check, fields);
        match check.done() {
            Ok(()) => vec![],
            Err(refusal) => refusal.fields.into_iter().map(|fault| fault.field).collect(),
        }
    }

    #[test]
    fn a_level_is_offered_where_the_stay_has_another_one() {
        let day = |text: &str| -> NaiveDate { text.parse().unwrap_or_default() };
        let levels = [(day("2026-08-24"), Level::L25), (day("2026-11-02"), Level::L21)];
        for (given, on, levels, expected) in [
            ("2.5", "2026-11-24", &levels[..], Some(Level::L25)),
            ("2.1", "2026-11-24", &levels[..], None),
            ("2.5", "2026-11-01", &levels[..], None),
            ("2.5", "2026-11-02", &levels[..], Some(Level::L25)),
            ("0.5", "2026-11-24", &levels[..], None),
            ("", "2026-11-24", &levels[..], None),
            ("2.5", "2026-11-24", &[], None),
        ] {
            assert_eq!(level_to_offer(given, day(on), levels), expected, "{given} on {on}");
        }
    }

    #[test]
    fn five_dimensions_set_the_level_in_the_fourth_edition_and_six_in_the_third() {
        for (edition, setting) in [(Edition::Third, 6), (Edition::Fourth, 5)] {
            let all = dimensions(edition);
            assert_eq!((all.len(), all.iter().filter(|one| one.sets_level).count()), (6, setting));
            assert_eq!(faults(&whole(edition)), Vec::<String>::new());
        }
    }

    #[test]
    fn each_hole_is_named_beside_its_field() {
        type Change = fn(&mut AssessmentFields);
        let cases: [(Change, &[&str]); 10] = [
            (|f| f.sections.retain(|one| one.key != "risk"), &["sections.risk"]),
            (|f| f.sections.retain(|one| one.key != "legal"), &[]),
            (|f| f.ratings.retain(|one| one.number != 3), &["ratings.3.risk", "ratings.3.words"]),
            (|f| f.ratings[0].risk = None, &["ratings.1.risk"]),
            (|f| f.ratings[0].risk = Some(4), &["ratings.1.risk"]),
            (|f| f.ratings[5].risk = Some(1), &["ratings.6.risk"]),
            (|f| f.ratings[5].words = " ".into(), &["ratings.6.words"]),
            (|f| f.indicated = "0.5".into(), &["indicated", "difference", "difference_words"]),
            (|f| f.given = String::new(), &["given"]),
            (|f| f.indicated = "2.5".into(), &["difference", "difference_words"]),
        ];
        for (at, (change, expected)) in cases.into_iter().enumerate() {
            let mut fields = whole(Edition::Fourth);
            change(&mut fields);
            assert_eq!(faults(&fields), expected, "case {at}");
        }
    }

    #[test]
    fn another_level_than_indicated_needs_a_reason_in_words() {
        let other = AssessmentFields { indicated: "2.5".into(), ..whole(Edition::Fourth) };
        let chosen = AssessmentFields { difference: Difference::Payer, ..other };
        assert_eq!(faults(&chosen), ["difference_words"]);
        let said = AssessmentFields { difference_words: "Denied on review".into(), ..chosen };
        assert_eq!(faults(&said), Vec::<String>::new());
        let same = trimmed(AssessmentFields { given: "2.5".into(), ..said });
        assert_eq!((same.difference, same.difference_words.as_str()), (Difference::None, ""));
    }

    proptest! {
        /// Whatever is typed, keeping it twice keeps the same.
        #[test]
        fn what_is_kept_stays_as_it_is_kept(text in "\\PC{0,40}", problem in "[ a-z]{0,20}") {
            let mut fields = whole(Edition::Third);
            fields.sections[0].text = text;
            fields.problems = vec![problem];
            let once = trimmed(fields);
            prop_assert_eq!(trimmed(once.clone()), once);
        }
    }
}
