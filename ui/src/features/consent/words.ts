//! The states of consents as icon and word.

import type { ConsentState, ConsentSummary } from "../../ipc/generated/calls.ts";
import type { Tone } from "../../kit/Badge/Badge.tsx";
import type { IconName } from "../../kit/Icon/Icon.tsx";

export interface Look {
  words: string;
  icon: IconName;
  tone: Tone;
}

export const CONSENT_STATES: Record<ConsentState, Look> = {
  in_order: { words: "In order", icon: "check-circle", tone: "positive" },
  expiring: { words: "Ends soon", icon: "clock", tone: "caution" },
  expired: { words: "Expired", icon: "expired", tone: "caution" },
  revoked: { words: "Revoked", icon: "stop", tone: "muted" },
  evidence_only: { words: "Evidence only", icon: "paper", tone: "muted" },
};

export const CONSENT_SUMMARIES: Record<ConsentSummary, Look> = {
  in_order: { words: "In order", icon: "check-circle", tone: "positive" },
  expiring: { words: "Ends soon", icon: "clock", tone: "caution" },
  expired: { words: "Expired", icon: "expired", tone: "caution" },
  evidence_only: { words: "Evidence only", icon: "paper", tone: "muted" },
  missing: { words: "Missing", icon: "not-collected", tone: "caution" },
};
