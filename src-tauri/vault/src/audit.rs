//! The audit chain: who did what, each entry following from the one before.
//!
//! An entry's MAC covers the one before it and every field with its length, under a random key that is wrapped by the
//! master key: nobody without the vault's keys can change, drop, add or swap an entry unseen, and the anchor outside the
//! database shows a tail cut off. A chain belongs to one installation (`device`); a restore begins a new one that names
//! where it goes on from. Values before and after a change are not here but in the practice's own version rows, so that
//! a lawful redaction leaves the chain whole.

use rusqlite::{Connection, OptionalExtension, named_params};
use uuid::Uuid;

use crate::fields::Fields;
use crate::keys::{self, Key, Keys};
use crate::words::eight_words;
use crate::{Error, Part};

/// What was done, in the words of the practice. Never personal data: an audit entry is kept longer than a record.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Entry {
    /// Who; `None` for the program itself.
    pub actor: Option<Uuid>,
    pub role: &'static str,
    /// `noun.verb`
    pub action: String,
    /// Table and id of what it was done to.
    pub object: Option<(String, Uuid)>,
    /// Whose record it is.
    pub subject: Option<Uuid>,
    pub revision: Option<i64>,
    /// Of what was written.
    pub digest: Option<[u8; 32]>,
    pub detail: String,
}

/// The end of a chain: number and MAC of its last entry.
#[derive(Copy, Clone, Debug, Default, Eq, PartialEq)]
pub struct Head {
    pub seq: u64,
    pub mac: [u8; 32],
}

impl Head {
    /// 64 bits of the head to print on paper: a chain rewritten with the keys is found by comparing them.
    pub fn eight_words(&self) -> String {
        let mut fields = Fields::of("evenkeel head/v1");
        fields.number(self.seq).put(&self.mac);
        let digest = blake3::hash(fields.bytes());
        eight_words(digest.as_bytes())
    }
}

/// The key an installation appends with.
pub(crate) struct Chain {
    pub device: Uuid,
    key_id: Uuid,
    key: Key,
}

/// An entry as it is hashed.
struct Link<'a> {
    device: &'a [u8],
    seq: u64,
    at: i64,
    actor: Option<&'a [u8]>,
    role: &'a str,
    action: &'a str,
    object_table: Option<&'a str>,
    object_id: Option<&'a [u8]>,
    subject: Option<&'a [u8]>,
    revision: Option<i64>,
    digest: Option<&'a [u8]>,
    detail: &'a str,
    key_id: &'a [u8],
    prev: &'a [u8],
}

impl Link<'_> {
    fn mac(&self, key: &Key) -> [u8; 32] {
        let mut fields = Fields::of("evenkeel audit/v1");
        fields
            .put(self.prev)
            .put(self.device)
            .number(self.seq)
            .put(&self.at.to_le_bytes())
            .maybe(self.actor)
            .put(self.role.as_bytes())
            .put(self.action.as_bytes())
            .maybe(self.object_table.map(str::as_bytes))
            .maybe(self.object_id)
            .maybe(self.subject)
            .maybe(self.revision.map(i64::to_le_bytes).as_ref().map(<[u8; 8]>::as_slice))
            .maybe(self.digest)
            .put(self.detail.as_bytes())
            .put(self.key_id);
        keys::mac(key, fields.bytes())
    }
}

impl Chain {
    /// A new random key, written into `audit_key`.
    pub fn with_new_key(sql: &Connection, keys: &Keys, device: Uuid, at: i64) -> Result<Chain, Error> {
        let (key_id, key) = (Uuid::now_v7(), Key::new(keys::random()?));
        sql.prepare_cached("insert into audit_key (id, wrapped, made_at) values (:id, :wrapped, :made_at)")?
            .execute(named_params! {
                ":id": key_id.as_bytes(),
                ":wrapped": keys::wrap(&keys.audit_wrap, &bound(keys, key_id), key.as_slice())?,
                ":made_at": at,
            })?;
        Ok(Chain { device, key_id, key })
    }

