//! Calls of import.

use crate::kernel::Call;

pub(crate) fn calls() -> Vec<Call> {
    vec![]
}
