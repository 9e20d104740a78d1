//! What a collection records beside the measures: identity, observer, container, cup, and what each kind of specimen
//! asks. A rule that was not kept is shown with the reason somebody gave, never hidden, and nothing is guessed of anybody.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{DrugTestId, Specimen};
use crate::client::ClientId;
use crate::exit::paper::short_day;
use crate::kernel::actor::StaffId;
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::{Check, Result, RowId as _};
use crate::practice::policy;

crate::ids! {
    /// What a collection records.
    CollectionId
}

crate::words! {
    /// How somebody knew who the client is.
    pub enum IdentifiedBy {
        PhotoId = "photo_id",
        KnownToStaff = "known_to_staff",
        Other = "other",
    }
}

/// The record of a collection, as a form sends it and a page shows it. Nothing is assumed of what is absent.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(rename = "CollectionDetails")]
pub struct Details {
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub identified_by: Option<IdentifiedBy>,
    pub identified_words: String,
    /// The medications were read back to the client.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub medications_read: Option<bool>,
    /// Who read the cup, when it was not who entered it.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reader: Option<StaffId>,
    pub container: String,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub split: Option<bool>,
    pub split_container: String,
    /// The initials that the client wrote on the seal.
    pub donor_initials: String,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cup_expires_on: Option<NaiveDate>,
    pub expired_because: String,
    /// Whom the client would rather have observe, in the client's words.
    pub observer_wish: String,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub observer_as_wished: Option<bool>,
    pub observer_because: String,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mouth_checked: Option<bool>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mouth_minutes: Option<i64>,
    /// Hair and nail: from where.
    pub taken_from: String,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub length_mm: Option<i64>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spots: Option<i64>,
    /// Thousandths of g/210 L.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub breath_first: Option<i64>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub breath_second: Option<i64>,
    /// Minutes from the first reading to the second.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub breath_minutes: Option<i64>,
    pub breath_device: String,
}

/// The practice's rules for a collection, as they hold on a date.
#[derive(Copy, Clone, Debug)]
pub(super) struct Customs {
    pub ask_wish: bool,
    pub breath_wait: i64,
    pub mouth_wait: i64,
}

impl Customs {
    pub fn on(sql: &Connection, on: NaiveDate) -> Result<Self> {
        Ok(Self {
            ask_wish: policy::value_on(sql, policy::OBSERVER_WISH, on)? == "yes",
            breath_wait: policy::whole_on(sql, policy::BREATH_WAIT, on)?,
            mouth_wait: policy::whole_on(sql, policy::MOUTH_WAIT, on)?,
        })
    }
}

/// The reading from which breath is read again.
const BREATH_LIMIT: i64 = 20;
/// A strand of about 90 days (1.3 cm a month).
const NINETY_DAYS_MM: i64 = 39;

/// What is worth saying of a collection, a finished sentence each.
pub(super) fn findings(
    specimen: Specimen,
    (on, observed): (NaiveDate, bool),
    details: &Details,
    customs: &Customs,
) -> Vec<String> {
    let mut found = Vec::new();
    if *details != Details::default() && details.identified_by.is_none() {
        found.push("How the client was identified is not recorded.".into());
    }
    if observed && customs.ask_wish && details.observer_wish.is_empty() {
        found.push("Whom the client would rather have observe was not recorded.".into());
    }
    if observed && details.observer_as_wished == Some(false) {
        found.push(format!("The observer was another than the client asked for: {}", details.observer_because));
    }
    if details.cup_expires_on.is_some_and(|expires| expires < on) {
        let expired = details.cup_expires_on.map(short_day).unwrap_or_default();
        found.push(format!("The cup had expired on {expired}: {}", details.expired_because));
    }
    match specimen {
        Specimen::OralFluid => found.extend(mouth(details, customs)),
        Specimen::Breath => found.extend(breath(details, customs)),
        Specimen::Hair if details.length_mm.is_some_and(|length| length < NINETY_DAYS_MM) => {
            found.push("The hair is shorter than 3.9 cm, so it covers less than 90 days.".into());
        }
        Specimen::Urine | Specimen::Hair | Specimen::Nail | Specimen::BloodSpot => {}
    }
    found
}

