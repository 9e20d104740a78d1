//! The words of a safety step: how it can end, and the parts of a client's plan. Our own wording, spoken by the client.

import type { Finding, SafetyFields } from "../../ipc/generated/calls.ts";

export const FINDINGS: { value: Finding; label: string; help: string }[] = [
  { value: "plan_made", label: "Safety plan made", help: "Every part below is filled in with the client." },
  { value: "handed_over", label: "Handed over", help: "To emergency care or the on-call clinician; say to whom." },
  { value: "no_present_risk", label: "No present risk found", help: "Say what you asked and what speaks for it." },
];

export const PARTS: { name: Exclude<keyof SafetyFields, "what_was_said">; label: string }[] = [
  { name: "warning_signs", label: "How I notice that it is getting worse" },
  { name: "coping", label: "What I do alone to get through it" },
  { name: "people", label: "Whom I can be with, and whom I call" },
  { name: "professionals", label: "Professionals and lines that answer at any hour" },
  { name: "means", label: "What is put out of my reach, and by whom" },
];
