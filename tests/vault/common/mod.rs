//! What the vault's tests share: a small schema, invented people, a clock that is set by hand.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use rusqlite::named_params;
use uuid::Uuid;
use vault::{
    Clock, Entry, Error, HolderId, KdfCost, Migration, NewVault, Passphrase, Progress, RecoveryKey, Schema, Vault,
};

pub static SCHEMA: Schema = Schema {
    application_id: 0x4556_4b31,
    migrations: &[
        Migration {
            number: 10,
            name: "line",
            sql: "create table line (id blob primary key, text text not null, part integer not null) strict;",
        },
        Migration {
            number: 20,
            name: "search",
            sql: "create virtual table line_text using fts5 (text, content = '');",
        },
    ],
};

pub const MARA: HolderId = HolderId(Uuid::from_u128(0x01));
pub const ODILE: HolderId = HolderId(Uuid::from_u128(0x02));

pub fn pass(text: &str) -> Passphrase {
    Passphrase::new(text.into())
}

pub fn maras() -> Passphrase {
    pass("seven lanterns on the harbor")
}

/// A clock that goes only when told.
#[derive(Default)]
pub struct HandClock {
    pub wall_ms: AtomicI64,
    pub monotonic_ms: AtomicU64,
    pub run: AtomicU64,
}

impl HandClock {
    pub fn new() -> Arc<HandClock> {
        let clock = HandClock::default();
        clock.wall_ms.store(1_764_000_000_000, Ordering::SeqCst);
        Arc::new(clock)
    }

    pub fn pass(&self, ms: u64) {
        self.monotonic_ms.fetch_add(ms, Ordering::SeqCst);
        self.wall_ms.fetch_add(ms.cast_signed(), Ordering::SeqCst);
    }
}

impl Clock for HandClock {
    fn now_ms(&self) -> i64 {
        self.wall_ms.load(Ordering::SeqCst)
    }

    fn monotonic_ms(&self) -> u64 {
        self.monotonic_ms.load(Ordering::SeqCst)
    }

    fn epoch(&self) -> u64 {
        self.run.load(Ordering::SeqCst)
    }
}

/// A folder, a clock and what it takes to get in.
pub struct Desk {
    pub home: tempfile::TempDir,
    pub clock: Arc<HandClock>,
    pub recovery: RecoveryKey,
}

impl Desk {
    pub fn new() -> (Desk, Vault) {
        let (home, clock) = (tempfile::tempdir().unwrap(), HandClock::new());
        let (vault, recovery) = create(&home.path().join("vault"), clock.clone()).unwrap();
        (Desk { home, clock, recovery }, vault)
    }

    pub fn folder(&self) -> PathBuf {
        self.home.path().join("vault")
    }

    pub fn sign_in(&self, login: &str, passphrase: &Passphrase) -> Result<Vault, Error> {
        Vault::sign_in(&self.folder(), &SCHEMA, login, passphrase, self.clock.clone())
    }

    pub fn mara(&self) -> Result<Vault, Error> {
        self.sign_in("mara", &maras())
    }

    pub fn recover(&self) -> Result<Vault, Error> {
        Vault::recover(&self.folder(), &SCHEMA, &self.recovery, self.clock.clone())
    }
}

pub fn create(folder: &Path, clock: Arc<HandClock>) -> Result<(Vault, RecoveryKey), Error> {
    let new = NewVault {
        folder,
        schema: &SCHEMA,
        holder: MARA,
        login: "mara",
        passphrase: &maras(),
        cost: KdfCost::for_tests(),
    };
    Vault::create(new, clock)
}

pub fn entry(action: &str) -> Entry {
    Entry { actor: Some(MARA.0), role: "counselor", action: action.into(), ..Entry::default() }
}

/// One transaction of three rows that belong together, and its audit entry.
pub fn add(vault: &Vault, text: &str) -> Result<Uuid, Error> {
    let id = Uuid::now_v7();
    vault.write(|w| {
        for part in 0..3_i64 {
            let mut key = id.into_bytes();
            key[15] ^= u8::try_from(part).unwrap();
            w.sql()
                .prepare_cached("insert into line (id, text, part) values (:id, :text, :part)")?
                .execute(named_params! { ":id": key, ":text": text, ":part": part })?;
        }
        w.sql()
            .prepare_cached("insert into line_text (text) values (:text)")?
            .execute(named_params! { ":text": text })?;
        w.record(Entry { object: Some(("line".into(), id)), ..entry("line.add") });
        Ok(id)
    })
}

pub fn count(vault: &Vault) -> i64 {
    vault.read(|sql| Ok::<_, Error>(sql.query_row("select count(*) from line", [], |row| row.get(0))?)).unwrap()
}

pub fn actions(vault: &Vault) -> Vec<String> {
    vault
        .read(|sql| {
            let mut statement = sql.prepare("select action from audit order by device, seq")?;
            let rows = statement.query_map([], |row| row.get(0))?;
            Ok::<_, Error>(rows.collect::<Result<Vec<String>, _>>()?)
        })
        .unwrap()
}

/// Says nothing and never stops.
pub struct Quiet;

impl Progress for Quiet {
    fn step(&self, _done: u64, _total: u64, _what: &'static str) {}

    fn cancelled(&self) -> bool {
        false
    }
}

/// Repeatable numbers for tests that shake things (xorshift; the seed is printed by whoever uses it).
pub struct Dice(pub u64);

impl Dice {
    pub fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    pub fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }
}

/// Copies a vault as it lies there, open or not: what another program would find after a kill at this moment.
pub fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_owned();
        // The index of the log is memory of the running program; it is made anew from the log.
        if path.is_file() && !name.to_str().unwrap().ends_with("-shm") {
            std::fs::copy(&path, to.join(name)).unwrap();
        }
    }
}

/// How many of the three rows of an action are there.
pub fn parts(vault: &Vault, id: Uuid) -> usize {
    let there = |part: u8| {
        let mut key = id.into_bytes();
        key[15] ^= part;
        let query = "select 1 from line where id = :id";
        vault.read(|sql| Ok::<_, Error>(sql.prepare_cached(query)?.exists(named_params! { ":id": key })?)).unwrap()
    };
    (0..3).filter(|part| there(*part)).count()
}
