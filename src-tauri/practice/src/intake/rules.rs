//! How an item of a packet stands, and when a roster takes a client. Pure: no SQL, no clock.

use chrono::NaiveDate;

use super::{Follows, MarkState, PacketStanding};
use crate::kernel::refusal::Rule;

/// Why a change of a packet is refused.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum IntakeRefusal {
    /// A record ticks this item.
    FollowsRecord,
    /// The mark was taken back before.
    AlreadyCleared,
    /// What blocks is missing, and no director wrote why to go on.
    PacketOpen { missing: Vec<String>, may_pass: bool },
}

impl Rule for IntakeRefusal {
    fn name(&self) -> &'static str {
        match self {
            Self::FollowsRecord => "intake.follows_record",
            Self::AlreadyCleared => "intake.already_cleared",
            Self::PacketOpen { .. } => "intake.packet_open",
        }
    }

    fn words(&self) -> String {
        match self {
            Self::FollowsRecord => {
                "A record ticks this item. Enter the record, or say that the item does not apply.".into()
            }
            Self::AlreadyCleared => "This mark was taken back before.".into(),
            Self::PacketOpen { missing, may_pass } => {
                let way = if *may_pass {
                    "Complete the packet, or type why the client joins before."
                } else {
                    "Complete the packet first; a director can let the client join before, with a reason."
                };
                format!("Not in the intake packet yet: {}. {way}", missing.join(", "))
            }
        }
    }
}

/// What is known of a client, for the items that follow from records.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) struct Records {
    pub treatment: bool,
    pub tpo: bool,
    pub assessment: bool,
    pub emergency_contact: bool,
    pub medication: bool,
}

impl Records {
    fn tick(self, follows: Follows) -> bool {
        match follows {
            Follows::Nothing => false,
            Follows::Treatment => self.treatment,
            Follows::Tpo => self.tpo,
            Follows::Assessment => self.assessment,
            Follows::EmergencyContact => self.emergency_contact,
            Follows::Medication => self.medication,
        }
    }
}

/// Whether a mark belongs to this stay: it was made after the stay before it ended. `ended` is that day.
pub(super) fn counts(marked_on: NaiveDate, ended: Option<NaiveDate>) -> bool {
    ended.is_none_or(|ended| marked_on > ended)
}

/// How an item stands: the record ticks it, or else what somebody said.
pub(super) fn standing(follows: Follows, records: Records, mark: Option<MarkState>) -> PacketStanding {
    match mark {
        _ if records.tick(follows) => PacketStanding::Done,
        Some(MarkState::NotApplicable) => PacketStanding::NotApplicable,
        Some(MarkState::Done) if follows == Follows::Nothing => PacketStanding::Done,
        _ => PacketStanding::Missing,
    }
}

/// Whether an item is asked of a client of this track.
pub(super) fn applies(item_track: &str, track: &str) -> bool {
    item_track.is_empty() || item_track.eq_ignore_ascii_case(track)
}

/// Lets a client join a group when nothing that blocks is missing, or a director wrote why.
///
/// # Errors
/// [`IntakeRefusal::PacketOpen`].
pub(super) fn may_join(missing: Vec<String>, reason: &str, may_pass: bool) -> Result<(), IntakeRefusal> {
    if missing.is_empty() || (may_pass && !reason.is_empty()) {
        Ok(())
    } else {
        Err(IntakeRefusal::PacketOpen { missing, may_pass })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_record_ticks_its_item_and_a_mark_ticks_the_rest() {
        let none = Records::default();
        let held = Records { treatment: true, ..none };
        let done = Some(MarkState::Done);
        let not = Some(MarkState::NotApplicable);
        for (follows, records, mark, expected) in [
            (Follows::Nothing, none, None, PacketStanding::Missing),
            (Follows::Nothing, none, done, PacketStanding::Done),
            (Follows::Nothing, none, not, PacketStanding::NotApplicable),
            (Follows::Treatment, none, None, PacketStanding::Missing),
            (Follows::Treatment, none, done, PacketStanding::Missing),
            (Follows::Treatment, none, not, PacketStanding::NotApplicable),
            (Follows::Treatment, held, None, PacketStanding::Done),
            (Follows::Treatment, held, not, PacketStanding::Done),
            (Follows::Tpo, held, None, PacketStanding::Missing),
        ] {
            assert_eq!(standing(follows, records, mark), expected, "{follows:?} {mark:?}");
        }
    }

    #[test]
    fn what_blocks_keeps_a_client_out_until_a_director_says_why() {
        let missing = || vec!["Program rules".to_owned()];
        for (items, reason, may_pass, joins) in [
            (vec![], "", false, true),
            (missing(), "", false, false),
            (missing(), "", true, false),
            (missing(), "Signs tonight", false, false),
            (missing(), "Signs tonight", true, true),
        ] {
            assert_eq!(may_join(items.clone(), reason, may_pass).is_ok(), joins, "{items:?} {reason} {may_pass}");
        }
    }

    #[test]
    fn a_track_of_its_own_asks_only_its_clients() {
        for (item, track, expected) in [
            ("", "", true),
            ("", "Evening", true),
            ("Day", "Evening", false),
            ("evening", "Evening", true),
            ("Day", "", false),
        ] {
            assert_eq!(applies(item, track), expected, "{item} {track}");
        }
    }

    proptest! {
        /// A mark never counts for a stay that began before it was made and ended on or after its day.
        #[test]
        fn a_mark_of_an_earlier_stay_says_nothing(day in 0..1000u64, ended in 0..1000u64) {
            let start: NaiveDate = "2024-01-01".parse().unwrap();
            let at = |days| start + chrono::Days::new(days);
            prop_assert_eq!(counts(at(day), Some(at(ended))), day > ended);
            prop_assert!(counts(at(day), None));
        }
    }
}
