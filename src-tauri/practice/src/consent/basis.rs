//! Which consent lets somebody outside be told, or what is missing (42 CFR 2.31). Pure.
//!
//! What must hold: a basis names this recipient, is in force today and was signed here; where an agreement names its consent,
//! only that one counts.

use chrono::NaiveDate;

use super::rules::{ConsentState, Consented, state};
use super::{ConsentId, ConsentKind};
use crate::client::folded_name;

/// A consent with what a release says of it.
#[derive(Clone, Debug)]
pub(crate) struct Basis {
    pub id: ConsentId,
    pub consented: Consented,
    pub purpose: String,
    pub scope: String,
    pub signed_on: NaiveDate,
    pub expires_event: String,
}

crate::words! {
    /// Why nothing may be told.
    pub enum Lacking {
        /// There is no consent of the kind.
        Missing = "missing",
        /// There is one, and it names somebody else.
        OtherRecipient = "other_recipient",
        Expired = "expired",
        Revoked = "revoked",
        /// Imported, and not completed here.
        EvidenceOnly = "evidence_only",
        /// It names nobody, as a consent to treatment.
        WrongKind = "wrong_kind",
        /// It is for counseling notes, and can be for nothing else (42 CFR 2.31(b)).
        CounselingAlone = "counseling_alone",
        /// Asked for counseling notes: it is not for them, or not for them alone.
        NotForCounseling = "not_for_counseling",
    }
}

impl Lacking {
    /// What is missing, as a screen says it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Missing => "No consent lets them be told.",
            Self::OtherRecipient => {
                "The consent of this kind names somebody else. Where it is the same office, name that consent in the agreement."
            }
            Self::Expired => "The consent has ended.",
            Self::Revoked => "The consent was revoked.",
            Self::EvidenceOnly => "The consent was imported: it is evidence, and no basis until it is completed.",
            Self::WrongKind => "This consent names no recipient.",
            Self::CounselingAlone => "This consent is for counseling notes alone (42 CFR 2.31(b)).",
            Self::NotForCounseling => {
                "Counseling notes leave only by a consent of their own, which names them and nothing else (42 CFR 2.31(b))."
            }
        }
    }
}

/// Whom a release is for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Recipient<'a> {
    pub kind: ConsentKind,
    /// The consent that an agreement names.
    pub linked: Option<ConsentId>,
    /// By name; none where only the kind is known, and whoever the consent names is meant.
    pub party: Option<&'a str>,
}

/// The consent that covers a recipient today, or what is missing.
pub(crate) fn basis<'a>(bases: &'a [Basis], of: Recipient<'_>, today: NaiveDate) -> Result<&'a Basis, Lacking> {
    if let Some(id) = of.linked {
        let linked = bases.iter().find(|basis| basis.id == id).ok_or(Lacking::Missing)?;
        return standing(linked, today).map(|()| linked);
    }
    let kind: Vec<&Basis> = bases.iter().filter(|basis| basis.consented.kind == of.kind).collect();
    let named: Vec<&Basis> = kind.iter().copied().filter(|basis| names(basis, of.party)).collect();
    if let Some(holds) = named.iter().find(|basis| standing(basis, today).is_ok()) {
        return Ok(holds);
    }
    Err(match (named.first(), kind.iter().any(|basis| standing(basis, today).is_ok())) {
        (Some(newest), _) => standing(newest, today).err().unwrap_or(Lacking::Missing),
        (None, true) => Lacking::OtherRecipient,
        (None, false) => Lacking::Missing,
    })
}

fn names(basis: &Basis, party: Option<&str>) -> bool {
    party.is_none_or(|party| folded_name(party.trim()) == folded_name(basis.consented.recipient.trim()))
}

/// Whether a consent is a basis today, for anything but counseling notes.
pub(crate) fn standing(basis: &Basis, today: NaiveDate) -> Result<(), Lacking> {
    match basis.consented.kind {
        ConsentKind::CounselingNotes => Err(Lacking::CounselingAlone),
        kind if !kind.needs_recipient() => Err(Lacking::WrongKind),
        _ => in_force(basis, today),
    }
}

/// Whether a consent is a basis today for counseling notes.
pub(crate) fn standing_for_counseling(basis: &Basis, today: NaiveDate) -> Result<(), Lacking> {
    let own = basis.consented.kind == ConsentKind::CounselingNotes;
    if own && names_counseling_alone(&basis.scope) { in_force(basis, today) } else { Err(Lacking::NotForCounseling) }
}

/// What a scope that is for counseling notes does not name beside them.
const OTHER_RECORDS: [&str; 13] = [
    "all records",
    "assessment",
    "attendance",
    "billing",
    "chart",
    "diagnos",
    "discharge summar",
    "entire record",
    "level of care",
    "medication",
    "progress note",
    "test",
    "treatment plan",
];

/// Whether the words of a scope name counseling notes, and nothing beside them. "Counseling notes of May, on the medication"
/// does; "counseling notes and test results" does not.
pub(crate) fn names_counseling_alone(scope: &str) -> bool {
    let scope = scope.to_lowercase();
    let own = |part: &str| part.contains("counseling note");
    let pieces = scope.split([',', ';', '&', '+', '.', '\n']).flat_map(|part| part.split(" and "));
    let mut named = false;
    for part in pieces {
        named |= own(part);
        // What follows a preposition says what the notes are about.
        let about = ["on the ", "about ", "on "].iter().any(|start| part.trim_start().starts_with(start));
        if !own(part) && !about && OTHER_RECORDS.iter().any(|other| part.contains(other)) {
            return false;
        }
    }
    named
}

