//! The course of a client's tests on paper: what the picture of the chart shows, as rows; and what of it is told outside.
//!
//! What must hold: what rests on a screen alone says "presumptive" within the program, and is told outside as open.

use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;

use super::rules::TestClass;
use super::timeline::{self, TestTimeline, TimelineOf, TimelineSpan, TimelineTest};
use super::validity::Validity;
use crate::client::{self, ClientId};
use crate::exit::paper::{Block, Section, column, section, short_day, spoken, spoken_first};
use crate::exit::{CopyFields, Paper, Printout};
use crate::kernel::{Result, RowId as _, View};
use crate::workstation::Workstation;

/// The request of `drug_test.print_course`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "PrintTestCourse")]
pub struct PrintCourse {
    pub client: ClientId,
    /// Half a year before the last day when absent.
    #[serde(default)]
    #[ts(optional)]
    pub from: Option<NaiveDate>,
    /// Today when absent.
    #[serde(default)]
    #[ts(optional)]
    pub until: Option<NaiveDate>,
    pub copy: CopyFields,
}

/// Prints the course.
///
/// # Errors
/// `not_found` out of reach, `invalid` without a reason; otherwise those of [`crate::exit::leave`].
pub(super) fn print(desk: &Workstation, request: PrintCourse) -> Result<Printout> {
    let leaving = request.copy.leaving()?;
    let (client, from, until) = (request.client, request.from, request.until);
    let content = desk.look(|view| {
        let course = timeline::of_client(view, TimelineOf { client, from, until })?;
        paper(view, client, &course)?.content(view, &leaving)
    })?;
    leaving.print(desk, ("test-course", "Course of tests.pdf"), content, Some(client.uuid()))?;
    Ok(Printout { saved: true })
}

fn paper(view: &View<'_>, client: ClientId, course: &TestTimeline) -> Result<Paper> {
    let mut facts = client::print::subject(view, client)?;
    facts.push(("Period", format!("{} to {}", short_day(course.from), short_day(course.until))));
    let around = vec![
        section("Levels of care", vec![spans(&course.levels, "Level", "No level of care is recorded.")]),
        section("Medications", vec![spans(&course.medications, "Medication", "No medication is recorded.")]),
        section("Pauses of random tests", vec![spans(&course.pauses, "Pause", "There was no pause.")]),
    ];
    Ok(Paper {
        heading: "Course of tests".into(),
        watermark: "",
        facts,
        asides: vec![PRESUMPTIVE.into()],
        sections: std::iter::once(section("Tests and check-ins", vec![events(course)])).chain(around).collect(),
    })
}

const PRESUMPTIVE: &str = "A screen is presumptive: a laboratory has not confirmed it. What was not collected, refused, unable or \
                           excused stands here like any other result.";

/// Tests and missed check-ins in the order of their days, the newest first.
fn events(course: &TestTimeline) -> Block {
    let tests = course.tests.iter().map(|test| {
        let cells = vec![short_day(test.on), test.number.clone(), spoken_first(test.reason.word()), within(test)];
        (test.on, cells)
    });
    let missed = course.missed.iter().map(|missed| {
        let words = if missed.late { "Check-in after the line had closed" } else { "Missed check-in" };
        (missed.on, vec![short_day(missed.on), "–".into(), missed.program_name.clone(), words.into()])
    });
    let mut rows: Vec<(NaiveDate, Vec<String>)> = tests.chain(missed).collect();
    rows.sort_by(|one, other| other.cmp(one));
    Block::Table {
        columns: vec![column("Date", 3), column("Test", 3), column("Reason", 4), column("Result", 9)],
        rows: rows.into_iter().map(|(_, cells)| cells).collect(),
        empty: "No test and no missed check-in in this period.",
    }
}

fn spans(spans: &[TimelineSpan], head: &'static str, empty: &'static str) -> Block {
    let rows = spans.iter().map(|span| {
        let from = span.from.map_or_else(|| "from before".into(), short_day);
        let until = span.until.map_or_else(|| "–".into(), short_day);
        vec![span.words.clone(), from, until]
    });
    let columns = vec![column(head, 8), column("From", 4), column("Until", 4)];
    Block::Table { columns, rows: rows.collect(), empty }
}

/// What a test says within the program.
fn within(test: &TimelineTest) -> String {
    let found = test.detected.join(", ");
    let presumptive = if test.confirmed || found.is_empty() { "" } else { ", presumptive" };
    let words = match test.class {
        TestClass::Ordered => "Due".to_owned(),
        TestClass::NotCollected => "Not collected".into(),
        TestClass::Refused => "Refused".into(),
        TestClass::Unable => "Unable to provide".into(),
        TestClass::Excused => "Excused".into(),
        TestClass::Collected => "Collected, not read yet".into(),
        TestClass::Presumptive if found.is_empty() => "Presumptive: nothing detected".into(),
        TestClass::Presumptive => format!("Presumptive: {found}"),
        TestClass::Confirmed if found.is_empty() => "Laboratory: nothing detected".into(),
        TestClass::Confirmed => format!("Laboratory: {found}"),
        TestClass::Expected | TestClass::Unexpected | TestClass::Inconclusive if found.is_empty() => {
            spoken_first(test.class.word())
        }
        TestClass::Expected | TestClass::Unexpected | TestClass::Inconclusive => {
            format!("{}: {found}{presumptive}", spoken_first(test.class.word()))
        }
    };
    with_validity(words, test.validity)
}

