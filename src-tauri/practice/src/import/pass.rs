//! One pass over the folder: the same code looks (for the preview) and writes (for the run), so the two cannot disagree.

use std::collections::{HashMap, HashSet};

use rusqlite::Connection;
use vault::Progress;

use super::files::{Folder, Sheet, Stream};
use super::known::{self, Kind, Known, Refs};
use super::landing::{self, Ids, Landing, VOIDED};
use super::line::{External, Line};
use super::reason::Reason;
use super::rows::{Rows, attendance, clients, consents, drug_tests, groups, notes, plans, sessions, staff};
use super::rules::ImportRefusal;
use super::stays::Stays;
use super::waiting::{Waiting, clash};
use super::{LandedId, store};
use crate::client::ClientId;
use crate::kernel::door::{Tx, View};
use crate::kernel::history;
use crate::kernel::{Refusal, Result, RowId as _, Zone};
use crate::session::SessionId;

/// So many lines are listed at the most; a folder with more is not the right one.
const MOST_BAD: usize = 10_000;
/// Lines between two looks at the cancel button.
const BREATH: u64 = 200;

/// Looking or writing.
pub(super) enum Door<'p, 'a, 'w> {
    Look(&'p View<'p>),
    Write(&'p mut Tx<'a, 'w>),
}

impl Door<'_, '_, '_> {
    /// The connection, for reading.
    pub fn sql(&self) -> &Connection {
        match self {
            Self::Look(view) => view.sql,
            Self::Write(tx) => tx.sql(),
        }
    }
}

/// One row that a line becomes: itself, or its absence where a field is empty.
pub(super) struct Piece {
    pub kind: Kind,
    pub external: External,
    pub id: LandedId,
    pub row: Option<Box<dyn Landing>>,
}

/// What came of one file.
#[derive(Clone, Debug)]
pub(super) struct Tally {
    pub sheet: Sheet,
    pub lines: u64,
    pub new: u64,
    pub changed: u64,
    pub same: u64,
    pub bad: u64,
    /// SHA-256 of the file.
    pub digest: [u8; 32],
}

/// A line that cannot be taken.
#[derive(Clone, Debug)]
pub(super) struct BadLine {
    pub sheet: Sheet,
    pub line: u64,
    pub reason: Reason,
}

/// What came of the folder.
#[derive(Clone, Debug, Default)]
pub(super) struct Findings {
    pub files: Vec<Tally>,
    pub bad: Vec<BadLine>,
    /// Wall times that a daylight-saving gap moved forward.
    pub moved: u64,
    /// Roster stays that follow from attendance.
    pub stays: u64,
}

impl Findings {
    /// Lines that change something.
    pub fn lines_to_write(&self) -> u64 {
        self.files.iter().map(|file| file.new + file.changed).sum::<u64>() + self.stays
    }
}

/// Everything one pass carries along.
pub(super) struct Pass<'p, 'a, 'w> {
    pub door: Door<'p, 'a, 'w>,
    pub zone: Zone,
    pub today: chrono::NaiveDate,
    pub refs: Refs,
    /// Attended minutes by session and client: no second entry, and the minutes of a group note.
    pub entries: HashMap<(SessionId, ClientId), i64>,
    pub stays: Stays,
    pub(super) ids: Ids,
    watch: &'p dyn Progress,
    known: HashMap<Kind, Known>,
    /// New rows that wait to be added together.
    waiting: Waiting,
    seen: HashSet<External>,
    findings: Findings,
}

