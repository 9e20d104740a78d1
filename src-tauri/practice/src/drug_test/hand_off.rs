//! The hands a specimen passes through: from whom, to whom, when and for what. A gap in the chain is shown as what it is.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ipc::TestAnswer;
use super::{DrugTestId, DrugTestRefusal, TestState, ops, queries, store, taking};
use crate::client::ClientId;
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::{Check, Info, Moment, Refusal, Result, RowId as _, Tag};
use crate::practice::policy;

crate::ids! {
    /// One hand-off of a specimen.
    HandOffId
}

crate::words! {
    /// What a hand-off is for.
    pub enum HandOffPurpose {
        Sealed = "sealed",
        Released = "released",
        Received = "received",
        Sent = "sent",
        LaboratoryReceived = "laboratory_received",
    }
}

/// The request of `drug_test.hand_off`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddHandOff {
    pub id: DrugTestId,
    pub purpose: HandOffPurpose,
    pub from: String,
    pub to: String,
    /// Today when absent.
    #[serde(default)]
    #[ts(optional)]
    pub on: Option<NaiveDate>,
    /// The wall time as "HH:MM"; now when absent.
    #[serde(default)]
    #[ts(optional)]
    pub time: Option<String>,
    /// Whether the seal was whole.
    #[serde(default)]
    #[ts(optional)]
    pub seal_whole: Option<bool>,
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub noted: String,
}

/// The request of `drug_test.take_back_hand_off`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TakeBackHandOff {
    pub id: HandOffId,
    pub rev: i64,
    pub reason: String,
}

/// A hand-off as a page shows it.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "HandOff")]
pub struct HandOffLine {
    pub id: HandOffId,
    pub purpose: HandOffPurpose,
    pub from: String,
    pub to: String,
    pub at: Moment,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seal_whole: Option<bool>,
    pub noted: String,
    /// Who entered it.
    pub by: String,
    pub rev: i64,
}

/// Enters a hand-off.
pub(super) fn add(tx: &mut Tx<'_, '_>, request: AddHandOff) -> Result<TestAnswer> {
    let test = store::test(tx.sql(), request.id)?;
    handles(tx, test.client)?;
    match test.state {
        _ if test.voided_at.is_some() => return Err(DrugTestRefusal::Voided.into()),
        TestState::Ordered => return Err(DrugTestRefusal::NothingCollected.into()),
        TestState::NotCollected => return Err(DrugTestRefusal::Ended.into()),
        TestState::Collected | TestState::Screened | TestState::Confirmed | TestState::Final => {}
    }
    let mut check = Check::new();
    let from = check.required("from", &request.from, 80, "Say who hands it on.");
    let to = check.required("to", &request.to, 80, "Say who takes it.");
    let noted = check.optional("noted", &request.noted, 200);
    let on = request.on.unwrap_or_else(|| tx.today());
    let at = taking::instant(tx, &mut check, ("on", "time"), (on, request.time.as_deref()));
    let early = at.zip(test.collection.at).is_some_and(|(at, collected)| at < collected);
    check.ensure(!early, "time", "The specimen was collected later. Look at both times.");
    check.done()?;
    let line = HandOffLine {
        id: tx.id(),
        purpose: request.purpose,
        from,
        to,
        at: at.unwrap_or_else(|| tx.now()),
        seal_whole: request.seal_whole,
        noted,
        by: String::new(),
        rev: 1,
    };
    insert(tx, test.id, &line)?;
    tx.wrote(Table::HandOff, line.id, Some(test.client.uuid()))?;
    tx.touch(Tag::DrugTest);
    queries::one(&tx.view(), test.id)
}

