//! What the words and numbers of the other system mean here. Pure: no SQL, no clock, no disk.

use crate::kernel::refusal::Rule;
use crate::kernel::{Moment, Role};

/// Why an import is refused as a whole.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum ImportRefusal {
    /// None of the files of the layout is in the folder.
    NoFiles,
    /// A file lacks a column.
    MissingColumn { file: &'static str, column: &'static str },
    /// No folder was chosen, or by somebody else.
    NothingChosen,
    /// The folder was not looked through yet.
    NoPreview,
    /// A file is not what the preview read.
    FilesChanged,
    /// There are bad lines, and leaving them out was not chosen.
    BadRows { count: u64 },
    /// So many bad lines that this cannot be the right folder.
    TooManyBadRows,
    /// A row contradicts something that is here already.
    Clash { file: &'static str, line: u64 },
    /// Another import or preview runs.
    Busy,
}

impl Rule for ImportRefusal {
    fn name(&self) -> &'static str {
        match self {
            Self::NoFiles => "import.no_files",
            Self::MissingColumn { .. } => "import.missing_column",
            Self::NothingChosen => "import.nothing_chosen",
            Self::NoPreview => "import.no_preview",
            Self::FilesChanged => "import.files_changed",
            Self::BadRows { .. } => "import.bad_rows",
            Self::TooManyBadRows => "import.too_many_bad_rows",
            Self::Clash { .. } => "import.clash",
            Self::Busy => "import.busy",
        }
    }

    fn words(&self) -> String {
        match self {
            Self::NoFiles => {
                "None of the files Evenkeel can import is in this folder. Choose the folder that holds clients.csv."
                    .into()
            }
            Self::MissingColumn { file, column } => {
                format!("{file} has no column {column}. Add it to the first line, then choose the folder again.")
            }
            Self::NothingChosen => "Choose the folder first.".into(),
            Self::NoPreview => "Look through the folder first; nothing is imported unseen.".into(),
            Self::FilesChanged => {
                "A file changed after you looked through the folder. Nothing was imported; look through it again."
                    .into()
            }
            Self::BadRows { count: 1 } => {
                "One line cannot be imported. Nothing was changed; correct it, or choose to leave it out.".into()
            }
            Self::BadRows { count } => {
                format!(
                    "{count} lines cannot be imported. Nothing was changed; correct them, or choose to leave them out."
                )
            }
            Self::TooManyBadRows => {
                "More than 10,000 lines cannot be imported, so this is hardly the right folder. Nothing was changed."
                    .into()
            }
            Self::Clash { file, line } => {
                format!(
                    "Line {line} of {file} contradicts something in the records. Nothing was changed; take the line out of the file."
                )
            }
            Self::Busy => "An import is already running. Wait until it is done, or cancel it.".into(),
        }
    }
}

/// The role a word stands for; `tech` is who collects specimens.
pub(super) fn role(word: &str) -> Option<Role> {
    match word {
        "tech" | "technician" => Some(Role::Collector),
        other => Role::from_word(other),
    }
}

/// Credentials of people in training whose notes need a cosignature, beside every label that says so itself.
const IN_TRAINING: &[&str] = &[
    "SUDPT", "CDPT", "CADC-R", "RADT", "LADCA", "LMHCA", "LMFTA", "LSWAA", "LSWAIC", "LCSWA", "LPCA", "LPC-A",
    "LCMHCA", "LAC-A", "ACSW", "AMFT", "APCC", "MSW-I", "CIT", "ACIT", "QMHA",
];

/// Whether notes under this credential need a cosignature.
pub(super) fn needs_cosign(label: &str) -> bool {
    let upper = label.to_uppercase();
    let says_so = ["TRAINEE", "INTERN", "ASSOCIATE", "STUDENT", "SUPERVISED"].iter().any(|word| upper.contains(word));
    says_so || upper.split([',', ' ', '/']).any(|part| IN_TRAINING.contains(&part))
}

/// The kind of group, by the words of its name.
pub(super) fn group_type(name: &str) -> &'static str {
    let name = name.to_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| name.contains(word));
    match () {
        () if says(&["relapse"]) => "relapse",
        () if says(&["refusal"]) => "refusal",
        () if says(&["family"]) => "family",
        () if says(&["aftercare", "alumni"]) => "aftercare",
        () if says(&["professional", "licens"]) => "professional",
        () if says(&["education", "early recovery", "lecture"]) => "education",
        () if says(&["coping", "skill", "dbt", "cbt", "anger"]) => "skills",
        () => "process",
    }
}

