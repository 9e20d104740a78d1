//! The eight roles in words, with what each opens, as the permission table of the practice has it. The rule itself is the core's.

import type { Role } from "../../ipc/generated/calls.ts";

export const ROLES: readonly { value: Role; label: string; help: string }[] = [
  { value: "counselor", label: "Counselor", help: "Charts, notes and plans of their own clients" },
  { value: "facilitator", label: "Facilitator", help: "Attendance and notes of their own groups" },
  { value: "director", label: "Director", help: "Everything but counseling notes; staff and rules" },
  { value: "front_desk", label: "Front desk", help: "Names, contacts, check-in, papers; nothing clinical" },
  { value: "collector", label: "Collector", help: "Collects specimens and reads the screen" },
  { value: "medical_reviewer", label: "Medical reviewer", help: "Reviews drug tests" },
  { value: "privacy_officer", label: "Privacy officer", help: "Consents, disclosures and the log" },
  { value: "auditor", label: "Auditor", help: "Reads what is named; changes nothing" },
];

export function roleWords(roles: readonly Role[]): string {
  const words = ROLES.filter((role) => roles.includes(role.value)).map((role, index) =>
    index === 0 ? role.label : role.label.toLowerCase(),
  );
  return words.length === 0 ? "no role" : words.join(", ");
}
