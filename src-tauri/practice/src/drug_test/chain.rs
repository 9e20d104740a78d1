//! The chain of a specimen as it is read: the hands in the order of time, what a correction replaced, what was taken back, and
//! a gap as what it is.

use chrono::NaiveDate;
use rusqlite::{Connection, Row, named_params};
use serde_json::{Map, Value};

use super::DrugTestId;
use super::hand_off::{HandOffBefore, HandOffLine, HandOffPurpose, HandOffSaid};
use crate::kernel::history::{self, Table};
use crate::kernel::{Moment, Result, RowId as _};
use crate::practice::policy;

/// The hand-offs of a specimen: those that stand, and those that were taken back.
#[derive(Debug, Default)]
pub(super) struct Chain {
    pub standing: Vec<HandOffLine>,
    pub taken_back: Vec<HandOffLine>,
}

/// The chain of a specimen, in the order of time.
pub(super) fn of(sql: &Connection, test: DrugTestId) -> Result<Chain> {
    let mut statement = sql.prepare_cached(
        "select hand_off.id, hand_off.purpose, hand_off.from_whom, hand_off.to_whom, hand_off.happened_at,
                hand_off.seal_whole, hand_off.noted, hand_off.because, hand_off.void_reason, hand_off.rev,
                hand_off.voided_at is not null as voided,
                coalesce(staff.given_name || ' ' || staff.family_name, '') as by_name
         from hand_off
         left join staff on staff.id = hand_off.by_staff
         where hand_off.drug_test = :test
         order by hand_off.happened_at, hand_off.id",
    )?;
    let rows = statement.query_map(named_params! { ":test": test }, |row| Ok((row.get("voided")?, line_of(row)?)))?;
    let mut chain = Chain::default();
    for row in rows {
        let (voided, mut line): (bool, HandOffLine) = row?;
        // Few are ever corrected; only those have earlier versions to look for.
        if line.rev > 1 {
            line.earlier = earlier(sql, &line)?;
        }
        if voided { chain.taken_back.push(line) } else { chain.standing.push(line) }
    }
    Ok(chain)
}

fn line_of(row: &Row<'_>) -> rusqlite::Result<HandOffLine> {
    Ok(HandOffLine {
        id: row.get("id")?,
        said: HandOffSaid {
            purpose: row.get("purpose")?,
            from: row.get("from_whom")?,
            to: row.get("to_whom")?,
            at: row.get("happened_at")?,
            seal_whole: row.get("seal_whole")?,
            noted: row.get("noted")?,
        },
        by: row.get("by_name")?,
        because: row.get("because")?,
        earlier: Vec::new(),
        void_reason: row.get("void_reason")?,
        rev: row.get("rev")?,
    })
}

/// What stood in the place of a line before; a version that says the same, such as the one before it was taken back, is none.
fn earlier(sql: &Connection, line: &HandOffLine) -> Result<Vec<HandOffBefore>> {
    let kept = history::timeline(sql, Table::HandOff, line.id.uuid())?;
    let said = kept.into_iter().filter_map(|version| {
        Some(HandOffBefore { said: said_in(&version.body)?, by: version.by, entered_at: version.at })
    });
    let mut before: Vec<HandOffBefore> = said.collect();
    before.dedup_by(|later, earlier| later.said == earlier.said);
    before.pop();
    Ok(before)
}

fn said_in(body: &Map<String, Value>) -> Option<HandOffSaid> {
    let text = |name: &str| body.get(name).and_then(Value::as_str).map(str::to_owned);
    Some(HandOffSaid {
        purpose: HandOffPurpose::from_word(&text("purpose")?)?,
        from: text("from_whom")?,
        to: text("to_whom")?,
        at: Moment(body.get("happened_at")?.as_i64()?),
        seal_whole: body.get("seal_whole").and_then(Value::as_i64).map(|whole| whole == 1),
        noted: text("noted")?,
    })
}

/// Where the chain is broken, a finished sentence each.
pub(super) fn gaps_of(sql: &Connection, on: NaiveDate, chain: &[HandOffLine]) -> Result<Vec<String>> {
    Ok(gaps(chain, policy::whole_on(sql, policy::CUSTODY_HOURS, on)?))
}

const HOUR_MS: i64 = 3_600_000;

fn gaps(chain: &[HandOffLine], hours: i64) -> Vec<String> {
    let mut found = Vec::new();
    for pair in chain.windows(2) {
        let [before, after] = pair else { continue };
        if !same(&before.said.to, &after.said.from) {
            found.push(format!(
                "{} had the specimen, and {} handed it on. Nothing says how it came there.",
                before.said.to, after.said.from
            ));
        }
        let passed = (after.said.at.0 - before.said.at.0).div_euclid(HOUR_MS);
        if passed >= hours {
            found.push(format!("{passed} hours lie between {} and {}.", before.said.to, after.said.to));
        }
    }
    let broken = chain.iter().filter(|line| line.said.seal_whole == Some(false));
    found.extend(broken.map(|line| format!("The seal was not whole when {} took the specimen.", line.said.to)));
    found
}

/// Names are the same whatever their case and blanks.
fn same(a: &str, b: &str) -> bool {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    plain(a) == plain(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(from: &str, to: &str, hour: i64, seal_whole: Option<bool>) -> HandOffLine {
        HandOffLine {
            id: super::super::hand_off::HandOffId(uuid::Uuid::nil()),
            said: HandOffSaid {
                purpose: HandOffPurpose::Released,
                from: from.into(),
                to: to.into(),
                at: Moment(hour * HOUR_MS),
                seal_whole,
                noted: String::new(),
            },
            by: String::new(),
            because: String::new(),
            earlier: Vec::new(),
            void_reason: String::new(),
            rev: 1,
        }
    }

    #[test]
    fn a_gap_is_shown_as_what_it_is() {
        let whole = [
            line("Rosalind", "Bram Oyelaran", 0, Some(true)),
            line("bram  oyelaran", "Courier", 2, None),
            line("Courier", "Northgate", 26, Some(true)),
        ];
        assert_eq!(gaps(&whole, 25), Vec::<String>::new());
        assert_eq!(gaps(&whole, 24), ["24 hours lie between Courier and Northgate."]);
        let lost = [line("Rosalind", "Bram", 0, None), line("Courier", "Northgate", 1, Some(false))];
        assert_eq!(
            gaps(&lost, 48),
            [
                "Bram had the specimen, and Courier handed it on. Nothing says how it came there.",
                "The seal was not whole when Northgate took the specimen.",
            ]
        );
        assert_eq!(gaps(&[], 48), Vec::<String>::new());
    }
}
