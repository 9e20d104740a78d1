//! Calls of caseload.

use crate::kernel::Call;

pub(crate) fn calls() -> Vec<Call> {
    vec![]
}
