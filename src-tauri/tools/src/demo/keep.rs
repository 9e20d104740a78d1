//! Where the demo is put: built whole somewhere else, then moved to its place, so that a build that was stopped leaves
//! nothing half done there. A stamp beside it says what it was built from.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Wish, build};

/// Raised when the same wish gives another practice because this program changed.
const GENERATION: u32 = 8;

/// The stamp of what a wish gives on a day, with this program.
pub fn stamp(wish: &Wish, day: &str) -> String {
    let content = [
        include_str!("../../../../assets/demo/staff.json"),
        include_str!("../../../../assets/demo/clients.json"),
        include_str!("../../../../assets/demo/care.json"),
        include_str!("../../../../assets/demo/inquiries.json"),
        include_str!("../../../../assets/demo/topics.json"),
        include_str!("../../../../assets/demo/sentences.json"),
        include_str!("../../../../assets/demo/record.json"),
    ];
    let bytes: usize = content.iter().map(|text| text.len()).sum();
    let schema = practice::SCHEMA.version();
    format!("demo {GENERATION}, schema {schema}, {bytes} bytes, seed {}, {} weeks, {day}\n", wish.seed, wish.weeks)
}

/// Whether the demo in this place is the one of this stamp.
pub fn stands(folder: &Path, stamp: &str) -> bool {
    folder.join("practice.db").is_file() && fs::read_to_string(stamp_file(folder)).is_ok_and(|found| found == stamp)
}

/// Builds the practice and puts it into its place. Answers how many calls it took.
///
/// # Errors
/// When something is there that this tool did not make.
pub fn make(folder: &Path, wish: &Wish, stamp: &str) -> Result<usize, String> {
    let stamped = stamp_file(folder).is_file();
    if folder.exists() && !stamped {
        return Err(format!("{} is there and no demo of this tool. Choose another folder.", folder.display()));
    }
    let workshop = workshop(folder)?;
    let inside = workshop.join("vault");
    let built = build(&inside, wish);
    let placed = built.and_then(|calls| put(&inside, folder, stamp).map(|()| calls));
    // What is left is a copy, or a build that failed.
    let _ = fs::remove_dir_all(&workshop);
    placed
}

fn put(from: &Path, folder: &Path, stamp: &str) -> Result<(), String> {
    let stamp_file = stamp_file(folder);
    let _ = fs::remove_file(&stamp_file);
    for (from, to) in [(from.to_path_buf(), folder.to_path_buf()), (backups(from), backups(folder))] {
        if to.exists() {
            fs::remove_dir_all(&to).map_err(said("the demo of before cannot be removed"))?;
        }
        if from.exists() {
            copy(&from, &to).map_err(said("the demo cannot be put into its place"))?;
        }
    }
    fs::write(stamp_file, stamp).map_err(said("the stamp cannot be written"))
}

fn said(what: &'static str) -> impl Fn(std::io::Error) -> String {
    move |error| format!("{what}: {error}")
}

fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// In memory where the system offers it: thousands of commits wait for a disk otherwise, and nothing here is worth that.
fn workshop(folder: &Path) -> Result<PathBuf, String> {
    let name = format!("evenkeel-demo-{}", std::process::id());
    let memory = Path::new("/dev/shm").join(&name);
    if fs::create_dir(&memory).is_ok() {
        return Ok(memory);
    }
    let beside = folder.parent().unwrap_or(Path::new(".")).join(name);
    fs::create_dir_all(&beside).map_err(|error| format!("{}: {error}", beside.display()))?;
    Ok(beside)
}

fn beside(folder: &Path, end: &str) -> PathBuf {
    let mut name = folder.file_name().unwrap_or_default().to_owned();
    name.push(end);
    folder.with_file_name(name)
}

fn stamp_file(folder: &Path) -> PathBuf {
    beside(folder, ".stamp")
}

/// Without a choice of a director, backups lie in a folder beside the records.
fn backups(folder: &Path) -> PathBuf {
    beside(folder, "-backups")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_wish_has_another_stamp() {
        let wish = Wish::default();
        assert_eq!(stamp(&wish, "2026-11-24"), stamp(&wish, "2026-11-24"));
        assert_ne!(stamp(&wish, "2026-11-24"), stamp(&wish, "2026-11-25"));
        assert_ne!(stamp(&wish, "2026-11-24"), stamp(&Wish { seed: 1, ..wish }, "2026-11-24"));
        assert_ne!(stamp(&wish, "2026-11-24"), stamp(&Wish { weeks: 3, ..wish }, "2026-11-24"));
    }
}
