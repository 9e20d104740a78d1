//! `bench --long --data FOLDER --vault PATH [--rounds N]`: how long the longest chart takes to open. The data get one
//! client more, with three stays, seven hundred sessions, as many notes of the data's own length and a test every second
//! week over ten years; the vault at PATH is made from them the first time. Told are the first opening after signing in and
//! those after it, of the first page as the window asks for it and of the whole chart with every session.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{Days, NaiveDate};
use serde_json::{Value, json};

use super::{Spread, each};
use crate::bench_driver::stage::{self, DIRECTOR, Place};
use crate::bench_driver::{Driver, list, text};

/// Ids far above those of the data.
const CLIENT: &str = "5000000";
const FIRST: usize = 8_000_000;
const SESSIONS: usize = 700;
const TESTS: usize = 260;
/// Sign-ins, each with one first opening.
const SIGN_INS: usize = 20;
/// The stays, in years of the ten: from, until. The last goes on.
const STAYS: [(u64, Option<u64>); 3] = [(0, Some(3)), (4, Some(6)), (7, None)];
/// Note lines of the first page.
const RECENT: usize = 5;

/// Makes what is missing, and measures.
pub fn run(data: &Path, kept: &Path, rounds: usize) -> Result<(), String> {
    let long = data.with_extension("long");
    let day = extend(data, &long)?;
    let copy = kept.with_extension("bench");
    drop(Driver::open(&long, kept)?);
    stage::copy(kept, &copy)?;
    let outcome = measure(&long, &copy, day, rounds);
    drop(fs::remove_dir_all(&copy));
    outcome
}

fn measure(data: &Path, vault: &Path, day: NaiveDate, rounds: usize) -> Result<(), String> {
    let mut driver = Driver::open(data, vault)?;
    let client = driver.client(CLIENT)?;
    stays(&driver, &client, day)?;
    println!("{:<26} {:>9} {:>9} {:>9}", "ms", "median", "p95", "worst");
    for (whole, name) in [(false, "first page"), (true, "whole chart")] {
        let open = |driver: &Driver| if whole { chart(driver, &client) } else { first_page(driver, &client) };
        let mut first = Vec::new();
        for _ in 0..SIGN_INS {
            driver.stage.leave();
            driver.seat(Place::Kept, DIRECTOR)?;
            first.push(open(&driver)?);
        }
        tell(&format!("{name}, first"), &first);
        tell(&format!("{name}, again"), &each(rounds, |_| open(&driver))?);
    }
    driver.stage.close();
    Ok(())
}

fn tell(what: &str, times: &[f64]) {
    let worst = times.iter().copied().fold(0.0, f64::max);
    let spread = Spread::of(times);
    println!("{what:<26} {:>9.1} {:>9.1} {worst:>9.1}", spread.median, spread.p95);
}

/// What the window asks when a chart opens.
fn first_page(driver: &Driver, client: &str) -> Result<f64, String> {
    let mut ms = 0.0;
    let of = json!({ "client": client });
    driver.timed(&mut ms, "client.open", &json!({ "id": client }))?;
    driver.timed(&mut ms, "intake.packet", &of)?;
    driver.timed(&mut ms, "attendance.hours", &json!({ "client": client, "weeks": 1 }))?;
    driver.timed(&mut ms, "plan.get", &of)?;
    driver.timed(&mut ms, "note.chart", &json!({ "client": client, "limit": RECENT }))?;
    driver.timed(&mut ms, "staff.names", &json!({}))?;
    Ok(ms)
}

fn chart(driver: &Driver, client: &str) -> Result<f64, String> {
    let mut ms = 0.0;
    driver.chart(&mut ms, client)?;
    Ok(ms)
}

