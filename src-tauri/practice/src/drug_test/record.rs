//! A test as it is stored, and the steps that change it.

use chrono::NaiveDate;

use super::details::Details;
use super::meaning::Medication;
use super::rules::{self, DrugTestRefusal, TestClass, class};
use super::validity::{Limits, Measures, Validity, judge};
use super::{
    DrugTestId, Interpretation, LaboratoryResult, Method, Outcome, ReviewResult, Specimen, TestReason, TestState,
};
use crate::client::ClientId;
use crate::kernel::Moment;
use crate::kernel::actor::StaffId;

/// Who said something, and when.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(super) struct Said {
    pub by: StaffId,
    pub at: Moment,
}

/// One of the three facts: laboratory, review, interpretation.
#[derive(Clone, Debug)]
pub(super) struct Fact<R> {
    pub result: R,
    pub words: String,
    /// Absent for what came with an import.
    pub said: Option<Said>,
}

/// How the specimen was taken.
#[derive(Clone, Debug, Default)]
pub(super) struct Collection {
    pub at: Option<Moment>,
    pub collector: Option<StaffId>,
    pub observed: Option<bool>,
    pub observer: Option<StaffId>,
    pub seal: String,
    pub lot: String,
    pub noted: String,
}

/// A test, as stored.
#[derive(Clone, Debug)]
pub(super) struct Test {
    pub id: DrugTestId,
    pub number: i64,
    pub client: ClientId,
    pub reason: TestReason,
    pub state: TestState,
    pub outcome: Option<Outcome>,
    pub outcome_reason: String,
    /// Which definition of a refusal holds.
    pub ground: String,
    /// What comes next for somebody who was unable.
    pub next_step: String,
    pub method: Method,
    pub specimen: Specimen,
    pub panel: String,
    pub panel_version: String,
    pub ordered_at: Moment,
    pub on_date: NaiveDate,
    pub collection: Collection,
    pub measures: Measures,
    pub validity: Option<Validity>,
    pub validity_words: String,
    pub medications: Vec<Medication>,
    pub screened: Option<Said>,
    pub laboratory: Option<Fact<LaboratoryResult>>,
    pub review: Option<Fact<ReviewResult>>,
    pub interpretation: Option<Fact<Interpretation>>,
    pub corrected_because: String,
    pub imported: bool,
    pub voided_at: Option<Moment>,
    pub void_reason: Option<String>,
    pub rev: i64,
}

impl Test {
    /// The one word for where it stands.
    pub fn class(&self) -> TestClass {
        class(self.state, self.outcome, self.interpretation.as_ref().map(|fact| fact.result))
    }

    /// Whether a step may follow now.
    pub fn may(&self, step: rules::Step) -> Result<(), DrugTestRefusal> {
        if self.voided_at.is_some() {
            return Err(DrugTestRefusal::Voided);
        }
        rules::may(step, self.state, self.laboratory.as_ref().map(|fact| fact.result), self.screened.is_some())
    }

    /// The specimen is there, with everything measured on it and the medications of the day.
    pub fn collected(&mut self, taken: Taken, limits: &Limits) {
        self.on_date = taken.on;
        self.collection = taken.collection;
        self.measures = taken.measures;
        self.medications = taken.medications;
        self.judged(limits);
        if self.state == TestState::Ordered {
            self.state = TestState::Collected;
        }
    }

    /// Judges the specimen anew.
    pub fn judged(&mut self, limits: &Limits) {
        let verdict = judge(self.specimen, &self.measures, limits);
        self.validity = Some(verdict.validity);
        self.validity_words = verdict.words(limits);
    }

    /// Opens a final test again: what it was taken to mean rested on what is now corrected.
    pub fn reopened(&mut self) {
        self.interpretation = None;
        self.state = match (self.laboratory.is_some(), self.screened.is_some(), self.state) {
            (_, _, TestState::NotCollected | TestState::Ordered) => self.state,
            (true, _, _) => TestState::Confirmed,
            (false, true, _) => TestState::Screened,
            (false, false, _) => TestState::Collected,
        };
    }
}

/// What a collection brings.
pub(super) struct Taken {
    pub on: NaiveDate,
    pub collection: Collection,
    pub measures: Measures,
    pub medications: Vec<Medication>,
    /// None keeps what was recorded before.
    pub details: Option<Details>,
}

#[cfg(test)]
impl Test {
    /// A urine test that was collected.
    pub fn sample(on: NaiveDate) -> Self {
        Self {
            id: DrugTestId(uuid::Uuid::nil()),
            number: 1,
            client: ClientId(uuid::Uuid::nil()),
            reason: TestReason::Random,
            state: TestState::Collected,
            outcome: None,
            outcome_reason: String::new(),
            ground: String::new(),
            next_step: String::new(),
            method: Method::Laboratory,
            specimen: Specimen::Urine,
            panel: "five".into(),
            panel_version: "1".into(),
            ordered_at: Moment(0),
            on_date: on,
            collection: Collection::default(),
            measures: Measures::default(),
            validity: None,
            validity_words: String::new(),
            medications: Vec::new(),
            screened: None,
            laboratory: None,
            review: None,
            interpretation: None,
            corrected_because: String::new(),
            imported: false,
            voided_at: None,
            void_reason: None,
            rev: 1,
        }
    }
}