fn mouth(details: &Details, customs: &Customs) -> Vec<String> {
    let mut found = Vec::new();
    if details.mouth_checked == Some(false) {
        found.push("The mouth was not looked at before the collection.".into());
    }
    if let Some(minutes) = details.mouth_minutes.filter(|minutes| *minutes < customs.mouth_wait) {
        found.push(format!("{} without food or drink; {} are asked.", counted(minutes), customs.mouth_wait));
    }
    found
}

fn breath(details: &Details, customs: &Customs) -> Vec<String> {
    let wait = customs.breath_wait;
    match (details.breath_first, details.breath_second, details.breath_minutes) {
        (Some(first), None, _) if first >= BREATH_LIMIT => {
            vec![format!("The first reading is 0.020 or more. Read again after {wait} minutes.")]
        }
        (_, Some(_), Some(minutes)) if minutes < wait => {
            vec![format!("The second reading came after {}; {wait} are asked.", counted(minutes))]
        }
        _ => Vec::new(),
    }
}

fn counted(minutes: i64) -> String {
    if minutes == 1 { "1 minute".into() } else { format!("{minutes} minutes") }
}

/// Checks what a form sends; what does not fit the specimen is a fault beside its field.
pub(super) fn checked(
    check: &mut Check,
    specimen: Specimen,
    (on, observed): (NaiveDate, bool),
    fields: &Details,
) -> Details {
    let text = |check: &mut Check, name: &str, value: &str, most| {
        check.optional(&format!("collection.details.{name}"), value, most)
    };
    let details = Details {
        identified_words: text(check, "identified_words", &fields.identified_words, 200),
        container: text(check, "container", &fields.container, 40),
        split_container: text(check, "split_container", &fields.split_container, 40),
        donor_initials: text(check, "donor_initials", &fields.donor_initials, 8),
        expired_because: text(check, "expired_because", &fields.expired_because, 200),
        observer_wish: text(check, "observer_wish", &fields.observer_wish, 80),
        observer_because: text(check, "observer_because", &fields.observer_because, 200),
        taken_from: text(check, "taken_from", &fields.taken_from, 40),
        breath_device: text(check, "breath_device", &fields.breath_device, 40),
        ..fields.clone()
    };
    reasons(check, (on, observed), &details);
    fits(check, specimen, &details);
    details
}

fn reasons(check: &mut Check, (on, observed): (NaiveDate, bool), details: &Details) {
    let mut ensure = |holds: bool, field: &str, words: &str| {
        check.ensure(holds, &format!("collection.details.{field}"), words);
    };
    let other = details.identified_by == Some(IdentifiedBy::Other);
    ensure(!other || !details.identified_words.is_empty(), "identified_words", "Say how the client was identified.");
    let expired = details.cup_expires_on.is_some_and(|expires| expires < on);
    ensure(
        !expired || !details.expired_because.is_empty(),
        "expired_because",
        "The cup has expired. Use another cup, or say why this one was used.",
    );
    let stated = !details.observer_wish.is_empty();
    ensure(observed || !stated, "observer_wish", "Mark the collection as observed, or leave this empty.");
    ensure(
        !observed || !stated || details.observer_as_wished.is_some(),
        "observer_as_wished",
        "Say whether the observer was as the client asked.",
    );
    ensure(
        details.observer_as_wished != Some(false) || !details.observer_because.is_empty(),
        "observer_because",
        "Say why another person observed.",
    );
    ensure(
        details.split == Some(true) || details.split_container.is_empty(),
        "split_container",
        "Mark the specimen as split, or leave this empty.",
    );
}

