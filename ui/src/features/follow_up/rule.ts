//! A rule of follow-ups while it is typed. Pure.

import type { ConsentKind, FollowUpRuleStep, FollowUpStep } from "../../ipc/generated/calls.ts";

export interface StepDraft {
  step: FollowUpStep;
  hours: string;
  recipient: ConsentKind | "";
  words: string;
}

export const NEW_STEP: StepDraft = { step: "contact", hours: "24", recipient: "", words: "" };

export function draftsOf(steps: readonly FollowUpRuleStep[]): StepDraft[] {
  return steps.map((step) => ({
    step: step.step,
    hours: String(step.hours),
    recipient: step.recipient ?? "",
    words: step.words ?? "",
  }));
}

/** What is sent: only a notice has a recipient, and what is no number is refused beside its field. */
export function stepsOf(drafts: readonly StepDraft[]): FollowUpRuleStep[] {
  return drafts.map((draft) => ({
    step: draft.step,
    hours: /^\d+$/.test(draft.hours.trim()) ? Number(draft.hours.trim()) : 0,
    words: draft.words,
    ...(draft.step === "notify" && draft.recipient !== "" ? { recipient: draft.recipient } : {}),
  }));
}

/** The names under which faults of the steps come back. */
export function stepFields(count: number): string[] {
  return Array.from({ length: count }, (_, place) => ["step", "hours", "recipient", "words"].map((name) => `steps.${String(place)}.${name}`)).flat();
}
