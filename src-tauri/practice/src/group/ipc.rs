//! Calls of group.

use crate::kernel::Call;

pub(crate) fn calls() -> Vec<Call> {
    vec![]
}