impl<'p, 'a, 'w> Pass<'p, 'a, 'w> {
    /// Goes over the whole folder.
    ///
    /// # Errors
    /// A [`Refusal`] when the folder cannot be taken at all or the person cancelled; bad lines are no error.
    pub fn over(folder: &Folder, door: Door<'p, 'a, 'w>, watch: &'p dyn Progress) -> Result<Findings> {
        let (zone, today, now) = match &door {
            Door::Look(view) => (view.zone(), view.today(), view.now),
            Door::Write(tx) => (tx.calendar.zone, tx.today(), tx.now()),
        };
        let refs = Refs::load(door.sql())?;
        // Entries of sessions whose file is not in the folder are taken from the records.
        let here = folder.sheets.iter().any(|(sheet, _, _)| *sheet == Sheet::Attendance);
        let entries = store::entries(door.sql(), if here { store::Entries::MadeHere } else { store::Entries::All })?;
        let mut pass = Self {
            door,
            zone,
            today,
            refs,
            entries,
            stays: Stays::default(),
            ids: Ids::at(now.0),
            watch,
            known: HashMap::new(),
            waiting: Waiting::default(),
            seen: HashSet::new(),
            findings: Findings::default(),
        };
        let total = folder.bytes();
        let mut before = 0;
        for (sheet, path, size) in &folder.sheets {
            let stream = Stream::open(*sheet, path)?;
            let progress = |read: u64| {
                watch.step(before + read, total, sheet.step());
                if watch.cancelled() { Err(Refusal::from(vault::Error::Cancelled)) } else { Ok(()) }
            };
            match sheet {
                Sheet::Staff => pass.sheet::<staff::People>(*sheet, stream, &progress)?,
                Sheet::Clients => pass.sheet::<clients::Clients>(*sheet, stream, &progress)?,
                Sheet::Groups => pass.sheet::<groups::Groups>(*sheet, stream, &progress)?,
                Sheet::Sessions => pass.sheet::<sessions::Sessions>(*sheet, stream, &progress)?,
                Sheet::Attendance => pass.sheet::<attendance::Entries>(*sheet, stream, &progress)?,
                Sheet::Notes => pass.sheet::<notes::Notes>(*sheet, stream, &progress)?,
                Sheet::DrugTests => pass.sheet::<drug_tests::Tests>(*sheet, stream, &progress)?,
                Sheet::Plans => pass.sheet::<plans::Plans>(*sheet, stream, &progress)?,
                Sheet::Consents => pass.sheet::<consents::Consents>(*sheet, stream, &progress)?,
            }
            before += size;
        }
        Ok(pass.findings)
    }

    fn sheet<R: Rows>(
        &mut self,
        sheet: Sheet,
        mut stream: Stream,
        progress: &dyn Fn(u64) -> Result<()>,
    ) -> Result<()> {
        self.seen.clear();
        for kind in R::KINDS {
            let known = known::of(self.door.sql(), *kind)?;
            self.known.insert(*kind, known);
        }
        let mut rows = R::begin(self)?;
        let mut tally = Tally { sheet, lines: 0, new: 0, changed: 0, same: 0, bad: 0, digest: [0; 32] };
        progress(0)?;
        loop {
            let read = stream.read();
            let Some(record) = stream.next()? else { break };
            tally.lines += 1;
            if tally.lines.is_multiple_of(BREATH) {
                progress(read)?;
            }
            let number = record.line;
            let pieces = Line::of(sheet, record, self.zone).and_then(|mut line| {
                let pieces = rows.line(self, &mut line)?;
                self.findings.moved += line.moved;
                Ok(pieces)
            });
            self.take(&mut tally, number, pieces)?;
        }
        for (line, pieces) in rows.held_back() {
            self.take(&mut tally, line, Ok(pieces))?;
        }
        rows.end(self)?;
        self.flush()?;
        self.known.clear();
        tally.digest = stream.digest();
        self.findings.files.push(tally);
        Ok(())
    }

    /// Lands what a line became, or lists it.
    fn take(&mut self, tally: &mut Tally, line: u64, pieces: Result<Vec<Piece>, Reason>) -> Result<()> {
        let outcome = match pieces {
            Ok(pieces) => self.land(pieces, tally.sheet, line)?,
            Err(reason) => Err(reason),
        };
        match outcome {
            Ok(Landed::New) => tally.new += 1,
            Ok(Landed::Changed) => tally.changed += 1,
            Ok(Landed::Same) => tally.same += 1,
            Ok(Landed::Later) => {}
            Err(reason) => {
                tally.bad += 1;
                if self.findings.bad.len() >= MOST_BAD {
                    return Err(ImportRefusal::TooManyBadRows.into());
                }
                self.findings.bad.push(BadLine { sheet: tally.sheet, line, reason });
            }
        }
        Ok(())
    }

    /// Weighs every piece before it writes any: a line lands whole or is left out whole.
    pub(super) fn land(&mut self, pieces: Vec<Piece>, sheet: Sheet, line: u64) -> Result<Result<Landed, Reason>> {
        let mut fates = Vec::with_capacity(pieces.len());
        for piece in &pieces {
            match self.weigh(piece)? {
                Ok(fate) => fates.push(fate),
                Err(reason) => return Ok(Err(reason)),
            }
        }
        let landed = match fates.first() {
            None => Landed::Later,
            Some(Fate::Add) => Landed::New,
            _ if fates.iter().all(|fate| matches!(fate, Fate::Leave)) => Landed::Same,
            _ => Landed::Changed,
        };
        if matches!(self.door, Door::Write(_)) {
            for (piece, fate) in pieces.into_iter().zip(fates) {
                self.settle(piece, fate, (sheet, line))?;
            }
        }
        Ok(Ok(landed))
    }

