//! What is worth knowing before a result is given a meaning: windows, exposure, bands, metabolites, dilution. Pure.
//!
//! Each remark is a finished sentence with its source. They explain; none decides. Numbers come from settings.

use serde::Serialize;
use ts_rs::TS;

use super::Reading;
use super::against::Whole;
use super::ipc::TestLine;

crate::words! {
    /// What a remark is about.
    pub enum RemarkKind {
        /// A medication that must show, or its metabolite.
        Critical = "critical",
        Window = "window",
        Exposure = "exposure",
        /// What a result alone cannot carry.
        Basis = "basis",
        Band = "band",
        Dilution = "dilution",
        /// What the panel does not look for, or a screen often misses.
        Limit = "limit",
    }
}

/// A remark.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, TS)]
#[ts(rename = "TestRemark")]
pub struct Remark {
    pub kind: RemarkKind,
    pub words: String,
    /// Where it comes from.
    pub source: &'static str,
}

/// The settings that remarks quote.
#[derive(Copy, Clone, Debug)]
pub(super) struct Marks {
    /// Below this, in ng/mL, EtG may be exposure.
    pub etg_low: i64,
    /// The same of EtS.
    pub ets_low: i64,
    /// How long EtG and EtS can be found, in hours.
    pub alcohol_hours: i64,
    /// Below this, in ng/mL, PEth is not taken as drinking.
    pub peth_low: i64,
    /// From this on, PEth fits with much drinking.
    pub peth_high: i64,
    /// From how many dilute specimens one after the other it is said.
    pub dilute_streak: i64,
}

const MEMORY: &str = "Common practice, from memory; the number is a setting";
const SAMHSA: &str = "SAMHSA advisory on alcohol biomarkers: EtG is not to be the only basis of a decision";
const PANEL: &str = "The panel of this test";

/// The marker of alcohol in blood spots.
pub(super) const PETH: &str = "peth";

/// Whether every unexplained line is an alcohol marker in so small an amount that exposure alone can give it.
pub(super) fn only_low_alcohol(found: &Whole, lines: &[TestLine], marks: &Marks) -> bool {
    let low = |key: &String| lines.iter().find(|line| line.analyte == *key).is_some_and(|line| is_low(line, marks));
    !found.unexplained.is_empty() && found.unexplained.iter().all(|(key, _)| low(key))
}

fn is_low(line: &TestLine, marks: &Marks) -> bool {
    let limit = match line.analyte.as_str() {
        "etg" => marks.etg_low,
        "ets" => marks.ets_low,
        _ => return false,
    };
    line.quantity_tenths.is_some_and(|quantity| quantity < limit * 10)
}

/// Every remark that fits a test.
pub(super) fn remarks(
    found: &Whole,
    lines: &[TestLine],
    not_looked_for: &[&str],
    streak: i64,
    marks: &Marks,
) -> Vec<Remark> {
    let mut said = Vec::new();
    critical(&mut said, found);
    alcohol(&mut said, lines, marks);
    peth(&mut said, lines, marks);
    if streak >= marks.dilute_streak.max(1) {
        said.push(remark(
            RemarkKind::Dilution,
            format!(
                "{streak} specimens one after the other were dilute, with this one. Ask about fluids, diuretics and kidney \
                 disease before anything else is concluded; observed, early in the morning, or another specimen can answer it."
            ),
            MEMORY,
        ));
    }
    limits(&mut said, found, not_looked_for);
    said
}

fn remark(kind: RemarkKind, words: impl Into<String>, source: &'static str) -> Remark {
    Remark { kind, words: words.into(), source }
}

fn critical(said: &mut Vec<Remark>, found: &Whole) {
    if found.without_metabolite {
        said.push(remark(
            RemarkKind::Critical,
            "The medication shows and its metabolite does not. The body makes the metabolite of what was taken; ask the \
             laboratory and the prescriber what else explains it.",
            MEMORY,
        ));
    } else if found.critical {
        said.push(remark(
            RemarkKind::Critical,
            "A medication that must show was not detected. A gap in treatment is a danger to the client: ask today how it is \
             taken, before anything is concluded.",
            MEMORY,
        ));
    }
}

fn alcohol(said: &mut Vec<Remark>, lines: &[TestLine], marks: &Marks) {
    let line = |key: &str| lines.iter().find(|line| line.analyte == key);
    let reading = |key: &str| line(key).and_then(TestLine::reading);
    let (etg, ets) = (reading("etg"), reading("ets"));
    if ![etg, ets].contains(&Some(Reading::Detected)) {
        return;
    }
    said.push(remark(
        RemarkKind::Window,
        format!(
            "EtG and EtS can be found for up to about {} hours. They do not say how much was taken in, when within that time, \
             or whether anybody was impaired.",
            marks.alcohol_hours
        ),
        MEMORY,
    ));
    let low = ["etg", "ets"].iter().any(|key| line(key).is_some_and(|line| is_low(line, marks)));
    let words = if low {
        "This is a low amount. Hand sanitizer, mouthwash, food or medication with alcohol can give it, and hand sanitizer is \
         frequent at work in health care. Ask about exposure."
    } else {
        "Hand sanitizer and other products with alcohol can give low amounts. Ask about exposure; the laboratory's quantity \
         tells low from high."
    };
    said.push(remark(RemarkKind::Exposure, words, SAMHSA));
    said.push(remark(
        RemarkKind::Basis,
        "Never the only basis: look for EtS beside EtG, for PEth, and for what the client and others say.",
        SAMHSA,
    ));
    if (etg, ets) == (Some(Reading::Detected), Some(Reading::NotDetected)) {
        said.push(remark(
            RemarkKind::Exposure,
            "EtG without EtS can arise in the specimen itself. EtS is not made there.",
            "Note on EtS in the reference panels",
        ));
    }
}

