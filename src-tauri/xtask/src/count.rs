//! How many tests ran, taken from the runners' own summaries and from nowhere else.

/// Tests that passed and failed, over all runners of this run.
#[derive(Default, Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    pub passed: u64,
    pub failed: u64,
}

impl Count {
    /// Adds a line if it is a summary: of nextest or of Vitest.
    ///
    /// ```text
    ///      Summary [   9.470s] 25 tests run: 22 passed (1 slow), 2 failed, 1 timed out, 0 skipped
    ///       Tests  1 failed | 41 passed (42)
    /// ```
    pub fn see(&mut self, line: &str) {
        let line = without_color(line);
        let line = line.trim();
        let nextest = line.strip_prefix("Summary [").and_then(|rest| rest.split_once("run: ")).map(|(_, rest)| rest);
        let vitest = line.strip_prefix("Tests  ");
        let Some(summary) = nextest.or(vitest) else { return };
        self.passed += before(summary, &["passed"]);
        self.failed += before(summary, &["failed", "timed out", "exec failed"]);
    }

    /// A step that fails without a counted failing test (a lint, a build) is one failure: the last line never reads
    /// as if all were well.
    pub fn step_failed(&mut self, before: Count) {
        if self.failed == before.failed {
            self.failed += 1;
        }
    }
}

/// The sum of the numbers that stand before one of the words.
fn before(summary: &str, words: &[&str]) -> u64 {
    let parts = summary.split([',', '|']).map(str::trim);
    parts
        .filter_map(|part| part.split_once(' '))
        .filter(|(_, word)| words.iter().any(|w| word.starts_with(w)))
        .filter_map(|(number, _)| number.parse::<u64>().ok())
        .sum()
}

/// Runners color their summaries; the escapes end with the letter m.
fn without_color(line: &str) -> String {
    let mut pieces = line.split('\u{1b}');
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |text, piece| text + piece.split_once('m').map_or("", |(_, rest)| rest))
}

#[cfg(test)]
mod tests {
    use super::Count;

    #[track_caller]
    fn check(line: &str, passed: u64, failed: u64) {
        let mut count = Count::default();
        count.see(line);
        assert_eq!(count, Count { passed, failed }, "{line}");
    }

    #[test]
    fn summaries_of_every_runner() {
        check("     Summary [   9.470s] 25 tests run: 25 passed, 0 skipped", 25, 0);
        check("     Summary [   2.563s] 5/25 tests run: 3 passed, 2 failed, 0 skipped", 3, 2);
        check(
            "     Summary [  61.1s] 9 tests run: 5 passed (1 slow, 2 flaky), 2 failed, 2 timed out, 7 skipped",
            5,
            4,
        );
        check("     Summary [   0.1s] 3 tests run: 1 passed, 2 exec failed, 0 skipped", 1, 2);
        check(
            "\u{1b}[32;1m     Summary\u{1b}[0m [   1.2s] \u{1b}[1m4\u{1b}[0m tests run: \u{1b}[1m4\u{1b}[0m \u{1b}[32;1mpassed\u{1b}[0m, 0 skipped",
            4,
            0,
        );
        check("      Tests  42 passed (42)", 42, 0);
        check("      Tests  1 failed | 41 passed | 2 skipped (44)", 41, 1);
    }

    #[test]
    fn nothing_else_counts() {
        check("        PASS [   0.522s] ( 1/25) print::print bytes::equal", 0, 0);
        check(" Test Files  3 passed (3)", 0, 0);
        check("running 25 tests", 0, 0);
        check("test result: ok. 1 passed; 0 failed; 0 ignored", 0, 0);
        check("", 0, 0);
    }

    #[test]
    fn a_failed_step_is_never_zero_failures() {
        let start = Count { passed: 7, failed: 0 };
        let mut lint = start;
        lint.step_failed(start);
        assert_eq!(lint, Count { passed: 7, failed: 1 });
        let mut tests = Count { passed: 9, failed: 3 };
        tests.step_failed(start);
        assert_eq!(tests, Count { passed: 9, failed: 3 });
    }
}
