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
    #![allow(clippy::unwrap_used, clippy::panic)]
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
                "Below the suggested cut-off",
            ),
            ("pcl5", same("pcl5", 4), 80, "At the suggested cut-off or above: probable PTSD, assess further"),
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

    /// Answers of the printed form that make exactly this total, from the lowest answer of each item upwards.
    fn making(code: &str, total: i64) -> Option<Answers> {
        let definition = &one(code).unwrap().definition;
        let values = |id: &str| -> Vec<i64> {
            definition.item(id).unwrap().options.iter().map(|option| option.value).collect()
        };
        // Which totals the items so far can make, and by which answers.
        let mut made: std::collections::BTreeMap<i64, Answers> = [(0, Answers::new())].into();
        for id in &definition.scoring.items {
            let mut next = std::collections::BTreeMap::new();
            for (sum, answers) in &made {
                for value in values(id) {
                    let mut more = answers.clone();
                    more.insert(id.clone(), value);
                    next.entry(sum + value).or_insert(more);
                }
            }
            made = next;
        }
        made.remove(&total)
    }

    /// The cut points as the publications print them: the first total of each range, and the highest total there is.
    #[test]
    fn both_ends_of_every_published_range_are_named_as_printed() {
        for (code, cuts, most) in [
            ("phq9", &[0, 5, 10, 15, 20][..], 27),
            ("gad7", &[0, 5, 10, 15], 21),
            ("pcl5", &[0, 31], 80),
            ("barc10", &[10, 47], 60),
            ("cows", &[0, 5, 13, 25, 37], 48),
            ("ciwa_ar", &[0, 10, 19], 67),
        ] {
            let definition = &one(code).unwrap().definition;
            let bands: Vec<i64> = definition.bands.iter().map(|band| band.min).collect();
            assert_eq!((bands.as_slice(), definition.bands.last().unwrap().max), (cuts, most), "{code}");
            for (index, band) in definition.bands.iter().enumerate() {
                let end = cuts.get(index + 1).map_or(most, |next| next - 1);
                for total in [cuts[index], end] {
                    let scored = score(definition, &making(code, total).unwrap());
                    assert_eq!((scored.total, scored.band.as_ref()), (Some(total), Some(&band.label)), "{code}");
                }
            }
        }
    }

    /// Totals of the parts, as printed examples and scoring sheets have them: PHQ-9 answered 1, 0, 2, 0, 1 and nothing more
    /// is 4; PCL-5 with every problem "moderately" is 40, of its clusters 10, 4, 14 and 12, and meets the pattern; BAM at
    /// its highest is 12, 24 and 24.
    #[test]
    fn examples_of_scoring_sheets_come_out_as_they_say() {
        let phq9 = of("phq9", &[("q1", 1), ("q3", 2), ("q5", 1)], 0);
        let scored = score(&one("phq9").unwrap().definition, &phq9);
        assert_eq!((scored.total, scored.band.as_deref()), (Some(4), Some("Minimal or none")));
        let parts = |code: &str, answers: &Answers| -> (Option<i64>, Vec<Option<i64>>, usize) {
            let scored = score(&one(code).unwrap().definition, answers);
            (scored.total, scored.parts.iter().map(|part| part.score).collect(), scored.flags.len())
        };
        let moderately = parts("pcl5", &same("pcl5", 2));
        assert_eq!(moderately, (Some(40), vec![Some(10), Some(4), Some(14), Some(12)], 1));
        let extremely = parts("pcl5", &same("pcl5", 4));
        assert_eq!(extremely, (Some(80), vec![Some(20), Some(8), Some(28), Some(24)], 1));
        assert_eq!(parts("bam", &same("bam", 4)).1, [Some(12), Some(24), Some(24)]);
    }

    /// The forms print these values and no others.
    #[test]
    fn the_values_of_the_withdrawal_scales_have_the_gaps_of_the_printed_forms() {
        let values = |code: &str| -> Vec<String> {
            let items = one(code).unwrap().definition.items.iter();
            items
                .map(|item| item.options.iter().map(|option| option.value.to_string()).collect::<Vec<_>>().join(""))
                .collect()
        };
        assert_eq!(
            values("cows"),
            ["0124", "01234", "0135", "0125", "0124", "0124", "01235", "0124", "0124", "0124", "035"]
        );
        let mut ciwa = vec!["01234567"; 9];
        ciwa.push("01234");
        assert_eq!(values("ciwa_ar"), ciwa);
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
