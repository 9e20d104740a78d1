//! SQL of follow-ups and their rules.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, Row, named_params};
use uuid::Uuid;

use super::rules::{Holds, RuleStep};
use super::{FollowUpEvent, FollowUpId, FollowUpRuleId, FollowUpState, FollowUpStep, Subject};
use crate::agreement::{AgreementId, AgreementKind};
use crate::client::ClientId;
use crate::consent::ConsentKind;
use crate::kernel::actor::StaffId;
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::{Moment, Refusal, Result, RowId as _, Tag};

/// A rule of the practice, as stored.
#[derive(Clone, Debug)]
pub(super) struct StoredRule {
    pub id: FollowUpRuleId,
    pub event: FollowUpEvent,
    pub program: Option<Uuid>,
    pub agreement: Option<AgreementKind>,
    pub steps: Vec<RuleStep>,
    pub source: String,
    pub rev: i64,
}

impl StoredRule {
    /// For whom it holds.
    pub fn holds(&self) -> Holds<Uuid> {
        match (self.agreement, self.program) {
            (Some(kind), _) => Holds::Agreement(kind),
            (None, Some(program)) => Holds::Program(program),
            (None, None) => Holds::Everybody,
        }
    }
}

pub(super) fn rules(sql: &Connection) -> Result<Vec<StoredRule>> {
    let mut statement = sql.prepare_cached(
        "select id, event, program, agreement, steps, source, rev
         from follow_up_rule
         where voided_at is null
         order by event, program, agreement",
    )?;
    let rows = statement.query_map([], |row| {
        let steps: String = row.get("steps")?;
        Ok(StoredRule {
            id: row.get("id")?,
            event: row.get("event")?,
            program: uuid_of(row, "program")?,
            agreement: row.get("agreement")?,
            steps: serde_json::from_str(&steps).unwrap_or_default(),
            source: row.get("source")?,
            rev: row.get("rev")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A bare id of a slice above.
pub(super) fn uuid_of(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<Uuid>> {
    let bytes: Option<Vec<u8>> = row.get(column)?;
    Ok(bytes.and_then(|bytes| Uuid::from_slice(&bytes).ok()))
}

/// Whether a testing program is there.
pub(super) fn program_exists(sql: &Connection, program: Uuid) -> Result<bool> {
    let mut statement = sql.prepare_cached("select 1 from testing_program where id = :id")?;
    Ok(statement.exists(named_params! { ":id": program.as_bytes() })?)
}

/// The names of the testing programs.
pub(super) fn programs(sql: &Connection) -> Result<Vec<(Uuid, String)>> {
    let mut statement = sql.prepare_cached("select id, name from testing_program order by name, id")?;
    let rows = statement.query_map([], |row| Ok((uuid_of(row, "id")?.unwrap_or_default(), row.get("name")?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Writes a rule: a new one, or the next revision of one whose earlier version was kept.
pub(super) fn put_rule(tx: &mut Tx<'_, '_>, rule: &StoredRule) -> Result<()> {
    let steps = serde_json::to_string(&rule.steps).map_err(|_| Refusal::internal("follow-up steps"))?;
    tx.write(
        "insert into follow_up_rule (id, event, program, agreement, steps, source, rev, at, device, by_staff)
         values (:id, :event, :program, :agreement, :steps, :source, 1, :at, :device, :by_staff)
         on conflict (id) do update
         set steps = excluded.steps, source = excluded.source, rev = follow_up_rule.rev + 1, at = excluded.at,
             device = excluded.device, by_staff = excluded.by_staff",
        named_params! {
            ":id": rule.id,
            ":event": rule.event,
            ":program": rule.program.as_ref().map(Uuid::as_bytes),
            ":agreement": rule.agreement,
            ":steps": steps,
            ":source": rule.source,
        },
    )?;
    tx.touch(Tag::FollowUp);
    tx.wrote(Table::FollowUpRule, rule.id, None)
}

/// Takes a rule back: what is shipped holds again, or a wider one.
pub(super) fn void_rule(tx: &mut Tx<'_, '_>, id: FollowUpRuleId) -> Result<()> {
    tx.write(
        "update follow_up_rule
         set voided_at = :at, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! { ":id": id },
    )?;
    tx.touch(Tag::FollowUp);
    tx.wrote(Table::FollowUpRule, id, None)
}

/// The testing program that a subject belongs to: of its draw, or the one the client is in.
pub(super) fn program_of(sql: &Connection, client: ClientId, subject: Subject) -> Result<Option<Uuid>> {
    let (test, draw) = subject.columns();
    let mut statement = sql.prepare_cached(
        "select program
         from (
           select draw.program, 0 as place
           from draw
           where draw.id = :draw
           union all
           select draw.program, 1
           from draw_pick
           join draw on draw.id = draw_pick.draw
           where draw_pick.drug_test = :test
           union all
           select testing_enrollment.program, 2
           from testing_enrollment
           where testing_enrollment.client = :client and testing_enrollment.until_on is null
             and testing_enrollment.voided_at is null
         )
         order by place
         limit 1",
    )?;
    let parameters = named_params! { ":draw": draw, ":test": test, ":client": client };
    Ok(statement.query_row(parameters, |row| uuid_of(row, "program")).optional()?.flatten())
}

impl Subject {
    /// The columns of a row: the test, the draw.
    pub(super) fn columns(&self) -> (Option<&[u8]>, Option<&[u8]>) {
        match self {
            Self::DrugTest(id) => (Some(id.as_bytes()), None),
            Self::Draw(id) => (None, Some(id.as_bytes())),
        }
    }
}

/// A follow-up, as stored.
#[derive(Clone, Debug)]
pub(super) struct FollowUp {
    pub id: FollowUpId,
    pub client: ClientId,
    pub event: FollowUpEvent,
    pub drug_test: Option<Uuid>,
    pub step: FollowUpStep,
    pub recipient: Option<ConsentKind>,
    /// Of a notice: the agreement it is owed under.
    pub agreement: Option<AgreementId>,
    pub words: String,
    pub due_at: Moment,
    pub state: FollowUpState,
    pub answer: String,
    pub answered_at: Option<Moment>,
    pub answered_by: Option<StaffId>,
    pub answering_test: Option<Uuid>,
    pub rev: i64,
}

pub(super) fn follow_up_of(row: &Row<'_>) -> rusqlite::Result<FollowUp> {
    Ok(FollowUp {
        id: row.get("id")?,
        client: row.get("client")?,
        event: row.get("event")?,
        drug_test: uuid_of(row, "drug_test")?,
        step: row.get("step")?,
        recipient: row.get("recipient")?,
        agreement: row.get("agreement")?,
        words: row.get("words")?,
        due_at: row.get("due_at")?,
        state: row.get("state")?,
        answer: row.get("answer")?,
        answered_at: row.get("answered_at")?,
        answered_by: row.get("answered_by")?,
        answering_test: uuid_of(row, "answering_test")?,
        rev: row.get("rev")?,
    })
}

pub(super) fn follow_up(sql: &Connection, id: FollowUpId) -> Result<Option<FollowUp>> {
    let mut statement = sql.prepare_cached("select * from follow_up where id = :id")?;
    Ok(statement.query_row(named_params! { ":id": id }, follow_up_of).optional()?)
}

/// What a subject has opened for a client so far.
pub(super) fn of_subject(sql: &Connection, client: ClientId, subject: Subject) -> Result<Vec<FollowUp>> {
    let (test, draw) = subject.columns();
    let mut statement = sql.prepare_cached(match subject {
        Subject::DrugTest(_) => {
            "select * from follow_up where drug_test = :test and client = :client and :draw is null"
        }
        Subject::Draw(_) => "select * from follow_up where draw = :draw and client = :client and :test is null",
    })?;
    let parameters = named_params! { ":test": test, ":draw": draw, ":client": client };
    let rows = statement.query_map(parameters, follow_up_of)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn insert(tx: &mut Tx<'_, '_>, follow_up: &FollowUp, subject: Subject) -> Result<()> {
    let (test, draw) = subject.columns();
    tx.write(
        "insert into follow_up
           (id, client, event, drug_test, draw, step, recipient, agreement, words, due_at, state, rev, at, device, by_staff)
         values
           (:id, :client, :event, :test, :draw, :step, :recipient, :agreement, :words, :due_at, 'open', 1, :at, :device, :by_staff)",
        named_params! {
            ":id": follow_up.id,
            ":client": follow_up.client,
            ":event": follow_up.event,
            ":test": test,
            ":draw": draw,
            ":step": follow_up.step,
            ":recipient": follow_up.recipient,
            ":agreement": follow_up.agreement,
            ":words": follow_up.words,
            ":due_at": follow_up.due_at,
        },
    )?;
    wrote(tx, follow_up)
}

/// Writes the answer as the next revision; the earlier version was kept.
pub(super) fn update(tx: &mut Tx<'_, '_>, follow_up: &FollowUp) -> Result<()> {
    tx.write(
        "update follow_up
         set state = :state, answer = :answer, answered_at = :answered_at, answered_by = :answered_by,
             answering_test = :answering_test, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! {
            ":id": follow_up.id,
            ":state": follow_up.state,
            ":answer": follow_up.answer,
            ":answered_at": follow_up.answered_at,
            ":answered_by": follow_up.answered_by,
            ":answering_test": follow_up.answering_test.as_ref().map(Uuid::as_bytes),
        },
    )?;
    wrote(tx, follow_up)
}

fn wrote(tx: &mut Tx<'_, '_>, follow_up: &FollowUp) -> Result<()> {
    tx.touch(Tag::FollowUp);
    tx.wrote(Table::FollowUp, follow_up.id, Some(follow_up.client.uuid()))
}

/// Names of the people who answered.
pub(super) fn names(sql: &Connection) -> Result<HashMap<StaffId, String>> {
    let mut statement = sql.prepare_cached("select id, given_name || ' ' || family_name as name from staff")?;
    let rows = statement.query_map([], |row| Ok((row.get("id")?, row.get("name")?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