fn fits(check: &mut Check, specimen: Specimen, details: &Details) {
    use Specimen as S;
    let mut only = |of: &[Specimen], filled: bool, field: &str, words: &str| {
        check.ensure(!filled || of.contains(&specimen), &format!("collection.details.{field}"), words);
    };
    only(
        &[S::OralFluid],
        details.mouth_checked.is_some(),
        "mouth_checked",
        "Only oral fluid asks this. Leave it empty.",
    );
    only(
        &[S::OralFluid],
        details.mouth_minutes.is_some(),
        "mouth_minutes",
        "Only oral fluid asks this. Leave it empty.",
    );
    only(
        &[S::Hair, S::Nail],
        !details.taken_from.is_empty(),
        "taken_from",
        "Only hair and nail ask this. Leave it empty.",
    );
    only(&[S::Hair], details.length_mm.is_some(), "length_mm", "Only hair asks this. Leave it empty.");
    only(&[S::BloodSpot], details.spots.is_some(), "spots", "Only a blood spot asks this. Leave it empty.");
    let breath = details.breath_first.is_some() || details.breath_second.is_some();
    only(
        &[S::Breath],
        breath || details.breath_minutes.is_some(),
        "breath_first",
        "Only breath asks this. Leave it empty.",
    );
    bounds(check, details);
}

fn bounds(check: &mut Check, details: &Details) {
    for (value, (least, most), field, words) in [
        (details.mouth_minutes, (0, 240), "mouth_minutes", "Type the minutes, such as 10."),
        (details.length_mm, (1, 1_000), "length_mm", "Type the length in mm, such as 39."),
        (details.spots, (1, 10), "spots", "Type the number of spots, such as 3."),
        (details.breath_first, (0, 600), "breath_first", "Type the reading, such as 0.024."),
        (details.breath_second, (0, 600), "breath_second", "Type the reading, such as 0.024."),
        (details.breath_minutes, (0, 240), "breath_minutes", "Type the minutes, such as 15."),
    ] {
        let right = value.is_none_or(|value| (least..=most).contains(&value));
        check.ensure(right, &format!("collection.details.{field}"), words);
    }
    let second = details.breath_second.is_some();
    check.ensure(
        !second || details.breath_first.is_some(),
        "collection.details.breath_first",
        "Type the first reading too.",
    );
    check.ensure(
        second == details.breath_minutes.is_some(),
        "collection.details.breath_minutes",
        "Type the minutes between the two readings.",
    );
}

/// The record of a test; empty when none was made.
pub(super) fn of(sql: &Connection, test: DrugTestId) -> Result<Details> {
    let mut statement = sql.prepare_cached(include_str!("sql/collection.sql"))?;
    let found = statement.query_row(named_params! { ":test": test }, details_of).optional()?;
    Ok(found.unwrap_or_default())
}

fn details_of(row: &Row<'_>) -> rusqlite::Result<Details> {
    Ok(Details {
        identified_by: row.get("identified_by")?,
        identified_words: row.get("identified_words")?,
        medications_read: row.get("medications_read")?,
        reader: row.get("reader")?,
        container: row.get("container")?,
        split: row.get("split")?,
        split_container: row.get("split_container")?,
        donor_initials: row.get("donor_initials")?,
        cup_expires_on: row.get("cup_expires_on")?,
        expired_because: row.get("expired_because")?,
        observer_wish: row.get("observer_wish")?,
        observer_as_wished: row.get("observer_as_wished")?,
        observer_because: row.get("observer_because")?,
        mouth_checked: row.get("mouth_checked")?,
        mouth_minutes: row.get("mouth_minutes")?,
        taken_from: row.get("taken_from")?,
        length_mm: row.get("length_mm")?,
        spots: row.get("spots")?,
        breath_first: row.get("breath_first")?,
        breath_second: row.get("breath_second")?,
        breath_minutes: row.get("breath_minutes")?,
        breath_device: row.get("breath_device")?,
    })
}

