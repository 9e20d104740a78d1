//! What changed from one version of a plan to the next, line beside line and word beside word. Pure: no SQL, no clock.
//!
//! Lines of one kind belong together when enough of their words are the same; the order of both versions is kept.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::PlanId;
use super::ipc::Problem;
use crate::kernel::time::date_words;

/// The request of `plan.difference`: two versions of one client's plan.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TwoPlans {
    pub before: PlanId,
    pub after: PlanId,
}

crate::words! {
    /// What a line of a plan is.
    pub enum LineKind {
        Problem = "problem",
        Goal = "goal",
        Objective = "objective",
        Intervention = "intervention",
    }
}

crate::words! {
    /// What happened to a line, or to a piece of it.
    pub enum LineChange {
        Same = "same",
        Added = "added",
        Removed = "removed",
        Changed = "changed",
    }
}

/// Some words of a line that share a fate.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, TS)]
pub struct Piece {
    pub words: String,
    /// `same`, `added` or `removed`.
    pub change: LineChange,
}

/// A line with what stood there before and what stands there now.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, TS)]
pub struct DifferentLine {
    pub kind: LineKind,
    pub change: LineChange,
    pub before: Vec<Piece>,
    pub after: Vec<Piece>,
}

/// The answer of `plan.difference`.
#[derive(Debug, Serialize, TS)]
pub struct PlanDifference {
    pub lines: Vec<DifferentLine>,
}

/// Lines that share this much of their words, of 1000, are one line that changed.
const ALIKE: u32 = 400;

/// Above this many pairs only lines that are the same are brought together: a plan has some dozens.
const MOST_PAIRS: usize = 250_000;

#[derive(Clone, Debug, Eq, PartialEq)]
struct Line {
    kind: LineKind,
    words: String,
}

/// The lines of both versions, brought together.
pub(super) fn between(before: &[Problem], after: &[Problem]) -> Vec<DifferentLine> {
    together(&flat(before), &flat(after))
}

fn flat(problems: &[Problem]) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut add = |kind, words| lines.push(Line { kind, words });
    for problem in problems {
        add(LineKind::Problem, problem.words.clone());
        for goal in &problem.goals {
            add(LineKind::Goal, goal.words.clone());
            for one in &goal.objectives {
                let target = one.target_on.map(|on| format!(" (by {})", date_words(on))).unwrap_or_default();
                add(LineKind::Objective, format!("{}{target}", one.words));
            }
            for one in &goal.interventions {
                let more = [one.frequency.as_str(), one.responsible_name.as_str()];
                let more: Vec<&str> = more.into_iter().filter(|part| !part.is_empty()).collect();
                let more = if more.is_empty() { String::new() } else { format!(" ({})", more.join(", ")) };
                add(LineKind::Intervention, format!("{}{more}", one.words));
            }
        }
    }
    lines
}

fn together(before: &[Line], after: &[Line]) -> Vec<DifferentLine> {
    let few = before.len() * after.len() <= MOST_PAIRS;
    let score = |a: &Line, b: &Line| match () {
        () if a == b => 1000,
        () if few && a.kind == b.kind => Some(alike(&a.words, &b.words)).filter(|share| *share >= ALIKE).unwrap_or(0),
        () => 0,
    };
    let pairs = longest(before, after, score);
    let mut lines = Vec::new();
    let (mut i, mut j) = (0, 0);
    for (a, b) in pairs.into_iter().chain([(before.len(), after.len())]) {
        lines.extend(before.get(i..a).unwrap_or_default().iter().map(removed));
        lines.extend(after.get(j..b).unwrap_or_default().iter().map(added));
        if let (Some(one), Some(other)) = (before.get(a), after.get(b)) {
            lines.push(changed(one, other));
        }
        (i, j) = (a + 1, b + 1);
    }
    lines
}

fn piece(words: &str, change: LineChange) -> Vec<Piece> {
    vec![Piece { words: words.into(), change }]
}

fn removed(line: &Line) -> DifferentLine {
    let before = piece(&line.words, LineChange::Removed);
    DifferentLine { kind: line.kind, change: LineChange::Removed, before, after: Vec::new() }
}

fn added(line: &Line) -> DifferentLine {
    let after = piece(&line.words, LineChange::Added);
    DifferentLine { kind: line.kind, change: LineChange::Added, before: Vec::new(), after }
}

fn changed(one: &Line, other: &Line) -> DifferentLine {
    if one.words == other.words {
        let (before, after) = (piece(&one.words, LineChange::Same), piece(&other.words, LineChange::Same));
        return DifferentLine { kind: one.kind, change: LineChange::Same, before, after };
    }
    let (before, after) = word_by_word(&one.words, &other.words);
    DifferentLine { kind: one.kind, change: LineChange::Changed, before, after }
}

/// The share of words two texts have in common, of 1000.
fn alike(one: &str, other: &str) -> u32 {
    let mut left: HashMap<&str, i64> = HashMap::new();
    let (mut all, mut common) = (0_u32, 0_u32);
    for word in one.split_whitespace() {
        *left.entry(word).or_default() += 1;
        all += 1;
    }
    for word in other.split_whitespace() {
        all += 1;
        if let Some(count) = left.get_mut(word).filter(|count| **count > 0) {
            *count -= 1;
            common += 2;
        }
    }
    (common * 1000).checked_div(all).unwrap_or(1000)
}

