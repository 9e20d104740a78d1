//! The day's list, each person seeing those they reach.

use rusqlite::{Row, named_params};

use super::ipc::{CheckInDay, CheckInDayAnswer, CheckInLine, CheckInPerson};
use super::{Told, rules, store};
use crate::client::ClientId;
use crate::draw::{self, Draw, DrawState};
use crate::kernel::{Info, Reach, Result, Verb, View};
use crate::testing::{self, LineSays, Sight};

/// Who keeps the line: the front desk, and who orders tests.
pub(super) const KEEPS: &[(Info, Verb)] = &[(Info::Attendance, Verb::CheckIn), (Info::DrugTests, Verb::Interpret)];

/// The lines of a day. Before the notice time a line has no people.
pub(super) fn day(view: &View<'_>, request: CheckInDay) -> Result<CheckInDayAnswer> {
    let on = request.on.unwrap_or(view.today());
    let mut lines = Vec::new();
    for draw in draw::on_date(view.sql, on)? {
        if matches!(draw.state, DrawState::Frozen | DrawState::Noticed) {
            lines.push(line(view, &draw)?);
        }
    }
    let may_record = KEEPS.iter().any(|(info, verb)| view.actor.may(*info, *verb));
    Ok(CheckInDayAnswer { on, lines, may_record })
}

fn line(view: &View<'_>, draw: &Draw) -> Result<CheckInLine> {
    let program = testing::program(view.sql, draw.program)?;
    let open = draw.state == DrawState::Noticed;
    let people = if open { people(view, draw)? } else { Vec::new() };
    let keeps = KEEPS.iter().any(|(info, verb)| view.actor.may(*info, *verb));
    let says = said(program.line_says, &people);
    let script = match says {
        says @ (LineSays::Codes | LineSays::Colors) if open && keeps => {
            let words = store::line_words(view.sql, draw.id)?;
            Some(rules::script(draw.on_date, says, &words, view.zone().wall(draw.closes_at).time()))
        }
        _ => None,
    };
    let closed = store::closed(view.sql, draw.id)?;
    Ok(CheckInLine {
        draw: draw.id,
        program_name: program.name,
        notice_at: draw.notice_at,
        closes_at: draw.closes_at,
        open,
        notice_due: !open && view.now >= draw.notice_at,
        says,
        script,
        people,
        close_due: open && closed.is_none() && view.now > draw.closes_at,
        closed_at: closed.as_ref().map(|(at, _)| *at),
        closed_by: closed.map(|(_, by)| by),
    })
}

/// What the line says of a draw: a draw that was frozen with codes keeps them, whatever its program says since.
fn said(program: LineSays, people: &[CheckInPerson]) -> LineSays {
    let digits = |person: &CheckInPerson| person.line_code.chars().all(|digit| digit.is_ascii_digit());
    match program {
        LineSays::Colors if !people.is_empty() && people.iter().all(digits) => LineSays::Codes,
        LineSays::Codes if people.iter().any(|person| !digits(person)) => LineSays::Colors,
        says => says,
    }
}

fn people(view: &View<'_>, draw: &Draw) -> Result<Vec<CheckInPerson>> {
    let sight = Sight::of(view, Info::DrugTests, Verb::Glimpse)?;
    let collects = view.actor.permits(Info::DrugTests, Verb::Glimpse).iter().any(|p| p.reach == Reach::Collecting)
        && draw.on_date == view.today();
    let mut statement = view.sql.prepare_cached(include_str!("sql/people.sql"))?;
    let parameters = named_params! {
        ":draw": draw.id, ":on": draw.on_date, ":now": view.now, ":me": view.actor.staff,
    };
    let rows = statement.query_map(parameters, |row| {
        let (client, restricted): (ClientId, bool) = (row.get("client")?, row.get("restricted")?);
        let collecting = collects && !restricted && row.get::<_, Option<bool>>("collecting")?.unwrap_or_default();
        if sight.sees(client, restricted) || collecting {
            return person(view, draw, row, true).map(Some);
        }
        // Who sees everybody else sees a number, so that the call of a restricted chart can be recorded.
        if sight.counts() { person(view, draw, row, false).map(Some) } else { Ok(None) }
    })?;
    let found: Vec<Option<CheckInPerson>> = rows.collect::<rusqlite::Result<_>>()?;
    Ok(found.into_iter().flatten().collect())
}

fn person(view: &View<'_>, draw: &Draw, row: &Row<'_>, named: bool) -> rusqlite::Result<CheckInPerson> {
    let called_at = row.get("called_at")?;
    let name = if named {
        format!("{}, {}", row.get::<_, String>("family_name")?, row.get::<_, String>("given_name")?)
    } else {
        format!("Client {}", row.get::<_, i64>("number")?)
    };
    Ok(CheckInPerson {
        client: row.get("client")?,
        name,
        line_code: row.get("line_code")?,
        told: if row.get("selected")? { Told::Test } else { Told::NoTest },
        site: row.get("site")?,
        state: rules::state(called_at, draw.closes_at, view.now),
        check_in: row.get("check_in")?,
        rev: row.get("rev")?,
        called_at,
        means: row.get("means")?,
        deadline_at: row.get("deadline_at")?,
        by: row.get("by")?,
        noted: row.get::<_, Option<String>>("noted")?.unwrap_or_default(),
        missed_before: row.get("missed_before")?,
        test: if named { row.get("drug_test")? } else { None },
    })
}

/// Whether the person may record this client's call: those of their own list.
pub(super) fn keeps(view: &View<'_>, client: ClientId, restricted: bool) -> Result<bool> {
    let sight = Sight::of(view, Info::DrugTests, Verb::Glimpse)?;
    Ok(sight.sees(client, restricted) || sight.counts())
}
