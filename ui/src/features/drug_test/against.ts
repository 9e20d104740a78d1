//! What a whole test says against the medications, in words. Nothing about a person is red.

import type { TestAgainst } from "../../ipc/generated/calls.ts";
import type { Look } from "./words.ts";

export const AGAINST: Record<TestAgainst, Look> = {
  waiting: { words: "Not read yet", icon: "clock", tone: "muted" },
  negative: { words: "Negative", icon: "check-circle", tone: "positive" },
  expected_positive: { words: "Expected positive", icon: "check-circle", tone: "positive" },
  unexpected_positive: { words: "Unexpected positive", icon: "unexpected", tone: "caution" },
  unexpected_negative: { words: "Unexpected negative", icon: "unexpected", tone: "caution" },
  mixed: { words: "Mixed", icon: "unexpected", tone: "caution" },
  unreadable: { words: "Not readable", icon: "info", tone: "muted" },
};

/** "62", "62.5". */
export function tenths(value: number): string {
  return value % 10 === 0 ? String(value / 10) : (value / 10).toFixed(1);
}

/** "1.60 ×" of percent. */
export function ratio(percent: number): string {
  return `${(percent / 100).toFixed(2)} ×`;
}
