//! The folder: which of its files are ours to read, and each of them as a stream of records with a digest.

use std::fs::File as Handle;
use std::io::Read;
use std::path::{Path, PathBuf};

use csv::{ByteRecord, Reader, ReaderBuilder};
use sha2::{Digest as _, Sha256};

use super::rules::ImportRefusal;
use crate::kernel::{Refusal, Result};

crate::words! {
    /// A file of the folder. The order is the order of reading: what a line refers to stands in an earlier file.
    pub enum Sheet {
        Staff = "staff",
        Clients = "clients",
        Groups = "groups",
        Sessions = "sessions",
        Attendance = "attendance",
        Notes = "notes",
        DrugTests = "drug_tests",
        Plans = "plans",
        Consents = "consents",
    }
}

impl Sheet {
    /// The file's own name.
    pub const fn file(self) -> &'static str {
        match self {
            Self::Staff => "staff.csv",
            Self::Clients => "clients.csv",
            Self::Groups => "groups.csv",
            Self::Sessions => "sessions.csv",
            Self::Attendance => "attendance.csv",
            Self::Notes => "notes.csv",
            Self::DrugTests => "drug_tests.csv",
            Self::Plans => "plans.csv",
            Self::Consents => "consents.csv",
        }
    }

    /// The step as a progress line says it.
    pub const fn step(self) -> &'static str {
        match self {
            Self::Staff => "Reading staff.csv, bytes",
            Self::Clients => "Reading clients.csv, bytes",
            Self::Groups => "Reading groups.csv, bytes",
            Self::Sessions => "Reading sessions.csv, bytes",
            Self::Attendance => "Reading attendance.csv, bytes",
            Self::Notes => "Reading notes.csv, bytes",
            Self::DrugTests => "Reading drug_tests.csv, bytes",
            Self::Plans => "Reading plans.csv, bytes",
            Self::Consents => "Reading consents.csv, bytes",
        }
    }

    /// The columns a file must have, in any order; others are not read.
    pub const fn columns(self) -> &'static [&'static str] {
        match self {
            Self::Staff => &["staff_id", "role", "first_name", "last_name", "credentials", "active"],
            Self::Clients => &[
                "client_id",
                "mrn",
                "first_name",
                "last_name",
                "preferred_name",
                "dob",
                "sex",
                "phone",
                "email",
                "address",
                "city",
                "state",
                "zip",
                "admitted_on",
                "discharged_on",
                "counselor_id",
                "program",
                "level_of_care",
                "primary_dx",
                "required_weekly_hours",
                "drug_test_interval_days",
            ],
            Self::Groups => &[
                "group_id",
                "name",
                "track",
                "facilitator_id",
                "weekday",
                "start_time",
                "duration_minutes",
                "capacity",
            ],
            Self::Sessions => {
                &["session_id", "group_id", "facilitator_id", "starts_at", "minutes", "topic", "status"]
            }
            Self::Attendance => &["attendance_id", "session_id", "client_id", "status", "minutes", "recorded_at"],
            Self::Notes => &[
                "note_id",
                "client_id",
                "author_id",
                "session_id",
                "kind",
                "service_at",
                "created_at",
                "signed_at",
                "text",
            ],
            Self::DrugTests => {
                &["test_id", "client_id", "collected_at", "reason", "method", "result", "substances", "collector_id"]
            }
            Self::Plans => &[
                "plan_id",
                "client_id",
                "version",
                "status",
                "effective_on",
                "review_due_on",
                "author_id",
                "signed_at",
                "goals",
            ],
            Self::Consents => {
                &["consent_id", "client_id", "kind", "recipient", "signed_on", "expires_on", "revoked_on"]
            }
        }
    }

    fn of_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|sheet| sheet.file().eq_ignore_ascii_case(name))
    }
}

/// A chosen folder: the files that will be read, in order, and the tables that will not.
#[derive(Clone, Debug)]
pub(super) struct Folder {
    pub path: PathBuf,
    pub sheets: Vec<(Sheet, PathBuf, u64)>,
    pub ignored: Vec<String>,
}