/// Ends the imported stay and begins the later ones.
fn stays(driver: &Driver, client: &str, day: NaiveDate) -> Result<(), String> {
    for (from, until) in STAYS {
        let head = driver.timed(&mut 0.0, "client.open", &json!({ "id": client }))?;
        let open: Vec<Value> =
            list(&head["answer"]["episodes"]).filter(|one| one["discharged_on"].is_null()).cloned().collect();
        if open.is_empty() {
            let admission = json!({ "admitted_on": year(day, from), "level": "2.1", "track": "" });
            driver.timed(&mut 0.0, "episode.admit", &json!({ "client": client, "admission": admission }))?;
        }
        let head = driver.timed(&mut 0.0, "client.open", &json!({ "id": client }))?;
        let open = list(&head["answer"]["episodes"]).find(|one| one["discharged_on"].is_null()).cloned();
        let (Some(open), Some(until)) = (open, until) else { continue };
        let end = json!({ "id": open["id"], "rev": open["rev"], "discharged_on": year(day, until), "how": "completed",
                          "reason": "Completed the program" });
        driver.timed(&mut 0.0, "episode.discharge", &end)?;
    }
    let head = driver.timed(&mut 0.0, "client.open", &json!({ "id": client }))?;
    let count = list(&head["answer"]["episodes"]).count();
    if count == STAYS.len() { Ok(()) } else { Err(format!("the chart has {count} stays")) }
}

/// A date some years into the ten before the data's day.
fn year(day: NaiveDate, years: u64) -> NaiveDate {
    day.checked_sub_days(Days::new((10 - years) * 365)).unwrap_or(day)
}

/// Copies the data with one client more. Answers the data's day.
fn extend(data: &Path, long: &Path) -> Result<NaiveDate, String> {
    let wrong = |error: std::io::Error| error.to_string();
    let meta = crate::bench_driver::json_of(&data.join("meta.json"))?;
    let day: NaiveDate = text(&meta["as_of"]).parse().map_err(|_| "meta.json has no as_of")?;
    if long.join("meta.json").is_file() {
        return Ok(day);
    }
    stage::copy(data, long)?;
    let texts: Vec<String> = fs::read_to_string(data.join("notes.csv"))
        .map_err(wrong)?
        .lines()
        .skip(1)
        .filter_map(|line| line.splitn(9, ',').nth(8).map(str::to_owned))
        .take(SESSIONS)
        .collect();
    let questions = long.join("queries.json");
    let mut asked = crate::bench_driver::json_of(&questions)?;
    asked["chart_client_ids"] = json!([CLIENT.parse::<u64>().unwrap_or_default()]);
    fs::write(questions, asked.to_string()).map_err(wrong)?;
    let begins = year(day, 0);
    add(
        long,
        "clients",
        &[format!(
            "{CLIENT},MRN{CLIENT},Ingeborg,Longstay,,1970-02-02,F,555-000-0000,i.l@example.invalid,1 St,Town,WA,98000,{begins},,1,IOP,2.1,F10.20,9,14"
        )],
    )?;
    let (mut sessions, mut attendance, mut notes) = (Vec::new(), Vec::new(), Vec::new());
    for (number, on) in spread(day, SESSIONS).into_iter().enumerate() {
        let (id, words) = (FIRST + number, texts.get(number % texts.len().max(1)).map_or("", String::as_str));
        sessions.push(format!("{id},1,1,{on}T05:00:00,180,Relapse prevention,held"));
        attendance.push(format!("{id},{id},{CLIENT},present,180,{on}T12:05:00"));
        notes.push(format!("{id},{CLIENT},1,{id},group,{on}T05:00:00,{on}T12:23:00,{on}T20:00:00,{words}"));
    }
    let tests: Vec<String> = (FIRST..)
        .zip(spread(day, TESTS))
        .map(|(id, on)| format!("{id},{CLIENT},{on}T09:30:00,random,urine_cup,negative,,10"))
        .collect();
    add(long, "sessions", &sessions)?;
    add(long, "attendance", &attendance)?;
    add(long, "notes", &notes)?;
    add(long, "drug_tests", &tests)?;
    Ok(day)
}

/// Dates over the stays, evenly.
fn spread(day: NaiveDate, count: usize) -> Vec<NaiveDate> {
    let of = |(from, until): (u64, Option<u64>)| {
        let (from, until) = (year(day, from), until.map_or(day, |until| year(day, until)));
        from.iter_days().skip(1).take_while(move |date| *date < until)
    };
    let all: Vec<NaiveDate> = STAYS.into_iter().flat_map(of).collect();
    (0..count).filter_map(|number| all.get(number * all.len() / count).copied()).collect()
}

fn add(folder: &Path, file: &str, lines: &[String]) -> Result<(), String> {
    let path: PathBuf = folder.join(format!("{file}.csv"));
    let before = fs::read_to_string(&path).map_err(|error| error.to_string())?;
    fs::write(path, format!("{}\n{}\n", before.trim_end(), lines.join("\n"))).map_err(|error| error.to_string())
}
