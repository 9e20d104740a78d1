//! What draws are called on screens.

import type { DrawState } from "../../ipc/generated/calls.ts";
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
