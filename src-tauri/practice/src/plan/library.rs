//! Ready-made objectives: those the program brings along (`assets/plan/objectives.json`), as the practice changed them,
//! and those it wrote itself.

use std::sync::LazyLock;

use rusqlite::{Connection, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::LibraryObjectiveId;
use super::rules::PlanRefusal;
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::router::Nothing;
use crate::kernel::{Check, Result, Tag, View};

/// An objective of the library as a form holds it.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LibraryFields {
    /// "Return to work".
    pub area: String,
    pub words: String,
    /// What the staff does for it.
    pub intervention: String,
    pub frequency: String,
    /// Days from the day on which a plan takes it; absent where somebody chooses the day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub target_days: Option<i64>,
    /// Kept and not offered any more.
    pub retired: bool,
}

/// An objective to take into a plan.
#[derive(Clone, Debug, Serialize, TS)]
pub struct LibraryObjective {
    /// Absent for one of the program that the practice has not changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub id: Option<LibraryObjectiveId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub rev: Option<i64>,
    /// Empty for one that the practice wrote itself.
    pub code: String,
    #[serde(flatten)]
    pub fields: LibraryFields,
}

/// The request of `library.add`: one of the practice's own, or its version of one that the program brings along.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddToLibrary {
    /// The one it takes the place of.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub code: String,
    pub fields: LibraryFields,
}

/// The request of `library.change`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangeLibrary {
    pub id: LibraryObjectiveId,
    pub rev: i64,
    pub fields: LibraryFields,
}

#[derive(Deserialize)]
struct Shipped {
    code: String,
    area: String,
    words: String,
    intervention: String,
    frequency: String,
    target_days: i64,
}

/// Days within which an objective may be meant to be reached.
const TARGET_DAYS: std::ops::RangeInclusive<i64> = 1..=365;

static SHIPPED: LazyLock<Vec<Shipped>> = LazyLock::new(|| {
    let text = include_str!("../../../../assets/plan/objectives.json");
    serde_json::from_str(text).unwrap_or_default()
});

impl LibraryFields {
    fn checked(self, check: &mut Check) -> Self {
        let in_range = self.target_days.is_none_or(|days| TARGET_DAYS.contains(&days));
        check.ensure(in_range, "fields.target_days", "Type a whole number from 1 to 365, or leave it empty.");
        Self {
            area: check.required("fields.area", &self.area, 60, "Say under which heading it is found."),
            words: check.required(
                "fields.words",
                &self.words,
                1_000,
                "Say what the client will do, so that it can be checked.",
            ),
            intervention: check.optional("fields.intervention", &self.intervention, 1_000),
            frequency: check.optional("fields.frequency", &self.frequency, 120),
            target_days: self.target_days,
            retired: self.retired,
        }
    }
}

/// The whole library, by area: in the place of each that the practice changed, its own words.
pub(super) fn list(view: &View<'_>, _: Nothing) -> Result<Vec<LibraryObjective>> {
    let mut own = own(view.sql)?;
    let shipped = SHIPPED.iter().map(|one| {
        let changed = own.iter().position(|row| row.code == one.code).map(|at| own.remove(at));
        changed.unwrap_or_else(|| LibraryObjective {
            id: None,
            rev: None,
            code: one.code.clone(),
            fields: LibraryFields {
                area: one.area.clone(),
                words: one.words.clone(),
                intervention: one.intervention.clone(),
                frequency: one.frequency.clone(),
                target_days: Some(one.target_days),
                retired: false,
            },
        })
    });
    let mut all: Vec<LibraryObjective> = shipped.collect();
    all.append(&mut own);
    Ok(all)
}

