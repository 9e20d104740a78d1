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
        crate::client::ipc::calls(),
        crate::signature::ipc::calls(),
        crate::inquiry::ipc::calls(),
        crate::assessment::ipc::calls(),
        crate::plan::ipc::calls(),
        crate::consent::ipc::calls(),
        crate::discharge::ipc::calls(),
        crate::intake::ipc::calls(),
        crate::curriculum::ipc::calls(),
        crate::apart::ipc::calls(),
        crate::closure::ipc::calls(),
        crate::group::ipc::calls(),
        crate::session::ipc::calls(),
        crate::arrival::ipc::calls(),
        crate::attendance::ipc::calls(),
        crate::booking::ipc::calls(),
        crate::note_template::ipc::calls(),
        crate::snippet::ipc::calls(),
        crate::note::ipc::calls(),
        crate::work_pattern::ipc::calls(),
        crate::fitting::ipc::calls(),
        crate::counseling_note::ipc::calls(),
        crate::panel::ipc::calls(),
        crate::agreement::ipc::calls(),
        crate::follow_up::ipc::calls(),
        crate::drug_test::ipc::calls(),
        crate::result_file::ipc::calls(),
        crate::instrument::ipc::calls(),
        crate::testing::ipc::calls(),
        crate::draw::ipc::calls(),
        crate::check_in::ipc::calls(),
        crate::disclosure::ipc::calls(),
        crate::chart_copy::ipc::calls(),
        crate::verification::ipc::calls(),
        crate::caseload::ipc::calls(),
        crate::task::ipc::calls(),
        crate::timeline::ipc::calls(),
        crate::day::ipc::calls(),
        crate::import::ipc::calls(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