/// How somebody attended.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(super) enum Presence {
    Present,
    Late,
    LeftEarly,
    Absent { excused: bool },
}

/// The words of the column `status` of attendance.
pub(super) const PRESENCE: &str = "present, late, left_early, absent_excused, absent_unexcused";

/// The meaning of one of [`PRESENCE`].
pub(super) fn presence(word: &str) -> Option<Presence> {
    Some(match word {
        "present" => Presence::Present,
        "late" => Presence::Late,
        "left_early" => Presence::LeftEarly,
        "absent_excused" => Presence::Absent { excused: true },
        "absent_unexcused" => Presence::Absent { excused: false },
        _ => return None,
    })
}

/// From when to when somebody was there, given the session and flat minutes: late means a later arrival, everything else
/// counts from the start. `None` for an absence.
pub(super) fn interval(presence: Presence, began: Moment, ended: Moment, minutes: i64) -> Option<(Moment, Moment)> {
    match presence {
        Presence::Late => Some((ended.plus_minutes(-minutes), ended)),
        Presence::Present | Presence::LeftEarly => Some((began, began.plus_minutes(minutes))),
        Presence::Absent { .. } => None,
    }
}

/// What a drug test of the other system says.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(super) enum TestWord {
    Negative,
    Positive,
    Pending,
    Refused,
}

/// The words of the column `result` of drug tests.
pub(super) const TEST_WORDS: &str = "negative, positive, pending, refused";

/// The meaning of one of [`TEST_WORDS`].
pub(super) fn test_word(word: &str) -> Option<TestWord> {
    Some(match word {
        "negative" => TestWord::Negative,
        "positive" => TestWord::Positive,
        "pending" => TestWord::Pending,
        "refused" => TestWord::Refused,
        _ => return None,
    })
}

/// Method and specimen of a test.
pub(super) const METHODS: &str = "urine_cup, lab, oral_fluid, hair, breath";

/// The meaning of one of [`METHODS`].
pub(super) fn method(word: &str) -> Option<(&'static str, &'static str)> {
    Some(match word {
        "urine_cup" => ("on_site", "urine"),
        "lab" => ("laboratory", "urine"),
        "oral_fluid" => ("on_site", "oral_fluid"),
        "hair" => ("laboratory", "hair"),
        "breath" => ("on_site", "breath"),
        _ => return None,
    })
}

/// Reasons for a test; the same words as here.
pub(super) const TEST_REASONS: &str =
    "random, scheduled, for_cause, post_incident, return_to_work, baseline, follow_up";

/// One of [`TEST_REASONS`].
pub(super) fn test_reason(word: &str) -> Option<&'static str> {
    TEST_REASONS.split(", ").find(|known| *known == word)
}

/// The words of the column `kind` of consents.
pub(super) const CONSENT_KINDS: &str = "roi_42cfr2, treatment, telehealth";

/// The kind of a consent. A release is told apart by its recipient where the words are plain.
pub(super) fn consent_kind(word: &str, recipient: &str) -> Option<&'static str> {
    Some(match word {
        "treatment" => "treatment",
        "telehealth" => "telehealth",
        "roi_42cfr2" => match recipient.to_lowercase().as_str() {
            "employer" => "employer",
            "family" => "family",
            "probation" | "court" | "parole" | "drug court" => "criminal_justice",
            "board" | "licensing board" => "board",
            _ => "recipient",
        },
        _ => return None,
    })
}

/// Levels of care that a client may have.
pub(super) const LEVELS: &str = "1.0, 1.5, 1.7, 2.1, 2.5, 2.7, 3.1, 3.5, 3.7, 4";

/// One of [`LEVELS`].
pub(super) fn level(word: &str) -> Option<&'static str> {
    LEVELS.split(", ").find(|known| *known == word || known.trim_end_matches(".0") == word)
}

/// The number a chart carries elsewhere ("MRN0000412"), when it is one.
pub(super) fn chart_number(mrn: &str) -> Option<i64> {
    let digits = mrn.trim_start_matches(|c: char| !c.is_ascii_digit());
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|number| plain && (1..=99_999_999).contains(number))
}

/// A sign-in name for somebody who has none yet: "marisol.quinones", with a number when it is taken.
pub(super) fn login(given: &str, family: &str, taken: &std::collections::HashSet<String>) -> String {
    let fold = |name: &str| -> String {
        crate::client::folded_name(name).chars().filter(char::is_ascii_alphanumeric).take(25).collect()
    };
    let plain = match (fold(given), fold(family)) {
        (given, family) if given.is_empty() && family.is_empty() => "imported".to_owned(),
        (given, family) if given.is_empty() || family.is_empty() => given + &family,
        (given, family) => format!("{given}.{family}"),
    };
    let numbered = (2..).map(|number| format!("{plain}.{number}"));
    std::iter::once(plain.clone()).chain(numbered).find(|login| !taken.contains(login)).unwrap_or(plain)
}

