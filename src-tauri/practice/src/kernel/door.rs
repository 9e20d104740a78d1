//! The two sides of the store as a slice sees them: [`View`] to read, [`Tx`] to write.
//!
//! Nothing writes except through `&mut Tx`, and only the router makes one. A `Tx` is one SQLite transaction: rule, SQL,
//! history, audit entries and change tags happen in it, all or nothing. The kernel borrows two facts from slices: the
//! practice's calendar, and who reaches which client.

use std::collections::BTreeSet;

use rusqlite::{Connection, ToSql, named_params};
use vault::{Entry, Vault, Write};

use super::actor::Actor;
use super::history::{self, Table};
use super::id::{self, RowId};
use super::permission::{Info, Permit, Role, Verb};
use super::refusal::{Refusal, Result};
use super::tag::Tag;
use super::time::{Moment, Zone};
use crate::client::{ClientId, reach};
use crate::practice::Calendar;

/// Openings of one record by one person within this span are one entry of the audit.
const ONE_OPENING_MS: i64 = 30 * 60 * 1000;

/// A consistent look at the store, by somebody, at some instant.
pub struct View<'a> {
    /// The reading connection.
    pub sql: &'a Connection,
    /// Who looks.
    pub actor: &'a Actor,
    /// When.
    pub now: Moment,
    /// The practice's zone and week.
    pub calendar: Calendar,
    /// The open vault, for what is sealed to the person alone.
    pub vault: &'a Vault,
}

impl View<'_> {
    /// The practice's time zone.
    pub fn zone(&self) -> Zone {
        self.calendar.zone
    }

    /// Today on the practice's wall.
    pub fn today(&self) -> chrono::NaiveDate {
        self.calendar.zone.date(self.now)
    }

    /// Lets through who may do this with this client's information (see [`reach::ensure`]).
    ///
    /// # Errors
    /// `not_permitted` and `not_found`.
    pub fn reach(&self, info: Info, verb: Verb, client: ClientId) -> Result<Permit> {
        reach::ensure(self.sql, self.actor, (info, verb), client, self.now, self.today())
    }
}

/// One change, whole or not at all.
pub struct Tx<'a, 'w> {
    write: &'a mut Write<'w>,
    /// The open vault, for changes that concern keys.
    pub vault: &'a Vault,
    /// Who acts.
    pub actor: &'a Actor,
    /// The role whose permit let the call through; the audit entry names it.
    pub role: Option<Role>,
    /// The call, as `noun.verb`.
    pub action: &'static str,
    /// The practice's zone and week.
    pub calendar: Calendar,
    changed: BTreeSet<Tag>,
    recorded: i64,
}

impl<'a, 'w> Tx<'a, 'w> {
    /// Opens the write door; for the router only.
    pub(crate) fn open(
        write: &'a mut Write<'w>,
        vault: &'a Vault,
        actor: &'a Actor,
        role: Option<Role>,
        action: &'static str,
        calendar: Calendar,
    ) -> Self {
        Self { write, vault, actor, role, action, calendar, changed: BTreeSet::new(), recorded: 0 }
    }

    /// Opens the write door of a vault that has no practice yet; for first run only.
    pub(crate) fn found(
        write: &'a mut Write<'w>,
        vault: &'a Vault,
        actor: &'a Actor,
        action: &'static str,
        calendar: Calendar,
    ) -> Self {
        Self::open(write, vault, actor, Some(Role::Director), action, calendar)
    }

    /// The writing connection.
    pub fn sql(&self) -> &Connection {
        self.write.sql()
    }

    /// Writes rows: one statement, stamped with when, where and by whom. Every table of the practice has the three.
    ///
    /// # Errors
    /// Those of the store, also where the statement leaves out a part of the stamp.
    pub fn write(&self, sql: &str, parameters: &[(&str, &dyn ToSql)]) -> Result<()> {
        let (at, device) = (self.now(), self.device());
        let stamp: [(&str, &dyn ToSql); 3] =
            [(":at", &at), (":device", device.as_bytes()), (":by_staff", &self.actor.staff)];
        let mut statement = self.sql().prepare_cached(sql)?;
        statement.execute([parameters, &stamp].concat().as_slice())?;
        Ok(())
    }

    /// The vault's own side of this change, for operations on keys.
    pub fn keys(&mut self) -> (&'a Vault, &mut Write<'w>) {
        (self.vault, self.write)
    }

    /// The instant of this change; every row of it carries the same.
    pub fn now(&self) -> Moment {
        Moment(self.write.at_ms())
    }

    /// Today on the practice's wall.
    pub fn today(&self) -> chrono::NaiveDate {
        self.calendar.zone.date(self.now())
    }

    /// This installation.
    pub fn device(&self) -> uuid::Uuid {
        self.vault.device()
    }

