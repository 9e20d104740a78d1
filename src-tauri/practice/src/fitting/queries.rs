//! Combinations for a client, the running week to its end, and clashes of the coming days.

use chrono::{Days, NaiveDate};
use rusqlite::named_params;

use super::fit::{self, Fit, MOST_GROUPS, Owed, Problem};
use super::gather::{self, Choice, Place, Taken};
use super::ipc::{ComingClash, FitAnswer, FitFor, FitGroup, FitMeeting, FitOption, FitWeekLine, Forecast};
use crate::attendance::{self, Week, WeekState, week_of};
use crate::client::reach::{self, Scope};
use crate::client::{ClientId, json_of};
use crate::group::{Looker, shown_in};
use crate::kernel::router::Nothing;
use crate::kernel::{Info, Moment, Result, Verb, View};
use crate::session::Kind;
use crate::work_pattern;

/// Weeks that are looked ahead, from the next one on.
const WEEKS: usize = 8;
/// Combinations that are shown.
const OPTIONS: usize = 4;
/// Days ahead in which a clash is said.
const CLASH_DAYS: Days = Days::new(7);

/// What fits a client over the next eight program weeks.
pub(super) fn groups(view: &View<'_>, request: FitFor) -> Result<FitAnswer> {
    view.reach(Info::Attendance, Verb::Read, request.client)?;
    let this = week_of(view.today(), view.calendar.week_start.weekday());
    let weeks: Vec<Week> = std::iter::successors(Some(this.after()), |week| Some(week.after())).take(WEEKS).collect();
    let (from, until) = (this.until, weeks.last().map_or(this.until, |week| week.until));
    let taken = Taken::of(view, request.client, (from, until))?;
    let fixed = gather::appointments(view.sql, request.client, &taken, (from, until))?;
    let (chosen, left_out) = pick(gather::choices(view, request.client, &taken, (from, until))?);
    let problem = Problem {
        weeks: owed(view, request.client, &weeks)?,
        fixed: fixed.iter().map(Place::meeting).collect(),
        groups: chosen.iter().map(|choice| choice.places.iter().map(Place::meeting).collect()).collect(),
        travel: taken.travel,
    };
    let members: Vec<usize> = (0..chosen.len()).filter(|at| chosen[*at].member).collect();
    let shown = Shown { problem: &problem, fixed: &fixed, chosen: &chosen, members: &members };
    Ok(FitAnswer {
        from,
        last: weeks.last().map_or(from, |week| week.last()),
        options: fit::best(&problem, OPTIONS).iter().map(|fit| shown.option(fit)).collect(),
        now: shown.option(&fit::of(&problem, &members)),
        groups: chosen.iter().map(group_line).collect(),
        left_out: left_out.iter().map(group_line).collect(),
        has_pattern: taken.known,
        may_join: view.reach(Info::Identity, Verb::Write, request.client).is_ok(),
    })
}

/// The groups to combine: those the client is in, and those with a seat that meet the fewest shifts.
fn pick(mut choices: Vec<Choice>) -> (Vec<Choice>, Vec<Choice>) {
    let taken = |choice: &Choice| choice.places.iter().filter(|place| place.meets.is_some()).count();
    let may = |choice: &Choice| !choice.places.is_empty() && (choice.member || choice.seats > 0);
    choices.sort_by_key(|choice| (!may(choice), !choice.member, taken(choice)));
    let count = choices.iter().filter(|choice| may(choice)).count().min(MOST_GROUPS);
    let left_out = choices.split_off(count);
    (choices, left_out)
}

fn owed(view: &View<'_>, client: ClientId, weeks: &[Week]) -> Result<Vec<Owed>> {
    let lines = attendance::week_lines(view.sql, client, weeks, view.today())?;
    Ok(weeks
        .iter()
        .zip(lines)
        .map(|(week, line)| {
            let minimum = line.minimum.filter(|_| line.state != WeekState::Partial).unwrap_or_default();
            Owed { start: week.start, until: week.until, minimum }
        })
        .collect())
}

