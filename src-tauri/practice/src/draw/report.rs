//! Random tests in numbers: a day with its draws, its people and its signed editions, and a span of dates.

use chrono::{Days, NaiveDate};

use super::entry::{self, PersonOfDay};
use super::ipc::{
    DayCounts, DayPerson, DayReport, DrawCounts, DrawNumbers, NumbersRequest, PersonCounts, ReportRequest, TierCounts,
};
use super::paper::percent_or_none;
use super::{queries, signed_day};
use crate::client::{ClientId, number_words};
use crate::exit::paper::{Block, Section, section};
use crate::kernel::{Check, Info, Moment, Result, Verb, View};
use crate::testing::{Sight, TierId};

/// How compliance is counted.
pub(super) const RULE: &str =
    "Collected by the deadline told at check-in, or by the close of the line, of those drawn and not excused.";

/// The longest span of dates: a year and a day.
const LONGEST: i64 = 366;

/// The report of a day.
pub(super) fn day(view: &View<'_>, request: ReportRequest) -> Result<DayReport> {
    let on = request.on.unwrap_or(view.today());
    let people = entry::people(view.sql, (on, on))?;
    let all = sum(&people, view.now);
    let sight = Sight::of(view, Info::Draws, Verb::Glimpse)?;
    let shown = people.iter().filter(|one| one.drawn || one.missed_check_in(view.now));
    let signed = signed_day::standing(view, on, &people)?;
    Ok(DayReport {
        on,
        draws: queries::lines(view, None, Some(on))?,
        tiers: by_tier(&people, view.now),
        people: shown.map(|one| person(one, &sight, view.now)).collect(),
        compliance_thousandths: compliance(&all),
        all,
        rule: RULE,
        editions: signed.editions,
        changed: signed.changed,
        may_sign: signed.may_sign,
        why_not: signed.why_not,
    })
}

fn person(one: &PersonOfDay, sight: &Sight, now: Moment) -> DayPerson {
    let seen = sight.sees(one.client, one.restricted);
    DayPerson {
        number: number_words(one.client_number),
        client: seen.then_some(one.client),
        name: seen.then(|| one.name.clone()),
        program_name: one.program_name.clone(),
        tier_name: one.tier_name.clone(),
        standing: one.standing(),
        missed_check_in: one.missed_check_in(now),
        called_at: one.called_at,
        deadline_at: one.deadline_at,
        collected_at: one.collected_at,
        test: one.test.as_ref().filter(|_| seen).map(|(id, _)| *id),
        test_number: one.test.as_ref().map(|(_, number)| number.clone()).unwrap_or_default(),
    }
}

/// The numbers of each tier, in the order of the rows.
pub(super) fn by_tier(people: &[PersonOfDay], now: Moment) -> Vec<TierCounts> {
    let mut tiers: Vec<(TierId, TierCounts)> = Vec::new();
    for one in people {
        let counts = one.counts(now);
        match tiers.iter_mut().find(|(tier, _)| *tier == one.tier) {
            Some((_, known)) => known.counts = known.counts.plus(&counts),
            None => {
                let (program_name, tier_name) = (one.program_name.clone(), one.tier_name.clone());
                tiers.push((one.tier, TierCounts { program_name, tier_name, counts }));
            }
        }
    }
    tiers.into_iter().map(|(_, counts)| counts).collect()
}

pub(super) fn sum(people: &[PersonOfDay], now: Moment) -> DrawCounts {
    people.iter().fold(DrawCounts::default(), |sum, one| sum.plus(&one.counts(now)))
}

/// A span of dates in numbers: by day, tier and person.
pub(super) fn numbers(view: &View<'_>, request: NumbersRequest) -> Result<DrawNumbers> {
    let (from, to) = span(view, &request)?;
    let people = entry::people(view.sql, (from, to))?;
    let all = sum(&people, view.now);
    let sight = Sight::of(view, Info::Draws, Verb::Glimpse)?;
    Ok(DrawNumbers {
        from,
        until: to,
        days: by_day(&people, view.now),
        tiers: by_tier(&people, view.now),
        people: by_person(&people, &sight, view.now),
        compliance_thousandths: compliance(&all),
        all,
        rule: RULE,
    })
}

