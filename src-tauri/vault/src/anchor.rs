//! The anchor: the last audit number and its MAC, outside the database.
//!
//! One flipped bit in the write-ahead log silently drops committed work, and no check of SQLite or SQLCipher notices; the
//! anchor does. It is written after each commit without waiting, into the two copies in turn, and made to last by
//! [`Anchor::settle`]. A copy is smaller than a sector and never changes its length, so a power cut leaves the one or the
//! other content. A database ahead of its anchor is normal; one behind it has lost events.

use std::fs::File;
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;

use uuid::Uuid;

use crate::Error;
use crate::audit::Head;
use crate::fields::{Fields, Parse};
use crate::folder::{ANCHORS, private, read, replace, settle, sync};
use crate::keys::{self, Keys};

const PURPOSE: &str = "evenkeel anchor/v1";

/// What an anchor says.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(crate) struct Mark {
    pub device: Uuid,
    pub head: Head,
    /// Rises with every writing; tells the newer copy.
    count: u64,
}

pub(crate) struct Anchor {
    keys: Keys,
    files: [File; 2],
    last: Mark,
    unsettled: bool,
}

impl Anchor {
    /// Both copies anew, lasting.
    pub fn create(folder: &Path, keys: &Keys, device: Uuid, head: Head) -> Result<Anchor, Error> {
        let mark = Mark { device, head, count: 1 };
        ANCHORS.iter().try_for_each(|name| replace(&folder.join(name), &encoded(keys, &mark)))?;
        Anchor::open(folder, keys, mark)
    }

    fn open(folder: &Path, keys: &Keys, last: Mark) -> Result<Anchor, Error> {
        let open = |name: &str| private().write(true).open(folder.join(name));
        Ok(Anchor { keys: keys.clone(), files: [open(ANCHORS[0])?, open(ANCHORS[1])?], last, unsettled: false })
    }

    /// After a commit. What fails here is made good by the next writing or by [`Anchor::settle`]; the commit stands.
    pub fn write(&mut self, device: Uuid, head: Head) -> Result<(), Error> {
        self.last = Mark { device, head, count: self.last.count + 1 };
        self.unsettled = true;
        let file = if self.last.count.is_multiple_of(2) { &self.files[0] } else { &self.files[1] };
        overwrite(file, &encoded(&self.keys, &self.last))
    }

    /// Both copies up to date and on the disk.
    pub fn settle(&mut self) -> Result<(), Error> {
        if !self.unsettled {
            return Ok(());
        }
        let bytes = encoded(&self.keys, &self.last);
        for file in &self.files {
            overwrite(file, &bytes)?;
            sync(file)?;
        }
        self.unsettled = false;
        Ok(())
    }
}

/// What the copies say: the newer authentic one, and how many are authentic.
pub(crate) fn look(folder: &Path, keys: &Keys) -> (Option<Mark>, usize) {
    let parse = |name: &&str| read(&folder.join(name)).ok().flatten().and_then(|bytes| parsed(keys, &bytes));
    let marks: Vec<Mark> = ANCHORS.iter().filter_map(parse).collect();
    (marks.iter().max_by_key(|mark| mark.count).copied(), marks.len())
}

/// Goes on from what is there: keeps the count rising, and makes both copies whole.
pub(crate) fn resume(folder: &Path, keys: &Keys, device: Uuid, head: Head) -> Result<Anchor, Error> {
    let count = look(folder, keys).0.map_or(0, |mark| mark.count) + 1;
    let mark = Mark { device, head, count };
    ANCHORS.iter().try_for_each(|name| replace(&folder.join(name), &encoded(keys, &mark)))?;
    settle(folder)?;
    Anchor::open(folder, keys, mark)
}

fn overwrite(mut file: &File, bytes: &[u8]) -> Result<(), Error> {
    file.seek(SeekFrom::Start(0))?;
    file.write_all(bytes)?;
    Ok(())
}

fn encoded(keys: &Keys, mark: &Mark) -> Vec<u8> {
    let mut fields = Fields::of(PURPOSE);
    fields
        .put(keys.vault.as_bytes())
        .put(mark.device.as_bytes())
        .number(mark.head.seq)
        .put(&mark.head.mac)
        .number(mark.count);
    let mac = keys::mac(&keys.anchor, fields.bytes());
    [fields.bytes(), &mac].concat()
}

fn parsed(keys: &Keys, bytes: &[u8]) -> Option<Mark> {
    let (body, mac) = bytes.split_last_chunk::<32>()?;
    if !keys::same(&keys::mac(&keys.anchor, body), mac) {
        return None;
    }
    let mut parse = Parse::of(PURPOSE, body)?;
    let vault: [u8; 16] = parse.array()?;
    let device = Uuid::from_bytes(parse.array()?);
    let head = Head { seq: parse.number()?, mac: parse.array()? };
    let mark = Mark { device, head, count: parse.number()? };
    (vault == *keys.vault.as_bytes()).then_some(mark)
}