/// Takes a hand-off back that was entered wrongly. The row stays.
pub(super) fn take_back(tx: &mut Tx<'_, '_>, request: TakeBackHandOff) -> Result<TestAnswer> {
    let test = test_of(tx.sql(), request.id)?;
    let test = store::test(tx.sql(), test)?;
    handles(tx, test.client)?;
    let mut check = Check::new();
    let reason = check.required("reason", &request.reason, 200, "Say why, in a few words.");
    check.done()?;
    tx.revise(Table::HandOff, request.id, request.rev)?;
    let mut statement = tx.sql().prepare_cached(
        "update hand_off
         set voided_at = :at, void_reason = :reason, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
    )?;
    statement.execute(named_params! {
        ":id": request.id,
        ":reason": reason,
        ":at": tx.now(),
        ":device": tx.device().as_bytes(),
        ":by_staff": tx.actor.staff,
    })?;
    drop(statement);
    tx.wrote(Table::HandOff, request.id, Some(test.client.uuid()))?;
    tx.touch(Tag::DrugTest);
    queries::one(&tx.view(), test.id)
}

/// Whoever collects, or says what results mean, also says who handed a specimen on.
fn handles(tx: &mut Tx<'_, '_>, client: ClientId) -> Result<()> {
    let verb = ops::desk_verb(tx, client);
    tx.reach(Info::DrugTests, verb, client).map_err(queries::hidden).map(|_| ())
}

fn test_of(sql: &Connection, id: HandOffId) -> Result<DrugTestId> {
    let mut statement = sql.prepare_cached("select drug_test from hand_off where id = :id and voided_at is null")?;
    let found = statement.query_row(named_params! { ":id": id }, |row| row.get(0)).optional()?;
    found.ok_or_else(|| Refusal::not_found("drug test"))
}

fn insert(tx: &Tx<'_, '_>, test: DrugTestId, line: &HandOffLine) -> Result<()> {
    let mut statement = tx.sql().prepare_cached(
        "insert into hand_off
           (id, drug_test, happened_at, from_whom, to_whom, purpose, seal_whole, noted, rev, at, device, by_staff)
         values
           (:id, :drug_test, :happened_at, :from, :to, :purpose, :seal_whole, :noted, 1, :at, :device, :by_staff)",
    )?;
    statement.execute(named_params! {
        ":id": line.id,
        ":drug_test": test,
        ":happened_at": line.at,
        ":from": line.from,
        ":to": line.to,
        ":purpose": line.purpose,
        ":seal_whole": line.seal_whole,
        ":noted": line.noted,
        ":at": tx.now(),
        ":device": tx.device().as_bytes(),
        ":by_staff": tx.actor.staff,
    })?;
    Ok(())
}

/// The chain of a specimen, in the order of time.
pub(super) fn of(sql: &Connection, test: DrugTestId) -> Result<Vec<HandOffLine>> {
    let mut statement = sql.prepare_cached(
        "select hand_off.id, hand_off.purpose, hand_off.from_whom, hand_off.to_whom, hand_off.happened_at,
                hand_off.seal_whole, hand_off.noted, hand_off.rev,
                coalesce(staff.given_name || ' ' || staff.family_name, '') as by_name
         from hand_off
         left join staff on staff.id = hand_off.by_staff
         where hand_off.drug_test = :test and hand_off.voided_at is null
         order by hand_off.happened_at, hand_off.at, hand_off.id",
    )?;
    let rows = statement.query_map(named_params! { ":test": test }, |row| {
        Ok(HandOffLine {
            id: row.get("id")?,
            purpose: row.get("purpose")?,
            from: row.get("from_whom")?,
            to: row.get("to_whom")?,
            at: row.get("happened_at")?,
            seal_whole: row.get("seal_whole")?,
            noted: row.get("noted")?,
            by: row.get("by_name")?,
            rev: row.get("rev")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
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
        if !same(&before.to, &after.from) {
            found.push(format!(
                "{} had the specimen, and {} handed it on. Nothing says how it came there.",
                before.to, after.from
            ));
        }
        let passed = (after.at.0 - before.at.0).div_euclid(HOUR_MS);
        if passed >= hours {
            found.push(format!("{passed} hours lie between {} and {}.", before.to, after.to));
        }
    }
    let broken = chain.iter().filter(|line| line.seal_whole == Some(false));
    found.extend(broken.map(|line| format!("The seal was not whole when {} took the specimen.", line.to)));
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
            id: HandOffId(uuid::Uuid::nil()),
            purpose: HandOffPurpose::Released,
            from: from.into(),
            to: to.into(),
            at: Moment(hour * HOUR_MS),
            seal_whole,
            noted: String::new(),
            by: String::new(),
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
