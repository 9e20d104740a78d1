//! Why a date is not closed. Pure.

use chrono::NaiveDate;

use crate::kernel::refusal::Rule;
use crate::kernel::time::date_words;

/// Why a date is not closed.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum ClosureRefusal {
    /// It is closed already.
    ClosedAlready { on: NaiveDate },
}

impl Rule for ClosureRefusal {
    fn name(&self) -> &'static str {
        match self {
            Self::ClosedAlready { .. } => "closure.closed_already",
        }
    }

    fn words(&self) -> String {
        match self {
            Self::ClosedAlready { on } => {
                format!("{} is closed already. Leave it out, or open it first.", date_words(*on))
            }
        }
    }
}