    /// Goes on with the newest key there is.
    pub fn resume(sql: &Connection, keys: &Keys, device: Uuid) -> Result<Chain, Error> {
        let newest = "select id from audit_key order by made_at desc, id desc limit 1";
        let id: [u8; 16] = sql.prepare_cached(newest)?.query_row([], |row| row.get(0))?;
        let key_id = Uuid::from_bytes(id);
        Ok(Chain { device, key_id, key: key_of(sql, keys, key_id)?.ok_or(Error::Damaged(Part::Chain))? })
    }

    /// Appends one entry behind `head`.
    pub fn append(&self, sql: &Connection, head: Head, at: i64, entry: &Entry) -> Result<Head, Error> {
        let seq = head.seq + 1;
        let object_id = entry.object.as_ref().map(|(_, id)| id.as_bytes());
        let link = Link {
            device: self.device.as_bytes(),
            seq,
            at,
            actor: entry.actor.as_ref().map(|id| id.as_bytes().as_slice()),
            role: entry.role,
            action: &entry.action,
            object_table: entry.object.as_ref().map(|(table, _)| table.as_str()),
            object_id: object_id.map(<[u8; 16]>::as_slice),
            subject: entry.subject.as_ref().map(|id| id.as_bytes().as_slice()),
            revision: entry.revision,
            digest: entry.digest.as_ref().map(<[u8; 32]>::as_slice),
            detail: &entry.detail,
            key_id: self.key_id.as_bytes(),
            prev: &head.mac,
        };
        let mac = link.mac(&self.key);
        insert(sql, &link, &mac)?;
        Ok(Head { seq, mac })
    }
}

fn insert(sql: &Connection, link: &Link<'_>, mac: &[u8; 32]) -> Result<(), Error> {
    sql.prepare_cached(
        "insert into audit
             (device, seq, at, actor, role, action, object_table, object_id, subject, revision, digest, detail, key_id,
              prev, mac)
         values
             (:device, :seq, :at, :actor, :role, :action, :object_table, :object_id, :subject, :revision, :digest,
              :detail, :key_id, :prev, :mac)",
    )?
    .execute(named_params! {
        ":device": link.device,
        ":seq": link.seq.cast_signed(),
        ":at": link.at,
        ":actor": link.actor,
        ":role": link.role,
        ":action": link.action,
        ":object_table": link.object_table,
        ":object_id": link.object_id,
        ":subject": link.subject,
        ":revision": link.revision,
        ":digest": link.digest,
        ":detail": link.detail,
        ":key_id": link.key_id,
        ":prev": link.prev,
        ":mac": mac,
    })?;
    Ok(())
}

/// The last entry of an installation's chain; number 0, with the MAC it goes on from, when it has none.
pub(crate) fn head(sql: &Connection, device: Uuid) -> Result<Head, Error> {
    let last = "select seq, mac from audit where device = :device order by seq desc limit 1";
    let head = sql
        .prepare_cached(last)?
        .query_row(named_params! { ":device": device.as_bytes() }, |row| {
            Ok(Head { seq: row.get::<_, i64>(0)?.cast_unsigned(), mac: row.get(1)? })
        })
        .optional()?;
    head.map_or_else(|| Ok(Head { seq: 0, mac: beginning(sql, device)? }), Ok)
}

/// The MAC at one number of a chain.
pub(crate) fn mac_at(sql: &Connection, device: Uuid, seq: u64) -> Result<Option<[u8; 32]>, Error> {
    let at = "select mac from audit where device = :device and seq = :seq";
    Ok(sql
        .prepare_cached(at)?
        .query_row(named_params! { ":device": device.as_bytes(), ":seq": seq.cast_signed() }, |row| row.get(0))
        .optional()?)
}

/// Where a walk along the chains first found something that does not follow.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(crate) struct Break {
    pub device: Uuid,
    pub seq: u64,
}