    /// Does to a piece what was decided.
    fn settle(&mut self, piece: Piece, fate: Fate, from: (Sheet, u64)) -> Result<()> {
        if fate == Fate::Add {
            self.waiting.push(piece, from);
            return if self.waiting.full() { self.flush() } else { Ok(()) };
        }
        if fate == Fate::Leave {
            return Ok(());
        }
        // What changes may stand on what waits.
        self.flush()?;
        let Door::Write(tx) = &mut self.door else { return Ok(()) };
        let named = |refusal| clash(refusal, from);
        match (fate, &piece.row) {
            (Fate::Change(rev), Some(row)) => {
                landing::change(tx, row.as_ref(), piece.id, rev).map_err(named)?;
                store::renew(tx, &piece, row.digest())
            }
            (Fate::Void(rev), _) => {
                landing::void(tx, piece.kind.table(), piece.id, rev)?;
                store::renew(tx, &piece, VOIDED)
            }
            _ => Ok(()),
        }
    }

    /// Adds what waits.
    pub fn flush(&mut self) -> Result<()> {
        match &mut self.door {
            Door::Write(tx) => self.waiting.add(tx, &self.ids),
            Door::Look(_) => Ok(()),
        }
    }

    fn weigh(&self, piece: &Piece) -> Result<Result<Fate, Reason>> {
        let known = self.known.get(&piece.kind).and_then(|known| known.get(&piece.external));
        let (known, row) = match (known, &piece.row) {
            (None, None) => return Ok(Ok(Fate::Leave)),
            (None, Some(_)) => return Ok(Ok(Fate::Add)),
            (Some(known), None) if known.digest == VOIDED => return Ok(Ok(Fate::Leave)),
            (Some(known), Some(row)) if row.digest() == known.digest => return Ok(Ok(Fate::Leave)),
            (Some(known), row) => (known, row),
        };
        if history::revision(self.door.sql(), piece.kind.table(), known.id.uuid())? != Some(known.rev) {
            return Ok(Err(Reason::ChangedHere));
        }
        Ok(match row {
            None => Ok(Fate::Void(known.rev)),
            Some(row) => match row.fixed(self.door.sql(), known.id)? {
                Some(reason) => Err(reason),
                None => Ok(Fate::Change(known.rev)),
            },
        })
    }

    /// The id that a row has, or will have.
    pub fn id(&self, kind: Kind, external: &str) -> LandedId {
        self.known(kind, external).unwrap_or_else(|| self.ids.next())
    }

    /// The id of a row that came in before.
    pub fn known(&self, kind: Kind, external: &str) -> Option<LandedId> {
        self.known.get(&kind).and_then(|known| known.get(external)).map(|known| known.id)
    }

    /// Every external id of a kind that came in before.
    pub fn externals(&self, kind: Kind) -> impl Iterator<Item = &External> {
        self.known.get(&kind).into_iter().flat_map(HashMap::keys)
    }

    /// Stops a second line with the same id.
    pub fn once(&mut self, column: &'static str, external: &str) -> Result<(), Reason> {
        if self.seen.insert(external.into()) { Ok(()) } else { Err(Reason::Twice(column)) }
    }

    /// A piece that is there, or that is not.
    pub fn piece(&self, kind: Kind, external: &str, row: Option<impl Landing + 'static>) -> Piece {
        let row = row.map(|row| Box::new(row) as Box<dyn Landing>);
        Piece { kind, external: external.into(), id: self.id(kind, external), row }
    }

    /// Says what goes on, and stops when the person cancelled.
    pub fn breathe(&self, what: &'static str) -> Result<()> {
        self.watch.step(0, 0, what);
        if self.watch.cancelled() { Err(vault::Error::Cancelled.into()) } else { Ok(()) }
    }

    /// Counts a roster stay that follows from attendance.
    pub fn count_stay(&mut self) {
        self.findings.stays += 1;
    }
}

/// What came of a line.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(super) enum Landed {
    New,
    Changed,
    Same,
    /// Held back until the end of the file.
    Later,
}

impl Landed {
    /// Whether anything was written.
    pub fn writes(self) -> bool {
        matches!(self, Self::New | Self::Changed)
    }
}

/// What happens to a piece.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
enum Fate {
    Leave,
    Add,
    Change(i64),
    Void(i64),
}