/// The pieces of both texts: what they share, and what only one of them has.
fn word_by_word(before: &str, after: &str) -> (Vec<Piece>, Vec<Piece>) {
    let (a, b): (Vec<&str>, Vec<&str>) = (before.split(' ').collect(), after.split(' ').collect());
    let pairs = if a.len() * b.len() <= MOST_PAIRS { longest(&a, &b, |x, y| u32::from(x == y)) } else { Vec::new() };
    let shared_before: Vec<usize> = pairs.iter().map(|(i, _)| *i).collect();
    let shared_after: Vec<usize> = pairs.iter().map(|(_, j)| *j).collect();
    (pieces(&a, &shared_before, LineChange::Removed), pieces(&b, &shared_after, LineChange::Added))
}

fn pieces(words: &[&str], shared: &[usize], else_change: LineChange) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let change = if shared.binary_search(&at).is_ok() { LineChange::Same } else { else_change };
        match pieces.last_mut().filter(|last| last.change == change) {
            Some(last) => {
                last.words.push(' ');
                last.words.push_str(word);
            }
            None => pieces.push(Piece { words: (*word).into(), change }),
        }
    }
    pieces
}

/// The pairs of two lists, in the order of both, with the greatest sum of scores; a score of 0 makes no pair.
fn longest<T>(a: &[T], b: &[T], score: impl Fn(&T, &T) -> u32) -> Vec<(usize, usize)> {
    let width = b.len() + 1;
    let mut best = vec![0_u32; (a.len() + 1) * width];
    let at = |best: &[u32], i: usize, j: usize| best.get(i * width + j).copied().unwrap_or_default();
    for (i, one) in a.iter().enumerate().rev() {
        for (j, other) in b.iter().enumerate().rev() {
            let pair = score(one, other);
            let taken = if pair == 0 { 0 } else { at(&best, i + 1, j + 1) + pair };
            let most = taken.max(at(&best, i + 1, j)).max(at(&best, i, j + 1));
            if let Some(cell) = best.get_mut(i * width + j) {
                *cell = most;
            }
        }
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while let (Some(one), Some(other)) = (a.get(i), b.get(j)) {
        let pair = score(one, other);
        if pair > 0 && at(&best, i, j) == at(&best, i + 1, j + 1) + pair {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if at(&best, i + 1, j) >= at(&best, i, j + 1) {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn lines(words: &[(LineKind, &str)]) -> Vec<Line> {
        words.iter().map(|(kind, words)| Line { kind: *kind, words: (*words).into() }).collect()
    }

    #[test]
    fn lines_are_same_changed_added_or_removed() {
        use LineKind::{Goal, Objective, Problem};
        let before = lines(&[
            (Problem, "Fentanyl use on night shifts"),
            (Goal, "I want to keep my license"),
            (Objective, "Name three cues before a shift"),
            (Objective, "Call the sponsor before every shift"),
        ]);
        let after = lines(&[
            (Problem, "Fentanyl use on night shifts"),
            (Goal, "I want to keep my license"),
            (Objective, "Name five cues before a shift"),
            (Objective, "Keep a sleep diary"),
        ]);
        let found = together(&before, &after);
        let changes: Vec<(LineKind, LineChange)> = found.iter().map(|line| (line.kind, line.change)).collect();
        assert_eq!(
            changes,
            [
                (Problem, LineChange::Same),
                (Goal, LineChange::Same),
                (Objective, LineChange::Changed),
                (Objective, LineChange::Removed),
                (Objective, LineChange::Added),
            ]
        );
        let words = |pieces: &[Piece]| -> Vec<(String, LineChange)> {
            pieces.iter().map(|piece| (piece.words.clone(), piece.change)).collect()
        };
        let line = found.get(2).cloned();
        assert_eq!(
            line.map(|line| (words(&line.before), words(&line.after))),
            Some((
                vec![
                    ("Name".into(), LineChange::Same),
                    ("three".into(), LineChange::Removed),
                    ("cues before a shift".into(), LineChange::Same)
                ],
                vec![
                    ("Name".into(), LineChange::Same),
                    ("five".into(), LineChange::Added),
                    ("cues before a shift".into(), LineChange::Same)
                ],
            ))
        );
    }

    #[test]
    fn lines_of_another_kind_are_never_brought_together() {
        let found = together(&lines(&[(LineKind::Goal, "Sleep")]), &lines(&[(LineKind::Objective, "Sleep")]));
        assert_eq!(
            found.iter().map(|line| line.change).collect::<Vec<_>>(),
            [LineChange::Removed, LineChange::Added]
        );
    }

    fn some() -> impl Strategy<Value = Vec<Line>> {
        let line = (0..4usize, "[ab]( [abc]){0,4}").prop_map(|(kind, words)| Line {
            kind: LineKind::ALL.get(kind).copied().unwrap_or(LineKind::Goal),
            words,
        });
        proptest::collection::vec(line, 0..8)
    }

    fn side(lines: &[DifferentLine], of: fn(&DifferentLine) -> &Vec<Piece>) -> Vec<String> {
        let said = lines.iter().map(of).filter(|pieces| !pieces.is_empty());
        said.map(|pieces| pieces.iter().map(|piece| piece.words.as_str()).collect::<Vec<_>>().join(" ")).collect()
    }

    proptest! {
        /// Nothing is lost and nothing made up: read alone, each side is its version.
        #[test]
        fn each_side_is_its_version((a, b) in (some(), some())) {
            let found = together(&a, &b);
            let words = |lines: &[Line]| lines.iter().map(|line| line.words.clone()).collect::<Vec<_>>();
            prop_assert_eq!(side(&found, |line| &line.before), words(&a));
            prop_assert_eq!(side(&found, |line| &line.after), words(&b));
        }

        #[test]
        fn a_version_does_not_differ_from_itself(a in some()) {
            prop_assert!(together(&a, &a).iter().all(|line| line.change == LineChange::Same));
        }
    }
}
