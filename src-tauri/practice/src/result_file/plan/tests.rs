//! A file with lines dropped, garbled and doubled never makes "not detected" of what it does not say.
#![allow(clippy::unwrap_used)]

#[cfg(test)]
use proptest::prelude::*;

use super::super::mapping::{DateStyle, MappedColumn, MappedWord, ResultColumn};
use super::super::reading::{Sheet, lines};
use super::*;
use crate::panel::Specimen;

const KEYS: [&str; 5] = ["thca", "bze", "mor", "amp", "etg"];

fn panel() -> Panel {
    let analytes = KEYS.iter().map(|key| Analyte {
        key: (*key).into(),
        name: format!("Substance {key}"),
        drug_class: String::new(),
        initial: Some(50_000),
        confirm: Some(15_000),
        unit: "ng/mL".into(),
        detection: String::new(),
        note: String::new(),
        source: String::new(),
        verified: false,
    });
    Panel {
        key: "five".into(),
        name: "Five".into(),
        specimen: Specimen::Urine,
        laboratory: String::new(),
        number: 1,
        effective_on: None,
        source: String::new(),
        note: String::new(),
        verified: false,
        analytes: analytes.collect(),
    }
}

fn mapping() -> Mapping {
    let column = |column, head: &str| MappedColumn { column, head: head.into() };
    let word = |kind, word: &str, means: &str| MappedWord { kind, word: word.into(), means: means.into() };
    Mapping {
        columns: vec![
            column(ResultColumn::Specimen, "specimen"),
            column(ResultColumn::Analyte, "test"),
            column(ResultColumn::Phase, "phase"),
            column(ResultColumn::Result, "result"),
            column(ResultColumn::Quantity, "value"),
            column(ResultColumn::Unit, "unit"),
            column(ResultColumn::Overall, "overall"),
            column(ResultColumn::Creatinine, "creatinine"),
            column(ResultColumn::Gravity, "sg"),
            column(ResultColumn::CollectedOn, "collected"),
        ],
        words: vec![
            word(WordKind::Result, "NEG", "not_detected"),
            word(WordKind::Result, "POS", "detected"),
            word(WordKind::Result, "PEND", "pending"),
            word(WordKind::Result, "INV", "invalid"),
            word(WordKind::Phase, "S", "screen"),
            word(WordKind::Phase, "C", "confirmation"),
            word(WordKind::Overall, "Negative", "negative"),
            word(WordKind::Overall, "Positive", "positive"),
            word(WordKind::Oxidant, "Pass", "not_found"),
            word(WordKind::Oxidant, "Fail", "found"),
            word(WordKind::Analyte, "Marijuana metabolite", "thca"),
            word(WordKind::Analyte, "Fentanyl", "fent"),
        ],
        dates: DateStyle::YearFirst,
        phase: Phase::Confirmation,
    }
}

const HEAD: &str = "specimen,test,phase,result,value,unit,overall,creatinine,sg,collected";

fn planned(rows: &[String]) -> Plan {
    planned_by(&mapping(), HEAD, rows)
}

/// With columns for an oxidant and for the cut-off behind the others.
fn wider(rows: &[String]) -> Plan {
    let mut mapping = mapping();
    for (column, head) in [(ResultColumn::Oxidant, "oxidant"), (ResultColumn::Cutoff, "cutoff")] {
        mapping.columns.push(MappedColumn { column, head: head.into() });
    }
    planned_by(&mapping, &format!("{HEAD},oxidant,cutoff"), rows)
}

fn planned_by(mapping: &Mapping, head: &str, rows: &[String]) -> Plan {
    let text = format!("{head}\n{}\n", rows.join("\n"));
    let sheet = Sheet::read(text.as_bytes()).unwrap();
    let read = lines(&sheet, mapping).unwrap();
    let found = HashMap::from([
        ("s-26-0001".to_owned(), Found::One(Box::new(Candidate::sample("S-26-0001", panel())))),
        ("s-26-0002".to_owned(), Found::Several),
    ]);
    plan(&read, mapping, &found)
}

fn row(analyte: &str, phase: &str, result: &str) -> String {
    format!("S-26-0001,{analyte},{phase},{result},,,,,,")
}

