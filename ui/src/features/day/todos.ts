//! Where a to-do leads, and how it looks. Pure: what the core answered goes in, words and ways come out.

import type { Todo, TodoKind } from "../../ipc/generated/calls.ts";
import type { IconName } from "../../kit/Icon/Icon.tsx";
import { date, daysBetween, plural } from "../../lib/time.ts";
import { clientWords } from "../note/body.ts";

/** A page, a note to begin, or something done in the list itself. */
export type TodoWay = { to: string; words: string } | { begin: string; words: string } | { here: "task" | "asked" | "waiting" | "mended" };

const ICONS: Record<TodoKind, IconName> = {
  safety: "caution",
  returned: "returned",
  unsigned: "draft",
  skipped: "draft",
  session_note: "draft",
  group_note: "group",
  attendance: "not-collected",
  cosign: "awaiting",
  plan_review: "calendar",
  first_plan: "draft",
  plan_returned: "returned",
  plan_approval: "awaiting",
  plan_signature: "signed",
  instrument: "paper",
  discharge: "release",
  follow_up: "vial",
  missed_check_in: "phone",
  unknown: "client",
  absence: "absent",
  packet: "paper",
  consent: "expired",
  report: "release",
  inquiry: "phone",
  license: "key",
  mended_license: "key",
  task: "check",
  asked: "staff",
  waiting: "staff",
};

export function iconOf(todo: Todo): IconName {
  return ICONS[todo.kind];
}

export function wayOf({ kind, id, client }: Todo): TodoWay {
  switch (kind) {
    case "safety":
    case "instrument":
      return { to: `/client/${client?.id ?? id}/outcomes`, words: "Open the outcomes" };
    case "returned":
      return { to: `/note/${id}`, words: "Revise" };
    case "unsigned":
      return { to: `/note/${id}`, words: "Go on" };
    case "skipped":
    case "group_note":
      return { to: `/session/${id}/note`, words: "Group note" };
    case "session_note":
      return { begin: id, words: "Write the note" };
    case "follow_up":
      return { to: `/tests/${id}`, words: "Open the test" };
    case "missed_check_in":
      return { to: `/client/${id}/tests`, words: "Open the tests" };
    case "unknown":
      return { to: `/session/${id}`, words: "Say who it was" };
    case "absence":
      return { to: `/client/${id}/hours`, words: "Open the hours" };
    case "packet":
      return { to: `/client/${id}/overview`, words: "Open the packet" };
    case "attendance":
      return { to: `/session/${id}`, words: "Record attendance" };
    case "cosign":
      return { to: "/cosign", words: "Read and answer" };
    case "plan_review":
    case "plan_approval":
    case "plan_signature":
      return { to: `/client/${id}/plan`, words: "Open the plan" };
    case "first_plan":
      return { to: `/client/${id}/plan`, words: "Write the plan" };
    case "plan_returned":
      return { to: `/client/${id}/plan`, words: "Revise" };
    case "report":
      return { to: "/releases", words: "Open the release desk" };
    case "discharge":
      return { to: `/client/${id}/plan`, words: "Open the summary" };
    case "consent":
      return { to: `/client/${id}/plan`, words: "Open the consents" };
    case "inquiry":
      return { to: "/inquiries", words: "Open the inquiries" };
    case "license":
      return { to: `/staff/${id}`, words: "Open" };
    case "mended_license":
      return { here: "mended" };
    case "task":
    case "asked":
    case "waiting":
      return { here: kind };
  }
}

/** "Beaumont, Caroline: Collateral contact Nov 20" */
export function whatOf(todo: Todo, today: string): string {
  const who = todo.client === undefined ? "" : clientWords(todo.client);
  const what = todo.on === undefined ? todo.what : `${todo.what} ${date(todo.on, today)}`;
  return [who, what].filter((part) => part !== "").join(": ");
}

function day(on: string, today: string): string {
  const away = daysBetween(today, on);
  return away === 0 ? "today" : away === 1 ? "tomorrow" : away === -1 ? "yesterday" : date(on, today);
}

/** "Due Nov 30", "Overdue since Nov 20, 4 days old" */
export function whenOf(todo: Todo, today: string): string {
  const due = todo.due_on === undefined ? "" : `${todo.overdue ? "Overdue since" : "Due"} ${day(todo.due_on, today)}`;
  const age = todo.age_days === 0 ? "" : `${plural(todo.age_days, "day")} old`;
  return [due, age].filter((part) => part !== "").join(", ");
}

export interface TodoGroup {
  title: string;
  rows: Todo[];
}

/** What a to-do is part of; a long list is looked at by these. */
export const AREAS = {
  notes: { title: "Notes and sessions", kinds: ["returned", "unsigned", "skipped", "session_note", "group_note", "attendance", "cosign", "unknown", "absence"] },
  plans: { title: "Plans", kinds: ["plan_review", "first_plan", "plan_returned", "plan_approval", "plan_signature", "discharge"] },
  tests: { title: "Tests and outcomes", kinds: ["safety", "instrument", "follow_up", "missed_check_in"] },
  papers: { title: "Papers", kinds: ["packet", "consent", "report", "inquiry", "license", "mended_license"] },
  tasks: { title: "Tasks", kinds: ["task", "asked", "waiting"] },
} as const satisfies Record<string, { title: string; kinds: readonly TodoKind[] }>;

export type Area = keyof typeof AREAS;

export function inArea(todo: Todo, area: Area | "all"): boolean {
  return area === "all" || (AREAS[area].kinds as readonly TodoKind[]).includes(todo.kind);
}

/** The areas in which something waits. */
export function areasOf(rows: readonly Todo[]): Area[] {
  return (Object.keys(AREAS) as Area[]).filter((area) => rows.some((row) => inArea(row, area)));
}

/** What is overdue first, then what is one's own to do, then what waits for others. */
export function groupsOf(rows: readonly Todo[]): TodoGroup[] {
  const groups = [
    { title: "Past their time", rows: rows.filter((row) => row.overdue && row.kind !== "waiting") },
    { title: "To do", rows: rows.filter((row) => !row.overdue && row.kind !== "waiting") },
    { title: "With others", rows: rows.filter((row) => row.kind === "waiting") },
  ];
  return groups.filter((group) => group.rows.length > 0);
}
