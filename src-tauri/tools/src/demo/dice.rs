//! Chance with a seed: the same seed and label give the same throws, on every machine and with every version of a library.

/// SplitMix64. Good enough to scatter a clinic, and never used for a secret.
#[derive(Clone)]
pub struct Dice(u64);

impl Dice {
    /// Dice of their own for a label, so that one more throw in one place changes nothing in another.
    pub fn new(seed: u64, label: &str) -> Self {
        // FNV-1a over the label.
        let hash = label
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        let mut dice = Self(seed ^ hash);
        dice.next();
        dice
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from 0 up to but without `end`.
    pub fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end.max(1)).unwrap_or(u64::MAX);
        usize::try_from(self.next() % end).unwrap_or_default()
    }

    /// A number between two bounds, both of them possible.
    pub fn between(&mut self, least: i64, most: i64) -> i64 {
        let span = usize::try_from(most - least + 1).unwrap_or(1);
        least + i64::try_from(self.below(span)).unwrap_or_default()
    }

    /// Whether something happens that happens `percent` times of a hundred.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of several; the first word of an empty list is a mistake of the caller and gives `None`.
    pub fn pick<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        of.get(self.below(of.len()))
    }

    /// One of several words, or nothing of none.
    pub fn word(&mut self, of: &[String]) -> String {
        self.pick(of).cloned().unwrap_or_default()
    }

    /// Puts a list into a random order.
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for at in (1..list.len()).rev() {
            list.swap(at, self.below(at + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Dice;

    fn throws(seed: u64, label: &str) -> Vec<usize> {
        let mut dice = Dice::new(seed, label);
        (0..20).map(|_| dice.below(1_000)).collect()
    }

    #[test]
    fn the_same_seed_and_label_throw_the_same() {
        assert_eq!(throws(7, "a"), throws(7, "a"));
        assert_ne!(throws(7, "a"), throws(7, "b"));
        assert_ne!(throws(7, "a"), throws(8, "a"));
    }

    #[test]
    fn numbers_stay_between_their_bounds_and_reach_them() {
        let mut dice = Dice::new(1, "bounds");
        let all: Vec<i64> = (0..500).map(|_| dice.between(-2, 3)).collect();
        assert_eq!((all.iter().min(), all.iter().max()), (Some(&-2), Some(&3)));
    }

    #[test]
    fn a_shuffle_loses_nobody() {
        let mut list: Vec<usize> = (0..30).collect();
        Dice::new(3, "order").shuffle(&mut list);
        assert_ne!(list, (0..30).collect::<Vec<_>>());
        list.sort_unstable();
        assert_eq!(list, (0..30).collect::<Vec<_>>());
    }
}