/// Every substance with a screen that is not detected.
fn clear() -> Vec<String> {
    KEYS.iter().map(|key| row(key, "S", "NEG")).collect()
}

fn whys(plan: &Plan) -> Vec<Option<Why>> {
    plan.lines.iter().map(|line| line.why).collect()
}

#[test]
fn a_whole_file_is_negative_and_one_line_less_is_pending() {
    let plan = planned(&clear());
    assert_eq!(plan.tests[0].incoming.result, Some(LaboratoryResult::Negative));
    assert_eq!(plan.tests[0].pending, Vec::<String>::new());
    let fewer = planned(&clear()[1..]);
    assert_eq!(fewer.tests[0].incoming.result, None);
    assert_eq!(fewer.tests[0].pending, ["Substance thca"]);
    let pending = &fewer.tests[0].incoming.confirmations;
    assert_eq!(
        pending.iter().map(|read| (read.analyte.as_str(), read.result)).collect::<Vec<_>>(),
        [("thca", Reading::Pending)]
    );
}

#[test]
fn a_detected_screen_waits_for_its_confirmation() {
    let mut rows = clear();
    rows[2] = row("mor", "S", "POS");
    let plan = planned(&rows);
    assert_eq!(
        (plan.tests[0].incoming.result, plan.tests[0].pending.as_slice()),
        (None, ["Substance mor".to_owned()].as_slice())
    );
    rows.push("S-26-0001,mor,C,POS,312.5,ng/mL,,,,".into());
    let plan = planned(&rows);
    assert_eq!(plan.tests[0].incoming.result, Some(LaboratoryResult::Positive));
    let read = plan.tests[0].incoming.confirmations[0].clone();
    assert_eq!((read.quantity_tenths, read.reported.as_str()), (Some(3_125), "312.5"));
}

#[test]
fn dilution_and_the_laboratorys_own_word_stand_beside_the_lines() {
    let with = |overall: &str, creatinine: &str, gravity: &str| -> Plan {
        let rows: Vec<String> =
            KEYS.iter().map(|key| format!("S-26-0001,{key},S,NEG,,,{overall},{creatinine},{gravity},")).collect();
        planned(&rows)
    };
    for (creatinine, gravity, expected) in [
        ("15", "1.0020", Some(LaboratoryResult::NegativeDilute)),
        ("20", "1.0020", Some(LaboratoryResult::Negative)),
        ("19.9", "1.0029", Some(LaboratoryResult::NegativeDilute)),
        ("19.9", "1.0030", Some(LaboratoryResult::Negative)),
        // Without specific gravity nobody can say whether it is dilute.
        ("15", "", None),
        ("1.5", "1.0005", None),
    ] {
        assert_eq!(with("", creatinine, gravity).tests[0].incoming.result, expected, "{creatinine} {gravity}");
    }
    assert_eq!(with("Negative", "15", "").tests[0].incoming.result, Some(LaboratoryResult::Negative));
    assert_eq!(whys(&with("Positive", "", "")), vec![Some(Why::Contradicts); 5]);
    let mut rows: Vec<String> = KEYS.iter().map(|key| format!("S-26-0001,{key},S,NEG,,,Negative,,,")).collect();
    rows.pop();
    let plan = planned(&rows);
    assert_eq!(
        (plan.tests.len(), whys(&plan)),
        (0, vec![Some(Why::Contradicts); 4]),
        "a missing line is never negative"
    );
}

