//! Calls of drug_test.

use crate::kernel::Call;

pub(crate) fn calls() -> Vec<Call> {
    vec![]
}