fn own(sql: &Connection) -> Result<Vec<LibraryObjective>> {
    let mut statement = sql.prepare_cached(
        "select id, rev, code, area, words, intervention, frequency, target_days, retired
         from library_objective
         order by area, id",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(LibraryObjective {
            id: row.get("id")?,
            rev: row.get("rev")?,
            code: row.get("code")?,
            fields: LibraryFields {
                area: row.get("area")?,
                words: row.get("words")?,
                intervention: row.get("intervention")?,
                frequency: row.get("frequency")?,
                target_days: row.get("target_days")?,
                retired: row.get("retired")?,
            },
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Adds an objective, or puts the practice's words in the place of the program's.
pub(super) fn add(tx: &mut Tx<'_, '_>, request: AddToLibrary) -> Result<Vec<LibraryObjective>> {
    let mut check = Check::new();
    let fields = request.fields.checked(&mut check);
    let known = request.code.is_empty() || SHIPPED.iter().any(|one| one.code == request.code);
    check.ensure(known, "code", "The program brings no such objective along.");
    check.done()?;
    if !request.code.is_empty() && own(tx.sql())?.iter().any(|row| row.code == request.code) {
        return Err(PlanRefusal::InLibrary.into());
    }
    let id: LibraryObjectiveId = tx.id();
    insert(tx, id, &request.code, &fields)?;
    listed(tx, id)
}

/// Changes an objective of the practice's own; plans that took it keep their words.
pub(super) fn change(tx: &mut Tx<'_, '_>, request: ChangeLibrary) -> Result<Vec<LibraryObjective>> {
    let mut check = Check::new();
    let fields = request.fields.checked(&mut check);
    check.done()?;
    tx.revise(Table::LibraryObjective, request.id, request.rev)?;
    update(tx, request.id, &fields)?;
    listed(tx, request.id)
}

fn listed(tx: &mut Tx<'_, '_>, id: LibraryObjectiveId) -> Result<Vec<LibraryObjective>> {
    tx.wrote(Table::LibraryObjective, id, None)?;
    tx.touch(Tag::Plan);
    list(&tx.view(), Nothing {})
}

fn insert(tx: &Tx<'_, '_>, id: LibraryObjectiveId, code: &str, fields: &LibraryFields) -> Result<()> {
    tx.write(
        "insert into library_objective
           (id, code, area, words, intervention, frequency, target_days, retired, rev, at, device, by_staff)
         values (:id, :code, :area, :words, :intervention, :frequency, :target_days, :retired, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": id,
            ":code": code,
            ":area": fields.area,
            ":words": fields.words,
            ":intervention": fields.intervention,
            ":frequency": fields.frequency,
            ":target_days": fields.target_days,
            ":retired": fields.retired,
        },
    )
}

fn update(tx: &Tx<'_, '_>, id: LibraryObjectiveId, fields: &LibraryFields) -> Result<()> {
    tx.write(
        "update library_objective
         set area = :area, words = :words, intervention = :intervention, frequency = :frequency,
             target_days = :target_days, retired = :retired, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! {
            ":id": id,
            ":area": fields.area,
            ":words": fields.words,
            ":intervention": fields.intervention,
            ":frequency": fields.frequency,
            ":target_days": fields.target_days,
            ":retired": fields.retired,
        },
    )
}

#[cfg(test)]
mod tests {
    use std::collections::{HashMap, HashSet};

    use super::*;

    #[test]
    fn what_the_program_brings_along_can_go_into_a_plan_as_it_is() {
        let mut codes = HashSet::new();
        for one in SHIPPED.iter() {
            assert!(codes.insert(&one.code), "{} stands twice", one.code);
            let fields = LibraryFields {
                area: one.area.clone(),
                words: one.words.clone(),
                intervention: one.intervention.clone(),
                frequency: one.frequency.clone(),
                target_days: Some(one.target_days),
                retired: false,
            };
            let mut check = Check::new();
            let kept = fields.clone().checked(&mut check);
            assert_eq!((check.done(), kept), (Ok(()), fields), "{}", one.code);
            assert!(!one.intervention.is_empty() && !one.frequency.is_empty(), "{}", one.code);
        }
    }

    /// Enough to choose from under every heading; each says how much or how often, so that a review can answer it.
    #[test]
    fn the_library_is_broad_and_each_objective_can_be_measured() {
        const NUMBERS: &[&str] = &[
            "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "once", "twice", "every",
            "each", "both", "half", "daily", "weekly",
        ];
        let mut areas: HashMap<&str, usize> = HashMap::new();
        for one in SHIPPED.iter() {
            *areas.entry(&one.area).or_default() += 1;
            let words = one.words.to_lowercase();
            let counted = words.chars().any(|letter| letter.is_ascii_digit())
                || words.split(|letter: char| !letter.is_alphabetic()).any(|word| NUMBERS.contains(&word));
            assert!(counted, "{}: {}", one.code, one.words);
        }
        assert!(SHIPPED.len() >= 60 && areas.len() >= 10, "{} in {}", SHIPPED.len(), areas.len());
        assert!(areas.values().all(|count| *count >= 4), "{areas:?}");
    }
}
