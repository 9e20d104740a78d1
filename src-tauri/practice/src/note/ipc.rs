//! Calls of note.

use crate::kernel::Call;

pub(crate) fn calls() -> Vec<Call> {
    vec![]
}
