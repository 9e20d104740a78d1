//! The definitions that the program brings along (`assets/instruments`).

use std::sync::LazyLock;

use super::definition::Definition;

const FILES: &[&str] = &[
    include_str!("../../../../assets/instruments/phq9.json"),
    include_str!("../../../../assets/instruments/gad7.json"),
    include_str!("../../../../assets/instruments/pcl5.json"),
    include_str!("../../../../assets/instruments/bam.json"),
    include_str!("../../../../assets/instruments/barc10.json"),
    include_str!("../../../../assets/instruments/cows.json"),
    include_str!("../../../../assets/instruments/ciwa_ar.json"),
];

/// A definition with the text it was read from.
pub(super) struct Shipped {
    pub text: &'static str,
    pub definition: Definition,
}

static SHIPPED: LazyLock<Vec<Shipped>> = LazyLock::new(|| {
    FILES.iter().filter_map(|text| Some(Shipped { text, definition: Definition::read(text).ok()? })).collect()
});

/// All of them, in the order a list shows them.
pub(super) fn all() -> &'static [Shipped] {
    &SHIPPED
}

pub(super) fn one(code: &str) -> Option<&'static Shipped> {
    all().iter().find(|shipped| shipped.definition.id == code)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::score::{Answers, alerts, check_answers, score, with_skips};
    use super::*;
    use crate::kernel::Check;

    #[test]
    fn every_file_is_a_definition_that_holds_together() {
        assert_eq!(all().len(), FILES.len());
        for shipped in all() {
            let mut check = Check::new();
            shipped.definition.check(&mut check);
            assert_eq!(check.done(), Ok(()), "{}", shipped.definition.id);
        }
    }

    /// The same answer to every scored item.
    fn same(code: &str, value: i64) -> Answers {
        let definition = &one(code).unwrap().definition;
        definition.scored().map(|id| (id.clone(), value)).collect()
    }

    fn of(code: &str, answers: &[(&str, i64)], rest: i64) -> Answers {
        let mut all = same(code, rest);
        all.extend(answers.iter().map(|(id, value)| ((*id).to_owned(), *value)));
        all
    }

    /// Totals at the ends of the published bands.
    #[test]
    fn totals_and_bands_are_those_published() {
        for (code, answers, total, band) in [
            ("phq9", same("phq9", 0), 0, "Minimal or none"),
            ("phq9", of("phq9", &[("q1", 2), ("q2", 2)], 0), 4, "Minimal or none"),
            ("phq9", of("phq9", &[("q1", 3), ("q2", 2)], 0), 5, "Mild"),
            ("phq9", same("phq9", 1), 9, "Mild"),
            ("phq9", of("phq9", &[("q1", 2)], 1), 10, "Moderate"),
            ("phq9", of("phq9", &[("q1", 1), ("q2", 1), ("q9", 0)], 2), 14, "Moderate"),
            ("phq9", of("phq9", &[("q1", 1), ("q2", 0)], 2), 15, "Moderately severe"),
            ("phq9", of("phq9", &[("q1", 3), ("q2", 3)], 2), 20, "Severe"),
            ("phq9", same("phq9", 3), 27, "Severe"),
            ("gad7", of("gad7", &[("q1", 2), ("q2", 2)], 0), 4, "Minimal"),
            ("gad7", of("gad7", &[("q1", 3), ("q2", 2)], 0), 5, "Mild"),
            ("gad7", of("gad7", &[("q1", 3), ("q2", 2)], 1), 10, "Moderate"),
            ("gad7", of("gad7", &[("q1", 3)], 2), 15, "Severe"),
            ("gad7", same("gad7", 3), 21, "Severe"),
            ("barc10", same("barc10", 1), 10, "Below 47"),
            ("barc10", of("barc10", &[("q1", 1)], 5), 46, "Below 47"),
            (
                "barc10",
                of("barc10", &[("q1", 2)], 5),
                47,
                "47 or more: associated with sustained (over 12 months) remission",
            ),
            ("barc10", same("barc10", 6), 60, "47 or more: associated with sustained (over 12 months) remission"),
            (
                "pcl5",
                of("pcl5", &[("q1", 2), ("q2", 0), ("q3", 0), ("q4", 0), ("q5", 0), ("q6", 0), ("q7", 0)], 2),
                28,
                "Below suggested cut-off",
            ),
            ("pcl5", same("pcl5", 4), 80, "31-33 or more: probable PTSD, assess further"),
            ("cows", same("cows", 0), 0, "No or minimal withdrawal"),
            ("cows", of("cows", &[("q1", 4), ("q3", 1)], 0), 5, "Mild"),
            ("cows", of("cows", &[("q1", 4), ("q2", 4), ("q3", 5)], 0), 13, "Moderate"),
            (
                "cows",
                of("cows", &[("q1", 4), ("q2", 4), ("q3", 5), ("q4", 5), ("q5", 4), ("q11", 3)], 0),
                25,
                "Moderately severe",
            ),
            (
                "ciwa_ar",
                of("ciwa_ar", &[("q1", 7), ("q2", 2)], 0),
                9,
                "Absent or minimal: under 10 does not usually need additional medication",
            ),
            ("ciwa_ar", of("ciwa_ar", &[("q1", 7), ("q2", 3)], 0), 10, "Mild to moderate"),
            ("ciwa_ar", of("ciwa_ar", &[("q10", 4)], 7), 67, "Severe"),
        ] {
            let score = score(&one(code).unwrap().definition, &answers);
            assert_eq!((score.total, score.band.as_deref()), (Some(total), Some(band)), "{code}");
            assert_eq!((score.prorated, score.missing.len()), (false, 0));
        }
    }

    #[test]
    fn the_highest_totals_are_those_published() {
        for (code, most) in [
            ("phq9", Some(27)),
            ("gad7", Some(21)),
            ("pcl5", Some(80)),
            ("bam", None),
            ("barc10", Some(60)),
            ("cows", Some(48)),
            ("ciwa_ar", Some(67)),
        ] {
            assert_eq!(score(&one(code).unwrap().definition, &Answers::new()).most, most, "{code}");
        }
    }

    #[test]
    fn a_missing_answer_refuses_the_total() {
        for code in ["phq9", "gad7", "pcl5", "barc10", "cows", "ciwa_ar"] {
            let definition = &one(code).unwrap().definition;
            let mut answers = same(code, definition.items[0].options[0].value);
            answers.remove("q2");
            let score = score(definition, &answers);
            assert_eq!((score.total, score.band), (None, None), "{code}");
            assert_eq!(score.missing, ["q2"]);
        }
    }

    #[test]
    fn the_monitor_has_three_scores_and_no_total() {
        let definition = &one("bam").unwrap().definition;
        let mut answers = of("bam", &[("q4", 0), ("q14", 4)], 1);
        answers.remove("q5");
        let score = score(definition, &with_skips(definition, &answers));
        assert_eq!((score.total, score.most), (None, None));
        let parts: Vec<_> = score.parts.iter().map(|part| (part.id.as_str(), part.score, part.most)).collect();
        assert_eq!(parts, [("use", Some(1), 12), ("risk", Some(6), 24), ("protective", Some(9), 24)]);
        assert_eq!(score.flags, ["Any use: review", "Weak protective factors"]);
    }

    #[test]
    fn a_pattern_needs_enough_of_each_cluster() {
        let definition = &one("pcl5").unwrap().definition;
        let pattern = [("q1", 2), ("q6", 2), ("q8", 2), ("q9", 2), ("q15", 2), ("q16", 2)];
        for (answers, expected) in [(&pattern[..], 1), (&pattern[1..], 0), (&pattern[..5], 0)] {
            assert_eq!(score(definition, &of("pcl5", answers, 0)).flags.len(), expected);
        }
    }

    #[test]
    fn a_value_that_is_not_printed_is_no_answer() {
        for (code, item, value, taken) in [
            ("cows", "q1", 3, false),
            ("cows", "q1", 4, true),
            ("cows", "q11", 1, false),
            ("barc10", "q1", 0, false),
            ("phq9", "q99", 0, false),
            ("bam", "q7", 0, false),
        ] {
            let mut check = Check::new();
            let answers = Answers::from([(item.to_owned(), value)]);
            check_answers(&mut check, &one(code).unwrap().definition, &answers);
            assert_eq!(check.done().is_ok(), taken, "{code} {item} {value}");
        }
    }

    #[test]
    fn the_ninth_answer_alerts_also_when_others_are_missing() {
        let definition = &one("phq9").unwrap().definition;
        for (value, expected) in [(0, false), (1, true), (3, true)] {
            assert_eq!(alerts(definition, &Answers::from([("q9".to_owned(), value)])), expected, "{value}");
        }
        assert!(!alerts(definition, &Answers::new()));
    }
}
