//! The hours of a client by week: what the bars show, and the same in words. Pure.

import type { Hours, WeekLine } from "../../ipc/generated/calls.ts";
import type { Tone } from "../../kit/Badge/Badge.tsx";
import type { IconName } from "../../kit/Icon/Icon.tsx";
import { hours } from "../../lib/duration.ts";

/** How a week stands, in words that blame nobody. `planned` is what is still planned in the running week. */
export function weekState(week: WeekLine, planned: number): { text: string; icon: IconName; tone: Tone } {
  switch (week.state) {
    case "reached":
      return { text: "reached", icon: "check", tone: "positive" };
    case "short":
      return { text: `${hours(week.lacks)} short`, icon: "clock", tone: "caution" };
    case "running": {
      const lacks = week.lacks - planned;
      return lacks > 0
        ? { text: `${hours(lacks)} short as planned`, icon: "clock", tone: "caution" }
        : { text: "on track", icon: "check", tone: "positive" };
    }
    case "partial":
      return { text: "partial week", icon: "info", tone: "muted" };
    case "not_owed":
      return { text: "no hours owed", icon: "info", tone: "muted" };
  }
}

const RULES: Record<WeekLine["rules"][number], string> = {
  own_hours: "hours of this stay",
  payer_hours: "hours of the payer",
  partial_share: "share of a partial week",
  level_share: "each level its days",
  level_last: "level at its end",
};

/** What was applied to a week beside the plain rule; empty in a plain week. */
export function ruleWords({ rules }: WeekLine): string {
  return rules.map((rule) => RULES[rule]).join(", ");
}

export interface Bar {
  week: WeekLine;
  /** Parts of the height, 0 to 1. */
  done: number;
  planned: number;
  goal: number | undefined;
}

/** The bars from the earliest week to this one, on one scale. */
export function bars({ weeks, planned }: Hours): Bar[] {
  const ofWeek = (index: number) => (index === 0 ? planned : 0);
  const most = Math.max(60, ...weeks.map((week, index) => Math.max(week.minutes + ofWeek(index), week.minimum ?? 0)));
  return weeks
    .map((week, index) => ({
      week,
      done: week.minutes / most,
      planned: ofWeek(index) / most,
      goal: week.minimum === undefined ? undefined : week.minimum / most,
    }))
    .toReversed();
}
