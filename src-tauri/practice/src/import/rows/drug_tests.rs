//! Drug tests: a positive is a screen, so it is detected and presumptive; a refusal is an outcome, not a result; validity
//! was never told, so it is not determined.

use chrono::NaiveDate;

use super::Rows;
use super::clients::fix;
use crate::client::ClientId;
use crate::drug_test::DrugTestId;
use crate::import::known::Kind;
use crate::import::landing::row;
use crate::import::line::Line;
use crate::import::pass::{Pass, Piece};
use crate::import::reason::Reason;
use crate::import::rules::{self, TestWord};
use crate::import::{LandedId, store};
use crate::kernel::actor::StaffId;
use crate::kernel::{Moment, Result, RowId as _};

row! {
    /// A test.
    Test in DrugTest "drug_test"
    {
        client "client": ClientId, reason "reason": &'static str, state "state": &'static str,
        outcome "outcome": Option<&'static str>, method "method": &'static str, specimen "specimen": &'static str,
        ordered_at "ordered_at": Moment, collected_at "collected_at": Option<Moment>, on_date "on_date": NaiveDate,
        collector "collector": Option<StaffId>,
    }
    once {
        number "number": i64, panel "panel": &'static str, panel_version "panel_version": &'static str,
        validity "validity": Option<&'static str>, imported "imported": bool,
    }
}

row! {
    /// What a screen said of one analyte, or of everything it looked for.
    Reading in DrugTestResult "drug_test_result"
    {
        drug_test "drug_test": DrugTestId, analyte "analyte": String, result "result": &'static str,
        voided_at "voided_at": Option<Moment>,
    }
    once { phase "phase": &'static str }
}

/// The analyte of a screen that named none: everything it looked for.
const EVERYTHING: &str = "all";

/// The lines of `drug_tests.csv`.
pub(in crate::import) struct Tests {
    next: i64,
    /// Readings that came in before, by test.
    readings: std::collections::HashMap<Box<str>, Vec<Box<str>>>,
}

impl Rows for Tests {
    const KINDS: &'static [Kind] = &[Kind::DrugTest, Kind::Result];

    fn begin(pass: &Pass<'_, '_, '_>) -> Result<Self> {
        let mut readings = std::collections::HashMap::<Box<str>, Vec<Box<str>>>::new();
        for external in pass.externals(Kind::Result) {
            if let Some((test, _)) = external.rsplit_once('/') {
                readings.entry(test.into()).or_default().push(external.clone());
            }
        }
        Ok(Self { next: store::next_number(pass.door.sql(), "drug_test")?, readings })
    }

    fn line(&mut self, pass: &mut Pass<'_, '_, '_>, line: &mut Line<'_>) -> Result<Vec<Piece>, Reason> {
        let external = line.external("test_id")?;
        let client = line.needed("client_id", "client", &pass.refs.clients)?.id;
        let collector =
            line.reference("collector_id", "person of the staff", &pass.refs.staff)?.map(|staff| staff.id);
        let reason = line.word("reason", rules::TEST_REASONS, rules::test_reason)?;
        let (method, specimen) = line.word("method", rules::METHODS, rules::method)?;
        let word = line.word("result", rules::TEST_WORDS, rules::test_word)?;
        let substances = line.text("substances", 400)?;
        let (at, wall) = line.needed_instant("collected_at")?;
        pass.once("test_id", &external)?;
        let id = DrugTestId::of(pass.id(Kind::DrugTest, &external).uuid());
        let refused = word == TestWord::Refused;
        let test = Test {
            client,
            reason,
            state: match word {
                TestWord::Negative | TestWord::Positive => "screened",
                TestWord::Pending => "collected",
                TestWord::Refused => "not_collected",
            },
            outcome: refused.then_some("refused"),
            method,
            specimen,
            ordered_at: at,
            collected_at: (!refused).then_some(at),
            on_date: wall.date(),
            collector: collector.filter(|_| !refused),
            number: self.next,
            panel: "",
            panel_version: "",
            validity: (!refused).then_some("not_determined"),
            imported: true,
        };
        if pass.known(Kind::DrugTest, &external).is_none() {
            self.next += 1;
        }
        let mut pieces = vec![pass.piece(Kind::DrugTest, &external, Some(test))];
        fix(&mut pieces, Kind::DrugTest, LandedId(id.uuid()));
        self.readings(pass, &external, id, readings_of(word, &substances)?, &mut pieces);
        Ok(pieces)
    }

    fn end(&mut self, pass: &mut Pass<'_, '_, '_>) -> Result<()> {
        store::set_next_number(&mut pass.door, "drug_test", self.next)
    }
}

impl Tests {
    /// Adds the readings of a test, and takes back those that came in before and are not in the file any more.
    fn readings(
        &self,
        pass: &Pass<'_, '_, '_>,
        external: &str,
        drug_test: DrugTestId,
        readings: Vec<(String, &'static str)>,
        pieces: &mut Vec<Piece>,
    ) {
        let mut here = Vec::with_capacity(readings.len());
        for (analyte, result) in readings {
            let name = format!("{external}/{analyte}");
            let row = Reading { drug_test, analyte, result, voided_at: None, phase: "screen" };
            pieces.push(pass.piece(Kind::Result, &name, Some(row)));
            here.push(name);
        }
        let before = self.readings.get(external).into_iter().flatten();
        for gone in before.filter(|name| !here.iter().any(|known| known.as_str() == name.as_ref())) {
            pieces.push(pass.piece(Kind::Result, gone, None::<Reading>));
        }
    }
}

fn readings_of(word: TestWord, substances: &str) -> Result<Vec<(String, &'static str)>, Reason> {
    Ok(match word {
        TestWord::Negative => vec![(EVERYTHING.to_owned(), "not_detected")],
        TestWord::Pending | TestWord::Refused => Vec::new(),
        TestWord::Positive => {
            let mut keys: Vec<String> =
                substances.split('|').map(rules::analyte).filter(|key| !key.is_empty()).collect();
            keys.sort();
            keys.dedup();
            if keys.is_empty() {
                return Err(Reason::Empty("substances"));
            }
            if keys.iter().any(|key| key.len() > 40) {
                return Err(Reason::TooLong("substances", 40));
            }
            keys.into_iter().map(|key| (key, "detected")).collect()
        }
    })
}
