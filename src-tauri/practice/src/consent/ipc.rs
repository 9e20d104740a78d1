//! Calls of consent.

use crate::kernel::Call;

pub(crate) fn calls() -> Vec<Call> {
    vec![]
}
