//! Whether two texts read alike: cloned notes are an audit failure (facts.md section 3). A warning, never a stop.

use std::collections::HashSet;

/// From this share of common word triples on, two texts read alike.
const ALIKE: f64 = 0.6;
/// Shorter texts say too little to be compared by their triples.
const FEWEST_WORDS: usize = 6;

/// Whether two texts read alike: the same words, or most of their word triples in common.
pub(super) fn alike(a: &str, b: &str) -> bool {
    let (a, b) = (words(a), words(b));
    if a.is_empty() || b.is_empty() {
        return false;
    }
    if a == b {
        return true;
    }
    if a.len() < FEWEST_WORDS || b.len() < FEWEST_WORDS {
        return false;
    }
    let (a, b) = (triples(&a), triples(&b));
    let common = a.intersection(&b).count();
    let all = a.len() + b.len() - common;
    // Both are small counts, exact in a double.
    #[allow(clippy::cast_precision_loss)]
    let share = common as f64 / all.max(1) as f64;
    share >= ALIKE
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

fn triples(words: &[String]) -> HashSet<&[String]> {
    words.windows(3).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cloned_lines_are_seen_and_short_common_ones_are_not() {
        let line = "Linked the drive past the old hospital to an urge and called her sponsor from the car";
        for (a, b, expected) in [
            (line, line, true),
            (line, "Linked the drive past the old hospital to an urge, and called her sponsor from home.", true),
            (line, "Compared two evenings with and without the plan and chose the one with it", false),
            ("Quiet today.", "quiet today", true),
            ("Quiet today.", "Quiet tonight.", false),
            ("", "", false),
        ] {
            assert_eq!(alike(a, b), expected, "{a} / {b}");
        }
    }
}
