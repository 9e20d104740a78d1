//! What corrections changed: each with its person, its time and its reason, and what stood there before. The earlier versions
//! of the rows say it; nothing is kept twice.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use rusqlite::{Connection, named_params};
use serde::Serialize;
use serde_json::{Map, Value};
use ts_rs::TS;
use uuid::Uuid;

use super::ipc::OneTest;
use super::{DrugTestId, DrugTestResultId, Phase, queries, store};
use crate::exit::paper::{moment, short_day, spoken_first};
use crate::kernel::history::{self, Kept, Table};
use crate::kernel::time::Zone;
use crate::kernel::{Info, Moment, Result, RowId as _, Verb, View};
use crate::panel::{self, Names};

/// One correction.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "TestCorrection")]
pub struct Correction {
    pub at: Moment,
    pub by: String,
    pub because: String,
    pub changes: Vec<Changed>,
}

/// One thing that a correction changed. An empty text was not recorded.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, TS)]
#[ts(rename = "TestChange")]
pub struct Changed {
    pub what: String,
    pub before: String,
    pub after: String,
}

/// How a stored value reads.
#[derive(Copy, Clone, Debug)]
enum Kind {
    Text,
    Word,
    Day,
    Instant,
    Person,
    YesNo,
    /// A whole number of small units: decimals, unit.
    Number(usize, &'static str),
}

use Kind as K;

/// What a test records of its collection: column, words, kind.
const OF_TEST: &[(&str, &str, Kind)] = &[
    ("outcome", "What happened", K::Word),
    ("on_date", "Day of collection", K::Day),
    ("collected_at", "Collected", K::Instant),
    ("collector", "Collected by", K::Person),
    ("observed", "Directly observed", K::YesNo),
    ("observer", "Observed by", K::Person),
    ("seal", "Seal", K::Text),
    ("lot", "Cup lot", K::Text),
    ("noted", "The client said", K::Text),
    ("temperature_tenths_f", "Temperature", K::Number(1, " °F")),
    ("temperature_minutes", "Temperature read after", K::Number(0, " min")),
    ("volume_ml", "Volume", K::Number(0, " mL")),
    ("creatinine_tenths", "Creatinine", K::Number(1, " mg/dL")),
    ("gravity_ten_thousandths", "Specific gravity", K::Number(4, "")),
    ("ph_tenths", "pH", K::Number(1, "")),
    ("nitrite", "Nitrite", K::Number(0, " mcg/mL")),
    ("oxidant", "Oxidant", K::YesNo),
];

/// What stands beside the measures.
const OF_COLLECTION: &[(&str, &str, Kind)] = &[
    ("identified_by", "Identified by", K::Word),
    ("identified_words", "Identified how", K::Text),
    ("medications_read", "Medications read back", K::YesNo),
    ("reader", "Cup read by", K::Person),
    ("container", "Container number", K::Text),
    ("split", "Split specimen", K::YesNo),
    ("split_container", "Second container", K::Text),
    ("donor_initials", "Client's initials", K::Text),
    ("cup_expires_on", "Cup good until", K::Day),
    ("expired_because", "Why an expired cup", K::Text),
    ("observer_wish", "The client would rather have", K::Text),
    ("observer_as_wished", "Observer as wished", K::YesNo),
    ("observer_because", "Why another observer", K::Text),
    ("mouth_checked", "The mouth was looked at", K::YesNo),
    ("mouth_minutes", "Without food or drink for", K::Number(0, " min")),
    ("taken_from", "Taken from", K::Text),
    ("length_mm", "Length", K::Number(0, " mm")),
    ("spots", "Spots on the card", K::Number(0, "")),
    ("breath_first", "First reading", K::Number(3, " g/210 L")),
    ("breath_second", "Second reading", K::Number(3, " g/210 L")),
    ("breath_minutes", "Second reading after", K::Number(0, " min")),
    ("breath_device", "Instrument", K::Text),
];

/// What a value is read with.
struct Reader {
    zone: Zone,
    people: HashMap<Uuid, String>,
}

impl Reader {
    fn words(&self, kind: Kind, value: Option<&Value>) -> String {
        let text = value.and_then(Value::as_str).unwrap_or_default();
        let number = value.and_then(Value::as_i64);
        match kind {
            K::Text => text.to_owned(),
            K::Word if text == "photo_id" => "Photo identification".into(),
            K::Word => spoken_first(text),
            K::Day => text.parse::<NaiveDate>().map(short_day).unwrap_or_default(),
            K::Instant => number.map(|at| moment(self.zone, Moment(at))).unwrap_or_default(),
            K::Person => {
                let name = Uuid::parse_str(text).ok().and_then(|id| self.people.get(&id));
                name.cloned().unwrap_or_default()
            }
            K::YesNo => number.map(|yes| if yes == 1 { "yes" } else { "no" }).unwrap_or_default().to_owned(),
            K::Number(decimals, unit) => number.map(|value| decimal(value, decimals) + unit).unwrap_or_default(),
        }
    }

