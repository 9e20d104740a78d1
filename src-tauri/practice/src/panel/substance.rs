//! The one vocabulary of substances: the keys by which medications, panels, rules and files name the same thing.
//!
//! A medication names a substance, a line of a panel may stand for several of them, or for one in another kind of specimen:
//! "Amphetamine / methamphetamine" of oral fluid stands for `amp` and `mamp`. A laboratory's own panel may hold keys of its
//! own; what comes with Evenkeel may not, and the tests here fail on a key that is not in the list.

use std::collections::HashSet;
use std::sync::LazyLock;

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::router::Nothing;
use crate::kernel::{Refusal, Result, View};

const FILE: &str = include_str!("../../../../assets/reference/drug_panels.json");

/// A substance as a medication names it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Substance {
    pub key: String,
    pub name: String,
}

#[derive(Deserialize)]
struct Book {
    analytes: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    id: String,
    name: String,
}

static BOOK: LazyLock<Option<Vec<Substance>>> = LazyLock::new(|| {
    let analytes = serde_json::from_str::<Book>(FILE).ok()?.analytes;
    Some(analytes.into_iter().map(|entry| Substance { key: entry.id, name: entry.name }).collect())
});

fn book() -> Result<&'static [Substance]> {
    BOOK.as_deref().ok_or_else(|| Refusal::internal("substances"))
}

/// Lines that stand for other substances, and which.
const STANDS_FOR: &[(&str, &[&str])] = &[
    ("benzo", &["alpraz", "loraz", "clon7", "midaz"]),
    ("of_thc", &["thca"]),
    ("of_cocaine_benzoylecgonine", &["bze"]),
    ("of_codeine_morphine", &["cod", "mor"]),
    ("of_hydrocodone_hydromorphone", &["hyc", "hym"]),
    ("of_oxycodone_oxymorphone", &["oxyc", "oxym"]),
    ("of_6_acetylmorphine", &["6am"]),
    ("of_phencyclidine", &["pcp"]),
    ("of_amphetamine_methamphetamine", &["amp", "mamp"]),
    ("of_mdma_mda", &["mdma", "mda"]),
    ("of_fentanyl_hhs_only", &["fent"]),
    ("breath_alcohol", &["etoh"]),
    ("peth", &[]),
    ("hair_amp", &["amp", "mamp", "mdma", "mda"]),
    ("hair_coc", &["bze"]),
    ("hair_opi", &["cod", "mor", "6am"]),
    ("hair_pcp", &["pcp"]),
    ("hair_thca", &["thca"]),
    ("hair_etg", &["etg"]),
    ("nail_amp", &["amp", "mamp", "mdma", "mda"]),
    ("nail_coc", &["bze"]),
    ("nail_opi", &["cod", "mor", "6am"]),
    ("nail_pcp", &["pcp"]),
    ("nail_thca", &["thca"]),
    ("nail_etg", &["etg"]),
];

/// The substances that a line of a panel stands for besides its own key.
fn others(line: &str) -> &'static [&'static str] {
    STANDS_FOR.iter().find(|(key, _)| *key == line).map_or(&[], |(_, others)| others)
}

/// Whether a line of a panel shows a substance that a medication names.
pub(crate) fn shows(line: &str, substance: &str) -> bool {
    line == substance || others(line).contains(&substance)
}

/// Every substance that a medication may name.
pub(super) fn list(_: &View<'_>, _: Nothing) -> Result<Vec<Substance>> {
    Ok(book()?.to_vec())
}

/// The keys that a medication may name: those of the vocabulary, and those of the practice's own panels.
pub(crate) fn substances(sql: &Connection) -> Result<HashSet<String>> {
    let mut keys: HashSet<String> = book()?.iter().map(|one| one.key.clone()).collect();
    let mut statement = sql.prepare_cached("select distinct key from panel_analyte")?;
    let own = statement.query_map([], |row| row.get(0))?;
    keys.extend(own.collect::<rusqlite::Result<Vec<String>>>()?);
    Ok(keys)
}

/// Whether a key is of the vocabulary.
#[cfg(test)]
pub(crate) fn known(key: &str) -> bool {
    STANDS_FOR.iter().any(|(line, _)| *line == key) || book().is_ok_and(|book| book.iter().any(|one| one.key == key))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_a_line_stands_for_is_a_substance_and_each_line_stands_here_once() {
        for (place, (line, others)) in STANDS_FOR.iter().enumerate() {
            assert!(STANDS_FOR.iter().take(place).all(|(earlier, _)| earlier != line), "{line}");
            for other in *others {
                assert!(book().unwrap().iter().any(|one| one.key == *other), "{line} stands for {other}");
            }
        }
    }

    #[test]
    fn a_line_shows_its_own_substance_and_those_it_stands_for() {
        for (line, substance, expected) in [
            ("amp", "amp", true),
            ("amp", "mamp", false),
            ("of_amphetamine_methamphetamine", "amp", true),
            ("of_amphetamine_methamphetamine", "mamp", true),
            ("of_amphetamine_methamphetamine", "mdma", false),
            ("hair_opi", "mor", true),
            ("hair_opi", "oxyc", false),
            ("benzo", "alpraz", true),
            // A medication that only says its class does not explain the one substance of a definitive test.
            ("alpraz", "benzo", false),
            ("peth", "etg", false),
            ("own_key", "own_key", true),
        ] {
            assert_eq!(shows(line, substance), expected, "{line} {substance}");
        }
    }

    /// Every key that the shipped panels, the rules and the medications of the demo use.
    #[test]
    fn every_key_that_comes_with_evenkeel_is_of_the_vocabulary() {
        let care: serde_json::Value =
            serde_json::from_str(include_str!("../../../../assets/demo/care.json")).unwrap();
        let mut used = Vec::new();
        shown(&care, &mut used);
        assert!(used.iter().any(|key| key == "bup"), "the demo has medications that show: {used:?}");
        used.extend(shipped());
        for key in used {
            assert!(known(&key), "{key} is not in the vocabulary");
        }
        assert!(!known("ketamine") && !known(""));
    }

    fn shown(value: &serde_json::Value, found: &mut Vec<String>) {
        use serde_json::Value as V;
        match value {
            V::Object(fields) => {
                if let Some(keys) = fields.get("shows_as").and_then(V::as_str) {
                    found.extend(keys.split(',').filter(|key| !key.is_empty()).map(str::to_owned));
                }
                fields.values().for_each(|value| shown(value, found));
            }
            V::Array(values) => values.iter().for_each(|value| shown(value, found)),
            _ => {}
        }
    }

    /// The keys of the panels that the migrations write: the third value behind the two ids of a row.
    fn shipped() -> Vec<String> {
        let files =
            [include_str!("../../migrations/0170_panel.sql"), include_str!("../../migrations/0250_taking.sql")];
        let rows =
            files.iter().flat_map(|file| file.lines()).filter(|line| line.starts_with("  (X'01980000000070008003"));
        let keys: Vec<String> = rows.map(|row| row.split('\'').nth(5).unwrap().to_owned()).collect();
        assert!(keys.len() > 100, "{}", keys.len());
        keys
    }
}
