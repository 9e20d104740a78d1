//! The jobs that change something, by hand. Each is as many transactions as the product makes of it.

use sha2::{Digest as _, Sha256};
use uuid::Uuid;
use vault::{Error, Write};

use super::hand::{Hand, Named};

/// What a note is found by, and where it stands in the index.
pub struct Place<'a> {
    pub id: Uuid,
    pub client: Uuid,
    pub place: i64,
    pub text: &'a str,
}

impl Hand {
    /// A session of a group planned, and everybody on its roster recorded as there.
    pub fn mark_attendance(&self, group: Uuid, minute: i64) -> Result<(), Error> {
        let (session, starts_at) = (Uuid::now_v7(), self.now_ms - 12 * 3_600_000 + minute * 60_000);
        let at = self.now_ms;
        self.vault.write(|write| {
            let with: &Named<'_> = &[
                (":id", &session.as_bytes().as_slice()),
                (":group", &group.as_bytes().as_slice()),
                (":me", &self.me.as_bytes().as_slice()),
                (":today", &self.today),
                (":starts_at", &starts_at),
                (":at", &at),
            ];
            write.sql().prepare_cached(include_str!("sql/insert_session.sql"))?.execute(with)?;
            self.record(write, "session.plan", ("session", session), Some("session"));
            Ok::<_, Error>(())
        })?;
        self.vault.write(|write| {
            self.keep(write, "session", session)?;
            write
                .sql()
                .prepare_cached(
                    "update session
                     set state = 'recorded', began_at = starts_at, finished_at = ends_at, recorded_at = ?2,
                         recorded_by = ?3, rev = rev + 1, at = ?2
                     where id = ?1",
                )?
                .execute((session.as_bytes().as_slice(), at, self.me.as_bytes().as_slice()))?;
            self.record(write, "attendance.record", ("session", session), Some("session"));
            for client in self.roster(write, group)? {
                let id = Uuid::now_v7();
                let with: &Named<'_> = &[
                    (":id", &id.as_bytes().as_slice()),
                    (":session", &session.as_bytes().as_slice()),
                    (":client", &client),
                    (":me", &self.me.as_bytes().as_slice()),
                    (":today", &self.today),
                    (":starts_at", &starts_at),
                    (":at", &at),
                ];
                write.sql().prepare_cached(include_str!("sql/insert_attendance.sql"))?.execute(with)?;
                self.record(write, "attendance.record", ("attendance", id), Some("attendance"));
            }
            Ok(())
        })
    }

    fn roster(&self, write: &Write<'_>, group: Uuid) -> Result<Vec<Vec<u8>>, Error> {
        let mut statement = write.sql().prepare_cached(
            "select client from membership
             where of_group = ?1 and joined_on <= ?2 and (left_on is null or left_on > ?2) and voided_at is null",
        )?;
        let clients = statement.query_map((group.as_bytes().as_slice(), &self.today), |row| row.get(0))?;
        Ok(clients.collect::<rusqlite::Result<_>>()?)
    }

    /// A note begun without text, then saved with it: two transactions, the second keeps the earlier version.
    pub fn note_save(&self, note: &Place<'_>) -> Result<(), Error> {
        let at = self.now_ms;
        self.vault.write(|write| {
            self.reach(write.sql(), note.client)?;
            let with: &Named<'_> = &[
                (":id", &note.id.as_bytes().as_slice()),
                (":client", &note.client.as_bytes().as_slice()),
                (":me", &self.me.as_bytes().as_slice()),
                (":today", &self.today),
                (":service_at", &(at - 3_600_000)),
                (":place", &note.place),
                (":at", &at),
            ];
            write.sql().prepare_cached(include_str!("sql/insert_note.sql"))?.execute(with)?;
            self.index(write, note, "")?;
            self.record(write, "note.start", ("note", note.id), Some(""));
            Ok::<_, Error>(())
        })?;
        self.vault.write(|write| {
            self.reach(write.sql(), note.client)?;
            self.rewrite(write, note, "draft")?;
            self.record(write, "note.save", ("note", note.id), Some(note.text));
            Ok(())
        })
    }

    /// The note as signed with its document: hash, signature, place in the chain.
    pub fn note_sign(&self, note: &Place<'_>) -> Result<(), Error> {
        self.vault.write(|write| {
            self.reach(write.sql(), note.client)?;
            self.rewrite(write, note, "signed")?;
            self.record(write, "note.sign", ("note", note.id), Some(note.text));
            let hash: [u8; 32] = Sha256::digest(note.text.as_bytes()).into();
            let signature = self.vault.sign(note.text.as_bytes())?;
            let id = Uuid::now_v7();
            let with: &Named<'_> = &[
                (":id", &id.as_bytes().as_slice()),
                (":note", &note.id.as_bytes().as_slice()),
                (":bytes", &note.text.as_bytes()),
                (":hash", &hash.as_slice()),
                (":signature", &signature.bytes.as_slice()),
                (":key", &signature.key.0.as_slice()),
                (":me", &self.me.as_bytes().as_slice()),
                (":at", &self.now_ms),
            ];
            write.sql().prepare_cached(include_str!("sql/insert_signed.sql"))?.execute(with)?;
            self.record(write, "note.sign", ("signed_note", id), Some(note.text));
            Ok::<_, Error>(())
        })?;
        self.vault.settle_anchor()
    }

    /// The text into the row and into the index, the earlier version kept.
    fn rewrite(&self, write: &Write<'_>, note: &Place<'_>, state: &str) -> Result<(), Error> {
        self.keep(write, "note", note.id)?;
        let sections = serde_json::json!([["text", note.text]]).to_string();
        write
            .sql()
            .prepare_cached(
                "update note
                 set sections = ?2, state = ?3, signed_at = iif(?3 = 'signed', ?4, null), rev = rev + 1, at = ?4
                 where id = ?1",
            )?
            .execute((note.id.as_bytes().as_slice(), sections, state, self.now_ms))?;
        write.sql().prepare_cached("delete from note_search where rowid = ?1")?.execute([note.place])?;
        self.index(write, note, note.text)
    }

    fn index(&self, write: &Write<'_>, note: &Place<'_>, words: &str) -> Result<(), Error> {
        let who = format!("c{} a{}", note.client.simple(), self.me.simple());
        write
            .sql()
            .prepare_cached("insert into note_search (rowid, words, who) values (?1, ?2, ?3)")?
            .execute((note.place, words, who))?;
        Ok(())
    }

    /// Keeps a row as it is before it changes.
    fn keep(&self, write: &Write<'_>, table: &str, id: Uuid) -> Result<(), Error> {
        let statement =
            if table == "note" { include_str!("sql/keep_note.sql") } else { include_str!("sql/keep_session.sql") };
        let (kept, me) = (Uuid::now_v7(), self.me);
        let with: &Named<'_> = &[
            (":id", &kept.as_bytes().as_slice()),
            (":note", &id.as_bytes().as_slice()),
            (":me", &me.as_bytes().as_slice()),
            (":at", &self.now_ms),
        ];
        write.sql().prepare_cached(statement)?.execute(with)?;
        Ok(())
    }

    /// A draft's row changed in place; the product records the first save of ten minutes and not the others.
    pub fn draft_save(&self, id: Uuid, text: &str) -> Result<(), Error> {
        self.vault.write(|write| {
            write
                .sql()
                .prepare_cached("update draft set body = ?2, rev = rev + 1, at = ?3 where id = ?1")?
                .execute((id.as_bytes().as_slice(), text, self.now_ms))?;
            write.quiet();
            Ok(())
        })
    }

    /// The row that [`Self::draft_save`] changes.
    pub fn draft(&self) -> Result<Uuid, Error> {
        let id = Uuid::now_v7();
        self.vault.write(|write| {
            let (me, at) = (self.me.as_bytes().as_slice(), self.now_ms);
            write.sql().execute(
                "insert into draft (id, staff, form, subject, label, body, typed, noted_at, rev, at, device, by_staff)
                 values (?1, ?2, 'bench by hand', '', '', '{}', 1, ?3, 1, ?3, ?2, ?2)",
                (id.as_bytes().as_slice(), me, at),
            )?;
            self.record(write, "draft.save", ("draft", id), Some(""));
            Ok::<_, Error>(())
        })?;
        Ok(id)
    }
}
