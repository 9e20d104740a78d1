//! The ledger against a recomputation that shares nothing with it: random histories through the door, and every minute
//! counted on its own. Each history holds the nights of both daylight-saving changes.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{Days, NaiveDate, NaiveTime};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Value, json};

use crate::desk::PASSPHRASE;
use crate::evening_desk::Evening;

/// 2026-11-01, when two o'clock comes twice, and 2027-03-14, when it does not come.
const BACK: &str = "2026-11-01";
const FORWARD: &str = "2027-03-14";
/// The instants of the two changes in New York, in minutes since 1970.
const BACK_AT: i64 = 29_891_880;
const FORWARD_AT: i64 = 30_083_460;

/// One session of a history.
#[derive(Clone, Debug)]
struct One {
    on: NaiveDate,
    /// Minutes after midnight on the wall.
    starts: i64,
    minutes: i64,
    late: i64,
    early: i64,
    kind: &'static str,
    absent: bool,
}

/// Minutes since 1970 of a wall time in New York, the earlier where it comes twice. Nothing of the product's own zones.
fn instant(on: NaiveDate, wall: i64) -> i64 {
    let days = (on - NaiveDate::from_ymd_opt(1970, 1, 1).unwrap()).num_days();
    let local = days * 1_440 + wall;
    let (summer, winter) = (local + 240, local + 300);
    if (BACK_AT..FORWARD_AT).contains(&summer) { winter } else { summer }
}

fn one(dates: impl Strategy<Value = NaiveDate>, starts: impl Strategy<Value = i64>) -> impl Strategy<Value = One> {
    let kind = prop::sample::select(&["individual", "individual", "family", "crisis", "case_management"][..]);
    (dates, starts, 3_i64..60, 0_i64..40, 0_i64..40, kind, prop::bool::weighted(0.15)).prop_map(
        |(on, starts, long, late, early, kind, absent)| {
            let minutes = long * 5;
            // Something of it is attended.
            let (late, early) = if late + early < minutes { (late, early) } else { (0, 0) };
            One { on, starts, minutes, late, early, kind, absent }
        },
    )
}

/// Each history: a few sessions around each change, and a night session over each of them.
fn history() -> impl Strategy<Value = Vec<One>> {
    let around = |on: &str| {
        let first: NaiveDate = on.parse::<NaiveDate>().unwrap() - Days::new(2);
        (0_u64..5).prop_map(move |day| first + Days::new(day))
    };
    let night = |on: &str| Just(on.parse::<NaiveDate>().unwrap());
    // Two o'clock to three does not come on the night forward, so nothing is planned to begin then.
    let quarters = (0_i64..92).prop_map(|quarter| if (8..12).contains(&quarter) { 0 } else { quarter * 15 });
    let early = (0_i64..8).prop_map(|quarter| quarter * 15);
    (
        prop::collection::vec(one(around(BACK), quarters.clone()), 1..4),
        prop::collection::vec(one(around(FORWARD), quarters), 1..4),
        one(night(BACK), early.clone()),
        one(night(FORWARD), early),
    )
        .prop_map(|(back, forward, over_back, over_forward)| {
            let over = |one: One| One { minutes: 240, late: 10, early: 5, kind: "individual", absent: false, ..one };
            let mut all: Vec<One> = back.into_iter().chain(forward).collect();
            all.extend([over(over_back), over(over_forward)]);
            let mut seen = BTreeSet::new();
            all.retain(|one| seen.insert((one.on, one.starts)));
            all
        })
}

/// Every minute on its own: it counts once, on the earliest date that has it.
fn by_minutes(history: &[One]) -> BTreeMap<NaiveDate, i64> {
    let mut of: HashMap<i64, NaiveDate> = HashMap::new();
    for one in history.iter().filter(|one| !one.absent && one.kind != "case_management") {
        let began = instant(one.on, one.starts);
        for minute in began + one.late..began + one.minutes - one.early {
            let date = of.entry(minute).or_insert(one.on);
            *date = one.on.min(*date);
        }
    }
    of.values().fold(BTreeMap::new(), |mut days, date| {
        *days.entry(*date).or_default() += 1;
        days
    })
}

fn wall(minutes: i64) -> String {
    let seconds = u32::try_from(minutes * 60).unwrap();
    NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0).unwrap().format("%H:%M").to_string()
}

/// Plans and records a history, and reads the ledger's days.
fn ledger(evening: &Evening, client: &Value, history: &[One]) -> BTreeMap<NaiveDate, i64> {
    for one in history {
        let planned = evening.desk().op(
            "session.plan",
            json!({ "kind": one.kind, "client": client, "on_date": one.on, "starts": wall(one.starts), "minutes": one.minutes }),
        );
        let what = match one {
            One { absent: true, .. } => json!({ "absent": { "excused": false } }),
            One { late: 0, early: 0, .. } => json!({}),
            One { late: 0, early, .. } => json!({ "early_minutes": early }),
            One { late, early: 0, .. } => json!({ "late_minutes": late }),
            One { late, early, .. } => json!({ "late_minutes": late, "early_minutes": early }),
        };
        let exceptions = json!([{ "client": client, "what": what }]);
        evening
            .desk()
            .op("attendance.record", json!({ "session": planned["id"], "rev": 1, "exceptions": exceptions }));
    }
    let hours = evening.desk().query("attendance.hours", json!({ "client": client, "weeks": 53 }));
    let days = hours["weeks"].as_array().unwrap().iter().flat_map(|week| week["days"].as_array().unwrap().clone());
    days.filter(|day| day["minutes"] != 0)
        .map(|day| (day["on"].as_str().unwrap().parse().unwrap(), day["minutes"].as_i64().unwrap()))
        .collect()
}

#[test]
fn the_ledger_equals_a_count_of_single_minutes_through_both_changes_of_the_clock() {
    let evening = Evening::open();
    // A day in April: both changes are over.
    let clock = &evening.desk().clock;
    clock.pass((FORWARD_AT + 30 * 1_440) * 60_000 - vault::Clock::now_ms(&**clock));
    evening.desk().switch_to("theodora", PASSPHRASE);
    let (over_back, over_forward, number) = (Cell::new(0), Cell::new(0), Cell::new(0));
    let mut runner = TestRunner::new(Config { cases: 16, failure_persistence: None, ..Config::default() });
    let ran = runner.run(&history(), |history| {
        number.set(number.get() + 1);
        let client = evening.admitted("Jerome", &format!("Washington {}", number.get()), &evening.clinic.marisol);
        for one in &history {
            let (from, until) = (instant(one.on, one.starts), instant(one.on, one.starts) + one.minutes);
            over_back.set(over_back.get() + u32::from(from < BACK_AT && BACK_AT < until));
            over_forward.set(over_forward.get() + u32::from(from < FORWARD_AT && FORWARD_AT < until));
        }
        prop_assert_eq!(ledger(&evening, &client, &history), by_minutes(&history), "{:?}", history);
        Ok(())
    });
    println!("{} sessions run over the change back, {} over the change forward", over_back.get(), over_forward.get());
    ran.unwrap();
    assert!(over_back.get() >= 16 && over_forward.get() >= 16, "both changes are in every history");
}
