//! Which groups reach the hours: every combination is looked at, and the best few are kept. Pure.
//!
//! The order, from the first to the last: fewest weeks below their hours, fewest clashes, fewest days attended, least
//! travel, earliest start, and then the order of the groups. What meets a shift is not attended. Of two meetings that
//! overlap the shared minutes count once, and the second is a clash. Twelve groups are 4096 combinations: no bound is needed.

use chrono::NaiveDate;

/// Groups that are combined at most.
pub(crate) const MOST_GROUPS: usize = 12;

/// A meeting on a date, in minutes since an epoch.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(crate) struct Meeting {
    pub on: NaiveDate,
    pub from: i64,
    pub until: i64,
    /// Its minutes count toward the week.
    pub counts: bool,
    /// A shift or another taken time meets it.
    pub taken: bool,
}

/// A week with what it owes in minutes; 0 owes nothing.
#[derive(Copy, Clone, Debug)]
pub(crate) struct Owed {
    pub start: NaiveDate,
    pub until: NaiveDate,
    pub minimum: i64,
}

/// What is to be combined.
#[derive(Clone, Debug, Default)]
pub(crate) struct Problem {
    pub weeks: Vec<Owed>,
    /// Appointments that stand whatever is chosen.
    pub fixed: Vec<Meeting>,
    /// The meetings of each group in these weeks; at most [`MOST_GROUPS`] groups.
    pub groups: Vec<Vec<Meeting>>,
    /// Minutes to the program, one way.
    pub travel: i64,
}

/// How good a combination is; the smaller the better, field by field.
#[derive(Copy, Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct Score {
    pub weeks_below: usize,
    pub clashes: usize,
    pub days: usize,
    /// Minutes on the way, over all weeks.
    pub travel: i64,
    /// The first minute of it; none is the latest.
    pub earliest: i64,
}

/// One week of a combination.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct FitWeek {
    pub minutes: i64,
    pub below: bool,
    /// Meetings that are missed or overlap: group, and place in its meetings. A fixed appointment has no group.
    pub clashes: Vec<(Option<usize>, usize)>,
}

/// A combination.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Fit {
    pub groups: Vec<usize>,
    pub score: Score,
    pub weeks: Vec<FitWeek>,
}

/// A meeting with where it comes from.
struct Line {
    group: Option<usize>,
    place: usize,
    week: usize,
    meeting: Meeting,
}

/// The best combinations, the best first.
pub(crate) fn best(problem: &Problem, most: usize) -> Vec<Fit> {
    let lines = lines(problem);
    let count = problem.groups.len().min(MOST_GROUPS);
    let mut scored: Vec<(Score, u32)> =
        (0..1_u32 << count).map(|mask| (score(problem, &lines, mask), mask)).collect();
    let kept = most.min(scored.len());
    if kept < scored.len() {
        scored.select_nth_unstable(kept);
        scored.truncate(kept);
    }
    scored.sort_unstable();
    scored.into_iter().map(|(_, mask)| whole(problem, &lines, mask)).collect()
}

/// One combination, by the places of its groups.
pub(crate) fn of(problem: &Problem, groups: &[usize]) -> Fit {
    let mask = groups.iter().filter(|group| **group < MOST_GROUPS).fold(0, |mask, group| mask | 1_u32 << group);
    whole(problem, &lines(problem), mask)
}

/// Every meeting of the weeks, in the order of time.
fn lines(problem: &Problem) -> Vec<Line> {
    let fixed = problem.fixed.iter().enumerate().map(|(place, meeting)| (None, place, *meeting));
    let grouped = problem.groups.iter().take(MOST_GROUPS).enumerate().flat_map(|(group, meetings)| {
        meetings.iter().enumerate().map(move |(place, meeting)| (Some(group), place, *meeting))
    });
    let mut lines: Vec<Line> = fixed
        .chain(grouped)
        .filter_map(|(group, place, meeting)| {
            let week = problem.weeks.iter().position(|week| week.start <= meeting.on && meeting.on < week.until)?;
            Some(Line { group, place, week, meeting })
        })
        .collect();
    lines.sort_by_key(|line| (line.meeting.from, line.meeting.until, line.group, line.place));
    lines
}

