//! What random testing is called on screens. No number is decided here: chances and ranges come from the core.

import type { PauseKind, Standing, TestingPause } from "../../ipc/generated/calls.ts";
import type { Tone } from "../../kit/Badge/Badge.tsx";
import type { IconName } from "../../kit/Icon/Icon.tsx";
import { date } from "../../lib/time.ts";

export const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

export const PAUSES: Record<PauseKind, string> = { vacation: "Away", hospital: "Hospital", other: "Another reason" };

export const STANDINGS: Record<Standing, { words: string; icon: IconName; tone: Tone }> = {
  enrolled: { words: "In the draw", icon: "check-circle", tone: "positive" },
  covered: { words: "In the draw, elsewhere", icon: "check-circle", tone: "positive" },
  away: { words: "Away", icon: "apart", tone: "caution" },
  hospital: { words: "In hospital", icon: "apart", tone: "caution" },
  paused: { words: "Paused", icon: "apart", tone: "caution" },
  discharged: { words: "Discharged", icon: "absent", tone: "muted" },
};

/** "14.3 %": one decimal, two below one percent. */
export function percent(millionths: number): string {
  const value = millionths / 10_000;
  return `${value.toFixed(value < 1 ? 2 : value === 100 ? 0 : 1)} %`;
}

/** "Every day", "Monday to Friday", or the days by name. */
export function weekdayWords(digits: string): string {
  if (digits === "1111111") return "Every day, weekends too";
  if (digits === "1111100") return "Monday to Friday";
  return WEEKDAYS.filter((_, place) => digits[place] === "1")
    .map((day) => day.slice(0, 3))
    .join(", ");
}

/** Millionths of a typed percentage; nothing for what is no number. */
export function millionthsOf(percentText: string): number | undefined {
  const text = percentText.trim();
  if (!/^\d{1,3}(\.\d{1,4})?$/.test(text)) return undefined;
  return Math.round(Number(text) * 10_000);
}

/** "Hospital, from Nov 24 to Nov 30" */
export function pauseWords(pause: TestingPause, today: string): string {
  const until = pause.until === undefined ? "until it is ended" : `to ${date(pause.until, today)}`;
  const site = pause.site === "" ? "" : `, collected at ${pause.site}`;
  return `${PAUSES[pause.kind]}, from ${date(pause.from, today)} ${until}${site}`;
}
