//! How a consent stands on a day, and what all consents of a client come to. Pure: no SQL, no clock.

use chrono::{Days, NaiveDate};

use super::ConsentKind;
use crate::kernel::refusal::Rule;

/// Why a change of a consent is refused.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum ConsentRefusal {
    /// It was revoked before.
    AlreadyRevoked,
    /// It was taken back as entered by mistake.
    Voided,
}

impl Rule for ConsentRefusal {
    fn name(&self) -> &'static str {
        match self {
            Self::AlreadyRevoked => "consent.already_revoked",
            Self::Voided => "consent.voided",
        }
    }

    fn words(&self) -> String {
        match self {
            Self::AlreadyRevoked => "This consent was revoked before. A new one needs a new signature.",
            Self::Voided => "This consent was taken back. Add it again if it is right.",
        }
        .into()
    }
}

crate::words! {
    /// How one consent stands.
    pub enum ConsentState {
        InOrder = "in_order",
        /// It ends soon; the policy says how soon.
        Expiring = "expiring",
        Expired = "expired",
        Revoked = "revoked",
        /// Imported: shown, and no basis for anything.
        EvidenceOnly = "evidence_only",
    }
}

crate::words! {
    /// What all consents of a client come to.
    pub enum ConsentSummary {
        InOrder = "in_order",
        Expiring = "expiring",
        Expired = "expired",
        EvidenceOnly = "evidence_only",
        /// There is none that holds.
        Missing = "missing",
    }
}

/// The facts of a consent that its state hangs on.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Consented {
    pub kind: ConsentKind,
    pub recipient: String,
    pub expires_on: Option<NaiveDate>,
    pub revoked: bool,
    pub evidence: bool,
}

/// How a consent stands on a day. It holds through the day on which it ends.
pub fn state(consent: &Consented, today: NaiveDate, warn_days: u64) -> ConsentState {
    if consent.revoked {
        return ConsentState::Revoked;
    }
    match consent.expires_on {
        Some(end) if end < today => ConsentState::Expired,
        _ if consent.evidence => ConsentState::EvidenceOnly,
        Some(end) if end <= today + Days::new(warn_days) => ConsentState::Expiring,
        _ => ConsentState::InOrder,
    }
}

/// What all consents of a client come to: of several for the same recipient the best one counts, then the worst of those.
pub fn summary(consents: &[Consented], today: NaiveDate, warn_days: u64) -> ConsentSummary {
    let mut best: Vec<(ConsentKind, &str, ConsentState)> = Vec::new();
    for consent in consents {
        let state = state(consent, today, warn_days);
        match best.iter_mut().find(|(kind, to, _)| *kind == consent.kind && *to == consent.recipient.as_str()) {
            Some(known) if rank(state) < rank(known.2) => known.2 = state,
            Some(_) => {}
            None => best.push((consent.kind, consent.recipient.as_str(), state)),
        }
    }
    let has = |wanted: ConsentState| best.iter().any(|(_, _, state)| *state == wanted);
    match () {
        () if has(ConsentState::Expired) => ConsentSummary::Expired,
        () if has(ConsentState::Expiring) => ConsentSummary::Expiring,
        () if has(ConsentState::InOrder) => ConsentSummary::InOrder,
        () if has(ConsentState::EvidenceOnly) => ConsentSummary::EvidenceOnly,
        () => ConsentSummary::Missing,
    }
}

/// From what holds longest to what does not hold.
const fn rank(state: ConsentState) -> u8 {
    match state {
        ConsentState::InOrder => 0,
        ConsentState::Expiring => 1,
        ConsentState::EvidenceOnly => 2,
        // Somebody said no: that weighs more than an end that merely came, so nobody is asked to renew it.
        ConsentState::Revoked => 3,
        ConsentState::Expired => 4,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use ConsentState as S;
    use proptest::prelude::*;

    const TODAY: &str = "2026-11-24";

    fn consent(expires_on: Option<&str>, revoked: bool, evidence: bool) -> Consented {
        Consented {
            kind: ConsentKind::Employer,
            recipient: "St. Brigid Hospital".into(),
            expires_on: expires_on.map(|date| date.parse().unwrap()),
            revoked,
            evidence,
        }
    }

    #[test]
    fn a_consent_stands_by_its_end_and_its_revocation() {
        for (expires_on, revoked, evidence, expected) in [
            (None, false, false, S::InOrder),
            (Some("2027-06-01"), false, false, S::InOrder),
            (Some("2026-12-25"), false, false, S::InOrder),
            (Some("2026-12-24"), false, false, S::Expiring),
            (Some("2026-11-24"), false, false, S::Expiring),
            (Some("2026-11-23"), false, false, S::Expired),
            (Some("2027-06-01"), true, false, S::Revoked),
            (Some("2026-11-01"), true, false, S::Revoked),
            (Some("2027-06-01"), false, true, S::EvidenceOnly),
            (Some("2026-12-01"), false, true, S::EvidenceOnly),
            (Some("2026-11-01"), false, true, S::Expired),
            (None, true, true, S::Revoked),
        ] {
            let consent = consent(expires_on, revoked, evidence);
            assert_eq!(state(&consent, TODAY.parse().unwrap(), 30), expected, "{consent:?}");
        }
    }

    #[test]
    fn the_worst_of_the_best_is_what_the_caseload_says() {
        let (good, ending, over) = (None, Some("2026-12-01"), Some("2026-11-01"));
        let other = |consent: Consented| Consented { recipient: "Her sister".into(), ..consent };
        let of = |end| consent(end, false, false);
        for (consents, expected) in [
            (vec![], ConsentSummary::Missing),
            (vec![of(good)], ConsentSummary::InOrder),
            (vec![of(over)], ConsentSummary::Expired),
            (vec![of(over), of(good)], ConsentSummary::InOrder),
            (vec![of(over), of(ending)], ConsentSummary::Expiring),
            (vec![other(of(over)), of(good)], ConsentSummary::Expired),
            (vec![other(of(ending)), of(good)], ConsentSummary::Expiring),
            (vec![consent(good, true, false)], ConsentSummary::Missing),
            (vec![consent(good, true, false), of(over)], ConsentSummary::Missing),
            (vec![consent(good, false, true)], ConsentSummary::EvidenceOnly),
            (vec![consent(good, false, true), other(of(good))], ConsentSummary::InOrder),
        ] {
            assert_eq!(summary(&consents, TODAY.parse().unwrap(), 30), expected, "{consents:?}");
        }
    }

    proptest! {
        #[test]
        fn a_consent_never_gets_better_by_waiting(end in proptest::option::of(0..800u64), day in 0..800u64, more in 0..200u64, warn in 0..90u64) {
            let start: NaiveDate = "2026-01-01".parse().unwrap();
            let consent = Consented { expires_on: end.map(|days| start + Days::new(days)), ..consent(None, false, false) };
            let order = |state: S| match state { S::InOrder => 0, S::Expiring => 1, S::Expired => 2, S::Revoked | S::EvidenceOnly => 9 };
            let now = state(&consent, start + Days::new(day), warn);
            let later = state(&consent, start + Days::new(day + more), warn);
            prop_assert!(order(now) <= order(later));
        }
    }
}
