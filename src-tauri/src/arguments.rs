//! Where the vault lies: `--vault FOLDER`, or the person's own data folder.

use std::env;
use std::path::{Path, PathBuf};

/// The folder of the vault; `None` when the operating system names no place for a person's data.
pub fn vault_folder() -> Option<PathBuf> {
    let mut words = env::args_os().skip(1);
    while let Some(word) = words.next() {
        if word == "--vault" {
            return words.next().map(|folder| absolute(Path::new(&folder)));
        }
    }
    data_folder().map(|data| data.join("evenkeel").join("records"))
}

fn absolute(folder: &Path) -> PathBuf {
    std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned())
}

/// XDG on Linux; the usual places elsewhere, untested.
fn data_folder() -> Option<PathBuf> {
    let of = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    if cfg!(windows) {
        return of("LOCALAPPDATA");
    }
    if cfg!(target_os = "macos") {
        return of("HOME").map(|home| home.join("Library/Application Support"));
    }
    of("XDG_DATA_HOME").or_else(|| of("HOME").map(|home| home.join(".local/share")))
}
