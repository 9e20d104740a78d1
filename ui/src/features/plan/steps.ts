//! How the steps of a plan are said: progress at a review, what a plan needs, what changed between two versions. Pure.

import type { LineChange, LineKind, PlanNeed, ReviewProgress } from "../../ipc/generated/calls.ts";
import type { Tone } from "../../kit/Badge/Badge.tsx";
import type { IconName } from "../../kit/Icon/Icon.tsx";

export const PROGRESS: Record<ReviewProgress, string> = {
  forward: "Forward",
  same: "No change",
  set_back: "Set back",
  met: "Met",
};

export const NEEDS: Record<PlanNeed, { words: string; tone: Tone; icon: IconName }> = {
  overdue: { words: "overdue", tone: "critical", icon: "clock" },
  first_plan: { words: "no plan yet", tone: "caution", icon: "draft" },
  returned: { words: "returned for revision", tone: "caution", icon: "returned" },
  soon: { words: "review soon", tone: "info", icon: "calendar" },
  approval: { words: "not approved", tone: "muted", icon: "awaiting" },
  client_signature: { words: "not signed by the client", tone: "muted", icon: "awaiting" },
};

export const LINE_KINDS: Record<LineKind, string> = {
  problem: "Problem",
  goal: "Goal",
  objective: "Objective",
  intervention: "What we do",
};

export const CHANGES: Record<LineChange, string> = { same: "same", added: "added", removed: "removed", changed: "changed" };
