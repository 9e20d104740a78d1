//! Failed sign-ins, counted while there is no key.
//!
//! A control of our code, not of cryptography: whoever can write to the folder can reset the counts (offline, Argon2id is
//! what stands). An attempt is counted on the disk before it is tried, so killing the program does not undo it. A delay
//! is measured by the monotonic clock alone; after a restart whose clock cannot be compared the delay begins anew, and
//! setting the wall clock never shortens it. Unknown logins are counted like known ones, so they look the same.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::fields::{Fields, Parse};
use crate::folder::{ATTEMPTS, read, replace};
use crate::{Clock, Error};

const PURPOSE: &str = "evenkeel attempts/v1";
/// After as many failures in a row only the recovery key or another holder opens the way.
const CLOSED_AFTER: u32 = 100;
/// Failures that pass without a delay.
const FREE: u32 = 4;
/// Logins that are counted at once; beyond it the ones with the fewest failures are forgotten.
const COUNTED: usize = 400;

/// How long the next attempt waits after so many failures in a row.
fn delay_ms(failures: u32) -> u64 {
    const STEPS: [u64; 6] = [1_000, 2_000, 5_000, 10_000, 30_000, 60_000];
    match failures.checked_sub(FREE) {
        None | Some(0) => 0,
        Some(step) => usize::try_from(step - 1).ok().and_then(|step| STEPS.get(step)).copied().unwrap_or(300_000),
    }
}

/// One login's count.
#[derive(Copy, Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Count {
    pub failures: u32,
    /// Failures that are not in the audit chain yet.
    pub unrecorded: u32,
    /// When the last one was, by which monotonic clock.
    epoch: u64,
    at_monotonic_ms: u64,
}

/// The counts of all logins, by their lookup.
pub(crate) struct Attempts {
    file: PathBuf,
    counts: BTreeMap<[u8; 32], Count>,
}

impl Attempts {
    pub fn create(folder: &Path) -> Result<Attempts, Error> {
        let attempts = Attempts { file: folder.join(ATTEMPTS), counts: BTreeMap::new() };
        attempts.save()?;
        Ok(attempts)
    }

    /// The counts, and whether they could be read. If not they begin anew, which is said in the audit.
    pub fn load(folder: &Path) -> Result<(Attempts, bool), Error> {
        let file = folder.join(ATTEMPTS);
        let counts = read(&file)?.as_deref().and_then(parsed);
        let readable = counts.is_some();
        Ok((Attempts { file, counts: counts.unwrap_or_default() }, readable))
    }

    /// Asks for an attempt: refused when it is too early or too late, otherwise counted as a failure until
    /// [`Attempts::succeeded`] says otherwise.
    pub fn begin(&mut self, lookup: &[u8; 32], clock: &dyn Clock) -> Result<(), Error> {
        let now = (clock.epoch(), clock.monotonic_ms());
        let count = self.counts.entry(*lookup).or_default();
        if count.failures >= CLOSED_AFTER {
            return Err(Error::TooManyAttempts);
        }
        let left = count.left_ms(now);
        if left > 0 {
            if count.epoch != now.0 {
                (count.epoch, count.at_monotonic_ms) = now;
                self.save()?;
            }
            return Err(Error::Wait { ms: left });
        }
        *count = Count {
            failures: count.failures + 1,
            unrecorded: count.unrecorded.saturating_add(1),
            epoch: now.0,
            at_monotonic_ms: now.1,
        };
        self.forget_the_least(lookup);
        self.save()
    }

    /// The answer to a failed attempt, which [`Attempts::begin`] has counted.
    pub fn refused(&self, lookup: &[u8; 32]) -> Error {
        let failures = self.counts.get(lookup).map_or(0, |count| count.failures);
        Error::WrongPassphrase { tries_left_before_delay: FREE.saturating_sub(failures), wait_ms: delay_ms(failures) }
    }

    /// Takes back the last count and forgets the row of failures before it, which stay to be recorded.
    pub fn succeeded(&mut self, lookup: &[u8; 32]) -> Result<(), Error> {
        if let Some(count) = self.counts.get_mut(lookup) {
            count.failures = 0;
            count.unrecorded = count.unrecorded.saturating_sub(1);
        }
        self.drop_empty();
        self.save()
    }

    /// A new way in was made: the count of this login begins anew.
    pub fn reopen(&mut self, lookup: &[u8; 32]) -> Result<(), Error> {
        match self.counts.get_mut(lookup) {
            Some(count) => count.failures = 0,
            None => return Ok(()),
        }
        self.drop_empty();
        self.save()
    }

    /// What the audit chain does not know yet.
    pub fn unrecorded(&self) -> impl Iterator<Item = (&[u8; 32], u32)> {
        self.counts.iter().map(|(lookup, count)| (lookup, count.unrecorded)).filter(|(_, unrecorded)| *unrecorded > 0)
    }

    /// It knows now.
    pub fn recorded(&mut self) -> Result<(), Error> {
        if self.unrecorded().next().is_none() {
            return Ok(());
        }
        self.counts.values_mut().for_each(|count| count.unrecorded = 0);
        self.drop_empty();
        self.save()
    }

    fn drop_empty(&mut self) {
        self.counts.retain(|_, count| count.failures > 0 || count.unrecorded > 0);
    }

    fn forget_the_least(&mut self, but: &[u8; 32]) {
        while self.counts.len() > COUNTED {
            let others = self.counts.iter().filter(|(lookup, _)| *lookup != but);
            let Some(least) = others.min_by_key(|(_, count)| count.failures).map(|(lookup, _)| *lookup) else {
                return;
            };
            self.counts.remove(&least);
        }
    }

    pub(crate) fn save(&self) -> Result<(), Error> {
        let mut fields = Fields::of(PURPOSE);
        for (lookup, count) in &self.counts {
            fields.put(lookup).number(count.failures.into()).number(count.unrecorded.into());
            fields.number(count.epoch).number(count.at_monotonic_ms);
        }
        let body = fields.into_bytes();
        replace(&self.file, &[body.as_slice(), blake3::hash(&body).as_bytes()].concat())
    }
}

impl Count {
    fn left_ms(&self, (epoch, now): (u64, u64)) -> u64 {
        let passed = if self.epoch == epoch { now.saturating_sub(self.at_monotonic_ms) } else { 0 };
        delay_ms(self.failures).saturating_sub(passed)
    }
}

fn parsed(bytes: &[u8]) -> Option<BTreeMap<[u8; 32], Count>> {
    let (body, checksum) = bytes.split_last_chunk::<32>()?;
    if blake3::hash(body).as_bytes() != checksum {
        return None;
    }
    let mut parse = Parse::of(PURPOSE, body)?;
    let mut counts = BTreeMap::new();
    while let Some(lookup) = parse.array() {
        let (failures, unrecorded) = (parse.small()?, parse.small()?);
        let count = Count { failures, unrecorded, epoch: parse.number()?, at_monotonic_ms: parse.number()? };
        counts.insert(lookup, count);
    }
    parse.end().map(|()| counts)
}
