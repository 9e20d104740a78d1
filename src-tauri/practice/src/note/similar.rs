//! Whether two texts read alike: cloned notes are an audit failure (facts.md section 3). A warning, never a stop.
//!
//! The measure is one that can be said in a sentence: how many of the longer text's words stand in the other in the same
//! order. A line with a word changed keeps nearly all of them; two honest lines about the same evening share a few.

/// Shorter texts say too little: they are alike only when they are the same.
const FEWEST_WORDS: usize = 5;
/// Words beyond this are not compared: what is cloned is cloned from its beginning.
const MOST_WORDS: usize = 1_200;
/// So many words in a row are a phrase worth showing.
const PHRASE: usize = 4;
/// The most phrases that are shown.
const SHOWN: usize = 2;

/// Whether two texts read alike: at least this share of the longer one's words, in percent, in the same order.
pub(super) fn alike(a: &str, b: &str, percent: i64) -> bool {
    let (a, b) = (folded(a), folded(b));
    if a.is_empty() || b.is_empty() {
        return false;
    }
    if a.len() < FEWEST_WORDS || b.len() < FEWEST_WORDS {
        return a == b;
    }
    share(&a, &b) >= percent
}

/// The longest phrases two texts have in common, as the first one writes them.
pub(super) fn repeated(a: &str, b: &str) -> Vec<String> {
    let written: Vec<&str> = words(a).take(MOST_WORDS).collect();
    let (a, b) = (folded(a), folded(b));
    let mut runs: Vec<(usize, usize)> = Vec::new();
    // The length of the common run that ends at each word of `b`, for one word of `a` after the other.
    let mut before = vec![0; b.len() + 1];
    for (at, word) in a.iter().enumerate() {
        let mut ends = vec![0; b.len() + 1];
        for (other, same) in b.iter().enumerate() {
            if word == same {
                ends[other + 1] = before[other] + 1;
            }
        }
        let longest = ends.iter().copied().max().unwrap_or_default();
        if longest >= PHRASE {
            let start = at + 1 - longest;
            // A run that goes on takes the place of its beginning.
            runs.retain(|(from, long)| *from != start || *long > longest);
            runs.push((start, longest));
        }
        before = ends;
    }
    runs.sort_by_key(|(from, long)| (std::cmp::Reverse(*long), *from));
    let mut shown: Vec<(usize, usize)> = Vec::new();
    for (from, long) in runs {
        let meets = shown.iter().any(|(other, length)| from < other + length && *other < from + long);
        if !meets && shown.len() < SHOWN {
            shown.push((from, long));
        }
    }
    shown.sort_unstable();
    shown.into_iter().filter_map(|(from, long)| Some(written.get(from..from + long)?.join(" "))).collect()
}

/// The phrases in quotation marks, behind a colon; nothing where there is none.
pub(super) fn repeated_words(a: &str, b: &str) -> String {
    let phrases: Vec<String> = repeated(a, b).into_iter().map(|phrase| format!("“{phrase}”")).collect();
    if phrases.is_empty() { String::new() } else { format!(": {}", phrases.join(" and ")) }
}

/// In percent of the longer text: the words that stand in both in the same order.
fn share(a: &[String], b: &[String]) -> i64 {
    let longer = a.len().max(b.len());
    let percent = 100 * in_order(a, b) / longer.max(1);
    i64::try_from(percent).unwrap_or(100)
}

/// The length of the longest common subsequence.
fn in_order(a: &[String], b: &[String]) -> usize {
    let mut row = vec![0; b.len() + 1];
    for word in a {
        let mut diagonal = 0;
        for (at, other) in b.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if word == other { diagonal + 1 } else { above.max(row[at]) };
            diagonal = above;
        }
    }
    row.last().copied().unwrap_or_default()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’').filter(|word| !word.is_empty())
}

fn folded(text: &str) -> Vec<String> {
    words(text).take(MOST_WORDS).map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::print_stdout)]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn cloned_lines_are_seen_and_short_common_ones_are_not() {
        let line = "Linked the drive past the old hospital to an urge and called her sponsor from the car";
        for (a, b, expected) in [
            (line, line, true),
            (line, "Linked the drive past the old hospital to an urge, and called her sponsor from home.", true),
            (line, "Compared two evenings with and without the plan and chose the one with it", false),
            ("Named one early cue this week.", "Named two early cues this week.", false),
            ("Quiet today.", "quiet today", true),
            ("Quiet today.", "Quiet tonight.", false),
            ("", "", false),
        ] {
            assert_eq!(alike(a, b, 75), expected, "{a} / {b}");
        }
    }

    #[test]
    fn what_is_repeated_is_said() {
        let (a, b) = (
            "Named two cues on the drive home and called her sponsor before dinner.",
            "Late tonight. Called her sponsor before lunch, named two cues on the drive home.",
        );
        assert_eq!(repeated(a, b), ["Named two cues on the drive home", "called her sponsor before"]);
        assert_eq!(repeated("Read the letter aloud.", "Wrote another letter."), Vec::<String>::new());
    }

    /// Every pair of honest lines is let go, and every line that was cloned with a word changed is seen.
    #[test]
    fn clones_are_seen_and_honest_lines_are_let_go() {
        let honest: Vec<&str> = include_str!("../../../../tests/fixtures/wording/honest.txt").lines().collect();
        let clones: Vec<(&str, &str)> = include_str!("../../../../tests/fixtures/wording/clones.tsv")
            .lines()
            .map(|line| line.split_once('\t').unwrap())
            .collect();
        for percent in [60, 75, 90] {
            let pairs = honest.iter().enumerate().flat_map(|(at, a)| honest[at + 1..].iter().map(move |b| (a, b)));
            let (mut all, mut accused) = (0, 0);
            for (a, b) in pairs {
                all += 1;
                accused += usize::from(alike(a, b, percent));
            }
            let missed = clones.iter().filter(|(a, b)| !alike(a, b, percent)).count();
            println!(
                "alike at {percent} %: {accused} of {all} honest pairs accused, {missed} of {} clones missed",
                clones.len()
            );
            assert!(
                percent != 75 || (accused, missed) == (0, 0),
                "the default lets no clone through and accuses nobody"
            );
        }
        let shown = clones.iter().filter(|(a, b)| repeated(a, b).is_empty()).count();
        assert_eq!(shown, 0, "what is repeated is shown for each");
    }

    proptest! {
        #[test]
        fn the_share_is_the_same_both_ways_and_whole_for_the_same_text(a in "[a-d ]{0,40}", b in "[a-d ]{0,40}") {
            let (x, y) = (folded(&a), folded(&b));
            prop_assert_eq!(share(&x, &y), share(&y, &x));
            prop_assert!(x.is_empty() || share(&x, &x) == 100);
        }
    }
}
