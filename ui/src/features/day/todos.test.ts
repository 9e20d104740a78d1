import { expect, test } from "vitest";
import type { Todo, TodoKind } from "../../ipc/generated/calls.ts";
import { AREAS, areasOf, groupsOf, iconOf, inArea, wayOf, whatOf, whenOf } from "./todos.ts";

const KINDS: TodoKind[] = [
  "safety",
  "returned",
  "unsigned",
  "skipped",
  "session_note",
  "group_note",
  "attendance",
  "cosign",
  "plan_review",
  "first_plan",
  "plan_returned",
  "plan_approval",
  "plan_signature",
  "instrument",
  "discharge",
  "follow_up",
  "missed_check_in",
  "unknown",
  "absence",
  "packet",
  "consent",
  "report",
  "inquiry",
  "license",
  "mended_license",
  "task",
  "asked",
  "waiting",
];

const todo = (kind: TodoKind, more: Partial<Todo> = {}): Todo => ({
  kind,
  label: kind,
  id: "a",
  what: "",
  words: "",
  since: "2026-11-20",
  age_days: 4,
  overdue: false,
  rev: 1,
  ...more,
});

test("every kind has a way and a drawing", () => {
  for (const kind of KINDS) {
    expect(iconOf(todo(kind)), kind).toBeTruthy();
    const way = wayOf(todo(kind));
    expect("here" in way || way.words.length > 0, kind).toBe(true);
  }
});

test("a line says who, what and since when", () => {
  const client = { id: "c", number: 412, name: "Beaumont, Caroline" };
  expect(whatOf(todo("unsigned", { client, what: "Crisis", on: "2026-11-20" }), "2026-11-24")).toBe("Beaumont, Caroline: Crisis Nov 20");
  expect(whatOf(todo("plan_review", { client: { ...client, name: "" } }), "2026-11-24")).toBe("C-0412");
  const due = (due_on: string, overdue = false) => whenOf(todo("task", { age_days: 0, due_on, overdue }), "2026-11-24");
  expect([due("2026-11-24"), due("2026-11-25"), due("2026-11-23", true)]).toEqual(["Due today", "Due tomorrow", "Overdue since yesterday"]);
  expect(whenOf(todo("task", { due_on: "2026-11-30" }), "2026-11-24")).toContain("Due");
  expect(whenOf(todo("task", { overdue: true, due_on: "2026-11-20" }), "2026-11-24")).toMatch(/^Overdue since .*4 days old$/u);
  expect(whenOf(todo("task", { age_days: 0 }), "2026-11-24")).toBe("");
});

test("every kind stands in one area, and only areas with something in them are offered", () => {
  const areas = Object.keys(AREAS) as (keyof typeof AREAS)[];
  for (const kind of KINDS) expect(areas.filter((area) => inArea(todo(kind), area)), kind).toHaveLength(1);
  expect(areasOf([todo("task"), todo("cosign")])).toEqual(["notes", "tasks"]);
  expect(inArea(todo("task"), "all")).toBe(true);
});

test("what waits for others stands last", () => {
  const rows = [todo("waiting", { overdue: true }), todo("task"), todo("cosign", { overdue: true })];
  expect(groupsOf(rows).map(({ title, rows }) => [title, rows.map(({ kind }) => kind)])).toEqual([
    ["Past their time", ["cosign"]],
    ["To do", ["task"]],
    ["With others", ["waiting"]],
  ]);
});
