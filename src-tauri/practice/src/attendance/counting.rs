//! Which kinds of session count, and what a week owes: settings that hold from a date on.
//!
//! A minute is judged by the date of its session, so a changed rule leaves earlier weeks as they were; and by the rules
//! of who pays for the client on that date, where that payer has its own.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::client::ClientId;
use crate::kernel::Result;
use crate::practice::policy::{self, Dated};
use crate::session::Kind;

/// What minutes are counted for.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(crate) enum Toward {
    Week,
    BillableDay,
}

/// The rules of the hours, by date and by payer.
pub(crate) struct Counting {
    dated: Dated,
    /// Who pays for whom. Read only where a rule names a payer.
    insured: HashMap<ClientId, Vec<Insured>>,
}

/// An insurance while it holds, in the order of the client's insurances.
struct Insured {
    payer: String,
    starts_on: Option<NaiveDate>,
    ends_on: Option<NaiveDate>,
}

impl Insured {
    fn holds(&self, on: NaiveDate) -> bool {
        self.starts_on.is_none_or(|first| first <= on) && self.ends_on.is_none_or(|last| last >= on)
    }
}

impl Counting {
    pub(crate) fn of(sql: &Connection) -> Result<Self> {
        let dated = Dated::of(sql)?;
        let insured = if dated.names_payers() { insured(sql)? } else { HashMap::new() };
        Ok(Self { dated, insured })
    }

    /// The defaults with some values chosen: key, first date, value.
    #[cfg(test)]
    pub(super) fn chosen(values: &[(&str, &str, &str)]) -> Self {
        Self { dated: Dated::chosen(values), insured: HashMap::new() }
    }

    /// The rules that hold for a client: those of who pays, and the general ones where the payer has none.
    pub(crate) fn rules(&self, client: ClientId) -> Rules<'_> {
        Rules { dated: &self.dated, insured: self.insured.get(&client).map_or(&[], Vec::as_slice) }
    }

    /// Whether minutes count, remembered for the few days, kinds and payers of a span: a ledger asks it for each row.
    pub(super) fn asked(&self, toward: Toward) -> impl FnMut(ClientId, Kind, NaiveDate) -> bool + '_ {
        let mut known = HashMap::new();
        move |client, kind, on| {
            let rules = self.rules(client);
            *known.entry((rules.payer(on), kind, on)).or_insert_with(|| rules.counts(toward, kind, on))
        }
    }
}

/// Insurances of everybody that may be billed. One that the client pays in full brings no payer's rules.
fn insured(sql: &Connection) -> Result<HashMap<ClientId, Vec<Insured>>> {
    let mut statement = sql.prepare_cached(
        "select client, payer, starts_on, ends_on
         from insurance
         where voided_at is null and paid_in_full = 0
         order by client, position, id",
    )?;
    let mut insured: HashMap<ClientId, Vec<Insured>> = HashMap::new();
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let payer: String = row.get(1)?;
        let one = Insured { payer: policy::payer_key(&payer), starts_on: row.get(2)?, ends_on: row.get(3)? };
        insured.entry(row.get(0)?).or_default().push(one);
    }
    Ok(insured)
}

/// The rules of the hours for one client.
#[derive(Copy, Clone)]
pub(crate) struct Rules<'a> {
    dated: &'a Dated,
    insured: &'a [Insured],
}

impl<'a> Rules<'a> {
    /// The first insurance that holds on a date; empty for none, or where no rule names a payer.
    fn payer(&self, on: NaiveDate) -> &'a str {
        self.insured.iter().find(|insured| insured.holds(on)).map_or("", |insured| insured.payer.as_str())
    }

    fn whole(&self, key: &str, on: NaiveDate) -> i64 {
        self.dated.value_for(key, self.payer(on), on).parse().unwrap_or_default()
    }

    fn yes(&self, key: &str, on: NaiveDate) -> bool {
        self.dated.value_for(key, self.payer(on), on) == "yes"
    }

    /// Whether minutes of a kind of session count on its date.
    pub(crate) fn counts(&self, toward: Toward, kind: Kind, on: NaiveDate) -> bool {
        self.yes(key(toward, kind), on)
    }

    /// What a level of care asks for a week on a date, in minutes; `None` for a level without hours a week.
    pub(crate) fn minimum(&self, level: &str, on: NaiveDate) -> Option<i64> {
        Some(self.whole(of_level(level)?, on) * 60).filter(|minutes| *minutes > 0)
    }

    /// What a stay asks for a week on a date, in minutes: its own hours, or those of its level.
    pub(crate) fn weekly(&self, own: Option<i64>, level: Option<&str>, on: NaiveDate) -> Option<i64> {
        match own {
            Some(hours) => Some(hours * 60).filter(|minutes| *minutes > 0),
            None => self.minimum(level?, on),
        }
    }

    /// Whether who pays has a rule of its own for the hours of a level.
    pub(super) fn is_payers(&self, level: &str, on: NaiveDate) -> bool {
        of_level(level).is_some_and(|key| self.dated.is_payers(key, self.payer(on), on))
    }

    /// Whether a week in which the stay begins or ends owes its share.
    pub(super) fn shares_partial(&self, on: NaiveDate) -> bool {
        self.yes(policy::PARTIAL_WEEK, on)
    }

    /// Whether a change of level splits its week.
    pub(super) fn shares_levels(&self, on: NaiveDate) -> bool {
        self.yes(policy::LEVEL_CHANGE, on)
    }

    /// Attended minutes of a billable day on a date.
    pub(super) fn billable_day(&self, on: NaiveDate) -> i64 {
        self.whole(policy::BILLABLE_DAY, on) * 60
    }
}

fn of_level(level: &str) -> Option<&'static str> {
    match level {
        "1.0" => Some(policy::HOURS_1),
        "2.1" => Some(policy::HOURS_2_1),
        "2.5" => Some(policy::HOURS_2_5),
        _ => None,
    }
}

const fn key(toward: Toward, kind: Kind) -> &'static str {
    match (toward, kind) {
        (Toward::Week, Kind::Group) => policy::WEEK_GROUP,
        (Toward::Week, Kind::Individual) => policy::WEEK_INDIVIDUAL,
        (Toward::Week, Kind::Family) => policy::WEEK_FAMILY,
        (Toward::Week, Kind::Assessment) => policy::WEEK_ASSESSMENT,
        (Toward::Week, Kind::Education) => policy::WEEK_EDUCATION,
        (Toward::Week, Kind::Crisis) => policy::WEEK_CRISIS,
        (Toward::Week, Kind::CaseManagement) => policy::WEEK_CASE_MANAGEMENT,
        (Toward::BillableDay, Kind::Group) => policy::DAY_GROUP,
        (Toward::BillableDay, Kind::Individual) => policy::DAY_INDIVIDUAL,
        (Toward::BillableDay, Kind::Family) => policy::DAY_FAMILY,
        (Toward::BillableDay, Kind::Assessment) => policy::DAY_ASSESSMENT,
        (Toward::BillableDay, Kind::Education) => policy::DAY_EDUCATION,
        (Toward::BillableDay, Kind::Crisis) => policy::DAY_CRISIS,
        (Toward::BillableDay, Kind::CaseManagement) => policy::DAY_CASE_MANAGEMENT,
    }
}