fn group_line(choice: &Choice) -> FitGroup {
    FitGroup {
        id: choice.id,
        name: choice.name.clone(),
        type_label: choice.type_label.clone(),
        member: choice.member,
        seats: choice.seats,
        first: choice.places.first().map(|place| place.starts_at),
        meetings: choice.places.len(),
        taken: choice.places.iter().filter(|place| place.meets.is_some()).count(),
    }
}

/// A meeting with its words.
fn meeting(group: Option<&Choice>, place: &Place) -> FitMeeting {
    FitMeeting {
        title: group.map_or_else(|| Kind::Individual.label().into(), |choice| choice.name.clone()),
        group: group.map(|choice| choice.id),
        session: place.session,
        on: place.on,
        starts_at: place.starts_at,
        ends_at: place.ends_at,
        meets: place.meets,
    }
}

/// Everything a combination is shown with.
struct Shown<'a> {
    problem: &'a Problem,
    fixed: &'a [Place],
    chosen: &'a [Choice],
    members: &'a [usize],
}

impl Shown<'_> {
    fn option(&self, fit: &Fit) -> FitOption {
        let weeks = (0..fit.weeks.len()).filter_map(|week| self.week(fit, week)).collect();
        FitOption {
            groups: fit.groups.iter().map(|at| self.chosen[*at].id).collect(),
            now: fit.groups == self.members,
            weeks_below: fit.score.weeks_below,
            clashes: fit.score.clashes,
            days: fit.score.days,
            travel: fit.score.travel,
            weeks,
        }
    }

    fn week(&self, fit: &Fit, at: usize) -> Option<FitWeekLine> {
        let (owed, week) = (self.problem.weeks.get(at)?, fit.weeks.get(at)?);
        let named = |(group, place): (Option<usize>, usize)| {
            let choice = group.and_then(|group| self.chosen.get(group));
            let places = choice.map_or(self.fixed, |choice| &choice.places);
            places.get(place).map(|place| meeting(choice, place))
        };
        let repairs = fit::repairs(self.problem, fit, at);
        let made_up: i64 = repairs
            .iter()
            .filter_map(|(group, place)| self.problem.groups.get(*group)?.get(*place))
            .map(|meeting| meeting.until - meeting.from)
            .sum();
        Some(FitWeekLine {
            start: owed.start,
            last: owed.until.checked_sub_days(Days::new(1))?,
            minutes: week.minutes,
            minimum: Some(owed.minimum).filter(|minimum| *minimum > 0),
            lacks: (owed.minimum - week.minutes).max(0),
            clashes: week.clashes.iter().copied().filter_map(named).collect(),
            make_ups: repairs.iter().filter_map(|(group, place)| named((Some(*group), *place))).collect(),
            repaired: week.minutes + made_up >= owed.minimum,
        })
    }
}

/// The running week of a client to its end, and what would fill it.
pub(super) fn forecast(view: &View<'_>, request: FitFor) -> Result<Forecast> {
    view.reach(Info::Attendance, Verb::Read, request.client)?;
    let (client, today) = (request.client, view.today());
    let week = week_of(today, view.calendar.week_start.weekday());
    let clients = [client];
    let standing = attendance::standings(view, &clients, Some(&clients), week)?.remove(&client).unwrap_or_default();
    let span = (today, week.until);
    let taken = Taken::of(view, client, span)?;
    let choices = gather::choices(view, client, &taken, span)?;
    let fixed = gather::appointments(view.sql, client, &taken, span)?;
    let ahead = ahead(&choices, &fixed, view.now);
    let (fixes, filled) = ahead.fill(standing.short);
    Ok(Forecast {
        week_last: week.last(),
        done: standing.done,
        planned: standing.planned,
        minimum: standing.minimum,
        short: standing.short,
        clashes: ahead.clashes,
        fixes,
        enough: filled >= standing.short,
    })
}

/// The rest of a week.
struct Ahead<'a> {
    clashes: Vec<FitMeeting>,
    standing: Vec<&'a Place>,
    /// Sessions of other groups that have a seat, are free and still to begin.
    open: Vec<(&'a Choice, &'a Place)>,
}

