//! Possible duplicates, shown before a client is saved: the same person must not get two charts.
//!
//! Candidates share the date of birth, a telephone number or the whole name; whether they are alike is decided by
//! [`likeness`]. A restricted chart is never hinted at. One outside the reach is said to exist, and nothing of it.

use std::collections::HashSet;

use chrono::NaiveDate;
use rusqlite::{Row, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::find::json_of;
use super::reach::{self, Scope};
use super::sight::{ClientState, Standing};
use super::{ClientId, folded, number_words};
use crate::kernel::{Info, Result, Verb, View};

/// The request of `client.duplicates`: what is typed so far.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MayBeHere {
    pub family_name: String,
    pub given_name: String,
    pub preferred_name: String,
    #[serde(default)]
    #[ts(optional)]
    pub born_on: Option<NaiveDate>,
    pub phones: Vec<String>,
}

crate::words! {
    /// Why a record may be of the same person.
    pub enum Alike {
        SameNameAndBirth = "same_name_and_birth",
        SimilarNameAndBirth = "similar_name_and_birth",
        SimilarNameAndPhone = "similar_name_and_phone",
        SameName = "same_name",
        SamePhone = "same_phone",
    }
}

/// A record that may be of the same person.
#[derive(Debug, Serialize, TS)]
pub struct Duplicate {
    pub id: ClientId,
    pub number: String,
    pub name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub born_on: Option<NaiveDate>,
    pub state: ClientState,
    pub alike: Alike,
}

/// What is here already.
#[derive(Debug, Serialize, TS)]
pub struct Duplicates {
    /// The likeliest first.
    pub rows: Vec<Duplicate>,
    /// A record like this exists outside the person's reach; a director can say whose.
    pub elsewhere: bool,
}

/// The names of a person, folded.
struct Names {
    family: String,
    firsts: Vec<String>,
}

/// Finds records that may be of the same person.
pub(super) fn duplicates(view: &View<'_>, request: MayBeHere) -> Result<Duplicates> {
    let scope = Scope::of(view.actor, Info::Identity, Verb::Read)?;
    let typed = names(&request.family_name, &request.given_name, &request.preferred_name);
    if typed.family.is_empty() || typed.firsts.is_empty() {
        return Ok(Duplicates { rows: Vec::new(), elsewhere: false });
    }
    let mine: HashSet<ClientId> =
        reach::clients_in(view.sql, view.actor.staff, scope, view.now, view.today())?.into_iter().collect();
    let whole = format!("{}{}", typed.family, typed.firsts.first().map_or("", String::as_str));
    let mut statement = view.sql.prepare_cached(include_str!("sql/duplicates.sql"))?;
    let parameters = named_params! {
        ":born_on": request.born_on, ":phones": digits_of(&request.phones), ":name": whole,
        ":name_end": format!("{whole}!"), ":mine": json_of(&mine.iter().copied().collect::<Vec<_>>()),
    };
    let rows = statement.query_map(parameters, |row| candidate(row, &typed, request.born_on))?;
    let mut found = Duplicates { rows: Vec::new(), elsewhere: false };
    for row in rows {
        match row? {
            Some(one) if scope.everyone || mine.contains(&one.id) => found.rows.push(one),
            Some(_) => found.elsewhere = true,
            None => {}
        }
    }
    found.rows.sort_by_key(|row| row.alike);
    found.rows.truncate(5);
    Ok(found)
}

fn candidate(row: &Row<'_>, typed: &Names, born_on: Option<NaiveDate>) -> rusqlite::Result<Option<Duplicate>> {
    let (family, given): (String, String) = (row.get("family_name")?, row.get("given_name")?);
    let preferred: String = row.get("preferred_name")?;
    let other_birth: Option<NaiveDate> = row.get("born_on")?;
    let standing = Standing {
        admitted_on: row.get("admitted_on")?,
        discharged_on: row.get("discharged_on")?,
        level: row.get("level")?,
    };
    let shared = Shared {
        birth: born_on.is_some() && born_on == other_birth,
        other_birth: born_on.is_some() && other_birth.is_some() && born_on != other_birth,
        phone: row.get("same_phone")?,
    };
    let alike = likeness(typed, &names(&family, &given, &preferred), shared);
    let (id, number) = (row.get("id")?, number_words(row.get("number")?));
    Ok(alike.map(|alike| Duplicate {
        id,
        number,
        name: format!("{family}, {given}"),
        born_on: other_birth,
        state: standing.word(),
        alike,
    }))
}

/// What two records have in common beside the name.
#[derive(Copy, Clone, Debug, Default)]
struct Shared {
    birth: bool,
    /// Both births are known and differ.
    other_birth: bool,
    phone: bool,
}

/// How a record is like what was typed; `None` when it is somebody else.
fn likeness(typed: &Names, other: &Names, shared: Shared) -> Option<Alike> {
    let same_first = typed.firsts.iter().any(|first| other.firsts.contains(first));
    let same = typed.family == other.family && same_first;
    let similar = same || similar(typed, other);
    match (shared.birth, shared.phone) {
        (true, _) if same => Some(Alike::SameNameAndBirth),
        (true, _) if similar => Some(Alike::SimilarNameAndBirth),
        (_, true) if similar => Some(Alike::SimilarNameAndPhone),
        _ if same && !shared.other_birth => Some(Alike::SameName),
        (_, true) if !shared.other_birth => Some(Alike::SamePhone),
        _ => None,
    }
}

