//! What a reading means against the medications of the day. Pure, and presumptive as long as the laboratory is silent.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Reading;
use crate::panel;

/// A medication as it stood at collection.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, TS)]
#[ts(rename = "TestMedication")]
pub struct Medication {
    pub name: String,
    pub dose: String,
    pub frequency: String,
    /// Keys of the analytes it should show.
    pub shows_as: Vec<String>,
}

crate::words! {
    /// A reading against the medications.
    pub enum Meaning {
        Expected = "expected",
        /// Detected, and nothing prescribed explains it.
        Unexpected = "unexpected",
        /// Prescribed, and not detected: a screen misses much of what it should see.
        NotSeen = "not_seen",
        /// The line cannot be read.
        Unreadable = "unreadable",
        /// The laboratory has not answered.
        Pending = "pending",
    }
}

/// The meaning of a reading.
pub fn meaning(reading: Reading, prescribed: bool) -> Meaning {
    match (reading, prescribed) {
        (Reading::Detected, true) | (Reading::NotDetected, false) => Meaning::Expected,
        (Reading::Detected, false) => Meaning::Unexpected,
        (Reading::NotDetected, true) => Meaning::NotSeen,
        (Reading::Invalid, _) => Meaning::Unreadable,
        (Reading::Pending, _) => Meaning::Pending,
    }
}

/// The medication that explains a line: one that names its substance, or one the line stands for.
pub fn explains<'a>(medications: &'a [Medication], analyte: &str) -> Option<&'a Medication> {
    medications.iter().find(|medication| medication.shows_as.iter().any(|key| panel::shows(analyte, key)))
}

/// The keys of a stored `shows_as`.
pub fn keys(shows_as: &str) -> Vec<String> {
    shows_as.split(',').map(str::trim).filter(|key| !key.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readings_against_medications() {
        for (reading, prescribed, expected) in [
            (Reading::NotDetected, false, Meaning::Expected),
            (Reading::NotDetected, true, Meaning::NotSeen),
            (Reading::Detected, true, Meaning::Expected),
            (Reading::Detected, false, Meaning::Unexpected),
            (Reading::Invalid, true, Meaning::Unreadable),
            (Reading::Invalid, false, Meaning::Unreadable),
            (Reading::Pending, true, Meaning::Pending),
            (Reading::Pending, false, Meaning::Pending),
        ] {
            assert_eq!(meaning(reading, prescribed), expected, "{reading:?} {prescribed}");
        }
    }

    #[test]
    fn a_medication_explains_what_it_shows_as() {
        let medications = [Medication {
            name: "Buprenorphine-naloxone".into(),
            dose: "8-2 mg".into(),
            frequency: "daily".into(),
            shows_as: keys(" bup, nbup ,,"),
        }];
        assert_eq!(medications[0].shows_as, ["bup", "nbup"]);
        assert!(explains(&medications, "nbup").is_some());
        assert!(explains(&medications, "fent").is_none());
    }

    #[test]
    fn a_medication_explains_the_line_of_another_specimen() {
        let medications = [Medication {
            name: "Amphetamine salts".into(),
            dose: "10 mg".into(),
            frequency: "daily".into(),
            shows_as: keys("amp"),
        }];
        for (line, expected) in
            [("amp", true), ("hair_amp", true), ("of_amphetamine_methamphetamine", true), ("mamp", false)]
        {
            assert_eq!(explains(&medications, line).is_some(), expected, "{line}");
        }
    }
}
