//! Every call of the command door. A slice contributes its lines in `ipc.rs`; a slice that is not here cannot be reached.

use crate::kernel::Call;

/// All calls, in the order of the slices.
pub fn calls() -> Vec<Call> {
    [
        crate::workstation::ipc::calls(),
        crate::practice::ipc::calls(),
        crate::recovery::ipc::calls(),
        crate::staff::ipc::calls(),
        crate::screen::ipc::calls(),
        crate::draft::ipc::calls(),
        crate::backup::ipc::calls(),
        crate::audit::ipc::calls(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
