//! `bench --vault PATH --as NAME [--rounds N]`: the same work through the router and as SQL written by hand, on the same
//! encrypted file in one run, with both medians and their ratio.
//!
//! The hand-written side runs in the vault's own transaction and, where something is changed, writes the same audit entry:
//! what is compared is the product's layers and not the disk.

use std::sync::Arc;
use std::time::Instant;

use practice::workstation::Workstation;
use serde_json::{Value, json};
use vault::{Entry, Error, Passphrase, SystemClock, Vault};

use crate::desk::{self, World};

/// Rounds of each job unless asked otherwise.
const ROUNDS: usize = 60;
/// Words that notes hold.
const WORDS: [&str; 6] = ["sleep", "craving", "family", "board", "relapse", "sponsor"];
/// Pieces of names.
const PIECES: [&str; 6] = ["an", "ro", "ma", "el", "st", "ki"];

/// Runs the jobs and prints the table.
pub fn run(arguments: &[String]) -> Result<(), String> {
    let rounds = desk::option(arguments, "--rounds").and_then(|text| text.parse().ok()).unwrap_or(ROUNDS).max(2);
    let login = desk::option(arguments, "--as").ok_or("say who you are: --as NAME")?;
    let folder = desk::folder(arguments)?;
    let station = desk::signed_in(arguments, Arc::new(World::new()?))?;
    let routed = routed(&station, rounds);
    station.lock_hard();
    let routed = routed?;
    let passphrase = Passphrase::new(desk::passphrase()?);
    let vault = Vault::sign_in(&folder, &practice::SCHEMA, login, &passphrase, Arc::new(SystemClock))
        .map_err(|error| error.to_string())?;
    let by_hand = by_hand(&vault, rounds).map_err(|error| error.to_string())?;
    vault.close().map_err(|error| error.to_string())?;
    println!("{:<24} {:>12} {:>12} {:>8}", "job", "router ms", "by hand ms", "ratio");
    for ((job, ours), (_, theirs)) in routed.iter().zip(&by_hand) {
        println!("{job:<24} {ours:>12.3} {theirs:>12.3} {:>8.2}", ours / theirs);
    }
    Ok(())
}

type Medians = Vec<(&'static str, f64)>;

fn routed(station: &Workstation, rounds: usize) -> Result<Medians, String> {
    let call = |name: &str, with: Value| -> Result<(), String> {
        station
            .call(name, &with.to_string(), false)
            .map(|_| ())
            .map_err(|refusal| format!("{name}: {}", refusal.message))
    };
    let pick = |from: &'static [&'static str], i: usize| from.get(i % from.len()).copied().unwrap_or_default();
    let kept = desk::call(station, "draft.get", &json!({ "form": "bench" }))?;
    let mut rev = kept["rev"].as_i64().unwrap_or(0);
    let clients = median(rounds, |i| call("client.find", json!({ "text": pick(&PIECES, i) })))?;
    let notes = median(rounds, |i| call("note.search", json!({ "text": pick(&WORDS, i) })))?;
    let draft = median(rounds, |i| {
        let with = json!({ "form": "bench", "body": { "text": format!("line {i}") }, "typed": true, "rev": rev });
        let answer = desk::call(station, "draft.save", &with)?;
        rev = answer["answer"]["rev"].as_i64().unwrap_or(rev + 1);
        Ok::<_, String>(())
    })?;
    desk::call(station, "draft.discard", &json!({ "form": "bench" }))?;
    Ok(vec![("find a client", clients), ("search notes", notes), ("save a draft", draft)])
}