fn peth(said: &mut Vec<Remark>, lines: &[TestLine], marks: &Marks) {
    let Some(tenths) = lines.iter().find(|line| line.analyte == PETH).and_then(|line| line.quantity_tenths) else {
        return;
    };
    let words = if tenths < marks.peth_low * 10 {
        format!("PEth under {} ng/mL: not taken as drinking.", marks.peth_low)
    } else if tenths < marks.peth_high * 10 {
        format!(
            "PEth of {} to under {} ng/mL: fits with some drinking within the last two to four weeks.",
            marks.peth_low, marks.peth_high
        )
    } else {
        format!(
            "PEth of {} ng/mL or more: fits with much drinking within the last two to four weeks.",
            marks.peth_high
        )
    };
    said.push(remark(RemarkKind::Band, words, MEMORY));
}

fn limits(said: &mut Vec<Remark>, found: &Whole, not_looked_for: &[&str]) {
    if !found.not_seen.is_empty() && found.presumptive {
        said.push(remark(
            RemarkKind::Limit,
            "A screen misses much of what is prescribed, such as lorazepam and clonazepam. A laboratory can look for the \
             medication itself.",
            "Note on benzodiazepines in the reference panels",
        ));
    }
    if !not_looked_for.is_empty() {
        let words = format!(
            "Not looked for by this panel: {}. That it does not show says nothing.",
            not_looked_for.join(", ")
        );
        said.push(remark(RemarkKind::Limit, words, PANEL));
    }
}

#[cfg(test)]
mod tests {
    use super::super::against::tests::line;
    use super::super::against::whole;
    use super::*;
    use RemarkKind as K;

    const MARKS: Marks =
        Marks { etg_low: 500, ets_low: 100, alcohol_hours: 72, peth_low: 20, peth_high: 200, dilute_streak: 2 };

    fn found(key: &str, reading: Reading, quantity_tenths: Option<i64>) -> TestLine {
        TestLine { quantity_tenths, ..line(key, Some(reading), false, true) }
    }

    fn kinds(lines: &[TestLine], streak: i64) -> Vec<RemarkKind> {
        remarks(&whole(lines), lines, &[], streak, &MARKS).into_iter().map(|remark| remark.kind).collect()
    }

    #[test]
    fn every_key_of_a_remark_is_a_substance() {
        assert!(["etg", "ets", PETH].into_iter().all(crate::panel::known));
    }

    #[test]
    fn what_is_said_of_alcohol() {
        use Reading::{Detected, NotDetected};
        for (lines, expected) in [
            (vec![found("etg", NotDetected, None)], vec![]),
            (vec![found("etg", Detected, Some(3_000))], vec![K::Window, K::Exposure, K::Basis]),
            (
                vec![found("etg", Detected, None), found("ets", NotDetected, None)],
                vec![K::Window, K::Exposure, K::Basis, K::Exposure],
            ),
            (
                vec![found("etg", Detected, None), found("ets", Detected, Some(900))],
                vec![K::Window, K::Exposure, K::Basis],
            ),
        ] {
            assert_eq!(kinds(&lines, 0), expected, "{lines:?}");
        }
    }

    /// At and beside the setting: 500 ng/mL of EtG, 100 of EtS.
    #[test]
    fn low_alcohol_is_below_the_setting_and_nothing_else_is_there() {
        for (lines, expected) in [
            (vec![found("etg", Reading::Detected, Some(4_999))], true),
            (vec![found("etg", Reading::Detected, Some(5_000))], false),
            (vec![found("ets", Reading::Detected, Some(999))], true),
            (vec![found("ets", Reading::Detected, Some(1_000))], false),
            (vec![found("etg", Reading::Detected, None)], false),
            (vec![found("etg", Reading::Detected, Some(3_000)), found("ets", Reading::Detected, Some(900))], true),
            (vec![found("etg", Reading::Detected, Some(3_000)), found("amp", Reading::Detected, Some(10))], false),
            (vec![found("etg", Reading::NotDetected, None)], false),
        ] {
            assert_eq!(only_low_alcohol(&whole(&lines), &lines, &MARKS), expected, "{lines:?}");
        }
    }

    /// At and beside 20 and 200 ng/mL.
    #[test]
    fn peth_has_three_bands() {
        for (tenths, expected) in [
            (0, "PEth under 20 ng/mL"),
            (199, "PEth under 20 ng/mL"),
            (200, "PEth of 20 to under 200 ng/mL"),
            (1_999, "PEth of 20 to under 200 ng/mL"),
            (2_000, "PEth of 200 ng/mL or more"),
        ] {
            let lines = [found(PETH, Reading::Detected, Some(tenths))];
            let said = remarks(&whole(&lines), &lines, &[], 0, &MARKS);
            assert!(said.iter().any(|remark| remark.words.starts_with(expected)), "{tenths}: {said:?}");
        }
    }

    #[test]
    fn dilution_is_said_from_the_setting_on() {
        for (streak, expected) in [(0, false), (1, false), (2, true), (5, true)] {
            assert_eq!(kinds(&[], streak).contains(&K::Dilution), expected, "{streak}");
        }
    }

    #[test]
    fn what_a_panel_does_not_look_for_says_nothing() {
        let said = remarks(&whole(&[]), &[], &["Naltrexone"], 0, &MARKS);
        assert_eq!(said.len(), 1);
        assert!(said[0].words.contains("Naltrexone"));
        let lines = [line("benzo", Some(Reading::NotDetected), true, false)];
        assert_eq!(kinds(&lines, 0), [K::Limit]);
        let lines = [line("bup", Some(Reading::NotDetected), true, true)];
        assert_eq!(kinds(&lines, 0), [K::Critical]);
    }
}