fn in_force(basis: &Basis, today: NaiveDate) -> Result<(), Lacking> {
    match state(&basis.consented, today, 0) {
        ConsentState::InOrder | ConsentState::Expiring => Ok(()),
        ConsentState::Expired => Err(Lacking::Expired),
        ConsentState::Revoked => Err(Lacking::Revoked),
        ConsentState::EvidenceOnly => Err(Lacking::EvidenceOnly),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use ConsentKind as K;
    use Lacking as L;

    fn consent(number: u128, kind: K, to: &str, ends: &str, (revoked, evidence): (bool, bool)) -> Basis {
        Basis {
            id: ConsentId(uuid::Uuid::from_u128(number)),
            consented: Consented {
                kind,
                recipient: to.into(),
                expires_on: Some(ends.parse().unwrap()),
                revoked,
                evidence,
            },
            purpose: "Monitoring".into(),
            scope: "Test results".into(),
            signed_on: "2026-01-01".parse().unwrap(),
            expires_event: String::new(),
        }
    }

    #[test]
    fn a_release_has_a_basis_or_says_what_is_missing() {
        const GOOD: (bool, bool) = (false, false);
        let harbor = || consent(1, K::MonitoringProgram, "Harbor Monitoring", "2027-01-01", GOOD);
        let board = || consent(2, K::Board, "Board of Nursing", "2027-01-01", GOOD);
        let over = || consent(3, K::MonitoringProgram, "Harbor Monitoring", "2026-11-23", GOOD);
        let revoked = || consent(4, K::MonitoringProgram, "Harbor Monitoring", "2027-01-01", (true, false));
        let imported = || consent(5, K::MonitoringProgram, "Harbor Monitoring", "2027-01-01", (false, true));
        let today = || consent(6, K::MonitoringProgram, "harbor monitoring", "2026-11-24", GOOD);
        let counseling = || consent(8, K::CounselingNotes, "Harbor Monitoring", "2027-01-01", GOOD);
        let treatment = || consent(7, K::Treatment, "", "2027-01-01", GOOD);
        for (bases, linked, party, expected) in [
            (vec![], None, Some("Harbor Monitoring"), Err(L::Missing)),
            (vec![harbor()], None, Some("HARBOR monitoring"), Ok(1)),
            (vec![harbor()], None, None, Ok(1)),
            (vec![harbor()], None, Some("Lake Monitoring"), Err(L::OtherRecipient)),
            (vec![board()], None, Some("Harbor Monitoring"), Err(L::Missing)),
            (vec![over()], None, Some("Harbor Monitoring"), Err(L::Expired)),
            (vec![over(), today()], None, Some("Harbor Monitoring"), Ok(6)),
            (vec![revoked()], None, None, Err(L::Revoked)),
            (vec![imported()], None, None, Err(L::EvidenceOnly)),
            // The consent that the agreement names counts, whoever else would.
            (vec![harbor(), over()], Some(3), Some("Harbor Monitoring"), Err(L::Expired)),
            (vec![board(), over()], Some(2), Some("Harbor Monitoring"), Ok(2)),
            (vec![harbor()], Some(9), Some("Harbor Monitoring"), Err(L::Missing)),
            (vec![treatment()], Some(7), None, Err(L::WrongKind)),
            (vec![counseling()], Some(8), None, Err(L::CounselingAlone)),
        ] {
            let linked = linked.map(|number| ConsentId(uuid::Uuid::from_u128(number)));
            let of = Recipient { kind: K::MonitoringProgram, linked, party };
            let found = basis(&bases, of, "2026-11-24".parse().unwrap());
            assert_eq!(found.map(|basis| basis.id.0.as_u128()), expected, "{bases:?} {party:?}");
        }
    }

    #[test]
    fn counseling_notes_have_a_consent_of_their_own_or_none() {
        const GOOD: (bool, bool) = (false, false);
        for (kind, scope, ends, (revoked, evidence), expected) in [
            (K::CounselingNotes, "Counseling notes of May", "2027-01-01", GOOD, Ok(())),
            (K::CounselingNotes, "Counseling notes of May", "2026-11-24", GOOD, Ok(())),
            (K::CounselingNotes, "Counseling notes of May", "2026-11-23", GOOD, Err(L::Expired)),
            (K::CounselingNotes, "Counseling notes of May", "2027-01-01", (true, false), Err(L::Revoked)),
            (K::CounselingNotes, "Counseling notes of May", "2027-01-01", (false, true), Err(L::EvidenceOnly)),
            (K::CounselingNotes, "Counseling notes and test results", "2027-01-01", GOOD, Err(L::NotForCounseling)),
            (K::Recipient, "Counseling notes of May", "2027-01-01", GOOD, Err(L::NotForCounseling)),
            (K::Treatment, "Counseling notes of May", "2027-01-01", GOOD, Err(L::NotForCounseling)),
        ] {
            let basis = Basis { scope: scope.into(), ..consent(1, kind, "Dr. Lund", ends, (revoked, evidence)) };
            let found = standing_for_counseling(&basis, "2026-11-24".parse().unwrap());
            assert_eq!(found, expected, "{kind:?} {scope} {ends}");
        }
    }

    #[test]
    fn a_scope_names_counseling_notes_and_nothing_beside_them() {
        for (scope, expected) in [
            ("Counseling notes", true),
            ("The counseling notes of March and April 2026", true),
            ("Counseling notes, on the medication she fears", true),
            ("Counseling notes about the diagnosis of her brother", true),
            ("SUD counseling notes.", true),
            ("", false),
            ("Everything", false),
            ("Test results", false),
            ("Counseling notes, attendance", false),
            ("Counseling notes and the treatment plan", false),
            ("Chart & counseling notes", false),
            ("Counseling notes; medications", false),
        ] {
            assert_eq!(names_counseling_alone(scope), expected, "{scope}");
        }
    }
}