fn by_hand(vault: &Vault, rounds: usize) -> Result<Medians, Error> {
    let pick = |from: &'static [&'static str], i: usize| from.get(i % from.len()).copied().unwrap_or_default();
    let clients = median(rounds, |i| {
        vault.read(|sql| {
            let mut statement = sql.prepare_cached(
                "select client.id, number, given_name, family_name, preferred_name, born_on, profession,
                        (select discharged_on is null from episode where episode.client = client.id order by number desc limit 1)
                 from client
                 where voided_at is null and folded like '%' || ?1 || '%'
                 order by folded
                 limit 20",
            )?;
            let mut rows = statement.query([pick(&PIECES, i)])?;
            while let Some(row) = rows.next()? {
                let _: String = row.get("family_name")?;
            }
            Ok::<_, Error>(())
        })
    })?;
    let notes = median(rounds, |i| {
        vault.read(|sql| {
            let mut statement = sql.prepare_cached(
                "select note.id, note.service_at, found.words, client.given_name, client.family_name, staff.family_name
                 from note_search as found
                 join note on note.search_id = found.rowid
                 join client on client.id = note.client
                 join staff on staff.id = note.author
                 where found.note_search match ?1 and note.state <> 'draft'
                 order by found.rowid desc
                 limit 50",
            )?;
            let mut rows = statement.query([format!("words : ({}*)", pick(&WORDS, i))])?;
            while let Some(row) = rows.next()? {
                let _: String = row.get("words")?;
            }
            Ok::<_, Error>(())
        })
    })?;
    Ok(vec![("find a client", clients), ("search notes", notes), ("save a draft", saved(vault, rounds)?)])
}

/// A draft's row changed in place, the first with its audit entry and the others without, as the product has it.
fn saved(vault: &Vault, rounds: usize) -> Result<f64, Error> {
    let me = vault.holder().map(|holder| holder.0).unwrap_or_default();
    let id = vault.write(|write| {
        let id = uuid_at(write.at_ms());
        let at = write.at_ms();
        write.sql().execute(
            "insert into draft (id, staff, form, subject, label, body, typed, noted_at, rev, at, device, by_staff)
             values (?1, ?2, 'bench by hand', '', '', '{}', 1, ?3, 1, ?3, ?2, ?2)",
            rusqlite::params![id.as_slice(), me.as_bytes().as_slice(), at],
        )?;
        write.record(Entry { actor: Some(me), action: "draft.save".into(), ..Entry::default() });
        Ok::<_, Error>(id)
    })?;
    let ms = median(rounds, |i| {
        vault.write(|write| {
            let at = write.at_ms();
            write
                .sql()
                .prepare_cached("update draft set body = ?2, rev = rev + 1, at = ?3 where id = ?1")?
                .execute(rusqlite::params![id.as_slice(), format!("{{\"text\":\"line {i}\"}}"), at])?;
            write.quiet();
            Ok::<_, Error>(())
        })
    })?;
    vault.write(|write| {
        let at = write.at_ms();
        write.sql().execute("update draft set closed_at = ?2 where id = ?1", rusqlite::params![id.as_slice(), at])?;
        write.record(Entry { actor: Some(me), action: "draft.discard".into(), ..Entry::default() });
        Ok::<_, Error>(())
    })?;
    Ok(ms)
}

/// Sixteen bytes that begin with the time, as every id does.
fn uuid_at(now_ms: i64) -> [u8; 16] {
    let mut id = [0x70; 16];
    let (front, _) = id.split_at_mut(6);
    front.copy_from_slice(now_ms.to_be_bytes().split_at(2).1);
    id
}

/// The median time of a piece of work in milliseconds; the first two rounds only warm up.
fn median<E>(rounds: usize, mut work: impl FnMut(usize) -> Result<(), E>) -> Result<f64, E> {
    let mut times = Vec::with_capacity(rounds);
    for i in 0..rounds + 2 {
        let began = Instant::now();
        work(i)?;
        times.push(began.elapsed().as_secs_f64() * 1e3);
    }
    let mut times: Vec<f64> = times.into_iter().skip(2).collect();
    times.sort_by(f64::total_cmp);
    Ok(times.get(times.len() / 2).copied().unwrap_or_default())
}
