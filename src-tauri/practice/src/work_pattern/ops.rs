//! Writing a pattern, and taking a version back.

use super::ipc::{SavedWorkPattern, SetWorkPattern, ShiftFields, ThisWorkPattern, WorkPatternFields};
use super::{Blocked, Shift, WorkPattern, store};
use crate::client::ClientId;
use crate::group::wall_time;
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::router::Done;
use crate::kernel::{Check, Info, Refusal, Result, RowId as _, Tag, Verb, Zone};

/// The longest cycle, in days: twelve weeks.
const CYCLE: usize = 84;
/// Weekly times of one pattern.
const BLOCKED: usize = 20;

/// Writes the pattern that holds from a date on.
pub(super) fn set(tx: &mut Tx<'_, '_>, request: SetWorkPattern) -> Result<SavedWorkPattern> {
    tx.reach(Info::Identity, Verb::Write, request.client)?;
    let pattern = checked(tx, request.client, request.fields)?;
    let versions = super::of_client(tx.sql(), request.client)?;
    let saved = match versions.iter().find(|version| version.from_on == pattern.from_on) {
        Some(same_date) => {
            tx.revise(Table::WorkPattern, same_date.id, same_date.rev)?;
            store::update(tx, &WorkPattern { id: same_date.id, ..pattern })?;
            SavedWorkPattern { id: same_date.id, rev: same_date.rev + 1 }
        }
        None => {
            store::insert(tx, &pattern)?;
            SavedWorkPattern { id: pattern.id, rev: 1 }
        }
    };
    tx.wrote(Table::WorkPattern, saved.id, Some(request.client.uuid()))?;
    tx.touch(Tag::Client);
    Ok(saved)
}

/// Takes a version back: the one before it holds again.
pub(super) fn void(tx: &mut Tx<'_, '_>, request: ThisWorkPattern) -> Result<Done> {
    let version = store::pattern(tx.sql(), request.id)?.ok_or_else(|| Refusal::not_found("work pattern"))?;
    tx.reach(Info::Identity, Verb::Write, version.client)?;
    tx.revise(Table::WorkPattern, version.id, request.rev)?;
    store::void(tx, version.id)?;
    tx.wrote(Table::WorkPattern, version.id, Some(version.client.uuid()))?;
    tx.touch(Tag::Client);
    Ok(Done {})
}

fn checked(tx: &Tx<'_, '_>, client: ClientId, fields: WorkPatternFields) -> Result<WorkPattern> {
    let mut check = Check::new();
    let cycle = fields.cycle.trim().to_ascii_uppercase();
    let letters = (1..=CYCLE).contains(&cycle.len()) && cycle.chars().all(|day| "DNCO".contains(day));
    check.ensure(letters, "cycle", "Use one letter a day, D, N, C or O, for up to 12 weeks.");
    let zone = Zone::named(fields.time_zone.trim());
    check.ensure(zone.is_some(), "time_zone", "Choose the time zone of the workplace.");
    let travel = (0..=240).contains(&fields.travel_minutes);
    check.ensure(travel, "travel_minutes", "Type 0 to 240 minutes.");
    check.ensure(fields.blocked.len() <= BLOCKED, "blocked", format!("Keep it to {BLOCKED} weekly times."));
    let pattern = WorkPattern {
        id: tx.id(),
        client,
        from_on: fields.from_on,
        zone: zone.unwrap_or(tx.calendar.zone),
        cycle,
        anchor_on: fields.anchor_on,
        day: shift(&mut check, "day", &fields.day),
        night: shift(&mut check, "night", &fields.night),
        call: shift(&mut check, "call", &fields.call),
        travel: fields.travel_minutes,
        blocked: blocked(&mut check, fields.blocked),
        rev: 1,
    };
    check.done()?;
    Ok(pattern)
}

fn shift(check: &mut Check, at: &str, fields: &ShiftFields) -> Shift {
    check.ensure((5..=1_440).contains(&fields.minutes), &format!("{at}.minutes"), "Type up to 24 hours.");
    Shift { starts: wall_time(check, &format!("{at}.starts"), &fields.starts), minutes: fields.minutes }
}

fn blocked(check: &mut Check, list: Vec<Blocked>) -> Vec<Blocked> {
    list.into_iter()
        .enumerate()
        .map(|(index, one)| {
            let at = format!("blocked.{index}.");
            check.ensure((1..=7).contains(&one.weekday), &format!("{at}weekday"), "Choose a weekday.");
            check.ensure((5..=1_440).contains(&one.minutes), &format!("{at}minutes"), "Type up to 24 hours.");
            let starts = wall_time(check, &format!("{at}starts"), &one.starts).format("%H:%M").to_string();
            let words = check.optional(&format!("{at}words"), &one.words, 60);
            Blocked { starts, words, ..one }
        })
        .collect()
}
