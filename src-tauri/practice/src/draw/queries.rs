//! What is known of draws. Before the notice: that one is set.

use chrono::{Days, NaiveDate};
use rusqlite::{Row, named_params};

use super::chance;
use super::ipc::{DrawDay, DrawLine, DrawList, DrawPage, DrawPerson, DrawProgram, DrawProof, OneDraw};
use super::{Draw, DrawId, DrawState, rules, store};
use crate::client::ClientId;
use crate::kernel::history::hex;
use crate::kernel::router::Nothing;
use crate::kernel::{Info, Result, Verb, View};
use crate::staff;
use crate::testing::{self, Program, Sight};

/// What the page proves.
pub(super) const PROVES: &[&str] = &[
    "The random bytes were chosen before the pool was frozen: their SHA-256 stands in the audit before it.",
    "Nobody between commitment and names could add, remove or prefer a person: with the bytes and the pool below, anybody gets the same names.",
    "Each person was drawn on their own chance; who else was in the pool made no difference.",
    "Every draw that was set for this day is listed, the discarded too.",
];

/// What the page does not prove.
pub(super) const DOES_NOT_PROVE: &[&str] = &[
    "That the pool was the right one: who is enrolled, paused or discharged is for the program to answer.",
    "That random bytes were not thrown away and drawn again in another copy of the records; within these records every commitment is in the audit.",
    "That somebody with the keys of the vault and a program of their own did not look at the bytes before the notice time.",
];

/// Programs with their next days, and the draws.
pub(super) fn list(view: &View<'_>, _: Nothing) -> Result<DrawList> {
    let programs = testing::programs(view.sql)?.into_iter().filter(|program| program.active);
    Ok(DrawList {
        programs: programs.map(|program| program_answer(view, program)).collect(),
        draws: lines(view, None, None)?,
        may_set: view.actor.may(Info::Staff, Verb::Write),
    })
}

fn program_answer(view: &View<'_>, program: Program) -> DrawProgram {
    let days = (0..7).filter_map(|ahead| view.today().checked_add_days(Days::new(ahead)));
    DrawProgram {
        id: program.id,
        days: days.map(|on| DrawDay { on, allowed: program.allows(on) }).collect(),
        notice_time: program.notice_time.format("%H:%M").to_string(),
        name: program.name,
    }
}

/// Draws in a list: all, of a date, or one.
pub(super) fn lines(view: &View<'_>, id: Option<DrawId>, on: Option<NaiveDate>) -> Result<Vec<DrawLine>> {
    let mut statement = view.sql.prepare_cached(include_str!("sql/list.sql"))?;
    let rows = statement.query_map(named_params! { ":id": id, ":on": on }, line_of)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn line_of(row: &Row<'_>) -> rusqlite::Result<DrawLine> {
    let state: DrawState = row.get("state")?;
    let frozen = row.get::<_, Option<i64>>("frozen_at")?.is_some();
    Ok(DrawLine {
        id: row.get("id")?,
        program: row.get("program")?,
        program_name: row.get("program_name")?,
        on: row.get("on_date")?,
        attempt: row.get("attempt")?,
        state,
        notice_at: row.get("notice_at")?,
        pool: if frozen { Some(row.get("pool")?) } else { None },
        selected: if state == DrawState::Noticed { Some(row.get("selected")?) } else { None },
        discard_reason: row.get("discard_reason")?,
        rev: row.get("rev")?,
    })
}

/// The page of a draw.
pub(super) fn page(view: &View<'_>, request: OneDraw) -> Result<DrawPage> {
    let draw = store::draw(view.sql, request.id)?;
    let line = lines(view, Some(draw.id), None)?;
    let may_set = view.actor.may(Info::Staff, Verb::Write);
    let committed_by = staff::person(view.sql, store::committed_by(view.sql, draw.id)?, false)?.name;
    Ok(DrawPage {
        draw: line.into_iter().next().ok_or_else(|| crate::kernel::Refusal::not_found("draw"))?,
        commitment: hex(&draw.commitment),
        committed_at: draw.committed_at,
        committed_by,
        frozen_at: draw.frozen_at,
        noticed_at: draw.noticed_at,
        discarded_at: draw.discarded_at,
        closes_at: draw.closes_at,
        proof: if draw.told(view.now) { proof(view, &draw)? } else { None },
        proves: PROVES.to_vec(),
        does_not_prove: DOES_NOT_PROVE.to_vec(),
        may_run: may_set && rules::may_run(draw.state, draw.on_date, view.today()).is_ok(),
        may_discard: may_set && rules::may_discard(draw.state).is_ok(),
    })
}

/// What the names follow from. A draw that was discarded before its pool was frozen has none.
fn proof(view: &View<'_>, draw: &Draw) -> Result<Option<DrawProof>> {
    let (Some(seed), Some(head), Some(digest)) = (draw.seed(), draw.head, draw.pool_digest) else { return Ok(None) };
    let sight = Sight::of(view, Info::Draws, Verb::Glimpse)?;
    let mut statement = view.sql.prepare_cached(include_str!("sql/people.sql"))?;
    let rows = statement.query_map(named_params! { ":draw": draw.id }, |row| person(row, &seed, &sight))?;
    Ok(Some(DrawProof {
        head: hex(&head),
        head_seq: draw.head_seq.unwrap_or_default(),
        secret: hex(&draw.secret),
        seed: hex(&seed),
        pool_digest: hex(&digest),
        people: rows.collect::<rusqlite::Result<_>>()?,
    }))
}

fn person(row: &Row<'_>, seed: &[u8; 32], sight: &Sight) -> rusqlite::Result<DrawPerson> {
    let one = store::person_of(row)?;
    let fate = chance::fate(seed, &one);
    let (client, restricted): (ClientId, bool) = (row.get("client")?, row.get("restricted")?);
    let seen = sight.sees(client, restricted);
    let name = format!("{}, {}", row.get::<_, String>("family_name")?, row.get::<_, String>("given_name")?);
    Ok(DrawPerson {
        token: hex(&one.token),
        client: seen.then_some(client),
        client_name: seen.then_some(name),
        tier_name: row.get("tier_name")?,
        standing: row.get("standing")?,
        chance_millionths: one.chance_millionths,
        analyzed_millionths: one.analyzed_millionths,
        number: fate.number.to_string(),
        selected: fate.selected,
        analyzed: fate.analyzed,
        test: if seen { row.get("drug_test")? } else { None },
    })
}