/// Names a slip or a marriage apart: two typing errors in each, the two names exchanged, or one half of a double name.
fn similar(a: &Names, b: &Names) -> bool {
    let families = close(&a.family, &b.family) || shares_a_word(&a.family, &b.family);
    let firsts = a.firsts.iter().any(|x| b.firsts.iter().any(|y| close(x, y)));
    let exchanged = a.firsts.contains(&b.family) && b.firsts.contains(&a.family);
    (families && firsts) || exchanged
}

fn shares_a_word(a: &str, b: &str) -> bool {
    a.split_whitespace().any(|x| x.chars().count() > 2 && b.split_whitespace().any(|y| x == y))
}

/// At most two letters differ, and at most one in a short name.
fn close(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.trim().chars().collect(), b.trim().chars().collect());
    let slips = if a.len().min(b.len()) < 6 { 1 } else { 2 };
    distance(&a, &b) <= slips
}

/// Letters to add, drop, change or exchange with their neighbor to make one word of the other.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut rows: Vec<Vec<usize>> = vec![(0..=b.len()).collect()];
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let above = rows.get(i).map_or(0, |above| above[j + 1]);
            let diagonal = rows.get(i).map_or(0, |above| above[j]);
            let mut best = (above + 1).min(row[j] + 1).min(diagonal + usize::from(x != y));
            if i > 0 && j > 0 && *x == b[j - 1] && a[i - 1] == *y {
                best = best.min(rows[i - 1][j - 1] + 1);
            }
            row.push(best);
        }
        rows.push(row);
    }
    rows.last().and_then(|row| row.last()).copied().unwrap_or(0)
}

fn names(family: &str, given: &str, preferred: &str) -> Names {
    let firsts = [given, preferred].into_iter().map(folded::folded_name).filter(|name| !name.is_empty()).collect();
    Names { family: folded::folded_name(family), firsts }
}

/// The last ten digits of each number, as the table keeps them.
fn digits_of(phones: &[String]) -> String {
    let digits: Vec<String> = phones
        .iter()
        .map(|phone| phone.chars().filter(char::is_ascii_digit).collect::<String>())
        .filter(|digits| digits.len() >= 7)
        .map(|digits| digits.chars().skip(digits.len().saturating_sub(10)).collect())
        .collect();
    serde_json::json!(digits).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_may_be_the_same_person() {
        let birth = Shared { birth: true, ..Shared::default() };
        let other_birth = Shared { other_birth: true, ..Shared::default() };
        let phone = Shared { phone: true, ..Shared::default() };
        let both = Shared { phone: true, ..other_birth };
        let nothing = Shared::default();
        for (typed, other, shared, expected) in [
            (("Nakagawa", "Rosalind"), ("Nakagawa", "Rosalind"), birth, Some(Alike::SameNameAndBirth)),
            (("nakagawa", "ROSALIND"), ("Nakagawa", "Rosalind"), nothing, Some(Alike::SameName)),
            (("Nakagawa", "Rosalind"), ("Nakagawa", "Rosalind"), other_birth, None),
            (("Nakagwaa", "Rosalin"), ("Nakagawa", "Rosalind"), birth, Some(Alike::SimilarNameAndBirth)),
            (("Whitfield", "Rosalind"), ("Nakagawa-Whitfield", "Rosalind"), birth, Some(Alike::SimilarNameAndBirth)),
            (("Rosalind", "Nakagawa"), ("Nakagawa", "Rosalind"), birth, Some(Alike::SimilarNameAndBirth)),
            (("Quinones", "Marisol"), ("Quiñones", "Marisol"), nothing, Some(Alike::SameName)),
            (("Nakagwa", "Rosalind"), ("Nakagawa", "Rosalind"), phone, Some(Alike::SimilarNameAndPhone)),
            (("Abara", "Silas"), ("Nakagawa", "Rosalind"), phone, Some(Alike::SamePhone)),
            (("Abara", "Silas"), ("Nakagawa", "Rosalind"), both, None),
            (("Abara", "Silas"), ("Nakagawa", "Rosalind"), birth, None),
            (("Li", "An"), ("Lu", "Bo"), birth, None),
        ] {
            let found = likeness(&names(typed.0, typed.1, ""), &names(other.0, other.1, ""), shared);
            assert_eq!(found, expected, "{typed:?} {other:?} {shared:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn a_distance_is_symmetric_and_within_its_bounds(a in "[a-e]{0,8}", b in "[a-e]{0,8}") {
            let (x, y): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
            let there = distance(&x, &y);
            proptest::prop_assert_eq!(there, distance(&y, &x));
            proptest::prop_assert!(there >= x.len().abs_diff(y.len()) && there <= x.len().max(y.len()));
            proptest::prop_assert_eq!(there == 0, a == b);
        }
    }
}