/// What a test says to somebody outside: nothing that no laboratory confirmed.
fn outside(test: &TimelineTest) -> String {
    let found = test.detected.join(", ");
    let words = match test.class {
        TestClass::Ordered => "Ordered".to_owned(),
        TestClass::NotCollected | TestClass::Refused | TestClass::Unable | TestClass::Excused => within(test),
        TestClass::Expected => "As expected".into(),
        TestClass::Unexpected if test.confirmed && !found.is_empty() => format!("Unexpected, confirmed: {found}"),
        TestClass::Unexpected if test.confirmed => "Unexpected, confirmed".into(),
        TestClass::Inconclusive => "Inconclusive".into(),
        TestClass::Confirmed => "Reported by the laboratory, under review".into(),
        TestClass::Collected | TestClass::Presumptive | TestClass::Unexpected => "Collected, result open".into(),
    };
    if test.class == TestClass::Presumptive { words } else { with_validity(words, test.validity) }
}

fn with_validity(words: String, validity: Option<Validity>) -> String {
    match validity {
        None | Some(Validity::Valid | Validity::NotDetermined) => words,
        Some(other) => format!("{words}; specimen {}", spoken(other.word())),
    }
}

/// The results of a span for somebody outside.
///
/// # Errors
/// `not_found` outside the reach.
pub(crate) fn told(view: &View<'_>, client: ClientId, (from, until): (NaiveDate, NaiveDate)) -> Result<Section> {
    let course = timeline::of_client(view, TimelineOf { client, from: Some(from), until: Some(until) })?;
    let rows = course
        .tests
        .iter()
        .map(|test| vec![short_day(test.on), test.number.clone(), spoken_first(test.reason.word()), outside(test)]);
    let table = Block::Table {
        columns: vec![column("Date", 3), column("Test", 3), column("Reason", 4), column("Result", 9)],
        rows: rows.collect(),
        empty: "No test in this period.",
    };
    Ok(section("Drug tests", vec![table, Block::Aside { text: OPEN.into() }]))
}

const OPEN: &str = "A result is told when a laboratory has confirmed it and the program has said what it means; until then it \
                    is open.";

/// The levels of care of a span.
///
/// # Errors
/// `not_found` outside the reach.
pub(crate) fn levels(view: &View<'_>, client: ClientId, (from, until): (NaiveDate, NaiveDate)) -> Result<Section> {
    let course = timeline::of_client(view, TimelineOf { client, from: Some(from), until: Some(until) })?;
    Ok(section("Level of care", vec![spans(&course.levels, "Level", "No level of care is recorded.")]))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::drug_test::{DrugTestId, TestReason};
    use TestClass as C;

    fn test(class: TestClass, detected: &[&str], confirmed: bool) -> TimelineTest {
        TimelineTest {
            id: DrugTestId(uuid::Uuid::nil()),
            number: "S-26-0001".into(),
            on: "2026-11-24".parse().unwrap(),
            class,
            reason: TestReason::Random,
            validity: Some(Validity::Valid),
            detected: detected.iter().map(|one| (*one).to_owned()).collect(),
            confirmed,
        }
    }

    #[test]
    fn what_no_laboratory_confirmed_is_open_outside_and_presumptive_within() {
        for (class, detected, confirmed, inside, told) in [
            (C::Ordered, &[][..], false, "Due", "Ordered"),
            (C::NotCollected, &[], false, "Not collected", "Not collected"),
            (C::Refused, &[], false, "Refused", "Refused"),
            (C::Unable, &[], false, "Unable to provide", "Unable to provide"),
            (C::Excused, &[], false, "Excused", "Excused"),
            (C::Collected, &[], false, "Collected, not read yet", "Collected, result open"),
            (C::Presumptive, &["Opiates"], false, "Presumptive: Opiates", "Collected, result open"),
            (C::Presumptive, &[], false, "Presumptive: nothing detected", "Collected, result open"),
            (C::Confirmed, &["Opiates"], true, "Laboratory: Opiates", "Reported by the laboratory, under review"),
            (C::Confirmed, &[], true, "Laboratory: nothing detected", "Reported by the laboratory, under review"),
            (C::Expected, &[], false, "Expected", "As expected"),
            (C::Expected, &["Opiates"], false, "Expected: Opiates, presumptive", "As expected"),
            (C::Unexpected, &["Opiates"], false, "Unexpected: Opiates, presumptive", "Collected, result open"),
            (C::Unexpected, &["Opiates"], true, "Unexpected: Opiates", "Unexpected, confirmed: Opiates"),
            (C::Unexpected, &[], true, "Unexpected", "Unexpected, confirmed"),
            (C::Inconclusive, &[], true, "Inconclusive", "Inconclusive"),
        ] {
            let one = test(class, detected, confirmed);
            assert_eq!((within(&one).as_str(), outside(&one).as_str()), (inside, told), "{class:?} {detected:?}");
        }
    }

    #[test]
    fn a_specimen_that_is_not_valid_says_so() {
        let dilute = TimelineTest { validity: Some(Validity::Dilute), ..test(C::Expected, &[], true) };
        assert_eq!(outside(&dilute), "As expected; specimen dilute");
        let open = TimelineTest { class: C::Presumptive, confirmed: false, ..dilute };
        assert_eq!(outside(&open), "Collected, result open");
    }
}
