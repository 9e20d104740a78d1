//! The steps of a draw. Each is one action, and each has its entry in the audit.

use super::chance::{self, Person};
use super::ipc::{CommitDraw, DiscardDraw, OneDraw, RunDraw, SavedDraw};
use super::rules::{self, DrawRefusal};
use super::store::{self, Entry};
use super::{Draw, DrawState};
use crate::drug_test;
use crate::kernel::door::Tx;
use crate::kernel::history::{Table, hex};
use crate::kernel::{Check, Result, RowId as _, Tag};
use crate::testing::{self, Member, Program};

/// Commits to 32 fresh random bytes: their digest stands in the audit before the pool is frozen.
pub(super) fn commit(tx: &mut Tx<'_, '_>, request: CommitDraw) -> Result<SavedDraw> {
    let program = testing::program(tx.sql(), request.program)?;
    if !program.active {
        return Err(DrawRefusal::Inactive.into());
    }
    rules::may_commit(request.on, tx.today(), program.allows(request.on))?;
    let (attempts, standing) = store::attempts(tx.sql(), program.id, request.on)?;
    if standing {
        return Err(DrawRefusal::Standing.into());
    }
    let secret = tx.random()?;
    let zone = tx.calendar.zone;
    let at = |time| zone.moment(request.on, time).unwrap_or_else(|_| zone.start_of(request.on));
    let draw = Draw {
        id: tx.id(),
        program: program.id,
        on_date: request.on,
        attempt: attempts + 1,
        state: DrawState::Committed,
        commitment: chance::commitment(&secret),
        secret,
        head: None,
        head_seq: None,
        pool_digest: None,
        notice_at: at(program.notice_time),
        closes_at: at(program.closes),
        committed_at: tx.now(),
        frozen_at: None,
        noticed_at: None,
        discarded_at: None,
        discard_reason: String::new(),
        rev: 1,
    };
    store::insert(tx, &draw)?;
    tx.wrote(Table::Draw, draw.id, None)?;
    tx.did_to(Table::Draw, draw.id, None, format!("commitment {}", hex(&draw.commitment)));
    tx.touch(Tag::Draw);
    Ok(SavedDraw { id: draw.id, rev: 1 })
}

/// Freezes the pool. From here the answer is fixed, and nobody knows it.
pub(super) fn run(tx: &mut Tx<'_, '_>, request: RunDraw) -> Result<SavedDraw> {
    let draw = store::draw(tx.sql(), request.id)?;
    rules::may_run(draw.state, draw.on_date, tx.today())?;
    tx.revise(Table::Draw, draw.id, request.rev)?;
    let program = testing::program(tx.sql(), draw.program)?;
    let entries: Vec<Entry> = testing::pool(tx.sql(), program.id, draw.on_date)?
        .into_iter()
        .map(|one| entry(&program, &draw, one))
        .collect();
    for entry in &entries {
        store::insert_entry(tx, draw.id, entry)?;
    }
    let pool: Vec<Person> = entries.iter().map(|entry| entry.person).collect();
    let digest = chance::pool_digest(&pool);
    let head = tx.head()?;
    let frozen = Draw {
        state: DrawState::Frozen,
        head: Some(head.mac),
        head_seq: i64::try_from(head.seq).ok(),
        pool_digest: Some(digest),
        frozen_at: Some(tx.now()),
        ..draw
    };
    let saved = update(tx, &frozen)?;
    tx.did_to(Table::Draw, frozen.id, None, format!("pool {}", hex(&digest)));
    Ok(saved)
}

fn entry(program: &Program, draw: &Draw, member: Member) -> Entry {
    use chrono::Datelike as _;
    let days = program.days_a_year(draw.on_date.year());
    let chance = testing::rules::chance(member.per_year, days, program.floor_millionths);
    Entry {
        client: member.client,
        tier: member.tier,
        line_code: member.line_code,
        standing: member.standing,
        site: member.site,
        person: Person {
            token: member.token,
            chance_millionths: if member.standing.drawn() { chance } else { 0 },
            analyzed_millionths: member.analyzed_millionths,
        },
    }
}

fn update(tx: &mut Tx<'_, '_>, draw: &Draw) -> Result<SavedDraw> {
    store::update(tx, draw)?;
    tx.wrote(Table::Draw, draw.id, None)?;
    tx.touch(Tag::Draw);
    Ok(SavedDraw { id: draw.id, rev: draw.rev + 1 })
}

/// Discards a draw whose names nobody knows. It stays in the list, in the audit and on the day report.
pub(super) fn discard(tx: &mut Tx<'_, '_>, request: DiscardDraw) -> Result<SavedDraw> {
    let draw = store::draw(tx.sql(), request.id)?;
    let mut check = Check::new();
    let reason = check.required("reason", &request.reason, 300, "Say why: it stands on the day report.");
    check.done()?;
    rules::may_discard(draw.state)?;
    tx.revise(Table::Draw, draw.id, request.rev)?;
    let discarded =
        Draw { state: DrawState::Discarded, discarded_at: Some(tx.now()), discard_reason: reason, ..draw };
    let saved = update(tx, &discarded)?;
    tx.did_to(Table::Draw, discarded.id, None, format!("revealed {}", hex(&discarded.secret)));
    Ok(saved)
}

/// Opens the names at the notice time: the selected become ordered tests. Asked again, it changes nothing.
pub(super) fn notice(tx: &mut Tx<'_, '_>, request: OneDraw) -> Result<SavedDraw> {
    let draw = store::draw(tx.sql(), request.id)?;
    rules::may_notice(&draw, tx.now())?;
    if draw.state == DrawState::Noticed {
        tx.did_to(Table::Draw, draw.id, None, "open already");
        return Ok(SavedDraw { id: draw.id, rev: draw.rev });
    }
    let seed = draw.seed().ok_or(DrawRefusal::NotFrozen)?;
    let program = testing::program(tx.sql(), draw.program)?;
    tx.revise(Table::Draw, draw.id, draw.rev)?;
    for entry in store::entries(tx.sql(), draw.id)? {
        let fate = chance::fate(&seed, &entry.person);
        if !fate.selected {
            continue;
        }
        let how = (program.method, program.specimen, program.panel.as_str());
        let test = drug_test::order_drawn(tx, entry.client, how, draw.on_date)?;
        let pick = store::insert_pick(tx, draw.id, entry.client, test, fate.analyzed)?;
        tx.wrote(Table::DrawPick, pick, Some(entry.client.uuid()))?;
    }
    let noticed = Draw { state: DrawState::Noticed, noticed_at: Some(tx.now()), ..draw };
    let saved = update(tx, &noticed)?;
    tx.did_to(Table::Draw, noticed.id, None, format!("revealed {}", hex(&noticed.secret)));
    tx.touch(Tag::CheckIn);
    Ok(saved)
}
