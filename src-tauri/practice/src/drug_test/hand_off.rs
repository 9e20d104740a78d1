//! The hands a specimen passes through: from whom, to whom, when and for what. A mistaken one is corrected or taken back with
//! a reason; what stood there before is kept and shown by [`super::chain`].

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ipc::TestAnswer;
use super::record::Test;
use super::{DrugTestId, DrugTestRefusal, TestState, ops, queries, store, taking};
use crate::client::ClientId;
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::{Check, Info, Moment, Refusal, Result, RowId as _, Tag};

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

/// A hand-off as a form sends it.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct HandOffFields {
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

/// The request of `drug_test.hand_off`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddHandOff {
    pub id: DrugTestId,
    pub fields: HandOffFields,
}

/// The request of `drug_test.correct_hand_off`: the whole hand-off as it should be.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CorrectHandOff {
    pub id: HandOffId,
    pub rev: i64,
    pub because: String,
    pub fields: HandOffFields,
}

/// The request of `drug_test.take_back_hand_off`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TakeBackHandOff {
    pub id: HandOffId,
    pub rev: i64,
    pub reason: String,
}

/// What a hand-off says.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, TS)]
pub struct HandOffSaid {
    pub purpose: HandOffPurpose,
    pub from: String,
    pub to: String,
    pub at: Moment,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seal_whole: Option<bool>,
    pub noted: String,
}

/// A hand-off as a page shows it.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "HandOff")]
pub struct HandOffLine {
    pub id: HandOffId,
    #[serde(flatten)]
    #[ts(flatten)]
    pub said: HandOffSaid,
    /// Who entered it, or corrected it last.
    pub by: String,
    /// Why it was corrected last; empty when it never was.
    pub because: String,
    /// What stood here before, the first one first.
    pub earlier: Vec<HandOffBefore>,
    /// Why it was taken back; empty for one that stands.
    pub void_reason: String,
    pub rev: i64,
}

/// What a corrected hand-off said before.
#[derive(Clone, Debug, Serialize, TS)]
pub struct HandOffBefore {
    #[serde(flatten)]
    #[ts(flatten)]
    pub said: HandOffSaid,
    pub by: String,
    pub entered_at: Moment,
}

/// Enters a hand-off.
pub(super) fn add(tx: &mut Tx<'_, '_>, request: AddHandOff) -> Result<TestAnswer> {
    let test = store::test(tx.sql(), request.id)?;
    handles(tx, test.client)?;
    takes(&test)?;
    let mut check = Check::new();
    let said = checked(tx, &mut check, &test, &request.fields);
    check.done()?;
    let id: HandOffId = tx.id();
    insert(tx, (id, test.id), &said)?;
    written(tx, id, &test)
}

/// Corrects a hand-off that was entered wrongly, with a reason. What stood there is kept.
pub(super) fn correct(tx: &mut Tx<'_, '_>, request: CorrectHandOff) -> Result<TestAnswer> {
    let test = test_of(tx.sql(), request.id)?;
    let test = store::test(tx.sql(), test)?;
    handles(tx, test.client)?;
    takes(&test)?;
    let mut check = Check::new();
    let because = check.required("because", &request.because, 200, "Say why, in a few words.");
    let said = checked(tx, &mut check, &test, &request.fields);
    check.done()?;
    tx.revise(Table::HandOff, request.id, request.rev)?;
    tx.write(
        "update hand_off
         set happened_at = :happened_at, from_whom = :from, to_whom = :to, purpose = :purpose, seal_whole = :seal_whole,
             noted = :noted, because = :because, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! {
            ":id": request.id,
            ":happened_at": said.at,
            ":from": said.from,
            ":to": said.to,
            ":purpose": said.purpose,
            ":seal_whole": said.seal_whole,
            ":noted": said.noted,
            ":because": because,
        },
    )?;
    written(tx, request.id, &test)
}

/// Only a specimen that is there passes from hand to hand.
fn takes(test: &Test) -> Result<(), DrugTestRefusal> {
    match test.state {
        _ if test.voided_at.is_some() => Err(DrugTestRefusal::Voided),
        TestState::Ordered => Err(DrugTestRefusal::NothingCollected),
        TestState::NotCollected => Err(DrugTestRefusal::Ended),
        TestState::Collected | TestState::Screened | TestState::Confirmed | TestState::Final => Ok(()),
    }
}

fn checked(tx: &Tx<'_, '_>, check: &mut Check, test: &Test, fields: &HandOffFields) -> HandOffSaid {
    let from = check.required("from", &fields.from, 80, "Say who hands it on.");
    let to = check.required("to", &fields.to, 80, "Say who takes it.");
    let noted = check.optional("noted", &fields.noted, 200);
    let on = fields.on.unwrap_or_else(|| tx.today());
    let at = taking::instant(tx, check, ("on", "time"), (on, fields.time.as_deref()));
    let early = at.zip(test.collection.at).is_some_and(|(at, collected)| at < collected);
    check.ensure(!early, "time", "The specimen was collected later. Look at both times.");
    let at = at.unwrap_or_else(|| tx.now());
    HandOffSaid { purpose: fields.purpose, from, to, at, seal_whole: fields.seal_whole, noted }
}

fn written(tx: &mut Tx<'_, '_>, id: HandOffId, test: &Test) -> Result<TestAnswer> {
    tx.wrote(Table::HandOff, id, Some(test.client.uuid()))?;
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
    tx.write(
        "update hand_off
         set voided_at = :at, void_reason = :reason, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! { ":id": request.id, ":reason": reason },
    )?;
    written(tx, request.id, &test)
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

fn insert(tx: &Tx<'_, '_>, (id, test): (HandOffId, DrugTestId), said: &HandOffSaid) -> Result<()> {
    tx.write(
        "insert into hand_off
           (id, drug_test, happened_at, from_whom, to_whom, purpose, seal_whole, noted, rev, at, device, by_staff)
         values
           (:id, :drug_test, :happened_at, :from, :to, :purpose, :seal_whole, :noted, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": id,
            ":drug_test": test,
            ":happened_at": said.at,
            ":from": said.from,
            ":to": said.to,
            ":purpose": said.purpose,
            ":seal_whole": said.seal_whole,
            ":noted": said.noted,
        },
    )
}
