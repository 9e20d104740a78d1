import { describe, expect, it } from "vitest";
import type { Day, DaySession, NoteTask } from "../../ipc/generated/calls.ts";
import { firstOf, sectionsOf } from "./lines.ts";

const clock = { today: "2026-11-24", zone: "America/New_York" };
const AT_NINE = Date.UTC(2026, 10, 24, 14, 0);
const client = { id: "c", number: 412, name: "Beaumont, Caroline" };

const session: DaySession = {
  id: "s",
  title: "Individual session",
  is_group: false,
  client,
  leader: "Marisol Quiñones",
  starts_at: AT_NINE,
  ends_at: AT_NINE + 3_000_000,
  room: "Cedar",
  recorded: false,
  people: 1,
  called: [],
  signed: 0,
};

const task: NoteTask = {
  id: "n",
  rev: 1,
  client,
  author: "Ambrose Okafor",
  kind: "individual",
  kind_label: "Individual session",
  state: "draft",
  service_at: AT_NINE - 4 * 86_400_000,
  service_on: "2026-11-20",
  minutes: 50,
  due_at: AT_NINE - 86_400_000,
  overdue: true,
  skipped: false,
  comment: "",
};

function day(more: Partial<Day>): Day {
  return { today: clock.today, note_due_hours: 72, everybodys: false, to_note: [], ...more };
}

function ways(more: Partial<Day>): [string, unknown][] {
  return sectionsOf(day(more), clock).flatMap(({ lines }) => lines.map(({ words, way }): [string, unknown] => [words, way]));
}

describe("what waits says whose it is and what it needs", () => {
  const notes = (more: Partial<Day>) => sectionsOf(day(more), clock).flatMap(({ lines }) => lines.map(({ what, note, words }) => [what, note, words]));

  it("attendance of one person's session", () => {
    const to_record = [{ id: "s", title: "Individual session", client, on: "2026-11-16", starts_at: AT_NINE - 8 * 86_400_000 }];
    expect(notes({ to_record })[0]?.[0]).toMatch(/^Beaumont, Caroline, individual session Nov 16, 9:00\sAM$/u);
  });

  it.each([
    ["overdue", "2026-11-21", "Review 3 days overdue", "Review"],
    ["soon", "2026-11-26", "Review due Nov 26", "Review"],
    ["first_plan", "2026-11-23", "First plan 1 day overdue", "Write the plan"],
    ["returned", undefined, "Came back: “Say by when”", "Revise"],
    ["approval", undefined, "To approve, by Say by when", "Read and answer"],
  ] as const)("a plan: %s", (need, due_on, note, words) => {
    const overdue = due_on !== undefined && due_on < clock.today;
    const plans = [{ client, need, ...(due_on === undefined ? {} : { due_on }), since: "2026-11-20", words: "Say by when", overdue }];
    expect(notes({ plans })).toEqual([["Beaumont, Caroline", note, words]]);
  });

  it("a missing signature of the client stands among the to-dos alone", () => {
    const plans = [{ client, need: "client_signature" as const, since: "2026-11-20", words: "", overdue: false }];
    expect(notes({ plans })).toEqual([]);
  });
});

describe("a session of today leads to what it needs next", () => {
  it.each([
    ["attendance", session, "Record attendance", { to: "/session/s" }],
    ["a note", { ...session, recorded: true }, "Write the note", { begin: { session: "s" } }],
    ["the note begun", { ...session, recorded: true, note: "n" }, "Go on with the note", { to: "/note/n" }],
    ["nothing", { ...session, recorded: true, note: "n", signed: 1 }, "Signed", { to: "/session/s" }],
    ["its group note", { ...session, is_group: true, recorded: true, people: 12 }, "Group note", { to: "/session/s/note" }],
  ] as const)("%s", (_, one, words, way) => {
    expect(ways({ sessions: [one] })).toEqual([[words, way]]);
  });

  it("and who writes no notes only opens it", () => {
    const { to_note: _, ...desk } = day({ sessions: [session], everybodys: true });
    expect(sectionsOf(desk, clock)[0]?.lines[0]?.words).toBe("Open");
  });
});

it("says how long a note is overdue, and puts what came back first", () => {
  const back: NoteTask = { ...task, id: "b", state: "returned", comment: "Which board?" };
  const sections = sectionsOf(day({ notes: [task, back] }), clock);
  expect(sections.map(({ title }) => title)).toEqual(["Came back to you", "Notes to sign"]);
  expect(sections[0]?.lines[0]?.note).toBe("“Which board?”");
  expect(sections[1]?.lines[0]?.note).toContain("Overdue since yesterday");
});

it("names a restricted chart by its number", () => {
  const hidden = { ...task, client: { ...client, name: "" } };
  expect(sectionsOf(day({ notes: [hidden] }), clock)[0]?.lines[0]?.what).toContain("C-0412");
});

it("has no section without lines", () => {
  expect(sectionsOf(day({}), clock)).toEqual([]);
});

it.each([
  [0, 0],
  [5, 5],
  [6, 6],
  [7, 5],
  [50, 5],
])("shows of %i lines %i at first", (all, shown) => {
  const lines = Array.from({ length: all }, (_, index) => ({ id: String(index) })) as unknown as Parameters<typeof firstOf>[0];
  expect(firstOf(lines)).toHaveLength(shown);
});
