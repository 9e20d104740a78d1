//! Declares the one command to Tauri.
//!
//! Without `AppManifest::commands` every local window may call everything. tauri-build writes `gen/` and `permissions/`
//! beside its manifest, which is the root here; git ignores both.

fn main() {
    println!("cargo:rerun-if-changed=src-tauri/capabilities");
    let attributes = tauri_build::Attributes::new()
        .capabilities_path_pattern("./src-tauri/capabilities/**/*.json")
        .app_manifest(tauri_build::AppManifest::new().commands(&["call"]));
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo:warning=tauri-build: {error:#}");
        std::process::exit(1);
    }
}