fn ahead<'a>(choices: &'a [Choice], fixed: &'a [Place], now: Moment) -> Ahead<'a> {
    let own = |choice: &&Choice| choice.member;
    let grouped = choices.iter().filter(own).flat_map(|choice| choice.places.iter().map(move |p| (Some(choice), p)));
    let mine: Vec<(Option<&Choice>, &Place)> = grouped.chain(fixed.iter().map(|place| (None, place))).collect();
    let standing: Vec<&Place> =
        mine.iter().filter(|(_, place)| place.meets.is_none()).map(|(_, place)| *place).collect();
    let mut clashes: Vec<FitMeeting> = mine
        .iter()
        .filter(|(_, place)| place.meets.is_some() && place.ends_at > now)
        .map(|(choice, place)| meeting(*choice, place))
        .collect();
    clashes.sort_by_key(|clash| clash.starts_at);
    let mut open: Vec<(&Choice, &Place)> = choices
        .iter()
        .filter(|choice| !choice.member && choice.seats > 0)
        .flat_map(|choice| choice.places.iter().map(move |place| (choice, place)))
        .filter(|(_, place)| place.meets.is_none() && place.counts && place.starts_at > now)
        .collect();
    open.sort_by_key(|(_, place)| place.starts_at);
    Ahead { clashes, standing, open }
}

impl<'a> Ahead<'a> {
    /// The earliest open sessions until nothing lacks, and their minutes.
    fn fill(&self, short: i64) -> (Vec<FitMeeting>, i64) {
        let (mut standing, mut filled, mut fixes) = (self.standing.clone(), 0, Vec::new());
        for (choice, place) in &self.open {
            if filled >= short {
                break;
            }
            if standing.iter().all(|other| other.ends_at <= place.starts_at || place.ends_at <= other.starts_at) {
                filled += place.starts_at.minutes_to(place.ends_at);
                fixes.push(meeting(Some(choice), place));
                standing.push(place);
            }
        }
        (fixes, filled)
    }
}

/// Clashes of the coming days, of the clients the person cares for or whose group they lead. Three statements.
pub(super) fn clashes(view: &View<'_>, _: Nothing) -> Result<Vec<ComingClash>> {
    let Ok(all) = Scope::of(view.actor, Info::Attendance, Verb::Read) else { return Ok(Vec::new()) };
    // Of everybody's, one's own: the others have a counselor who is told.
    let mine = Scope { everyone: false, related: all.related || all.everyone, named: false, ..all };
    let today = view.today();
    let clients = reach::clients_in(view.sql, view.actor.staff, mine, view.now, today)?;
    let patterns = work_pattern::of_clients(view.sql, &json_of(&clients))?;
    if patterns.is_empty() {
        return Ok(Vec::new());
    }
    let until: NaiveDate = today.checked_add_days(CLASH_DAYS).unwrap_or(today);
    let with: Vec<ClientId> = patterns.keys().copied().collect();
    let looker = Looker::of(view);
    let mut statement = view.sql.prepare_cached(include_str!("sql/expected.sql"))?;
    let parameters = named_params! {
        ":clients": json_of(&with), ":me": view.actor.staff, ":today": today,
        ":from": today, ":until": until,
    };
    let mut rows = statement.query(parameters)?;
    let mut busy = std::collections::HashMap::new();
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let client: ClientId = row.get("client")?;
        let (starts_at, ends_at): (Moment, Moment) = (row.get("starts_at")?, row.get("ends_at")?);
        let taken = busy.entry(client).or_insert_with(|| {
            let versions = patterns.get(&client).map_or(&[][..], Vec::as_slice);
            work_pattern::busy(versions, view.zone(), (today, until))
        });
        let Some(meets) = taken.iter().find(|busy| busy.meets(starts_at, ends_at)) else { continue };
        if ends_at <= view.now {
            continue;
        }
        let (group, kind): (String, Kind) = (row.get("group_name")?, row.get("kind")?);
        let title = if group.is_empty() { kind.label().into() } else { group };
        let meeting = FitMeeting {
            title,
            group: None,
            session: row.get("session")?,
            on: row.get("on_date")?,
            starts_at,
            ends_at,
            meets: Some(meets.what),
        };
        found.push(ComingClash { client, name: shown_in(row, looker)?, meeting });
    }
    Ok(found)
}
