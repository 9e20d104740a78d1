//! Where things are: the root of the repository and the folder of everything built.

use std::env;
use std::path::PathBuf;

use crate::process::Stop;

pub struct Place {
    pub root: PathBuf,
    /// `CARGO_TARGET_DIR`, or `target` in the root. Whatever xtask leaves behind lies here.
    pub target: PathBuf,
}

impl Place {
    /// Looks upward from the current folder, so that any folder of the repository will do.
    pub fn find() -> Result<Place, Stop> {
        let here = env::current_dir().map_err(|_| Stop::Missing("a current folder".to_owned()))?;
        let root = here.ancestors().find(|folder| folder.join("tauri.conf.json").is_file());
        let root = root.ok_or_else(|| Stop::Missing("run this inside the repository".to_owned()))?.to_path_buf();
        let target = match env::var_os("CARGO_TARGET_DIR") {
            Some(folder) => here.join(folder),
            None => root.join("target"),
        };
        Ok(Place { root, target })
    }

    pub fn ui(&self) -> PathBuf {
        self.root.join("ui")
    }

    /// A program of the development build.
    pub fn built(&self, program: &str) -> PathBuf {
        self.target.join("debug").join(format!("{program}{}", env::consts::EXE_SUFFIX))
    }

    /// Where a walk leaves its pictures.
    pub fn screens(&self) -> PathBuf {
        self.target.join("screens")
    }

    pub fn demo_vault(&self) -> PathBuf {
        self.target.join("demo-vault")
    }
}
