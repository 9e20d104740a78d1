//! How a chart says things: contacts with what is safe there, levels, patterns, licenses. Pure.

import type {
  Alike,
  ClientState,
  Contact,
  ContactKind,
  DischargeHow,
  Level,
  LicenseStatus,
  ReferralSource,
  Remission,
  Sex,
  StayDays,
  WorkPattern,
} from "../../ipc/generated/calls.ts";
import type { Option } from "../../kit/Choice/Choice.tsx";

const options = <Value extends string>(words: Record<Value, string>): Option<Value>[] =>
  (Object.entries(words) as [Value, string][]).map(([value, label]) => ({ value, label }));

export const CONTACT_KINDS: Record<ContactKind, string> = {
  cell: "Cell phone",
  home: "Home phone",
  work: "Work phone",
  email: "Email",
};
export const contactKinds = options(CONTACT_KINDS);

export const PATTERNS: Record<WorkPattern, string> = {
  days: "Days",
  evenings: "Evenings",
  nights: "Nights",
  rotating: "Rotating shifts",
  call: "On call",
  on_leave: "On leave",
  not_working: "Not working",
};
export const patterns = options(PATTERNS);

export const LICENSE_STATES: Record<LicenseStatus, string> = {
  active: "active",
  conditions: "active, with conditions",
  suspended: "suspended",
  surrendered: "surrendered",
  lapsed: "lapsed",
  unknown: "not known yet",
};
export const licenseStates = options(LICENSE_STATES);

export const REFERRALS: Record<Exclude<ReferralSource, "">, string> = {
  self: "Themselves",
  family: "Family",
  employer: "Employer",
  board: "Licensing board",
  monitoring_program: "Monitoring program",
  clinician: "Clinician",
  treatment_program: "Another treatment program",
  attorney: "Attorney",
  insurer: "Insurer",
  other: "Somebody else",
};
export const referrals = options(REFERRALS);

export const SEXES: Record<Exclude<Sex, "">, string> = { female: "Female", male: "Male", x: "X" };
export const sexes = options(SEXES);

const LEVELS: Record<Level, string> = {
  "1.0": "long-term remission monitoring",
  "1.5": "outpatient",
  "1.7": "medically managed outpatient",
  "2.1": "intensive outpatient",
  "2.5": "high-intensity outpatient",
  "2.7": "medically managed intensive outpatient",
  "3.1": "residential",
  "3.5": "high-intensity residential",
  "3.7": "medically managed residential",
  "4": "inpatient",
};
/** "2.1, intensive outpatient" */
export function levelWords(level: Level): string {
  return `${level}, ${LEVELS[level]}`;
}

export const levels: Option<Level>[] = (Object.keys(LEVELS) as Level[])
  .toSorted()
  .map((value) => ({ value, label: levelWords(value) }));

/** How a stay ends, with the code of federal reporting. */
const HOWS: Record<DischargeHow, readonly [words: string, teds: string]> = {
  completed: ["Treatment completed", "1"],
  left: ["Left against professional advice", "2"],
  ended_by_program: ["Ended by the program", "3"],
  transferred: ["Transferred to another program", "4"],
  incarcerated: ["Incarcerated", "5"],
  died: ["Died", "6"],
  other: ["Another reason", "7"],
};

export const dischargeHows = (Object.keys(HOWS) as DischargeHow[]).map((value) => ({
  value,
  label: HOWS[value][0],
  help: `TEDS ${HOWS[value][1]}`,
}));

/** "Treatment completed: monitoring goes on" */
export function endedWords(how: DischargeHow | undefined, reason: string): string {
  return [how === undefined ? "" : HOWS[how][0], reason].filter((words) => words !== "").join(": ");
}

export const REMISSIONS: Record<Remission, string> = { "": "none", early: "early remission", sustained: "sustained remission" };
export const remissions = options(REMISSIONS);

/** "in early remission, in a controlled environment" */
export function remissionWords(remission: Remission | undefined, controlled: boolean | undefined): string {
  if (remission === undefined || remission === "") return "";
  return `in ${REMISSIONS[remission]}${controlled === true ? ", in a controlled environment" : ""}`;
}

/** "Day 76 · 7, 30, 60 days reached, 90 on Dec 8" */
export function daysWords({ days, milestones }: StayDays, said: (day: string) => string): string {
  const reached = milestones.filter((one) => one.reached).map((one) => String(one.days));
  const next = milestones.find((one) => !one.reached);
  const parts = [
    reached.length === 0 ? "" : `${reached.join(", ")} days reached`,
    next === undefined ? "" : `${String(next.days)} on ${said(next.on)}`,
  ].filter((words) => words !== "");
  return `${String(days)}${parts.length === 0 ? "" : ` (${parts.join(", ")})`}`;
}

export const CLIENT_STATES: Record<ClientState, string> = {
  active: "In treatment",
  discharged: "Discharged",
  inquiry: "Inquiry",
};

export const ALIKE: Record<Alike, string> = {
  same_name_and_birth: "same name and date of birth",
  similar_name_and_birth: "similar name, same date of birth",
  similar_name_and_phone: "similar name, same telephone number",
  same_name: "same name",
  same_phone: "same telephone number",
};

/** What is safe there, as one says it before picking up the phone. */
export function safety(contact: Pick<Contact, "kind" | "call_is_safe" | "message_is_safe">): string {
  if (contact.kind === "email") return contact.message_is_safe ? "write here" : "do not write here";
  if (!contact.call_is_safe) return "do not call";
  return contact.message_is_safe ? "call, a message is fine" : "call, leave no message";
}

const SHORT: Record<ContactKind, string> = { cell: "cell", home: "home", work: "work", email: "email" };

/** The one line of the head: "Call cell, leave no message". Undefined while no way is safe or known. */
export function howToReach(contacts: readonly Contact[]): string | undefined {
  const safe = contacts.filter((contact) => contact.call_is_safe || contact.message_is_safe);
  const first = safe.find((contact) => contact.preferred) ?? safe[0];
  if (first === undefined) return contacts.length === 0 ? undefined : "No safe way to reach them";
  if (first.kind === "email") return "Write an email";
  return `Call ${SHORT[first.kind]}, ${first.message_is_safe ? "a message is fine" : "leave no message"}`;
}

/** Without the days that were left blank, as the core expects them. */
export function sendable<Fields extends object>(fields: Fields, days: readonly (keyof Fields)[]): Fields {
  const out = { ...fields };
  for (const day of days) if (out[day] === "") delete out[day];
  return out;
}
