//! Where one can go: the rail, the palette and the G keys all read this one list. A feature adds its line here and its route in tree.tsx.

import type { LinkProps } from "@tanstack/react-router";
import type { Role } from "../ipc/generated/calls.ts";
import type { IconName } from "../kit/Icon/Icon.tsx";

export interface Place {
  to: NonNullable<LinkProps["to"]>;
  title: string;
  icon: IconName;
  /** The letter after G. */
  go?: string;
  /** A key of its own instead. */
  key?: string;
  words?: string;
  /** Who sees it; everybody when absent. The core refuses on its own account. */
  roles?: readonly Role[];
  /** Pages of single things that belong to this place: it stays marked while one of them is open. */
  under?: string;
  /** For whom it stands in the rail; everybody who sees it when absent. */
  inRailOf?: readonly Role[];
  /** Which block of the rail; absent for pages reached from another page or the palette only. */
  block?: "day" | "records" | "practice" | "foot";
}

export const PLACES: readonly Place[] = [
  { to: "/", title: "My day", icon: "day", go: "M", block: "day", words: "home today" },
  {
    to: "/todo",
    title: "To-dos",
    icon: "check",
    go: "W",
    words: "tasks work list due overdue hand over",
  },
  {
    to: "/unsigned",
    title: "Unsigned notes",
    icon: "draft",
    go: "N",
    roles: ["counselor", "facilitator", "director"],
    words: "drafts ageing returned late",
  },
  {
    to: "/snippets",
    title: "Snippets",
    icon: "comment",
    go: "X",
    roles: ["counselor", "facilitator", "director"],
    words: "slash text pieces shortcuts",
  },
  {
    to: "/templates",
    title: "Note templates",
    icon: "paper",
    go: "F",
    roles: ["counselor", "facilitator", "director"],
    words: "sections formats prompts editions kinds",
  },
  {
    to: "/stand-ins",
    title: "Stand-ins",
    icon: "staff",
    go: "A",
    roles: ["director", "counselor"],
    words: "supervisor away leave cosign",
  },
  {
    to: "/instruments",
    title: "Instruments",
    icon: "menu",
    go: "V",
    roles: ["counselor", "director"],
    words: "outcomes questionnaires phq gad schedule add retire",
  },
  {
    to: "/tonight",
    title: "Tonight",
    icon: "evening",
    go: "T",
    block: "day",
    roles: ["facilitator", "counselor", "director", "front_desk"],
    words: "attendance evening roster sign-in",
  },
  {
    to: "/caseload",
    title: "Caseload",
    icon: "caseload",
    go: "C",
    block: "day",
    roles: ["counselor", "director", "privacy_officer", "auditor"],
    words: "hours flags overdue directory table",
  },
  {
    to: "/cosign",
    title: "To cosign",
    icon: "awaiting",
    go: "O",
    block: "day",
    roles: ["director", "counselor"],
    words: "cosignature queue supervisor return",
  },
  {
    to: "/clients",
    title: "Clients",
    icon: "client",
    under: "/client/",
    go: "K",
    block: "records",
    roles: ["counselor", "facilitator", "director", "front_desk", "medical_reviewer", "privacy_officer", "auditor"],
    words: "charts caseload people",
  },
  {
    to: "/inquiries",
    title: "Inquiries",
    icon: "phone",
    under: "/inquiries/",
    go: "Q",
    block: "records",
    roles: ["counselor", "director", "front_desk", "privacy_officer"],
    words: "calls intake waitlist referral admission funnel",
  },
  {
    to: "/sessions",
    title: "Sessions",
    icon: "calendar",
    go: "E",
    block: "records",
    roles: ["facilitator", "counselor", "director", "front_desk", "privacy_officer"],
    words: "calendar week appointments",
  },
  {
    to: "/groups",
    title: "Groups",
    icon: "group",
    go: "G",
    block: "records",
    roles: ["facilitator", "counselor", "director", "front_desk", "privacy_officer"],
    words: "roster weekly times members",
  },
  {
    to: "/curricula",
    title: "Curricula",
    icon: "paper",
    go: "U",
    under: "/curricula/",
    roles: ["facilitator", "counselor", "director", "front_desk", "privacy_officer"],
    words: "topics handout lessons relapse prevention refusal coping",
  },
  {
    to: "/plans",
    title: "Plans",
    icon: "report",
    go: "J",
    roles: ["counselor", "director", "privacy_officer", "auditor"],
    words: "overdue review approve returned signature treatment plan",
  },
  {
    to: "/tests",
    title: "Drug tests",
    icon: "vial",
    go: "D",
    block: "records",
    roles: ["counselor", "director", "front_desk", "collector", "medical_reviewer", "privacy_officer", "auditor"],
    words: "collection specimen screen laboratory urine",
  },
  {
    to: "/check-in",
    title: "Check-in",
    icon: "desk",
    go: "H",
    block: "day",
    roles: ["front_desk", "collector", "counselor", "director"],
    words: "random call line told",
  },
  {
    to: "/board",
    title: "Arrivals",
    icon: "desk",
    go: "Z",
    block: "day",
    inRailOf: ["front_desk"],
    roles: ["front_desk", "facilitator", "counselor", "director"],
    words: "front desk board here late gone called waiting room",
  },
  {
    to: "/draws",
    title: "Draws",
    icon: "sealed",
    go: "R",
    block: "records",
    roles: ["director", "auditor"],
    words: "random selection pool notice",
  },
  {
    to: "/draws/numbers",
    title: "Random tests in numbers",
    icon: "report",
    roles: ["director", "auditor"],
    words: "compliance rate missed refused excused report",
  },
  {
    to: "/releases",
    title: "Release desk",
    icon: "release",
    go: ".",
    roles: ["counselor", "director", "privacy_officer"],
    words: "disclosures owed notices reports board employer monitoring consent sent outside",
  },
  {
    to: "/testing/rules",
    title: "What follows on a test",
    icon: "settings",
    roles: ["counselor", "director", "medical_reviewer", "privacy_officer", "auditor"],
    words: "follow-up rules consequence dilute missed recollect notify",
  },
  {
    to: "/testing",
    title: "Testing programs",
    icon: "caseload",
    go: "P",
    roles: ["counselor", "director", "front_desk", "medical_reviewer", "privacy_officer", "auditor"],
    words: "random tiers enrolled pause step down",
  },
  {
    to: "/search",
    title: "Search notes",
    icon: "search",
    key: "/",
    block: "records",
    roles: ["counselor", "facilitator", "director", "privacy_officer", "auditor"],
    words: "find words full text",
  },
  {
    to: "/emergency",
    title: "Emergency openings",
    icon: "sealed",
    roles: ["counselor", "facilitator", "director", "medical_reviewer", "privacy_officer", "auditor"],
    words: "break glass restricted",
  },
  {
    to: "/staff",
    title: "Staff",
    icon: "staff",
    go: "S",
    block: "practice",
    roles: ["director", "privacy_officer", "auditor"],
    words: "people credentials roles",
  },
  {
    to: "/import",
    title: "Import",
    icon: "import",
    go: "I",
    block: "practice",
    roles: ["director"],
    words: "csv folder other system migrate",
  },
  {
    to: "/backup",
    title: "Backup",
    icon: "backup",
    go: "B",
    block: "practice",
    roles: ["director"],
    words: "restore verify",
  },
  {
    to: "/audit",
    title: "Log",
    icon: "log",
    go: "L",
    block: "practice",
    roles: ["counselor", "facilitator", "director", "privacy_officer", "auditor"],
    words: "audit history who",
  },
  {
    to: "/settings/screen",
    title: "Settings",
    icon: "settings",
    go: ",",
    block: "foot",
    words: "theme contrast density keys dark spelling",
  },
  {
    to: "/settings/words",
    title: "Settings, the practice's words",
    icon: "settings",
    words: "spelling spellcheck dictionary",
  },
  {
    to: "/settings/practice",
    title: "Settings, practice",
    icon: "settings",
    roles: ["director", "privacy_officer", "auditor"],
    words: "name state zone week",
  },
  {
    to: "/settings/rules",
    title: "Settings, hours and rules",
    icon: "settings",
    roles: ["director", "privacy_officer", "auditor"],
    words: "policies deadlines caps",
  },
  {
    to: "/settings/closures",
    title: "Settings, closures",
    icon: "settings",
    roles: ["director", "privacy_officer", "auditor"],
    words: "holidays closed dates thanksgiving",
  },
  {
    to: "/settings/panels",
    title: "Settings, panels and laboratories",
    icon: "settings",
    roles: ["counselor", "director", "medical_reviewer", "privacy_officer", "auditor"],
    words: "drug test analytes cut-off clia laboratory",
  },
  {
    to: "/results",
    title: "Laboratory files",
    icon: "vial",
    roles: ["counselor", "director"],
    words: "import drug test results csv mapping",
  },
  {
    to: "/settings/intake",
    title: "Settings, intake packet",
    icon: "settings",
    roles: ["director", "privacy_officer", "auditor"],
    words: "checklist admission consent notice rules agreement",
  },
  {
    to: "/settings/library",
    title: "Settings, objectives",
    icon: "settings",
    roles: ["director", "counselor"],
    words: "library plan goals interventions",
  },
  {
    to: "/settings/lock",
    title: "Settings, lock",
    icon: "settings",
    roles: ["director"],
    words: "idle minutes recovery key",
  },
  {
    to: "/settings/counseling-notes",
    title: "Settings, recovery of counseling notes",
    icon: "settings",
    roles: ["director", "privacy_officer"],
    words: "recovery key sealed author lost",
  },
  { to: "/me", title: "Your account", icon: "key", go: "Y", words: "passphrase pin" },
];

export function placesFor(roles: readonly Role[]): Place[] {
  return PLACES.filter((place) => place.roles === undefined || place.roles.some((role) => roles.includes(role)));
}

/** What stands in a block of the rail. */
export function inRail(places: readonly Place[], block: Place["block"], roles: readonly Role[]): Place[] {
  return places.filter((place) => place.block === block && (place.inRailOf === undefined || place.inRailOf.some((role) => roles.includes(role))));
}
