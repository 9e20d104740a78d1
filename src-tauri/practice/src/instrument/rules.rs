//! Why a step is refused, and the small rules a definition speaks in. Pure: no SQL, no clock.

use crate::kernel::refusal::Rule;

/// Why a step is refused.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum InstrumentRefusal {
    /// A clinician observes it.
    ByClinician,
    /// It called for no safety step, or has had it.
    NoAlert,
    /// Its safety step is not answered.
    SafetyOpen,
    /// The program brings it along.
    Shipped,
    /// Nothing was handed to a client.
    NotHanded,
    /// The safety step ended without a plan.
    NoPlan,
}

impl Rule for InstrumentRefusal {
    fn name(&self) -> &'static str {
        match self {
            Self::ByClinician => "instrument.by_clinician",
            Self::NoAlert => "instrument.no_alert",
            Self::SafetyOpen => "instrument.safety_open",
            Self::Shipped => "instrument.shipped",
            Self::NotHanded => "instrument.not_handed",
            Self::NoPlan => "instrument.no_plan",
        }
    }

    fn words(&self) -> String {
        match self {
            Self::ByClinician => "A clinician observes and rates this instrument. Record it yourself.",
            Self::NoAlert => "No safety step is open here: it was answered before. Open the chart again.",
            Self::SafetyOpen => "An answer asks for a safety step. Answer that first; then this can be taken back.",
            Self::Shipped => {
                "Evenkeel brings this instrument along. Only one that was added can be taken out of use."
            }
            Self::NoPlan => {
                "No safety plan was made here, so there is none to print. Read the safety step in the chart."
            }
            Self::NotHanded => "This was ended before. Please give the device back.",
        }
        .into()
    }
}

/// "q9 >= 1": a subject, how it compares, a number.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Condition {
    /// An item, a subscale, or "total".
    pub subject: String,
    at_least: bool,
    bound: i64,
}

impl Condition {
    pub fn read(rule: &str) -> Option<Self> {
        let mut words = rule.split_whitespace();
        let (subject, sign, bound) = (words.next()?, words.next()?, words.next()?.parse().ok()?);
        let at_least = match sign {
            ">=" => true,
            "<=" => false,
            _ => return None,
        };
        words.next().is_none().then(|| Self { subject: subject.into(), at_least, bound })
    }

    pub fn holds(&self, value: i64) -> bool {
        if self.at_least { value >= self.bound } else { value <= self.bound }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_condition_is_a_subject_a_sign_and_a_number() {
        for (rule, value, expected) in [
            ("q9 >= 1", 0, Some(false)),
            ("q9 >= 1", 1, Some(true)),
            ("protective <= 12", 12, Some(true)),
            ("protective <= 12", 13, Some(false)),
            ("q9 > 1", 2, None),
            ("q9 >= one", 2, None),
            ("q9 >= 1 2", 2, None),
            ("q9", 2, None),
            ("", 2, None),
        ] {
            assert_eq!(Condition::read(rule).map(|condition| condition.holds(value)), expected, "{rule}");
        }
    }
}
