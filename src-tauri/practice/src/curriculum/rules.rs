//! What may and may not be done to a curriculum. Pure.

use crate::kernel::refusal::Rule;

/// The most lessons of one curriculum.
pub(super) const MOST_LESSONS: i64 = 60;

/// Why a change of a curriculum is refused.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum CurriculumRefusal {
    /// It holds as many lessons as it may.
    Full,
    /// A group follows it.
    InUse,
}

impl Rule for CurriculumRefusal {
    fn name(&self) -> &'static str {
        match self {
            Self::Full => "curriculum.full",
            Self::InUse => "curriculum.in_use",
        }
    }

    fn words(&self) -> String {
        match self {
            Self::Full => format!("This curriculum has {MOST_LESSONS} sessions. Begin a second one for the rest."),
            Self::InUse => "A group follows this curriculum. Choose another one for the group first.".into(),
        }
    }
}

/// Lines without their blanks, each a step.
pub(super) fn steps(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_lines_with_something_on_them() {
        for (text, expected) in [("", vec![]), ("a\n\n  b  \n", vec!["a", "b"]), (" \n", vec![])] {
            assert_eq!(steps(text), expected, "{text:?}");
        }
    }
}
