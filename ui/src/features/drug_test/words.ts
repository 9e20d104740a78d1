//! The words, icons and tones of drug tests, in one place. A presumptive screen is blue and dashed; unexpected is amber with a diamond; nothing about a
//! person is red.

import type {
  HandOffPurpose,
  Interpretation,
  LaboratoryResult,
  Meaning,
  Method,
  Outcome,
  Reading,
  ReviewResult,
  Specimen,
  TestClass,
  TestReason,
  Validity,
} from "../../ipc/generated/calls.ts";
import type { Tone } from "../../kit/Badge/Badge.tsx";
import type { IconName } from "../../kit/Icon/Icon.tsx";

export interface Look {
  words: string;
  icon: IconName;
  tone: Tone;
}

export const CLASSES: Record<TestClass, Look> = {
  ordered: { words: "Due", icon: "clock", tone: "info" },
  not_collected: { words: "Not collected", icon: "not-collected", tone: "muted" },
  refused: { words: "Refused", icon: "not-collected", tone: "caution" },
  unable: { words: "Unable", icon: "not-collected", tone: "muted" },
  excused: { words: "Excused", icon: "absent", tone: "muted" },
  collected: { words: "Collected", icon: "vial", tone: "muted" },
  presumptive: { words: "Presumptive", icon: "presumptive", tone: "info" },
  confirmed: { words: "Laboratory answered", icon: "awaiting", tone: "info" },
  expected: { words: "Expected", icon: "check-circle", tone: "positive" },
  unexpected: { words: "Unexpected", icon: "unexpected", tone: "caution" },
  inconclusive: { words: "Inconclusive", icon: "info", tone: "muted" },
};

export const REASONS: Record<TestReason, string> = {
  random: "Random",
  scheduled: "Scheduled",
  for_cause: "For cause",
  post_incident: "After an incident",
  return_to_work: "Return to work",
  baseline: "Baseline",
  follow_up: "Follow-up",
};

export const SPECIMENS: Record<Specimen, string> = {
  urine: "Urine",
  oral_fluid: "Oral fluid",
  hair: "Hair",
  nail: "Nail",
  blood_spot: "Blood spot",
  breath: "Breath",
};

export const METHODS: Record<Method, string> = { on_site: "On site", laboratory: "Laboratory only" };

export const READINGS: Record<Reading, string> = {
  not_detected: "Not detected",
  detected: "Detected",
  invalid: "Invalid",
  pending: "Pending",
};

export const MEANINGS: Record<Meaning, Look> = {
  expected: { words: "Expected", icon: "check", tone: "positive" },
  unexpected: { words: "Unexpected", icon: "unexpected", tone: "caution" },
  not_seen: { words: "Prescribed, not seen", icon: "info", tone: "info" },
  unreadable: { words: "Not readable", icon: "caution", tone: "muted" },
  pending: { words: "Pending", icon: "clock", tone: "muted" },
};

export const OUTCOMES: Record<Outcome, { label: string; help: string }> = {
  missed: { label: "Did not come", help: "Or left before a specimen was asked for" },
  unable: { label: "Unable", help: "Tried, and could not give a specimen" },
  refused: { label: "Refused", help: "Said no, or did not let it be collected as told" },
  excused: { label: "Excused", help: "A reason the counselor accepts" },
};

export const PURPOSES: Record<HandOffPurpose, string> = {
  sealed: "Sealed",
  released: "Released",
  received: "Received",
  sent: "Sent",
  laboratory_received: "Received by the laboratory",
};

export const VALIDITIES: Record<Validity, Look> = {
  valid: { words: "Valid", icon: "check", tone: "positive" },
  dilute: { words: "Dilute", icon: "caution", tone: "caution" },
  substituted: { words: "Substituted", icon: "caution", tone: "caution" },
  invalid: { words: "Invalid", icon: "caution", tone: "caution" },
  adulterated: { words: "Adulterated", icon: "caution", tone: "caution" },
  dilution_not_determined: { words: "Dilution not determined", icon: "info", tone: "info" },
  not_determined: { words: "Not determined", icon: "info", tone: "muted" },
};

export const LABORATORY: Record<LaboratoryResult, string> = {
  negative: "Negative",
  negative_dilute: "Negative, dilute",
  positive: "Positive",
  positive_dilute: "Positive, dilute",
  adulterated: "Adulterated",
  substituted: "Substituted",
  invalid: "Invalid",
  rejected: "Rejected for testing",
};

export const REVIEWS: Record<ReviewResult, string> = {
  negative: "Negative",
  negative_dilute: "Negative, dilute",
  positive: "Positive",
  positive_dilute: "Positive, dilute",
  refusal_adulterated: "Refusal: adulterated",
  refusal_substituted: "Refusal: substituted",
  cancelled: "Cancelled",
  collect_again: "Cancelled, collect again observed",
  safety_concern: "Safety concern noted",
};

export const INTERPRETATIONS: Record<Interpretation, { label: string; help: string }> = {
  expected: { label: "Expected", help: "It matches the medications and what the client said" },
  unexpected: { label: "Unexpected", help: "The laboratory found what nothing explains" },
  inconclusive: { label: "Inconclusive", help: "It says neither; collect again, or wait" },
};

/** Options for a `Select` or `OneOf` out of a table of words. */
export function options<Value extends string>(
  words: Record<Value, string | { label: string; help: string }>,
): { value: Value; label: string; help?: string }[] {
  return (Object.entries(words) as [Value, string | { label: string; help: string }][]).map(([value, word]) =>
    typeof word === "string" ? { value, label: word } : { value, ...word },
  );
}
