//! What differs between two versions of a panel, analyte by analyte. Pure.

use serde::Serialize;
use ts_rs::TS;

use super::{Analyte, Panel};

crate::words! {
    /// What became of an analyte.
    pub enum Change {
        Added = "added",
        TakenOut = "taken_out",
        Changed = "changed",
    }
}

/// One thing that differs.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, TS)]
#[ts(rename = "PanelDifference")]
pub struct Difference {
    pub analyte: String,
    pub change: Change,
    /// What of it: "screen cut-off"; empty for an analyte that came or went.
    pub what: &'static str,
    pub before: String,
    pub after: String,
}

/// Every difference, in the order of the later version, then what was taken out.
pub(super) fn between(before: &Panel, after: &Panel) -> Vec<Difference> {
    let mut found = Vec::new();
    for analyte in &after.analytes {
        match before.analyte(&analyte.key) {
            Some(earlier) => found.extend(changed(earlier, analyte)),
            None => found.push(whole(analyte, Change::Added)),
        }
    }
    let gone = before.analytes.iter().filter(|analyte| after.analyte(&analyte.key).is_none());
    found.extend(gone.map(|analyte| whole(analyte, Change::TakenOut)));
    found
}

fn whole(analyte: &Analyte, change: Change) -> Difference {
    let words = cutoffs(analyte);
    let (before, after) = if change == Change::Added { (String::new(), words) } else { (words, String::new()) };
    Difference { analyte: analyte.name.clone(), change, what: "", before, after }
}

fn cutoffs(analyte: &Analyte) -> String {
    let none = || "none".to_owned();
    let (initial, confirm) = (analyte.cutoff().unwrap_or_else(none), analyte.confirm_cutoff().unwrap_or_else(none));
    format!("screen {initial}, confirmation {confirm}")
}

fn changed(before: &Analyte, after: &Analyte) -> Vec<Difference> {
    let none = || "none".to_owned();
    let lines = [
        ("name", before.name.clone(), after.name.clone()),
        ("class", before.drug_class.clone(), after.drug_class.clone()),
        ("screen cut-off", before.cutoff().unwrap_or_else(none), after.cutoff().unwrap_or_else(none)),
        (
            "confirmation cut-off",
            before.confirm_cutoff().unwrap_or_else(none),
            after.confirm_cutoff().unwrap_or_else(none),
        ),
        ("detection window", before.detection.clone(), after.detection.clone()),
        ("note", before.note.clone(), after.note.clone()),
        ("source", before.source.clone(), after.source.clone()),
    ];
    let differing = lines.into_iter().filter(|(_, before, after)| before != after);
    differing
        .map(|(what, before, later)| Difference {
            analyte: after.name.clone(),
            change: Change::Changed,
            what,
            before,
            after: later,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::panel::Specimen;

    fn analyte(key: &str, initial: Option<i64>, confirm: Option<i64>) -> Analyte {
        Analyte {
            key: key.into(),
            name: key.to_uppercase(),
            drug_class: "opioid".into(),
            initial,
            confirm,
            unit: "ng/mL".into(),
            detection: "1-3 d".into(),
            note: String::new(),
            source: String::new(),
            verified: true,
        }
    }

    fn panel(analytes: Vec<Analyte>) -> Panel {
        Panel {
            key: "own".into(),
            name: "Own".into(),
            specimen: Specimen::Urine,
            laboratory: String::new(),
            number: 1,
            effective_on: None,
            source: String::new(),
            note: String::new(),
            verified: false,
            analytes,
        }
    }

    #[test]
    fn each_thing_that_differs_has_a_line() {
        let before =
            panel(vec![analyte("mor", Some(2_000_000), Some(2_000_000)), analyte("pcp", Some(25_000), None)]);
        let after =
            panel(vec![analyte("mor", Some(2_000_000), Some(4_000_000)), analyte("fent", Some(1_000), Some(1_000))]);
        let lines = between(&before, &after);
        let said: Vec<(&str, Change, &str, &str, &str)> = lines
            .iter()
            .map(|line| (line.analyte.as_str(), line.change, line.what, line.before.as_str(), line.after.as_str()))
            .collect();
        assert_eq!(
            said,
            [
                ("MOR", Change::Changed, "confirmation cut-off", "2000 ng/mL", "4000 ng/mL"),
                ("FENT", Change::Added, "", "", "screen 1 ng/mL, confirmation 1 ng/mL"),
                ("PCP", Change::TakenOut, "", "screen 25 ng/mL, confirmation none", ""),
            ]
        );
        assert_eq!(between(&after, &after), []);
    }

    #[test]
    fn a_unit_alone_is_a_difference_of_both_cutoffs() {
        let before = panel(vec![analyte("etg", Some(500_000), Some(100_000))]);
        let mut after = before.clone();
        after.analytes.iter_mut().for_each(|analyte| analyte.unit = "pg/mg".into());
        assert_eq!(between(&before, &after).len(), 2);
    }
}