/// Keeps the record of a test: a new row, or the next revision of the one there is. Nothing recorded makes no row.
pub(super) fn put(tx: &mut Tx<'_, '_>, test: DrugTestId, client: ClientId, details: &Details) -> Result<()> {
    let mut statement = tx.sql().prepare_cached("select id, rev from collection where drug_test = :test")?;
    let present: Option<(CollectionId, i64)> =
        statement.query_row(named_params! { ":test": test }, |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    drop(statement);
    if present.is_none() && *details == Details::default() {
        return Ok(());
    }
    let id = match present {
        Some((id, rev)) => {
            tx.revise(Table::Collection, id, rev)?;
            id
        }
        None => tx.id(),
    };
    let rev = present.map_or(1, |(_, rev)| rev + 1);
    write(tx, (id, rev), test, details)?;
    tx.wrote(Table::Collection, id, Some(client.uuid()))
}

fn write(tx: &Tx<'_, '_>, (id, rev): (CollectionId, i64), test: DrugTestId, details: &Details) -> Result<()> {
    tx.write(
        include_str!("sql/put_collection.sql"),
        named_params! {
            ":id": id,
            ":drug_test": test,
            ":identified_by": details.identified_by,
            ":identified_words": details.identified_words,
            ":medications_read": details.medications_read,
            ":reader": details.reader,
            ":container": details.container,
            ":split": details.split,
            ":split_container": details.split_container,
            ":donor_initials": details.donor_initials,
            ":cup_expires_on": details.cup_expires_on,
            ":expired_because": details.expired_because,
            ":observer_wish": details.observer_wish,
            ":observer_as_wished": details.observer_as_wished,
            ":observer_because": details.observer_because,
            ":mouth_checked": details.mouth_checked,
            ":mouth_minutes": details.mouth_minutes,
            ":taken_from": details.taken_from,
            ":length_mm": details.length_mm,
            ":spots": details.spots,
            ":breath_first": details.breath_first,
            ":breath_second": details.breath_second,
            ":breath_minutes": details.breath_minutes,
            ":breath_device": details.breath_device,
            ":rev": rev,
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const CUSTOMS: Customs = Customs { ask_wish: true, breath_wait: 15, mouth_wait: 10 };

    fn said(specimen: Specimen, observed: bool, details: &Details) -> usize {
        let on = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap_or_default();
        findings(specimen, (on, observed), details, &CUSTOMS).len()
    }

    fn known() -> Details {
        Details { identified_by: Some(IdentifiedBy::KnownToStaff), ..Details::default() }
    }

    #[test]
    fn breath_is_read_twice_with_the_wait_between() {
        for (first, second, minutes, expected) in [
            (Some(0), None, None, 0),
            (Some(19), None, None, 0),
            (Some(20), None, None, 1),
            (Some(20), Some(18), Some(14), 1),
            (Some(20), Some(18), Some(15), 0),
            (Some(80), Some(82), Some(16), 0),
        ] {
            let details = Details { breath_first: first, breath_second: second, breath_minutes: minutes, ..known() };
            assert_eq!(said(Specimen::Breath, false, &details), expected, "{first:?} {second:?} {minutes:?}");
        }
    }

    #[test]
    fn a_cup_counts_through_its_last_day() {
        let on = NaiveDate::from_ymd_opt(2026, 11, 24);
        for (expires, expected) in [(on, 0), (on.and_then(|day| day.pred_opt()), 1), (None, 0)] {
            let details = Details { cup_expires_on: expires, expired_because: "None left".into(), ..known() };
            assert_eq!(said(Specimen::Urine, false, &details), expected);
        }
    }

    #[test]
    fn an_observed_collection_says_whether_anybody_asked() {
        assert_eq!(said(Specimen::Urine, true, &known()), 1);
        let asked = Details { observer_wish: "a woman".into(), observer_as_wished: Some(true), ..known() };
        assert_eq!(said(Specimen::Urine, true, &asked), 0);
        let other = Details { observer_as_wished: Some(false), ..asked.clone() };
        assert_eq!(said(Specimen::Urine, true, &other), 1);
        assert_eq!(said(Specimen::Urine, false, &known()), 0);
    }

    #[test]
    fn mouth_and_hair_are_measured_against_their_limits() {
        for (minutes, expected) in [(9, 1), (10, 0)] {
            let details = Details { mouth_checked: Some(true), mouth_minutes: Some(minutes), ..known() };
            assert_eq!(said(Specimen::OralFluid, false, &details), expected);
        }
        for (length, expected) in [(38, 1), (39, 0)] {
            assert_eq!(said(Specimen::Hair, false, &Details { length_mm: Some(length), ..known() }), expected);
        }
    }
}
