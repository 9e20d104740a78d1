//! The recovery key: shown once, printed, typed back in part, renewed when it may have been seen.
//!
//! The key itself never touches the store. It waits in memory until three groups of it were typed from the paper, so that
//! everybody knows the print can be read.

pub mod ipc;
mod ops;

use serde::Serialize;
use ts_rs::TS;
use vault::RecoveryKey;

/// Groups of the printed key that are asked back.
const ASKED: usize = 3;

/// The key as first run shows it.
#[derive(Serialize, TS)]
#[ts(rename = "RecoveryKey")]
pub struct RecoveryShown {
    /// 13 groups of five.
    pub recovery_groups: Vec<String>,
    /// Which groups to type back, counted from 1.
    pub ask: Vec<usize>,
}

/// The key's groups, and three of them to ask back.
pub(crate) fn shown(key: &RecoveryKey) -> RecoveryShown {
    let groups = key.groups().to_vec();
    let ask = asked(groups.len(), uuid::Uuid::new_v4().as_bytes());
    RecoveryShown { recovery_groups: groups, ask }
}

/// Three different groups, rising, chosen by random bytes.
fn asked(of: usize, random: &[u8]) -> Vec<usize> {
    let mut chosen: Vec<usize> = Vec::new();
    for byte in random {
        let index = usize::from(*byte) % of.max(1) + 1;
        if chosen.len() < ASKED && !chosen.contains(&index) {
            chosen.push(index);
        }
    }
    chosen.sort_unstable();
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_different_groups_are_asked() {
        for seed in 0..=255u8 {
            let random: Vec<u8> = (0..16).map(|step| seed.wrapping_mul(31).wrapping_add(step * 7)).collect();
            let ask = asked(13, &random);
            assert_eq!(ask.len(), ASKED);
            assert!(ask.windows(2).all(|pair| pair[0] < pair[1]) && ask.iter().all(|index| (1..=13).contains(index)));
        }
    }
}