/// Walks every chain from its beginning; the number of entries, or the first that does not follow. `step` is called
/// every few thousand entries and may end the walk with an error.
pub(crate) fn walk(
    sql: &Connection,
    keys: &Keys,
    mut step: impl FnMut(u64) -> Result<(), Error>,
) -> Result<Result<u64, Break>, Error> {
    let mut statement = sql.prepare(
        "select device, seq, at, actor, role, action, object_table, object_id, subject, revision, digest, detail,
                key_id, prev, mac
         from audit
         order by device, seq",
    )?;
    let (mut rows, mut count) = (statement.query([])?, 0);
    let mut before: Option<(Uuid, Head)> = None;
    let mut key: Option<(Uuid, Key)> = None;
    while let Some(row) = rows.next()? {
        let device = Uuid::from_bytes(row.get(0)?);
        let seq = row.get::<_, i64>(1)?.cast_unsigned();
        let broken = Break { device, seq };
        let key_id = Uuid::from_bytes(row.get(12)?);
        if key.as_ref().is_none_or(|(id, _)| *id != key_id) {
            let Some(found) = key_of(sql, keys, key_id)? else { return Ok(Err(broken)) };
            key = Some((key_id, found));
        }
        let expected = match before {
            Some((same, head)) if same == device => head,
            // The first of a chain: from nothing, or from where its epoch says.
            _ => Head { seq: 0, mac: beginning(sql, device)? },
        };
        if seq != expected.seq + 1 {
            return Ok(Err(Break { device, seq: expected.seq + 1 }));
        }
        let (mac, follows) = check(row, seq, key.as_ref().map(|(_, key)| key), &expected)?;
        if !follows {
            return Ok(Err(broken));
        }
        before = Some((device, Head { seq, mac }));
        count += 1;
        if count % 4096 == 0 {
            step(count)?;
        }
    }
    Ok(Ok(count))
}

fn check(row: &rusqlite::Row<'_>, seq: u64, key: Option<&Key>, before: &Head) -> Result<([u8; 32], bool), Error> {
    let blob = |at: usize| row.get_ref(at).map(|value| value.as_blob_or_null().unwrap_or(Some(b"not a blob")));
    let text = |at: usize| row.get_ref(at).map(|value| value.as_str_or_null().unwrap_or(Some("not a text")));
    let (device, key_id, prev) = (blob(0)?, blob(12)?, blob(13)?);
    let link = Link {
        device: device.unwrap_or_default(),
        seq,
        at: row.get(2)?,
        actor: blob(3)?,
        role: text(4)?.unwrap_or_default(),
        action: text(5)?.unwrap_or_default(),
        object_table: text(6)?,
        object_id: blob(7)?,
        subject: blob(8)?,
        revision: row.get(9)?,
        digest: blob(10)?,
        detail: text(11)?.unwrap_or_default(),
        key_id: key_id.unwrap_or_default(),
        prev: prev.unwrap_or_default(),
    };
    let mac: [u8; 32] = row.get(14)?;
    let follows = link.prev == before.mac && key.is_some_and(|key| keys::same(&link.mac(key), &mac));
    Ok((mac, follows))
}

/// What the first entry of a chain follows from.
pub(crate) fn beginning(sql: &Connection, device: Uuid) -> Result<[u8; 32], Error> {
    let from = "select from_mac from restore_epoch where device = :device";
    let mac = sql
        .prepare_cached(from)?
        .query_row(named_params! { ":device": device.as_bytes() }, |row| row.get(0))
        .optional()?;
    Ok(mac.unwrap_or_default())
}

fn key_of(sql: &Connection, keys: &Keys, id: Uuid) -> Result<Option<Key>, Error> {
    let wrapped: Option<Vec<u8>> = sql
        .prepare_cached("select wrapped from audit_key where id = :id")?
        .query_row(named_params! { ":id": id.as_bytes() }, |row| row.get(0))
        .optional()?;
    let key = wrapped.and_then(|wrapped| keys::unwrap(&keys.audit_wrap, &bound(keys, id), &wrapped));
    Ok(key.and_then(|bytes| bytes.as_slice().try_into().ok()).map(Key::new))
}

fn bound(keys: &Keys, id: Uuid) -> Vec<u8> {
    let mut fields = Fields::of("evenkeel audit key/v1");
    fields.put(keys.vault.as_bytes()).put(id.as_bytes());
    fields.into_bytes()
}
