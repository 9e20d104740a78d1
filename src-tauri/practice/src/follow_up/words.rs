//! What follow-ups are called on screens and on paper.

use super::{FollowUpEvent, FollowUpStep};

impl FollowUpEvent {
    /// The event as a screen says it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::MissedCheckIn => "Missed check-in",
            Self::Missed => "Test not collected",
            Self::Refused => "Test refused",
            Self::Unable => "Unable to provide",
            Self::Dilute => "Dilute specimen",
            Self::NotValid => "Specimen not valid",
            Self::Presumptive => "Presumptive screen, not explained",
            Self::UnexpectedPositive => "Unexpected positive",
            Self::UnexpectedNegative => "Unexpected negative",
            Self::LowAlcohol => "Low alcohol marker",
        }
    }

    /// When it is met.
    pub const fn help(self) -> &'static str {
        match self {
            Self::MissedCheckIn => "Nobody called before the line was closed, or the call came after.",
            Self::Missed => "The client was told and did not come.",
            Self::Refused => "By the list of what counts as refused.",
            Self::Unable => "The client came and could not give enough.",
            Self::Dilute => "By creatinine and specific gravity, or by the laboratory.",
            Self::NotValid => "Invalid, substituted or adulterated, or rejected by the laboratory.",
            Self::Presumptive => {
                "A screen shows something that no medication explains; no laboratory has confirmed it."
            }
            Self::UnexpectedPositive => "The laboratory confirmed what no medication explains.",
            Self::UnexpectedNegative => "A medication that must show does not, or the laboratory does not find one.",
            Self::LowAlcohol => "So little EtG or EtS that exposure alone can give it.",
        }
    }
}

impl FollowUpStep {
    /// The step as a screen says it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Contact => "Talk with the client",
            Self::RecollectObserved => "Collect again, observed",
            Self::Confirm => "Send to the laboratory",
            Self::AddAlcohol => "Add an alcohol marker",
            Self::AddHair => "Add a hair test",
            Self::Evaluate => "Clinical evaluation",
            Self::ReviewTier => "Review the tier",
            Self::Notify => "Give notice",
        }
    }
}
