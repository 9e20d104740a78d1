//! `bench --data FOLDER --vault PATH [--rounds N]`: the same work through the router and as SQL written by hand, on copies
//! of the same encrypted file in one run, with median, 95th percentile and the ratio of the medians.
//!
//! The jobs are those of `bench-driver`, and more: what a call costs that finds nothing, the pages of a chart one by one,
//! and a word that is still being typed. Like is compared with like, except that `open_chart` is six calls and more with
//! their six looks at who asks, beside one transaction; its pages tell which of them costs what. Without a vault at PATH one is made from the data first. Each side
//! begins with a copy of it, so neither finds what the other wrote or opened. [`hand`] says what the other side does.
//! With `--long`, the longest chart instead ([`long`]); with `--paper`, a long chart set as pages ([`paper`]).

mod hand;
mod hand_writes;
mod long;
mod paper;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use serde_json::{Value, json};
use uuid::Uuid;
use vault::{Clock, Passphrase, Vault};

use crate::bench_driver::stage::{self, DIRECTOR, Place, Stage};
use crate::bench_driver::{Driver, list, nth, text};
use crate::desk;
use hand::Hand;
use hand_writes::Place as Written;

/// Rounds of each job unless asked otherwise; two more come before them to warm up.
const ROUNDS: usize = 60;
const WARM_UP: usize = 2;

/// Pages of a chart that are one call each.
const PAGES: [(&str, &str); 4] = [
    ("- notes", "note.chart"),
    ("- hours", "attendance.hours"),
    ("- tests", "drug_test.chart"),
    ("- plan", "plan.get"),
];