/// The random tests of one client in a span, in numbers, for a page.
///
/// # Errors
/// `not_found` outside the reach.
pub(crate) fn of_person(view: &View<'_>, client: ClientId, span: (NaiveDate, NaiveDate)) -> Result<Section> {
    view.reach(Info::DrugTests, Verb::Read, client)?;
    let people: Vec<PersonOfDay> =
        entry::people(view.sql, span)?.into_iter().filter(|one| one.client == client).collect();
    let counts = sum(&people, view.now);
    let number = |number: i64| number.to_string();
    let facts = vec![
        ("Days in the draw", number(counts.pool)),
        ("Selected", number(counts.drawn)),
        ("Collected", number(counts.collected)),
        ("Not collected", number(counts.missed)),
        ("Refused", number(counts.refused)),
        ("Unable", number(counts.unable)),
        ("Excused", number(counts.excused)),
        ("Missed check-ins", number(counts.missed_check_ins)),
        ("Collected in time", percent_or_none(compliance(&counts))),
    ];
    Ok(section("Random tests", vec![Block::Facts { rows: facts }, Block::Aside { text: RULE.into() }]))
}

/// The dates that are asked for: four weeks up to today when nothing is said.
fn span(view: &View<'_>, request: &NumbersRequest) -> Result<(NaiveDate, NaiveDate)> {
    let to = request.until.unwrap_or(view.today());
    let from = request.from.unwrap_or(to.checked_sub_days(Days::new(27)).unwrap_or(to));
    let mut check = Check::new();
    check.ensure(from <= to, "until", "Choose a day on or after the first.");
    check.ensure((to - from).num_days() <= LONGEST, "from", "Choose at most a year.");
    check.done()?;
    Ok((from, to))
}

fn by_day(people: &[PersonOfDay], now: Moment) -> Vec<DayCounts> {
    let mut days: Vec<DayCounts> = Vec::new();
    for one in people {
        let counts = one.counts(now);
        match days.last_mut().filter(|day| day.on == one.on) {
            Some(day) => day.counts = day.counts.plus(&counts),
            None => days.push(DayCounts { on: one.on, counts }),
        }
    }
    days
}

fn by_person(people: &[PersonOfDay], sight: &Sight, now: Moment) -> Vec<PersonCounts> {
    let mut found: Vec<(ClientId, PersonCounts)> = Vec::new();
    let mut places: std::collections::HashMap<ClientId, usize> = std::collections::HashMap::new();
    for one in people {
        let counts = one.counts(now);
        let place = *places.entry(one.client).or_insert_with(|| {
            let seen = sight.sees(one.client, one.restricted);
            let person = PersonCounts {
                number: number_words(one.client_number),
                client: seen.then_some(one.client),
                name: seen.then(|| one.name.clone()),
                counts: DrawCounts::default(),
                compliance_thousandths: None,
            };
            found.push((one.client, person));
            found.len() - 1
        });
        if let Some((_, person)) = found.get_mut(place) {
            person.counts = person.counts.plus(&counts);
        }
    }
    let mut people: Vec<PersonCounts> = found.into_iter().map(|(_, person)| person).collect();
    for person in &mut people {
        person.compliance_thousandths = compliance(&person.counts);
    }
    people.sort_by(|a, b| (a.name.is_none(), &a.name, &a.number).cmp(&(b.name.is_none(), &b.name, &b.number)));
    people
}

impl DrawCounts {
    /// The sum of two.
    fn plus(&self, other: &Self) -> Self {
        Self {
            pool: self.pool + other.pool,
            drawn: self.drawn + other.drawn,
            analyzed: self.analyzed + other.analyzed,
            notified: self.notified + other.notified,
            collected: self.collected + other.collected,
            on_time: self.on_time + other.on_time,
            missed: self.missed + other.missed,
            refused: self.refused + other.refused,
            unable: self.unable + other.unable,
            excused: self.excused + other.excused,
            pending: self.pending + other.pending,
            missed_check_ins: self.missed_check_ins + other.missed_check_ins,
        }
    }
}

/// In thousandths, rounded down; nothing when nobody had to come.
pub(super) fn compliance(counts: &DrawCounts) -> Option<i64> {
    let had_to = counts.drawn - counts.excused;
    (had_to > 0).then(|| counts.on_time * 1_000 / had_to)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compliance_leaves_the_excused_out() {
        for (drawn, excused, on_time, expected) in
            [(0, 0, 0, None), (2, 2, 0, None), (3, 0, 2, Some(666)), (3, 1, 2, Some(1_000)), (4, 0, 0, Some(0))]
        {
            let counts = DrawCounts { drawn, excused, on_time, ..DrawCounts::default() };
            assert_eq!(compliance(&counts), expected, "{drawn} {excused} {on_time}");
        }
    }
}
