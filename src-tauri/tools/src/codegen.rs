//! `codegen [--check]`: writes the TypeScript of the wire types, or says that the committed files are stale.

use std::path::PathBuf;

/// Writes or checks `ui/src/ipc/generated`.
pub fn run(arguments: &[String]) -> Result<(), String> {
    let check = arguments.iter().any(|argument| argument == "--check");
    let folder = root().join("ui/src/ipc/generated");
    let (types, calls) = practice::kernel::codegen::typescript(&practice::calls());
    for (name, text) in [("types.ts", types), ("calls.ts", calls)] {
        let file = folder.join(name);
        if check {
            let committed = std::fs::read_to_string(&file).unwrap_or_default();
            if committed != text {
                return Err(format!(
                    "ui/src/ipc/generated/{name} is stale: run `cargo xtask codegen` and commit it."
                ));
            }
        } else {
            std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
            std::fs::write(&file, text).map_err(|error| error.to_string())?;
        }
    }
    Ok(())
}

/// The root of the repository: two folders above this crate.
pub fn root() -> PathBuf {
    let own = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    own.ancestors().nth(2).map(std::path::Path::to_path_buf).unwrap_or(own)
}
