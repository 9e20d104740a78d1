//! The whole vault looked at from outside: database, anchor, header.

use std::path::Path;

use crate::check::{self, Place};
use crate::copies::Copies;
use crate::folder::{DATABASE, FolderLock, HEADERS, read};
use crate::header::Stored;
use crate::keys::Keys;
use crate::open::{Found, missing_since};
use crate::unlock::Proof;
use crate::{Error, Head, Part, Passphrase, Progress, RecoveryKey, Vault, anchor, connection};

/// Whose keys open what is looked at.
#[derive(Copy, Clone)]
pub enum Opener<'a> {
    /// Those of a vault that is open.
    Vault(&'a Vault),
    Passphrase {
        login: &'a str,
        passphrase: &'a Passphrase,
    },
    Recovery(&'a RecoveryKey),
}

/// What was looked at and found whole.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Report {
    pub pages: u64,
    pub entries: u64,
    /// The end of the present chain.
    pub head: Option<Head>,
    pub schema_version: u32,
}

/// The first broken place, and what was whole until there.
#[derive(Debug)]
pub struct Broken {
    pub place: Place,
    pub report: Report,
}

impl Opener<'_> {
    /// The keys, from one of these headers. No attempt is counted: whoever has the file can guess without us.
    pub(crate) fn keys(&self, candidates: &[Stored]) -> Result<(Keys, Option<uuid::Uuid>), Error> {
        let newest = candidates.first().ok_or(Error::Damaged(Part::Header))?;
        let (proof, refused) = match self {
            Opener::Vault(vault) => {
                let ours = newest.header.vault == vault.keys.vault && newest.holds(&vault.keys.anchor);
                let actor = vault.holder().map(|holder| holder.0);
                return if ours { Ok((vault.keys.clone(), actor)) } else { Err(Error::BackupNotYours) };
            }
            Opener::Passphrase { login, passphrase } => {
                let proof = Proof::Passphrase { lookup: newest.header.lookup(login), passphrase };
                (proof, Error::WrongPassphrase { tries_left_before_delay: 0, wait_ms: 0 })
            }
            Opener::Recovery(key) => (Proof::Recovery(key), Error::WrongRecoveryKey),
        };
        let unlocked = proof.unlock(candidates)?.ok_or(refused)?;
        Ok((unlocked.keys, unlocked.session.holder.map(|holder| holder.0)))
    }
}

/// Looks at every part of a vault, changes nothing, and names the first broken place.
///
/// # Errors
/// [`Broken`]; with [`Place::NotSeen`] when it could not be looked at.
#[allow(clippy::result_large_err, reason = "made once, at the end of minutes of work")]
pub fn verify(folder: &Path, opener: Opener<'_>, progress: &dyn Progress) -> Result<Report, Broken> {
    let mut report = Report::default();
    match look(folder, opener, progress, &mut report) {
        Ok(()) => Ok(report),
        Err(place) => Err(Broken { place, report }),
    }
}

fn look(folder: &Path, opener: Opener<'_>, progress: &dyn Progress, report: &mut Report) -> Result<(), Place> {
    let seen = Place::NotSeen;
    let _lock = match opener {
        Opener::Vault(_) => None,
        _ => Some(FolderLock::take(folder).map_err(seen)?),
    };
    let (keys, _) = opener.keys(&Copies::load(folder).candidates()).map_err(seen)?;
    let file = folder.join(DATABASE);
    let checked = check::database(&file, &keys, progress)?;
    report.pages = checked.pages;
    report.entries = checked.entries;
    report.schema_version = checked.schema_version;
    report.head = checked.heads.last().map(|(_, head)| *head);
    let sql = connection::inspecting(&file, &keys.database).map_err(seen)?;
    let found = Found::read(&sql, &keys).map_err(seen)?;
    match anchor::look(folder, &keys).0.map(|mark| missing_since(&sql, &mark, found.device)) {
        None => return Err(Place::AnchorMissing),
        Some(Ok(0)) => {}
        Some(Ok(missing)) => return Err(Place::Anchor { missing }),
        Some(Err(Error::Damaged(Part::Chain))) => return Err(Place::Chain { device: found.device, seq: 0 }),
        Some(Err(error)) => return Err(seen(error)),
    }
    for (name, copy) in HEADERS.iter().zip(['a', 'b']) {
        let stored = read(&folder.join(name)).ok().flatten().and_then(|bytes| Stored::parse(&bytes));
        if !stored.is_some_and(|stored| stored.digest() == found.header.digest && stored.holds(&keys.anchor)) {
            return Err(Place::HeaderCopy(copy));
        }
    }
    Ok(())
}
