//! What the process refuses to leave behind: no core dump, nothing readable by others, no words in a panic.
//!
//! Running as root is not refused: containers and first looks run so. SECURITY.md says why a clinic should not.

/// Hardens this process. What an operating system does not offer is passed over.
pub fn process() {
    std::panic::set_hook(Box::new(|_| {
        // A panic's words could carry a client's: the command door answers with an incident instead.
    }));
    #[cfg(target_os = "linux")]
    linux();
}

#[cfg(target_os = "linux")]
fn linux() {
    use rustix::fs::Mode;
    use rustix::process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit, umask};
    umask(Mode::RWXG | Mode::RWXO);
    let none = Rlimit { current: Some(0), maximum: Some(0) };
    // Either may be forbidden by the system already, which is as good.
    let _ = setrlimit(Resource::Core, none);
    let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
}