impl Folder {
    /// Looks at the names in a folder; nothing is opened yet.
    ///
    /// # Errors
    /// [`ImportRefusal::NoFiles`] when none of them is ours, `trouble` when the folder cannot be read.
    pub fn look(path: &Path) -> Result<Self> {
        let mut folder = Self { path: path.to_owned(), sheets: Vec::new(), ignored: Vec::new() };
        for entry in std::fs::read_dir(path).map_err(unreadable)? {
            let file = entry.map_err(unreadable)?.path();
            let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let size = std::fs::metadata(&file).map_err(unreadable)?;
            match Sheet::of_name(&name) {
                Some(sheet) if size.is_file() => folder.sheets.push((sheet, file, size.len())),
                None if name.to_ascii_lowercase().ends_with(".csv") => folder.ignored.push(name),
                _ => {}
            }
        }
        folder.sheets.sort_by_key(|(sheet, _, _)| *sheet);
        folder.ignored.sort();
        if folder.sheets.is_empty() { Err(ImportRefusal::NoFiles.into()) } else { Ok(folder) }
    }

    /// Bytes of all files together, for the progress line.
    pub fn bytes(&self) -> u64 {
        self.sheets.iter().map(|(_, _, size)| size).sum()
    }
}

fn unreadable(error: std::io::Error) -> Refusal {
    vault::Error::from(error).into()
}

/// One file while it is read: records with the line each begins at, and at the end the digest of every byte.
pub(super) struct Stream {
    reader: Reader<Hashing>,
    record: ByteRecord,
    /// For each wanted column, its place in a record.
    places: Vec<usize>,
    width: usize,
}

impl Stream {
    /// Opens a file and reads its head.
    ///
    /// # Errors
    /// [`ImportRefusal::MissingColumn`] when the head lacks one.
    pub fn open(sheet: Sheet, file: &Path) -> Result<Self> {
        let inner = Hashing { file: Handle::open(file).map_err(unreadable)?, digest: Sha256::new() };
        let mut reader =
            ReaderBuilder::new().has_headers(false).flexible(true).buffer_capacity(1 << 16).from_reader(inner);
        let mut head = ByteRecord::new();
        reader.read_byte_record(&mut head).map_err(broken)?;
        let names: Vec<String> = head
            .iter()
            .map(|name| String::from_utf8_lossy(name).trim_start_matches('\u{feff}').trim().to_ascii_lowercase())
            .collect();
        let place = |column: &&str| {
            let at = names.iter().position(|name| name == column);
            at.ok_or(ImportRefusal::MissingColumn { file: sheet.file(), column: sheet_column(sheet, column) })
        };
        let places = sheet.columns().iter().map(place).collect::<Result<Vec<_>, _>>()?;
        Ok(Self { reader, record: ByteRecord::new(), places, width: names.len() })
    }

    /// The next record, `None` at the end of the file.
    pub fn next(&mut self) -> Result<Option<Record<'_>>> {
        if !self.reader.read_byte_record(&mut self.record).map_err(broken)? {
            return Ok(None);
        }
        let line = self.record.position().map_or(0, csv::Position::line);
        Ok(Some(Record { record: &self.record, places: &self.places, width: self.width, line }))
    }

    /// Bytes looked at so far.
    pub fn read(&self) -> u64 {
        self.reader.position().byte()
    }

    /// The SHA-256 of the file, after its last record.
    pub fn digest(self) -> [u8; 32] {
        self.reader.into_inner().digest.finalize().into()
    }
}

fn sheet_column(sheet: Sheet, column: &str) -> &'static str {
    sheet.columns().iter().copied().find(|name| *name == column).unwrap_or("")
}

fn broken(error: csv::Error) -> Refusal {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => unreadable(error),
        _ => Refusal::internal("csv"),
    }
}

/// One record of a file.
pub(super) struct Record<'a> {
    record: &'a ByteRecord,
    places: &'a [usize],
    width: usize,
    /// The line it begins at, counted from 1 with the head.
    pub line: u64,
}

impl<'a> Record<'a> {
    /// Whether it has as many fields as the head.
    pub fn fits(&self) -> bool {
        self.record.len() == self.width
    }

    /// The bytes of a column, by its place in [`Sheet::columns`].
    pub fn field(&self, column: usize) -> &'a [u8] {
        self.places.get(column).and_then(|place| self.record.get(*place)).unwrap_or_default()
    }
}

struct Hashing {
    file: Handle,
    digest: Sha256,
}

impl Read for Hashing {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let count = self.file.read(into)?;
        self.digest.update(into.get(..count).unwrap_or_default());
        Ok(count)
    }
}
