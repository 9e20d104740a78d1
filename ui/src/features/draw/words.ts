//! What draws are called on screens.

import type { DayCounts, DrawState, PersonStanding } from "../../ipc/generated/calls.ts";
import type { Tone } from "../../kit/Badge/Badge.tsx";
import type { IconName } from "../../kit/Icon/Icon.tsx";

export const DRAW_STATES: Record<DrawState, { words: string; icon: IconName; tone: Tone }> = {
  committed: { words: "Set, pool open", icon: "draft", tone: "caution" },
  frozen: { words: "Set, names sealed", icon: "sealed", tone: "sealed" },
  noticed: { words: "Names known", icon: "check-circle", tone: "positive" },
  discarded: { words: "Discarded", icon: "stop", tone: "muted" },
};

/** "91.6 %" of thousandths. */
export function rate(thousandths: number): string {
  return `${String(Math.floor(thousandths / 10))}.${String(thousandths % 10)} %`;
}

export const STANDS: Record<PersonStanding, { words: string; icon: IconName; tone: Tone }> = {
  not_drawn: { words: "Not drawn", icon: "check", tone: "muted" },
  pending: { words: "Pending", icon: "clock", tone: "info" },
  collected: { words: "Collected", icon: "check-circle", tone: "positive" },
  collected_late: { words: "Collected late", icon: "late", tone: "caution" },
  missed: { words: "Not collected", icon: "not-collected", tone: "caution" },
  refused: { words: "Refused", icon: "not-collected", tone: "caution" },
  unable: { words: "Unable", icon: "not-collected", tone: "muted" },
  excused: { words: "Excused", icon: "absent", tone: "muted" },
};

/** A date some days after another. */
export function dayAfter(on: string, days: number): string {
  return new Date(Date.parse(`${on}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

export const BARS_WIDTH = 960;
export const BARS_HEIGHT = 90;

export interface DayBar {
  on: string;
  x: number;
  width: number;
  parts: { kind: "collected" | "open" | "not_given"; y: number; height: number }[];
}

/** A bar for each drawn day: collected at the foot, then what is open or excused, then what was not given. */
export function barsOf(days: readonly DayCounts[]): DayBar[] {
  const most = Math.max(1, ...days.map((day) => day.counts.drawn));
  const slot = BARS_WIDTH / Math.max(days.length, 14);
  const width = Math.min(slot * 0.7, 28);
  const unit = (BARS_HEIGHT - 6) / most;
  return days.map(({ on, counts }, place) => {
    const amounts = [
      ["collected", counts.collected],
      ["open", counts.pending + counts.excused],
      ["not_given", counts.missed + counts.refused + counts.unable],
    ] as const;
    let foot = BARS_HEIGHT - 1;
    const parts = amounts.flatMap(([kind, amount]) => {
      if (amount === 0) return [];
      foot -= amount * unit;
      return [{ kind, y: foot, height: amount * unit }];
    });
    return { on, x: place * slot + (slot - width) / 2, width, parts };
  });
}