/// A job with its times in milliseconds.
type Times = Vec<(&'static str, Vec<f64>)>;

/// Runs the jobs and prints the table.
pub fn run(arguments: &[String]) -> Result<(), String> {
    if arguments.iter().any(|argument| argument == "--paper") {
        return paper::run(arguments);
    }
    let rounds = desk::option(arguments, "--rounds").and_then(|text| text.parse().ok()).unwrap_or(ROUNDS).max(2);
    let data = PathBuf::from(desk::option(arguments, "--data").ok_or("name the data: --data FOLDER")?);
    let kept = desk::folder(arguments)?;
    if arguments.iter().any(|argument| argument == "--long") {
        return long::run(&data, &kept, rounds);
    }
    Stage::open(&data, &kept)?.close();
    let copy = kept.with_extension("bench");
    stage::copy(&kept, &copy)?;
    let outcome = both(&data, &kept, &copy, rounds);
    drop(std::fs::remove_dir_all(&copy));
    let (routed, by_hand) = outcome?;
    println!("{:<18} {:>9} {:>9} {:>9} {:>9} {:>7}", "job", "router", "p95", "by hand", "p95", "ratio");
    for ((job, ours), (_, theirs)) in routed.iter().zip(&by_hand) {
        let (ours, theirs) = (Spread::of(ours), Spread::of(theirs));
        println!(
            "{job:<18} {:>9.3} {:>9.3} {:>9.3} {:>9.3} {:>7.2}",
            ours.median,
            ours.p95,
            theirs.median,
            theirs.p95,
            ours.median / theirs.median
        );
    }
    Ok(())
}

fn both(data: &Path, kept: &Path, copy: &Path, rounds: usize) -> Result<(Times, Times), String> {
    let mut driver = Driver::open(data, copy)?;
    let routed = routed(&mut driver, rounds)?;
    driver.stage.close();
    stage::copy(kept, copy)?;
    let mut driver = Driver::open(data, copy)?;
    let by_hand = by_hand(&mut driver, copy, rounds)?;
    driver.stage.close();
    Ok((routed, by_hand))
}

fn routed(driver: &mut Driver, rounds: usize) -> Result<Times, String> {
    let mut times = Times::new();
    driver.seat(Place::Kept, DIRECTOR)?;
    let charts = each(rounds, |i| {
        let client = driver.client(&text(nth(&driver.questions["chart_client_ids"], i)))?;
        let mut ms = 0.0;
        driver.chart(&mut ms, &client)?;
        Ok(ms)
    })?;
    times.push(("open_chart", charts));
    times.extend(pages(driver, rounds)?);
    for job in ["typeahead", "fts", "dashboard"] {
        times.push((job, each(rounds, |i| ms(&driver.answer(job, i)?))?));
    }
    let unfinished = unfinished(&driver.questions);
    times.push(("unfinished", asked(driver, rounds, "note.search", |i| Ok(json!({ "text": nth(&unfinished, i) })))?));
    let login = driver.stage.login(&text(&driver.questions["caseload_counselor"]))?;
    driver.seat(Place::Kept, &login)?;
    let caseload = each(rounds, |_| {
        let mut ms = 0.0;
        driver.timed(&mut ms, "caseload.list", &json!({}))?;
        Ok(ms)
    })?;
    times.push(("caseload", caseload));
    for job in ["mark_attendance", "note_save", "note_sign"] {
        times.push((job, each(rounds, |i| ms(&driver.answer(job, i)?))?));
    }
    driver.seat(Place::Work, DIRECTOR)?;
    let mut rev = json!(0);
    let draft = each(rounds, |i| {
        let mut ms = 0.0;
        let with = json!({ "form": "bench", "body": { "text": format!("line {i}") }, "typed": true, "rev": rev });
        rev = driver.timed(&mut ms, "draft.save", &with)?["answer"]["rev"].clone();
        Ok(ms)
    })?;
    times.push(("draft.save", draft));
    Ok(times)
}

/// A call that finds nothing, then the pages of charts, each alone.
fn pages(driver: &Driver, rounds: usize) -> Result<Times, String> {
    let of = |i| driver.client(&text(nth(&driver.questions["chart_client_ids"], i)));
    let mut times = vec![("nothing", asked(driver, rounds, "draft.list", |_| Ok(json!({})))?)];
    for (job, call) in PAGES {
        times.push((job, asked(driver, rounds, call, |i| Ok(json!({ "client": of(i)? })))?));
    }
    Ok(times)
}

/// The times of one call.
fn asked(
    driver: &Driver,
    rounds: usize,
    call: &str,
    with: impl Fn(usize) -> Result<Value, String>,
) -> Result<Vec<f64>, String> {
    each(rounds, |i| {
        let mut ms = 0.0;
        driver.timed(&mut ms, call, &with(i)?)?;
        Ok(ms)
    })
}

/// The searched words without their last two letters.
fn unfinished(questions: &Value) -> Value {
    let words = list(&questions["fts"]).filter_map(|words| list(words).next()).map(text);
    words.map(|word| word.chars().take(word.chars().count().saturating_sub(2).max(3)).collect::<String>()).collect()
}

fn ms(answer: &Value) -> Result<f64, String> {
    answer["ms"].as_f64().ok_or_else(|| answer.to_string())
}

fn by_hand(driver: &mut Driver, folder: &Path, rounds: usize) -> Result<Times, String> {
    let questions = driver.questions.clone();
    let group = driver.roster_of_first()?;
    let counselor = driver.stage.login(&text(&questions["caseload_counselor"]))?;
    // The roster was made in the copy that jobs change; the other jobs do not care which one they read.
    let folder = driver.stage.take_work(folder)?;
    let clock = driver.stage.clock()?;
    let open = |login: &str| open(&folder, login, &clock);
    let today = driver.stage.day().to_string();
    let hand = open(DIRECTOR)?.on(&today);
    let client = |external: &Value| {
        driver.client(&text(external)).and_then(|id| id.parse::<Uuid>().map_err(|e| e.to_string()))
    };
    let mut times = Times::new();
    times.push((
        "open_chart",
        timed(rounds, |i| hand.open_chart(client(nth(&questions["chart_client_ids"], i))?).map_err(said))?,
    ));
    times.push(("nothing", timed(rounds, |_| hand.nothing().map_err(said))?));
    for (job, _) in PAGES {
        let page = timed(rounds, |i| hand.page(job, client(nth(&questions["chart_client_ids"], i))?).map_err(said))?;
        times.push((job, page));
    }
    times.push(("typeahead", timed(rounds, |i| hand.find(&text(nth(&questions["fragments"], i))).map_err(said))?));
    times.push((
        "fts",
        timed(rounds, |i| {
            let words: Vec<String> = list(nth(&questions["fts"], i)).map(text).collect();
            hand.search(&words).map_err(said)
        })?,
    ));
    times.push(("dashboard", timed(rounds, |_| hand.counselors().map_err(said))?));
    let words = unfinished(&questions);
    times.push(("unfinished", timed(rounds, |i| hand.search(&[text(nth(&words, i))]).map_err(said))?));
    let marked = timed(rounds, |i| hand.mark_attendance(group, i64::try_from(i).unwrap_or_default()).map_err(said))?;
    let draft = hand.draft().map_err(said)?;
    let saved =
        timed(rounds, |i| hand.draft_save(draft, &json!({ "text": format!("line {i}") }).to_string()).map_err(said))?;
    hand.vault.close().map_err(said)?;
    let hand = open(&counselor)?.on(&today);
    let week = driver.week_start();
    times.push(("caseload", timed(rounds, |_| hand.caseload(&week).map_err(said))?));
    times.push(("mark_attendance", marked));
    let (notes, signed) = notes(&hand, &questions, rounds, client)?;
    times.push(("note_save", notes));
    times.push(("note_sign", signed));
    times.push(("draft.save", saved));
    hand.vault.close().map_err(said)?;
    Ok(times)
}

/// Notes written, then the same notes signed.
fn notes(
    hand: &Hand,
    questions: &Value,
    rounds: usize,
    client: impl Fn(&Value) -> Result<Uuid, String>,
) -> Result<(Vec<f64>, Vec<f64>), String> {
    let texts: Vec<String> = list(&questions["new_notes"]).map(|note| text(&note["text"])).collect();
    let mut written = Vec::new();
    for i in 0..rounds + WARM_UP {
        let place = (hand.now_ms << 20) | i64::try_from(i).unwrap_or_default();
        let text = texts.get(i % texts.len().max(1)).map_or("", String::as_str);
        written.push(Written {
            id: Uuid::now_v7(),
            client: client(&nth(&questions["new_notes"], i)["client_id"])?,
            place,
            text,
        });
    }
    let one = |i: usize| written.get(i).ok_or_else(|| "no such note".to_owned());
    let saved = timed(rounds, |i| hand.note_save(one(i)?).map_err(said))?;
    let signed = timed(rounds, |i| hand.note_sign(one(i)?).map_err(said))?;
    Ok((saved, signed))
}

fn open(folder: &Path, login: &str, clock: &Arc<dyn Clock>) -> Result<Hand, String> {
    let passphrase = Passphrase::new(stage::PASSPHRASE.into());
    let vault = Vault::sign_in(folder, &practice::SCHEMA, login, &passphrase, Arc::clone(clock)).map_err(said)?;
    let me = vault.holder().map(|holder| holder.0).unwrap_or_default();
    Ok(Hand { vault, me, today: String::new(), now_ms: clock.now_ms() })
}

fn said(error: vault::Error) -> String {
    error.to_string()
}

/// The times of some work measured from outside it.
fn timed(rounds: usize, mut work: impl FnMut(usize) -> Result<(), String>) -> Result<Vec<f64>, String> {
    each(rounds, |i| {
        let began = Instant::now();
        work(i)?;
        Ok(began.elapsed().as_secs_f64() * 1e3)
    })
}

/// The times that some work tells, without the first rounds.
fn each(rounds: usize, work: impl FnMut(usize) -> Result<f64, String>) -> Result<Vec<f64>, String> {
    let times: Vec<f64> = (0..rounds + WARM_UP).map(work).collect::<Result<_, _>>()?;
    Ok(times.into_iter().skip(WARM_UP).collect())
}

/// Median and 95th percentile.
struct Spread {
    median: f64,
    p95: f64,
}

impl Spread {
    fn of(times: &[f64]) -> Self {
        let mut times = times.to_vec();
        times.sort_by(f64::total_cmp);
        let at = |index: usize| times.get(index.min(times.len().saturating_sub(1))).copied().unwrap_or_default();
        Self { median: at(times.len() / 2), p95: at(times.len() * 95 / 100) }
    }
}
