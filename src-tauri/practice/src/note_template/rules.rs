//! What a template may be. Pure.

use std::collections::HashSet;

use super::{LINE, Section, WORDS};
use crate::kernel::Check;
use crate::kernel::refusal::Rule;

/// The most sections of one template.
pub(super) const MOST_SECTIONS: usize = 12;

/// Why a change of a template is refused.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum TemplateRefusal {
    /// It was retired.
    Retired,
    /// A format serves every kind of note.
    EveryKind,
    /// All groups have one.
    EveryGroup,
}

impl Rule for TemplateRefusal {
    fn name(&self) -> &'static str {
        match self {
            Self::Retired => "note_template.retired",
            Self::EveryKind => "note_template.every_kind",
            Self::EveryGroup => "note_template.every_group",
        }
    }

    fn words(&self) -> String {
        match self {
            Self::Retired => "This template is retired. Bring it back before you change it.",
            Self::EveryKind => {
                "This way to divide a note serves every kind. Change its sections; it cannot be retired or come first."
            }
            Self::EveryGroup => "Every group note is divided by this. Change its sections; it cannot be retired.",
        }
        .into()
    }
}

/// The sections of a kind with their faults beside them. The shared words and the own line of a group are always asked for
/// by name, each part requires something, and no other kind has a shared part.
pub(super) fn checked_for(check: &mut Check, kind: &str, sections: Vec<Section>) -> Vec<Section> {
    let group = kind == "group";
    let sections = checked(check, sections);
    if !group {
        return sections.into_iter().map(|section| Section { shared: false, ..section }).collect();
    }
    for (key, shared, what) in [(WORDS, true, "what the group did"), (LINE, false, "each person's own line")] {
        let there = sections.iter().any(|section| section.key == key && section.shared == shared);
        check.ensure(there, "sections", format!("A group note always has {what}. Rename it, but keep it."));
        let asked = sections.iter().any(|section| section.shared == shared && section.required);
        check.ensure(asked, "sections", format!("Require {what}, or another section beside it."));
    }
    // An own text goes on from nothing: the same line twice is what a group note warns of.
    sections.into_iter().map(|section| Section { carries: false, ..section }).collect()
}

/// The sections with their faults beside them. What has no key yet gets one from its label.
fn checked(check: &mut Check, sections: Vec<Section>) -> Vec<Section> {
    check.ensure(!sections.is_empty(), "sections", "Add at least one section.");
    check.ensure(
        sections.len() <= MOST_SECTIONS,
        "sections",
        format!("A template has at most {MOST_SECTIONS} sections. Put some together."),
    );
    let some = sections.is_empty() || sections.iter().any(|section| section.required);
    check.ensure(some, "sections", "Require at least one section, or an empty note could be signed.");
    let mut labels = HashSet::new();
    let mut keys: HashSet<String> =
        sections.iter().filter(|section| !section.key.is_empty()).map(|section| section.key.to_string()).collect();
    let mut seen = HashSet::new();
    let mut next = Vec::new();
    for (index, section) in sections.into_iter().enumerate() {
        let at = |name: &str| format!("sections.{index}.{name}");
        let label = check.required(&at("label"), &section.label, 60, "Name the section.");
        check.ensure(labels.insert(label.to_lowercase()), &at("label"), "Two sections have this name.");
        let hint = check.optional(&at("hint"), &section.hint, 200);
        let key = if section.key.is_empty() { new_key(&label, &mut keys) } else { section.key.into_owned() };
        let fits = is_key(&key) && seen.insert(key.clone());
        check.ensure(fits, &at("label"), "This section cannot be told from another one. Remove it and add it again.");
        next.push(Section { key: key.into(), label: label.into(), hint: hint.into(), ..section });
    }
    next
}

/// Whether notes can store text under this key.
fn is_key(key: &str) -> bool {
    (1..=40).contains(&key.len()) && key.chars().all(|c| c.is_ascii_lowercase() || c == '_')
}

/// A key that no other section has, close to the label.
fn new_key(label: &str, keys: &mut HashSet<String>) -> String {
    let plain: String =
        label.to_lowercase().chars().map(|c| if c.is_ascii_lowercase() { c } else { '_' }).take(30).collect();
    let plain = plain.trim_matches('_');
    let mut key = if plain.is_empty() { "section".to_owned() } else { plain.to_owned() };
    while !keys.insert(key.clone()) && key.len() < 40 {
        key.push('x');
    }
    key
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn section(key: &str, label: &str, required: bool) -> Section {
        Section {
            key: key.to_owned().into(),
            label: label.to_owned().into(),
            hint: "".into(),
            required,
            carries: false,
            shared: false,
        }
    }

    fn faults(sections: Vec<Section>) -> Vec<String> {
        let mut check = Check::new();
        checked(&mut check, sections);
        check
            .done()
            .err()
            .map(|refusal| refusal.fields.into_iter().map(|fault| fault.field).collect())
            .unwrap_or_default()
    }

    #[test]
    fn what_a_template_needs() {
        for (sections, expected) in [
            (vec![section("", "Data", true), section("plan", "Plan", false)], vec![]),
            (vec![], vec!["sections"]),
            (vec![section("", "Data", false)], vec!["sections"]),
            (vec![section("", " ", true)], vec!["sections.0.label"]),
            (vec![section("", "Data", true), section("", "data", true)], vec!["sections.1.label"]),
            (vec![section("a", "Data", true), section("a", "Plan", true)], vec!["sections.1.label"]),
            (vec![section("A 1", "Data", true)], vec!["sections.0.label"]),
            ((0..13).map(|n| section("", &format!("Part {n}"), true)).collect(), vec!["sections"]),
        ] {
            let named = format!("{sections:?}");
            assert_eq!(faults(sections), expected, "{named}");
        }
    }

    #[test]
    fn what_the_template_of_groups_needs() {
        let own = |key: &str, required: bool| section(key, if key.is_empty() { "More" } else { key }, required);
        let shared = |key: &str, required: bool| Section { shared: true, ..own(key, required) };
        for (sections, fault) in [
            (vec![shared("words", true), own("line", true)], false),
            (
                vec![shared("words", true), shared("", false), own("line", false), section("", "Took away", true)],
                false,
            ),
            (vec![shared("words", true)], true),
            (vec![own("line", true)], true),
            (vec![own("words", true), own("line", true)], true),
            (vec![shared("words", true), shared("line", true)], true),
            (vec![shared("words", false), own("line", true)], true),
            (vec![shared("words", true), own("line", false)], true),
        ] {
            let named = format!("{sections:?}");
            let mut check = Check::new();
            checked_for(&mut check, "group", sections);
            assert_eq!(check.done().is_err(), fault, "{named}");
        }
        let mut check = Check::new();
        let done = checked_for(&mut check, "crisis", vec![shared("", true)]);
        assert!(check.done().is_ok() && done.iter().all(|section| !section.shared), "{done:?}");
    }

    proptest! {
        #[test]
        fn every_section_gets_a_key_of_its_own(labels in proptest::collection::hash_set("\\PC{1,20}", 1..12)) {
            let sections: Vec<Section> = labels.iter().map(|label| section("", label, true)).collect();
            let mut check = Check::new();
            let done = checked(&mut check, sections);
            let keys: HashSet<&str> = done.iter().map(|section| section.key.as_ref()).collect();
            prop_assert_eq!(keys.len(), done.len());
            prop_assert!(done.iter().all(|section| is_key(&section.key)), "{:?}", done);
        }
    }
}
