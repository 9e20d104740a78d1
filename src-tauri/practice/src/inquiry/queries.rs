//! Inquiries within the person's reach: those that somebody owes a step, those that are over, and how far they came.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use rusqlite::{Connection, Row, named_params};

use super::ipc::{InquiryList, InquiryRow, ListInquiries, NextStep, Reached, StepTaken, WhichInquiry};
use super::{InquiryState, store};
use crate::client::{json_of, number_words, reach, reach::Scope};
use crate::kernel::history::Table;
use crate::kernel::{Info, Refusal, Result, Verb, View};

/// The most lines of a list; who looks for more finds them by the client's name.
const MOST: i64 = 300;

/// The inquiries that began within this many days are counted by how far they came.
const COUNTED_DAYS: u64 = 90;

/// The inquiries of the clients in reach.
pub(super) fn list(view: &View<'_>, request: ListInquiries) -> Result<InquiryList> {
    let scope = Scope::of(view.actor, Info::Identity, Verb::Read)?;
    let mine = reach::clients_in(view.sql, view.actor.staff, scope, view.now, view.today())?;
    let mine = json_of(&mine);
    let may_change = view.actor.permit(Info::Identity, Verb::Write).is_ok();
    let next = next_steps(view.sql)?;
    let today = view.today();
    let mut statement = view.sql.prepare_cached(include_str!("sql/list.sql"))?;
    let parameters =
        named_params! { ":everyone": scope.everyone, ":mine": mine, ":over": request.over, ":most": MOST };
    let rows = statement.query_map(parameters, |row| row_of(row, today, &next, may_change))?;
    let rows = rows.collect::<rusqlite::Result<_>>()?;
    let since = today.checked_sub_days(Days::new(COUNTED_DAYS)).unwrap_or(today);
    Ok(InquiryList { rows, reached: reached(view.sql, (scope.everyone, &mine), since)?, since })
}

/// The inquiries in reach that somebody should answer today: nobody did yet since yesterday, or a call is due.
pub(crate) fn to_answer(view: &View<'_>) -> Result<Vec<InquiryRow>> {
    let today = view.today();
    let mut rows = list(view, ListInquiries { over: false })?.rows;
    rows.retain(|row| {
        row.state == InquiryState::Asked && row.days > 0 || row.fields.follow_up_on.is_some_and(|on| on <= today)
    });
    Ok(rows)
}

fn row_of(
    row: &Row<'_>,
    today: NaiveDate,
    next: &HashMap<InquiryState, Vec<NextStep>>,
    may_change: bool,
) -> rusqlite::Result<InquiryRow> {
    let (state, state_on): (InquiryState, NaiveDate) = (row.get("state")?, row.get("state_on")?);
    let (given, preferred): (String, String) = (row.get("given_name")?, row.get("preferred_name")?);
    Ok(InquiryRow {
        id: row.get("id")?,
        rev: row.get("rev")?,
        client: row.get("client")?,
        number: number_words(row.get("number")?),
        family_name: row.get("family_name")?,
        given_name: if preferred.is_empty() { given } else { preferred },
        profession: row.get("profession")?,
        state,
        state_label: row.get("state_label")?,
        state_on,
        days: (today - state_on).num_days(),
        asked_on: row.get("asked_on")?,
        fields: store::fields_of(row)?,
        reason: row.get("reason")?,
        next: next.get(&state).cloned().unwrap_or_default(),
        may_change,
    })
}

fn next_steps(sql: &Connection) -> Result<HashMap<InquiryState, Vec<NextStep>>> {
    let mut statement = sql
        .prepare_cached("select from_state, to_state, label, asks from inquiry_next order by from_state, position")?;
    let rows = statement.query_map([], |row| {
        Ok((
            row.get::<_, InquiryState>("from_state")?,
            NextStep { to: row.get("to_state")?, label: row.get("label")?, asks: row.get("asks")? },
        ))
    })?;
    let mut next: HashMap<InquiryState, Vec<NextStep>> = HashMap::new();
    for row in rows {
        let (from, step) = row?;
        next.entry(from).or_default().push(step);
    }
    Ok(next)
}

fn reached(sql: &Connection, (everyone, mine): (bool, &str), since: NaiveDate) -> Result<Vec<Reached>> {
    let mut statement = sql.prepare_cached(include_str!("sql/reached.sql"))?;
    let parameters = named_params! { ":everyone": everyone, ":mine": mine, ":since": since };
    let rows = statement.query_map(parameters, |row| {
        Ok(Reached { state: row.get("word")?, label: row.get("label")?, count: row.get("count")? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Every step of an inquiry, the newest first, also those that were taken back.
pub(super) fn steps(view: &View<'_>, request: WhichInquiry) -> Result<Vec<StepTaken>> {
    let missing = || Refusal::not_found(Table::Inquiry.noun());
    let inquiry = store::inquiry(view.sql, request.id)?.ok_or_else(missing)?;
    view.reach(Info::Identity, Verb::Read, inquiry.client).map_err(|_| missing())?;
    let mut statement = view.sql.prepare_cached(
        "select inquiry_state.label, step.reason, step.taken_on, step.at, step.voided_at is not null as taken_back,
                staff.given_name || ' ' || staff.family_name as by_name
         from inquiry_step as step
         join inquiry_state on inquiry_state.word = step.to_state
         join staff on staff.id = step.by_staff
         where step.inquiry = :inquiry
         order by step.number desc",
    )?;
    let rows = statement.query_map(named_params! { ":inquiry": inquiry.id }, |row| {
        Ok(StepTaken {
            label: row.get("label")?,
            reason: row.get("reason")?,
            on: row.get("taken_on")?,
            at: row.get("at")?,
            by: row.get("by_name")?,
            taken_back: row.get("taken_back")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
