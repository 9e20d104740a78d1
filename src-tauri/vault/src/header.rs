//! The header: who may open the vault, and with what.
//!
//! It names nobody: a slot is found by a keyed hash of the login, and carries the holder's id, their public keys, their
//! private keys wrapped under a key of their own, and the master key sealed to them. The bytes carry a checksum, so that
//! damage shows without any key, and a MAC under the anchor key, so that a change shows once the vault is open. A counter
//! rises with every change and is kept in the database as well: an earlier header put back is refused.

use uuid::Uuid;

use crate::fields::{Fields, Parse};
use crate::keys::{self, Key, MasterKey};
use crate::pairs::{Keyring, Publics, parse_publics};
use crate::passphrase::{login_spelling, own_key};
use crate::{Error, HolderId, KdfCost, Passphrase};

const PURPOSE: &str = "evenkeel header/v1";
const SLOTS: usize = 250;

/// One holder's way in.
#[derive(Clone)]
pub(crate) struct Slot {
    pub id: [u8; 16],
    pub holder: HolderId,
    pub lookup: [u8; 32],
    pub cost: KdfCost,
    pub salt: [u8; 16],
    /// The passphrase was chosen by somebody else.
    pub must_renew: bool,
    pub publics: Publics,
    wrapped: Vec<u8>,
    sealed_master: Vec<u8>,
}

/// The way in by the key on paper.
#[derive(Clone)]
pub(crate) struct RecoverySlot {
    pub publics: Publics,
    pub sealed_master: Vec<u8>,
}

#[derive(Clone)]
pub(crate) struct Header {
    pub vault: Uuid,
    pub counter: u64,
    /// The keys of logins' hashes: the same login looks different in every vault.
    pub login_salt: Key,
    /// What new slots cost, and what a guess at an unknown login costs.
    pub cost: KdfCost,
    pub slots: Vec<Slot>,
    pub recovery: RecoverySlot,
}

/// A header with the exact bytes it is stored as.
#[derive(Clone)]
pub(crate) struct Stored {
    pub header: Header,
    pub bytes: Vec<u8>,
}

impl Header {
    pub fn lookup(&self, login: &str) -> [u8; 32] {
        keys::mac(&self.login_salt, login_spelling(login).as_bytes())
    }

    pub fn slot(&self, lookup: &[u8; 32]) -> Option<&Slot> {
        self.slots.iter().find(|slot| keys::same(&slot.lookup, lookup))
    }

    pub fn slot_of(&self, holder: HolderId) -> Option<&Slot> {
        self.slots.iter().find(|slot| slot.holder == holder)
    }

    /// Puts a holder's slot in, in place of the one they had.
    pub fn put(&mut self, slot: Slot) -> Result<(), Error> {
        if self.slots.iter().any(|other| other.holder != slot.holder && other.lookup == slot.lookup) {
            return Err(Error::LoginTaken);
        }
        self.slots.retain(|other| other.holder != slot.holder);
        if self.slots.len() >= SLOTS {
            return Err(Error::HeaderFull);
        }
        self.slots.push(slot);
        Ok(())
    }

    /// A slot for this login, which costs one key derivation.
    pub fn make_slot(&self, new: NewSlot<'_>, master: &MasterKey) -> Result<Slot, Error> {
        let publics = new.keyring.publics();
        let mut slot = Slot {
            id: keys::random()?,
            holder: new.holder,
            lookup: new.lookup,
            cost: self.cost.check()?,
            salt: keys::random()?,
            must_renew: new.must_renew,
            publics,
            wrapped: Vec::new(),
            sealed_master: publics.receiving.seal(master.bytes())?,
        };
        let own = own_key(new.passphrase, slot.cost, &slot.salt, self.vault, &slot.id)?;
        slot.wrapped = keys::wrap(&own, &slot.bound(self.vault), &new.keyring.to_bytes())?;
        Ok(slot)
    }

    /// What is worked on when the login is unknown, so that the answer takes as long as for a known one.
    fn decoy(&self, lookup: &[u8; 32]) -> Slot {
        let mut salt = [0; 16];
        salt.copy_from_slice(&keys::mac(&self.login_salt, lookup)[..16]);
        Slot {
            id: salt,
            holder: HolderId(Uuid::nil()),
            lookup: *lookup,
            cost: self.cost,
            salt,
            must_renew: false,
            publics: self.recovery.publics,
            wrapped: vec![0; 24 + 64 + 16],
            sealed_master: Vec::new(),
        }
    }

    /// One guess. Unknown login and wrong passphrase cost and answer the same.
    pub fn open(&self, lookup: &[u8; 32], passphrase: &Passphrase) -> Result<Option<(Slot, Keyring)>, Error> {
        let (slot, known) = match self.slot(lookup) {
            Some(slot) => (slot.clone(), true),
            None => (self.decoy(lookup), false),
        };
        let own = own_key(passphrase, slot.cost, &slot.salt, self.vault, &slot.id)?;
        let keyring = keys::unwrap(&own, &slot.bound(self.vault), &slot.wrapped)
            .and_then(|bytes| Keyring::from_bytes(&bytes))
            .filter(|keyring| known && keyring.publics() == slot.publics);
        Ok(keyring.map(|keyring| (slot, keyring)))
    }