/// What is told of each meeting of a combination, in the order of time.
struct Step<'a> {
    line: &'a Line,
    /// Minutes that count and no earlier meeting has.
    fresh: i64,
    clash: bool,
    /// The first of its date, and whether one travels to it.
    new_day: bool,
    trip: bool,
}

fn walk<'a>(problem: &Problem, lines: &'a [Line], mask: u32, mut told: impl FnMut(Step<'a>)) {
    // The end of what was attended, and of what was counted of it: only counting minutes shut out later ones.
    let (mut attended, mut counted, mut day) = (i64::MIN, i64::MIN, None);
    for line in lines.iter().filter(|line| line.group.is_none_or(|group| mask & (1 << group) != 0)) {
        let meeting = line.meeting;
        if meeting.taken {
            told(Step { line, fresh: 0, clash: true, new_day: false, trip: false });
            continue;
        }
        let fresh = if meeting.counts { (meeting.until - meeting.from.max(counted)).max(0) } else { 0 };
        let new_day = day != Some(meeting.on);
        let trip = new_day || meeting.from.saturating_sub(attended) > 2 * problem.travel;
        told(Step { line, fresh, clash: meeting.from < attended, new_day, trip });
        day = Some(meeting.on);
        attended = attended.max(meeting.until);
        if meeting.counts {
            counted = counted.max(meeting.until);
        }
    }
}

fn score(problem: &Problem, lines: &[Line], mask: u32) -> Score {
    let mut minutes = vec![0; problem.weeks.len()];
    let mut score = Score { weeks_below: 0, clashes: 0, days: 0, travel: 0, earliest: i64::MAX };
    walk(problem, lines, mask, |step| {
        minutes[step.line.week] += step.fresh;
        score.clashes += usize::from(step.clash);
        score.days += usize::from(step.new_day);
        score.travel += if step.trip { 2 * problem.travel } else { 0 };
        if step.line.group.is_some() && !step.line.meeting.taken {
            score.earliest = score.earliest.min(step.line.meeting.from);
        }
    });
    score.weeks_below = problem.weeks.iter().zip(&minutes).filter(|(week, minutes)| **minutes < week.minimum).count();
    score
}

fn whole(problem: &Problem, lines: &[Line], mask: u32) -> Fit {
    let mut weeks = vec![FitWeek::default(); problem.weeks.len()];
    walk(problem, lines, mask, |step| {
        let week = &mut weeks[step.line.week];
        week.minutes += step.fresh;
        if step.clash {
            week.clashes.push((step.line.group, step.line.place));
        }
    });
    for (week, owed) in weeks.iter_mut().zip(&problem.weeks) {
        week.below = week.minutes < owed.minimum;
    }
    let groups = (0..MOST_GROUPS).filter(|group| mask & (1 << group) != 0).collect();
    Fit { groups, score: score(problem, lines, mask), weeks }
}