#[test]
fn what_cannot_be_read_says_why_and_takes_its_specimen_with_it() {
    for (bad, why) in [
        ("S-26-0001,ketamine,S,NEG,,,,,,", Why::UnknownAnalyte),
        ("S-26-0001,,S,NEG,,,,,,", Why::UnknownAnalyte),
        ("S-26-0001,Fentanyl,S,NEG,,,,,,", Why::NotOrdered),
        ("S-26-0001,mor,C,maybe,,,,,,", Why::UnknownResult),
        ("S-26-0001,mor,C,,,,,,,", Why::UnknownResult),
        ("S-26-0001,mor,X,NEG,,,,,,", Why::UnknownPhase),
        ("S-26-0001,mor,C,POS,lots,ng/mL,,,,", Why::Quantity),
        ("S-26-0001,mor,C,POS,12,,,,,", Why::UnitMissing),
        ("S-26-0001,mor,C,POS,12,pg/mg,,,,", Why::OtherUnit),
        ("S-26-0001,mor,C,NEG,,,,low,,", Why::Measure),
        ("S-26-0001,mor,C,NEG,,,,,,11/24/2026", Why::Date),
        ("S-26-0001,mor,C,NEG,,,,,,2026-11-23", Why::OtherDay),
        ("S-26-0001,mor,C,NEG,,,Fine,,,", Why::UnknownOverall),
        ("S-26-0001,mor,S,NEG,,,,,,", Why::Twice),
        ("S-26-0001,mor,C,NEG", Why::Width),
    ] {
        let mut rows = clear();
        rows.push(bad.into());
        let plan = planned(&rows);
        assert_eq!(plan.tests.len(), 0, "{bad}");
        assert_eq!(plan.lines.last().and_then(|line| line.why), Some(why), "{bad}");
        assert!(whys(&plan).iter().take(5).all(|of| *of == Some(Why::WithOthers)), "{bad}: {:?}", whys(&plan));
    }
    for (bad, why) in [
        (",mor,S,NEG,,,,,,", Why::NoSpecimen),
        ("S-26-0009,mor,S,NEG,,,,,,", Why::SpecimenNotFound),
        ("S-26-0002,mor,S,NEG,,,,,,", Why::TwoTests),
    ] {
        let mut rows = clear();
        rows.push(bad.into());
        let plan = planned(&rows);
        assert_eq!((plan.tests.len(), plan.refused()), (1, 1), "another specimen is taken");
        assert_eq!(plan.lines.last().and_then(|line| line.why), Some(why), "{bad}");
    }
    let mut differing = clear();
    differing.push("S-26-0001,mor,C,NEG,,,,62,,".into());
    differing.push("S-26-0001,amp,C,NEG,,,,15,,".into());
    assert_eq!(whys(&planned(&differing)), vec![Some(Why::LinesDiffer); 7]);
}

#[test]
fn a_cutoff_that_is_not_the_panels_is_said_and_kept() {
    let with = |cutoff: &str| -> Plan {
        let rows: Vec<String> = KEYS.iter().map(|key| format!("S-26-0001,{key},S,NEG,,,,,,,,{cutoff}")).collect();
        wider(&rows)
    };
    for (cutoff, note, kept) in [
        ("", "", ""),
        ("50", "", "50 ng/mL"),
        ("50 ug/L", "", "50 ng/mL"),
        ("20 ng/mL", "Cut-off 20 ng/mL; the panel says 50 ng/mL.", "20 ng/mL"),
        ("0.5", "Cut-off 0.5 ng/mL; the panel says 50 ng/mL.", "0.5 ng/mL"),
    ] {
        let plan = with(cutoff);
        assert_eq!((plan.refused(), plan.lines[0].note.as_str()), (0, note), "{cutoff}");
        assert_eq!(plan.tests[0].incoming.screens[0].cutoff, kept, "{cutoff}");
    }
    for cutoff in ["about 50", "50 pg/mg", "-1"] {
        assert_eq!(whys(&with(cutoff)), vec![Some(Why::Cutoff); 5], "{cutoff}");
    }
}

#[test]
fn an_oxidant_is_no_valid_specimen_and_an_unknown_word_for_it_is_refused() {
    let with = |oxidant: &str| -> Plan {
        let rows: Vec<String> =
            KEYS.iter().map(|key| format!("S-26-0001,{key},S,NEG,,,,62,1.0142,,{oxidant},")).collect();
        wider(&rows)
    };
    for (oxidant, measured, expected) in [
        ("", None, Some(LaboratoryResult::Negative)),
        ("pass", Some(false), Some(LaboratoryResult::Negative)),
        // By its measures it is invalid, and the file says no word for the whole: so none is made up.
        ("FAIL", Some(true), None),
    ] {
        let plan = with(oxidant);
        let incoming = &plan.tests[0].incoming;
        assert_eq!((incoming.measures.oxidant, incoming.result), (measured, expected), "{oxidant}");
    }
    assert_eq!(whys(&with("trace")), vec![Some(Why::UnknownOxidant); 5]);
}