/// The keys of analytes behind the short names on a cup; others keep their own word.
const ANALYTES: &[(&str, &str)] = &[
    ("thc", "thca"),
    ("coc", "bze"),
    ("met", "mamp"),
    ("opi", "mor"),
    ("oxy", "oxyc"),
    ("bzo", "benzo"),
    ("fen", "fent"),
    ("fty", "fent"),
    ("mtd", "meth"),
    ("bar", "barb"),
    ("tra", "tram"),
];

/// The key of an analyte.
pub(super) fn analyte(word: &str) -> String {
    let word = word.trim().to_lowercase();
    ANALYTES.iter().find(|(short, _)| *short == word).map_or(word, |(_, key)| (*key).to_owned())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn people_in_training_need_a_cosignature() {
        for (label, expected) in [
            ("SUDP", false),
            ("SUDPT", true),
            ("LMHC", false),
            ("LMHCA", true),
            ("LICSW", false),
            ("MSW, intern", true),
            ("LPC-A", true),
            ("LPC", false),
            ("Counselor Trainee", true),
            ("RN, LCSWA", true),
            ("", false),
        ] {
            assert_eq!(needs_cosign(label), expected, "{label}");
        }
    }

    #[test]
    fn roles_levels_and_kinds() {
        assert_eq!(role("tech"), Some(Role::Collector));
        assert_eq!(role("counselor"), Some(Role::Counselor));
        assert_eq!(role("janitor"), None);
        assert_eq!(level("2.1"), Some("2.1"));
        assert_eq!(level("1"), Some("1.0"));
        assert_eq!(level("2.3"), None);
        for (name, expected) in [
            ("Relapse prevention T01-1", "relapse"),
            ("DBT skills T02-3", "skills"),
            ("Family dynamics", "family"),
            ("Psychoeducation", "education"),
            ("Process group", "process"),
            ("Thursday circle", "process"),
        ] {
            assert_eq!(group_type(name), expected, "{name}");
        }
        for (kind, recipient, expected) in [
            ("roi_42cfr2", "Probation", Some("criminal_justice")),
            ("roi_42cfr2", "Employer", Some("employer")),
            ("roi_42cfr2", "PCP", Some("recipient")),
            ("treatment", "Court", Some("treatment")),
            ("handshake", "", None),
        ] {
            assert_eq!(consent_kind(kind, recipient), expected, "{kind} {recipient}");
        }
    }

    #[test]
    fn flat_minutes_become_an_interval() {
        let (began, ended) = (Moment(0), Moment(180 * 60_000));
        let at = |minutes: i64| Moment(minutes * 60_000);
        for (presence, minutes, expected) in [
            (Presence::Present, 180, Some((at(0), at(180)))),
            (Presence::Present, 90, Some((at(0), at(90)))),
            (Presence::Late, 150, Some((at(30), at(180)))),
            (Presence::LeftEarly, 120, Some((at(0), at(120)))),
            (Presence::Absent { excused: true }, 0, None),
        ] {
            assert_eq!(interval(presence, began, ended, minutes), expected, "{presence:?}");
        }
    }

    #[test]
    fn chart_numbers_and_logins() {
        for (mrn, expected) in [
            ("MRN0000412", Some(412)),
            ("412", Some(412)),
            ("A-17", Some(17)),
            ("17-A", None),
            ("MRN", None),
            ("", None),
            ("0", None),
            ("999999999999", None),
        ] {
            assert_eq!(chart_number(mrn), expected, "{mrn}");
        }
        let taken: HashSet<String> = ["jose.nunez".to_owned(), "jose.nunez.2".to_owned()].into();
        assert_eq!(login("Marisol", "Quiñones", &taken), "marisol.quinones");
        assert_eq!(login("José", "Núñez", &taken), "jose.nunez.3");
        assert_eq!(login("李", "王", &taken), "imported");
    }

    #[test]
    fn short_names_of_a_cup_are_analytes() {
        assert_eq!(analyte("THC"), "thca");
        assert_eq!(analyte(" coc "), "bze");
        assert_eq!(analyte("ETG"), "etg");
        assert_eq!(analyte("kratom"), "kratom");
        for (short, key) in ANALYTES {
            assert!(crate::panel::known(key), "{short} means {key}");
        }
    }
}
