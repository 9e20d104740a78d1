//! A look into the store behind the door: what the tests check that no call shows, such as earlier versions and digests.

use practice::SCHEMA;
use rusqlite::Connection;
use serde_json::{Value, json};
use vault::{Passphrase, Vault};

use crate::desk::{Desk, PASSPHRASE};

/// An entry of the audit, as stored.
#[derive(Debug, PartialEq)]
pub struct Entry {
    pub action: String,
    pub role: String,
    pub detail: String,
}

impl Desk {
    /// Locks, looks into the store as the director's own program could, and leaves nobody signed in.
    pub fn inspect<T>(&self, look: impl FnOnce(&Connection) -> T) -> T {
        self.station.lock_hard();
        let passphrase = Passphrase::new(PASSPHRASE.into());
        let vault = Vault::sign_in(&self.folder(), &SCHEMA, "theodora", &passphrase, self.clock.clone()).unwrap();
        let seen = vault.read(|sql| Ok::<_, vault::Error>(look(sql))).unwrap();
        vault.close().unwrap();
        seen
    }

    /// Writes into the store past every door, as a damaged program would, and says what the store answered. Leaves nobody
    /// signed in.
    pub fn past_the_doors(&self, sql: &str) -> Result<usize, String> {
        self.station.lock_hard();
        let passphrase = Passphrase::new(PASSPHRASE.into());
        let vault = Vault::sign_in(&self.folder(), &SCHEMA, "theodora", &passphrase, self.clock.clone()).unwrap();
        let written = vault::testing::unfenced(&vault).unwrap().execute(sql, []).map_err(|error| error.to_string());
        vault.close().unwrap();
        written
    }

    /// The vault's folder.
    pub fn folder(&self) -> std::path::PathBuf {
        self.room.path().join("vault")
    }

    /// Every entry of the audit, the oldest first.
    pub fn entries(&self) -> Vec<Entry> {
        self.inspect(|sql| {
            let mut statement = sql.prepare("select action, role, detail from audit order by at, seq").unwrap();
            let rows = statement
                .query_map([], |row| Ok(Entry { action: row.get(0)?, role: row.get(1)?, detail: row.get(2)? }))
                .unwrap();
            rows.collect::<Result<_, _>>().unwrap()
        })
    }

    /// The earlier versions of every row of a table, the oldest first.
    pub fn versions(&self, table: &str) -> Vec<Value> {
        self.inspect(|sql| {
            let mut statement =
                sql.prepare("select body from version where of_table = :table order by of_id, of_rev").unwrap();
            let rows = statement.query_map([table], |row| row.get::<_, String>(0)).unwrap();
            rows.map(|body| serde_json::from_str(&body.unwrap()).unwrap()).collect()
        })
    }

    /// Signs the director in.
    pub fn theodora(&self) {
        self.op("workstation.sign_in", json!({ "login": "theodora", "passphrase": PASSPHRASE }));
    }
}

/// The same, by the desk's own state: `open`, `soft_locked`, `closed`.
pub fn state(desk: &Desk) -> String {
    desk.query("workstation.state", json!({}))["state"].as_str().unwrap().to_owned()
}