#[test]
fn a_test_that_takes_nothing_now_and_one_of_another_system_are_refused() {
    let read =
        lines(&Sheet::read(format!("{HEAD}\n{}\n", row("mor", "S", "NEG")).as_bytes()).unwrap(), &mapping()).unwrap();
    let with = |candidate: Candidate| {
        let found = HashMap::from([("s-26-0001".to_owned(), Found::One(Box::new(candidate)))]);
        whys(&plan(&read, &mapping(), &found))
    };
    let (mut closed, mut foreign) =
        (Candidate::sample("S-26-0001", panel()), Candidate::sample("S-26-0001", panel()));
    (closed.takes, foreign.panel) = (false, None);
    assert_eq!(with(closed), [Some(Why::NotNow)]);
    assert_eq!(with(foreign), [Some(Why::UnknownPanel)]);
}

#[test]
fn a_laboratorys_word_and_the_name_here_are_the_same_substance_whatever_the_unit_is_called() {
    let rows = [
        "S-26-0001,marijuana  METABOLITE,C,POS,44,ug/L,,,,".to_owned(),
        "s-26-0001,substance BZE,C,POS,>1000,NG/ML,,,,".to_owned(),
    ];
    let plan = planned(&rows);
    let read: Vec<(&str, Option<i64>, &str)> = plan.tests[0]
        .incoming
        .confirmations
        .iter()
        .filter(|read| read.result == Reading::Detected)
        .map(|read| (read.analyte.as_str(), read.quantity_tenths, read.reported.as_str()))
        .collect();
    assert_eq!(read, [("thca", Some(440), "44"), ("bze", None, ">1000")]);
}

/// One line of a file: of a substance, perhaps garbled, perhaps not there.
#[derive(Clone, Debug)]
enum Made {
    Whole(usize, &'static str, &'static str),
    Garbled(usize, String),
    Dropped,
}

fn made() -> impl Strategy<Value = Made> {
    let word = prop_oneof![Just("NEG"), Just("POS"), Just("PEND"), Just("INV")];
    prop_oneof![
        4 => (0..KEYS.len(), prop_oneof![Just("S"), Just("C")], word).prop_map(|(key, phase, word)| Made::Whole(key, phase, word)),
        1 => (0..KEYS.len(), "[A-Za-z ]{0,6}").prop_map(|(key, word)| Made::Garbled(key, word)),
        1 => Just(Made::Dropped),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]
    #[test]
    fn nothing_is_not_detected_without_its_line(made in proptest::collection::vec(made(), 1..14)) {
        let rows: Vec<String> = made.iter().filter_map(|made| match made {
            Made::Whole(key, phase, word) => Some(row(KEYS[*key], phase, word)),
            Made::Garbled(key, word) => Some(format!("S-26-0001,{},S,{word}?,,,,,,", KEYS[*key])),
            Made::Dropped => None,
        }).collect();
        prop_assume!(!rows.is_empty());
        let plan = planned(&rows);
        let said = |key: &str| made.iter().any(|made| matches!(made, Made::Whole(of, _, "NEG") if KEYS[*of] == key));
        for planned in &plan.tests {
            let reads = planned.incoming.screens.iter().chain(&planned.incoming.confirmations);
            for read in reads.filter(|read| read.result == Reading::NotDetected) {
                prop_assert!(said(&read.analyte), "{} without its line", read.analyte);
            }
            let negative = matches!(planned.incoming.result, Some(LaboratoryResult::Negative | LaboratoryResult::NegativeDilute));
            prop_assert!(!negative || KEYS.iter().all(|key| said(key)));
            let open = KEYS.iter().filter(|key| !made.iter().any(|made| matches!(made, Made::Whole(of, ..) if KEYS[*of] == **key)));
            for key in open {
                let name = format!("Substance {key}");
                prop_assert!(planned.pending.contains(&name), "{} is not pending", key);
            }
        }
        // A garbled line spoils its specimen.
        let garbled = made.iter().any(|made| matches!(made, Made::Garbled(..)));
        prop_assert!(!garbled || plan.tests.is_empty());
    }
}