/// Meetings of other groups that repair a week of a combination: the earliest that are free and meet nothing of it, until
/// the hours are reached, or one for each clash where they are reached already. Group, and place in its meetings.
pub(crate) fn repairs(problem: &Problem, fit: &Fit, week: usize) -> Vec<(usize, usize)> {
    let (Some(owed), Some(stands)) = (problem.weeks.get(week), fit.weeks.get(week)) else { return Vec::new() };
    if !stands.below && stands.clashes.is_empty() {
        return Vec::new();
    }
    let lines = lines(problem);
    let chosen = |line: &Line| line.group.is_none_or(|group| fit.groups.contains(&group));
    let mut standing: Vec<Meeting> =
        lines.iter().filter(|line| chosen(line) && !line.meeting.taken).map(|line| line.meeting).collect();
    let (mut minutes, mut found) = (stands.minutes, Vec::new());
    for line in lines.iter().filter(|line| line.week == week && !chosen(line)) {
        let (Some(group), meeting) = (line.group, line.meeting) else { continue };
        let enough = minutes >= owed.minimum && found.len() >= stands.clashes.len();
        if enough {
            break;
        }
        let meets = standing.iter().any(|other| other.from < meeting.until && meeting.from < other.until);
        if meeting.counts && !meeting.taken && !meets {
            minutes += meeting.until - meeting.from;
            standing.push(meeting);
            found.push((group, line.place));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::print_stdout)]
    use std::collections::BTreeSet;

    use chrono::Days;
    use proptest::prelude::*;

    use super::*;

    const DAY: i64 = 1_440;

    fn first() -> NaiveDate {
        "2026-11-29".parse().unwrap()
    }

    fn meeting(day: i64, from: i64, long: i64) -> Meeting {
        let on = first().checked_add_days(Days::new(u64::try_from(day).unwrap())).unwrap();
        Meeting { on, from: day * DAY + from, until: day * DAY + from + long, counts: true, taken: false }
    }

    fn weeks(minimums: &[i64]) -> Vec<Owed> {
        (0_u64..)
            .zip(minimums)
            .map(|(week, minimum)| {
                let start = first().checked_add_days(Days::new(7 * week)).unwrap();
                Owed { start, until: start.checked_add_days(Days::new(7)).unwrap(), minimum: *minimum }
            })
            .collect()
    }

    /// Weekly meetings over some weeks.
    fn weekly(over: i64, days: &[i64], from: i64, long: i64) -> Vec<Meeting> {
        (0..over).flat_map(|week| days.iter().map(move |day| meeting(7 * week + day, from, long))).collect()
    }

    #[test]
    fn the_order_of_what_matters() {
        let evening = 17 * 60;
        // Monday to Friday, an hour each; the same on two days, three hours each; and one that meets the first.
        let groups = vec![
            weekly(2, &[1, 2, 3, 4, 5], evening, 60),
            weekly(2, &[1, 3], evening + 60, 180),
            weekly(2, &[1], evening + 30, 60),
        ];
        let of = |minimum: i64, groups: &[Vec<Meeting>]| {
            let problem =
                Problem { weeks: weeks(&[minimum; 2]), groups: groups.to_vec(), travel: 20, ..Problem::default() };
            best(&problem, 1).remove(0).groups
        };
        assert_eq!(of(0, &groups), Vec::<usize>::new());
        assert_eq!(of(300, &groups), [1], "fewer days");
        assert_eq!(of(600, &groups), [0, 1], "no week below");
        let mut shifted = groups.clone();
        shifted[1][0].taken = true;
        assert_eq!(of(300, &shifted), [0], "a week below weighs more than days");
        assert_eq!(of(180, &shifted), [0], "and so does a clash");
    }

    #[test]
    fn ties_go_to_the_earliest_start_and_a_gap_is_another_trip() {
        let problem = Problem {
            weeks: weeks(&[60]),
            groups: vec![weekly(1, &[3], 600, 60), weekly(1, &[2], 600, 60)],
            travel: 20,
            ..Problem::default()
        };
        assert_eq!(best(&problem, 1)[0].groups, [1]);
        let split = Problem {
            weeks: weeks(&[120]),
            groups: vec![weekly(1, &[2], 600, 60), weekly(1, &[2], 660, 60), weekly(1, &[2], 900, 60)],
            travel: 20,
            ..Problem::default()
        };
        let found = best(&split, 8);
        assert_eq!((&found[0].groups[..], found[0].score.travel), (&[0, 1][..], 40));
        assert_eq!(found[1].score.travel, 80);
    }

    #[test]
    fn a_missed_meeting_is_repaired_by_the_earliest_that_is_free() {
        let mut problem = Problem {
            weeks: weeks(&[120]),
            groups: vec![
                weekly(1, &[1, 3], 600, 60),
                weekly(1, &[2], 600, 60),
                weekly(1, &[3], 630, 60),
                weekly(1, &[4], 600, 60),
            ],
            travel: 0,
            ..Problem::default()
        };
        problem.groups[0][0].taken = true;
        let fit = of(&problem, &[0]);
        assert_eq!((fit.weeks[0].minutes, fit.weeks[0].below), (60, true));
        assert_eq!(fit.weeks[0].clashes, [(Some(0), 0)]);
        assert_eq!(repairs(&problem, &fit, 0), [(1, 0)]);
        problem.groups[1][0].taken = true;
        assert_eq!(repairs(&problem, &fit, 0), [(3, 0)], "what overlaps is not offered");
    }

    /// The same by counting single minutes, without any order of walking; `unit` is what all times are multiples of.
    fn by_minutes(problem: &Problem, mask: usize, unit: usize) -> Score {
        let chosen = |group: usize| mask & (1 << group) != 0;
        let mut all: Vec<(Meeting, bool)> = problem.fixed.iter().map(|meeting| (*meeting, false)).collect();
        for (_, meetings) in problem.groups.iter().enumerate().filter(|(group, _)| chosen(*group)) {
            all.extend(meetings.iter().map(|meeting| (*meeting, true)));
        }
        let inside = |on: NaiveDate, week: &Owed| week.start <= on && on < week.until;
        let all: Vec<_> =
            all.into_iter().filter(|(m, _)| problem.weeks.iter().any(|week| inside(m.on, week))).collect();
        let there: Vec<Meeting> = all.iter().map(|(meeting, _)| *meeting).filter(|meeting| !meeting.taken).collect();
        let below = problem.weeks.iter().filter(|week| {
            let week_from = (week.start - first()).num_days() * DAY;
            let mut minutes = vec![false; 8 * 1_440 / unit];
            for minute in
                there.iter().filter(|m| m.counts && inside(m.on, week)).flat_map(|m| (m.from..m.until).step_by(unit))
            {
                minutes[usize::try_from(minute - week_from).unwrap() / unit] = true;
            }
            i64::try_from(minutes.iter().filter(|counted| **counted).count() * unit).unwrap() < week.minimum
        });
        // Each meeting but the first of those that share a minute is a clash.
        let mut ordered = there.clone();
        ordered.sort_by_key(|meeting| (meeting.from, meeting.until));
        let overlaps =
            (0..ordered.len()).filter(|at| ordered[..*at].iter().any(|other| other.until > ordered[*at].from));
        let days: BTreeSet<NaiveDate> = there.iter().map(|meeting| meeting.on).collect();
        // A trip begins where nothing attended ended within twice the way.
        let trips = (0..ordered.len()).filter(|at| {
            let meeting = ordered[*at];
            !ordered[..*at].iter().any(|o| o.on == meeting.on && meeting.from - o.until <= 2 * problem.travel)
        });
        Score {
            weeks_below: below.count(),
            clashes: all.len() - there.len() + overlaps.count(),
            days: days.len(),
            travel: i64::try_from(trips.count()).unwrap() * 2 * problem.travel,
            earliest: all
                .iter()
                .filter(|(m, grouped)| *grouped && !m.taken)
                .map(|(m, _)| m.from)
                .min()
                .unwrap_or(i64::MAX),
        }
    }

    fn any_meeting() -> impl Strategy<Value = Meeting> {
        (0_i64..56, 32_i64..76, 1_i64..13, prop::bool::weighted(0.2), prop::bool::weighted(0.9)).prop_map(
            |(day, quarter, long, taken, counts)| Meeting { taken, counts, ..meeting(day, quarter * 15, long * 15) },
        )
    }

    fn any_problem() -> impl Strategy<Value = Problem> {
        let group = prop::collection::vec(any_meeting(), 1..10);
        (
            prop::collection::vec(prop_oneof![Just(0_i64), 60_i64..700], 8),
            prop::collection::vec(any_meeting(), 0..4),
            prop::collection::vec(group, 0..=6),
            0_i64..60,
        )
            .prop_map(|(minimums, fixed, groups, travel)| Problem {
                weeks: weeks(&minimums),
                fixed,
                groups,
                travel,
            })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn the_best_equal_brute_force(problem in any_problem()) {
            let mut brute: Vec<(Score, usize)> =
                (0..1_usize << problem.groups.len()).map(|mask| (by_minutes(&problem, mask, 1), mask)).collect();
            brute.sort_unstable();
            let found: Vec<(Score, usize)> = best(&problem, 5)
                .into_iter()
                .map(|fit| (fit.score, fit.groups.iter().map(|group| 1 << group).sum()))
                .collect();
            prop_assert_eq!(&found[..], &brute[..found.len()]);
            prop_assert_eq!(found.len(), brute.len().min(5));
        }

        /// A repair is free, of a group that was not chosen, and meets nothing that stands.
        #[test]
        fn a_repair_never_makes_a_clash(problem in any_problem()) {
            let fit = best(&problem, 1).remove(0);
            for week in 0..problem.weeks.len() {
                let standing: Vec<Meeting> = problem.fixed.iter().copied()
                    .chain(fit.groups.iter().flat_map(|group| problem.groups[*group].iter().copied()))
                    .filter(|meeting| !meeting.taken).collect();
                for (group, place) in repairs(&problem, &fit, week) {
                    let repair = problem.groups[group][place];
                    prop_assert!(!fit.groups.contains(&group) && !repair.taken);
                    prop_assert!(!standing.iter().any(|o| o.from < repair.until && repair.from < o.until));
                }
            }
        }
    }

    /// Twelve groups as a practice may have them, on a short horizon so that every one of the 4096 is counted by minutes.
    fn any_twelve() -> impl Strategy<Value = Problem> {
        let group = prop::collection::vec(any_meeting(), 1..5);
        let near = prop::collection::vec(group, 12).prop_map(|mut groups: Vec<Vec<Meeting>>| {
            for meeting in groups.iter_mut().flatten() {
                let day = meeting.from.div_euclid(DAY);
                let back = (day - day % 14) * DAY;
                (meeting.from, meeting.until) = (meeting.from - back, meeting.until - back);
                meeting.on = first() + Days::new(u64::try_from(day % 14).unwrap());
            }
            groups
        });
        (prop::collection::vec(60_i64..700, 2), prop::collection::vec(any_meeting(), 0..3), near, 0_i64..60)
            .prop_map(|(minimums, fixed, groups, travel)| Problem { weeks: weeks(&minimums), fixed, groups, travel })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(8))]

        #[test]
        fn the_best_of_twelve_groups_equal_brute_force(problem in any_twelve()) {
            let mut brute: Vec<(Score, usize)> =
                (0..1_usize << 12).map(|mask| (by_minutes(&problem, mask, 15), mask)).collect();
            brute.sort_unstable();
            let found: Vec<(Score, usize)> = best(&problem, 5)
                .into_iter()
                .map(|fit| (fit.score, fit.groups.iter().map(|group| 1 << group).sum()))
                .collect();
            prop_assert_eq!(&found[..], &brute[..5]);
        }
    }

    /// Prints how long the answer takes; the bound holds for this profile, which is many times slower than a release.
    #[test]
    fn twelve_groups_over_eight_weeks_take_a_moment() {
        let problem = twelve_over_eight();
        let began = std::time::Instant::now();
        assert_eq!(best(&problem, 4).len(), 4);
        let took = began.elapsed();
        println!("fitting: 12 groups over 8 weeks, 4096 combinations, in {took:?} (unoptimized)");
        assert!(took.as_secs() < 5, "{took:?}");
    }

    fn twelve_over_eight() -> Problem {
        let groups: Vec<Vec<Meeting>> = (0..12)
            .map(|group| {
                let mut meetings = weekly(8, &[1 + group % 5], 8 * 60 + 50 * group, 180);
                for (place, meeting) in (0..).zip(&mut meetings) {
                    meeting.taken = (place * 7 + group * 3) % 11 == 0;
                }
                meetings
            })
            .collect();
        Problem { weeks: weeks(&[540; 8]), groups, travel: 25, ..Problem::default() }
    }

    #[test]
    fn twelve_groups_over_eight_weeks_equal_brute_force() {
        let problem = twelve_over_eight();
        let found = best(&problem, 1).remove(0);
        let brute = (0..1_usize << 12).map(|mask| (by_minutes(&problem, mask, 10), mask)).min().unwrap();
        let mask: usize = found.groups.iter().map(|group| 1 << group).sum();
        assert_eq!((found.score, mask), brute);
    }
}