    fn between(
        &self,
        fields: &[(&str, &str, Kind)],
        before: &Map<String, Value>,
        after: &Map<String, Value>,
    ) -> Vec<Changed> {
        let one = |(column, what, kind): &(&str, &str, Kind)| {
            let words = |body: &Map<String, Value>| self.words(*kind, body.get(*column));
            let (before, after) = (words(before), words(after));
            (before != after).then(|| Changed { what: (*what).into(), before, after })
        };
        fields.iter().filter_map(one).collect()
    }
}

/// 10142 with four decimals is "1.0142".
fn decimal(value: i64, decimals: usize) -> String {
    if decimals == 0 {
        return value.to_string();
    }
    let digits = format!("{value:0>width$}", width = decimals + 1);
    let (whole, fraction) = digits.split_at(digits.len() - decimals);
    format!("{whole}.{fraction}")
}

/// The corrections of a test, the latest first.
pub(super) fn corrections(view: &View<'_>, request: OneTest) -> Result<Vec<Correction>> {
    let test = store::test(view.sql, request.id)?;
    view.reach(Info::DrugTests, Verb::Read, test.client).map_err(queries::hidden)?;
    let reader = Reader { zone: view.zone(), people: people(view.sql)? };
    let mut found: BTreeMap<i64, Correction> = BTreeMap::new();
    let of_test = history::timeline(view.sql, Table::DrugTest, test.id.uuid())?;
    for (before, after) in pairs(&of_test) {
        // What is written the first time corrects nothing.
        let had = |name: &str| before.body.get(name).is_some_and(|value| !value.is_null());
        if had("collected_at") || had("outcome") {
            add(&mut found, after, reader.between(OF_TEST, &before.body, &after.body));
        }
    }
    if let Some(id) = collection_of(view.sql, test.id)? {
        let kept = history::timeline(view.sql, Table::Collection, id)?;
        if let Some(first) = kept.first().filter(|first| corrected_at(&of_test, first.at)) {
            add(&mut found, first, reader.between(OF_COLLECTION, &Map::new(), &first.body));
        }
        for (before, after) in pairs(&kept) {
            add(&mut found, after, reader.between(OF_COLLECTION, &before.body, &after.body));
        }
    }
    let names = panel::names(view.sql)?;
    for id in reread(view.sql, test.id)? {
        let kept = history::timeline(view.sql, Table::DrugTestResult, id.uuid())?;
        for (before, after) in pairs(&kept) {
            add(&mut found, after, screen_change(&names, before, after));
        }
    }
    for version in &of_test {
        if let Some(correction) = found.get_mut(&version.at.0) {
            correction.because = text(version, "corrected_because");
        }
    }
    Ok(found.into_values().rev().collect())
}

fn pairs(kept: &[Kept]) -> impl Iterator<Item = (&Kept, &Kept)> {
    kept.iter().zip(kept.iter().skip(1))
}

/// Whether the version of an instant changed a collection that was there, and did not write it for the first time.
fn corrected_at(of_test: &[Kept], at: Moment) -> bool {
    let before = of_test.iter().take_while(|version| version.at < at).last();
    before.is_some_and(|before| before.body.get("collected_at").is_some_and(|value| !value.is_null()))
}

fn add(found: &mut BTreeMap<i64, Correction>, after: &Kept, changes: Vec<Changed>) {
    if changes.is_empty() {
        return;
    }
    let empty = || Correction { at: after.at, by: after.by.clone(), because: String::new(), changes: Vec::new() };
    found.entry(after.at.0).or_insert_with(empty).changes.extend(changes);
}

fn text(version: &Kept, name: &str) -> String {
    version.body.get(name).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn screen_change(names: &Names, before: &Kept, after: &Kept) -> Vec<Changed> {
    let (then, now) = (text(before, "result"), text(after, "result"));
    if then == now {
        return Vec::new();
    }
    let what = format!("{}, screen (presumptive)", names.analyte(&text(after, "analyte")));
    vec![Changed { what, before: spoken_first(&then), after: spoken_first(&now) }]
}

fn collection_of(sql: &Connection, test: DrugTestId) -> Result<Option<Uuid>> {
    let mut statement = sql.prepare_cached("select id from collection where drug_test = :test")?;
    let mut rows = statement.query_map(named_params! { ":test": test }, |row| row.get::<_, [u8; 16]>(0))?;
    Ok(rows.next().transpose()?.map(Uuid::from_bytes))
}

/// The lines of the screen that say something else than at first.
fn reread(sql: &Connection, test: DrugTestId) -> Result<Vec<DrugTestResultId>> {
    let mut statement = sql.prepare_cached(
        "select id from drug_test_result where drug_test = :test and phase = :phase and rev > 1 order by id",
    )?;
    let rows = statement.query_map(named_params! { ":test": test, ":phase": Phase::Screen }, |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Everybody's name; a practice has a few dozen people.
fn people(sql: &Connection) -> Result<HashMap<Uuid, String>> {
    let mut statement = sql.prepare_cached("select id, given_name || ' ' || family_name from staff")?;
    let rows = statement.query_map([], |row| Ok((Uuid::from_bytes(row.get(0)?), row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_units_read_as_decimals() {
        for (value, decimals, expected) in [
            (10_142, 4, "1.0142"),
            (10_030, 4, "1.0030"),
            (5, 1, "0.5"),
            (620, 1, "62.0"),
            (24, 3, "0.024"),
            (45, 0, "45"),
        ] {
            assert_eq!(decimal(value, decimals), expected);
        }
    }
}