    fn body(&self) -> Vec<u8> {
        let mut fields = Fields::of(PURPOSE);
        fields.put(self.vault.as_bytes()).number(self.counter).put(self.login_salt.as_slice());
        put_cost(&mut fields, self.cost);
        put_publics(&mut fields, &self.recovery.publics);
        fields.put(&self.recovery.sealed_master);
        self.slots.iter().for_each(|slot| {
            fields.put(&slot.encoded());
        });
        fields.into_bytes()
    }

    fn parse_body(body: &[u8]) -> Option<Header> {
        let mut parse = Parse::of(PURPOSE, body)?;
        let mut header = Header {
            vault: Uuid::from_bytes(parse.array()?),
            counter: parse.number()?,
            login_salt: Key::new(parse.array()?),
            cost: parse_cost(&mut parse)?,
            recovery: RecoverySlot { publics: parse_publics(&mut parse)?, sealed_master: parse.take()?.to_vec() },
            slots: Vec::new(),
        };
        while let Some(slot) = parse.take() {
            header.slots.push(Slot::parse(slot)?);
        }
        parse.end().filter(|()| header.slots.len() <= SLOTS)?;
        Some(header)
    }

    pub fn store(self, anchor: &Key) -> Stored {
        let body = self.body();
        let (checksum, mac) = (blake3::hash(&body), keys::mac(anchor, &body));
        Stored { header: self, bytes: [body.as_slice(), checksum.as_bytes(), &mac].concat() }
    }
}

impl Stored {
    /// `None` when the bytes are damaged; that they are authentic is [`Stored::holds`].
    pub fn parse(bytes: &[u8]) -> Option<Stored> {
        let (rest, _mac) = bytes.split_last_chunk::<32>()?;
        let (body, checksum) = rest.split_last_chunk::<32>()?;
        let whole = keys::same(blake3::hash(body).as_bytes(), checksum);
        whole.then(|| Header::parse_body(body)).flatten().map(|header| Stored { header, bytes: bytes.to_vec() })
    }

    pub fn holds(&self, anchor: &Key) -> bool {
        let Some((rest, mac)) = self.bytes.split_last_chunk::<32>() else { return false };
        rest.split_last_chunk::<32>().is_some_and(|(body, _)| keys::same(&keys::mac(anchor, body), mac))
    }

    /// What the database keeps, to know its header again.
    pub fn digest(&self) -> [u8; 32] {
        blake3::hash(&self.bytes).into()
    }
}

/// What a slot is made of.
pub(crate) struct NewSlot<'a> {
    pub holder: HolderId,
    pub lookup: [u8; 32],
    pub passphrase: &'a Passphrase,
    pub keyring: &'a Keyring,
    pub must_renew: bool,
}

impl Slot {
    /// The master key, if this keyring is the one it was sealed to.
    pub fn master(&self, keyring: &Keyring) -> Option<MasterKey> {
        keyring.master(&self.sealed_master)
    }

    fn put_plain_part(&self, fields: &mut Fields) {
        fields.put(&self.id).put(self.holder.0.as_bytes()).put(&self.lookup);
        put_cost(fields, self.cost);
        fields.put(&self.salt).number(u64::from(self.must_renew));
        put_publics(fields, &self.publics);
    }

    /// All the rest of the slot is bound to the wrapped keys: a slot cannot be put together from two.
    fn bound(&self, vault: Uuid) -> Vec<u8> {
        let mut fields = Fields::of("evenkeel slot/v1");
        fields.put(vault.as_bytes());
        self.put_plain_part(&mut fields);
        fields.into_bytes()
    }

    fn encoded(&self) -> Vec<u8> {
        let mut fields = Fields::default();
        self.put_plain_part(&mut fields);
        fields.put(&self.wrapped).put(&self.sealed_master);
        fields.into_bytes()
    }

    fn parse(bytes: &[u8]) -> Option<Slot> {
        let mut parse = Parse::whole(bytes);
        let slot = Slot {
            id: parse.array()?,
            holder: HolderId(Uuid::from_bytes(parse.array()?)),
            lookup: parse.array()?,
            cost: parse_cost(&mut parse)?,
            salt: parse.array()?,
            must_renew: parse.flag()?,
            publics: parse_publics(&mut parse)?,
            wrapped: parse.take()?.to_vec(),
            sealed_master: parse.take()?.to_vec(),
        };
        parse.end().map(|()| slot)
    }
}

fn put_cost(fields: &mut Fields, cost: KdfCost) {
    fields.number(cost.memory_kib.into()).number(cost.passes.into()).number(cost.lanes.into());
}

fn parse_cost(parse: &mut Parse<'_>) -> Option<KdfCost> {
    Some(KdfCost { memory_kib: parse.small()?, passes: parse.small()?, lanes: parse.small()? })
}

fn put_publics(fields: &mut Fields, publics: &Publics) {
    fields.put(&publics.signing.0).put(&publics.receiving.0);
}