    /// A fresh id.
    pub fn id<I: RowId>(&self) -> I {
        I::of(id::at(self.write.at_ms()))
    }

    /// The same look at the store that a query has, inside this change.
    pub fn view(&self) -> View<'_> {
        View { sql: self.write.sql(), actor: self.actor, now: self.now(), calendar: self.calendar, vault: self.vault }
    }

    /// Lets through who may do this with this client's information, and names the role in the audit entry.
    ///
    /// # Errors
    /// `not_permitted` and `not_found`.
    pub fn reach(&mut self, info: Info, verb: Verb, client: ClientId) -> Result<Permit> {
        let permit = self.view().reach(info, verb, client)?;
        self.role = Some(permit.role);
        Ok(permit)
    }

    /// The end of the audit chain before this change.
    pub fn head(&self) -> Result<vault::Head> {
        Ok(self.write.head(self.vault.device())?)
    }

    /// Fresh random bytes of the vault.
    pub fn random(&self) -> Result<[u8; 32]> {
        Ok(self.write.random()?)
    }

    /// Notes that records of this kind changed.
    pub fn touch(&mut self, tag: Tag) {
        self.changed.insert(tag);
    }

    /// Keeps the present version of a row before it is changed, and checks that nobody changed it first.
    ///
    /// # Errors
    /// `not_found` when there is no such row, `conflict` when its revision is not `rev`.
    pub fn revise(&mut self, table: Table, id: impl RowId, rev: i64) -> Result<()> {
        let found =
            history::revision(self.sql(), table, id.uuid())?.ok_or_else(|| Refusal::not_found(table.noun()))?;
        if found != rev {
            return Err(Refusal::conflict());
        }
        history::keep(self, table, id.uuid())
    }

    /// Writes the audit entry for a row that was just inserted or changed: which row, which revision, and a digest of it.
    pub fn wrote(&mut self, table: Table, id: impl RowId, subject: Option<uuid::Uuid>) -> Result<()> {
        let (revision, digest) = history::fingerprint(self.sql(), table, id.uuid())?;
        let entry = Entry {
            object: Some((table.name().into(), id.uuid())),
            subject,
            revision: Some(revision),
            digest: Some(digest),
            ..self.entry(String::new())
        };
        self.record(entry);
        Ok(())
    }

    /// Writes an audit entry that concerns no single row. `detail` never holds personal data.
    pub fn did(&mut self, detail: impl Into<String>) {
        let entry = self.entry(detail.into());
        self.record(entry);
    }

    /// Writes an audit entry about a row without a digest of it, such as the opening of a chart.
    pub fn did_to(&mut self, table: Table, id: impl RowId, subject: Option<uuid::Uuid>, detail: impl Into<String>) {
        let entry = Entry { object: Some((table.name().into(), id.uuid())), subject, ..self.entry(detail.into()) };
        self.record(entry);
    }

    /// Writes the audit entry for a record that was opened for reading. Openings of one record by one person within half an
    /// hour are one entry.
    ///
    /// # Errors
    /// `trouble` when the audit cannot be read.
    pub fn opened(&mut self, table: Table, id: impl RowId, subject: Option<uuid::Uuid>, detail: &str) -> Result<()> {
        let object = id.uuid();
        let lately: bool = {
            let mut statement = self.sql().prepare_cached(
                "select exists (
                   select 1
                   from audit
                   where subject = :subject and at > :since and actor = :me and action = :action and object_id = :id
                     and detail = :detail
                 )",
            )?;
            let parameters = named_params! {
                ":subject": subject.as_ref().map(|subject| subject.as_bytes().as_slice()),
                ":since": self.now().0 - ONE_OPENING_MS,
                ":me": self.actor.staff,
                ":action": self.action,
                ":id": object.as_bytes().as_slice(),
                ":detail": detail,
            };
            statement.query_row(parameters, |row| row.get(0))?
        };
        if lately {
            self.quietly();
        } else {
            self.did_to(table, id, subject, detail);
        }
        Ok(())
    }

    fn record(&mut self, entry: Entry) {
        self.recorded += 1;
        self.write.record(entry);
    }

    /// How many audit entries this change has so far.
    pub fn recorded(&self) -> i64 {
        self.recorded
    }

    /// Lets this change through without an entry: the saves of one draft after the first (vault.md decision 3).
    pub fn quietly(&mut self) {
        self.write.quiet();
    }

    fn entry(&self, detail: String) -> Entry {
        Entry {
            actor: Some(self.actor.staff.uuid()),
            role: self.role.map_or("", Role::word),
            action: self.action.into(),
            object: None,
            subject: None,
            revision: None,
            digest: None,
            detail,
        }
    }

    /// The tags this change touched.
    pub(crate) fn changed(&self) -> Vec<Tag> {
        self.changed.iter().copied().collect()
    }
}
