//! Views, filters and orders of the caseload.

import { describe, expect, it } from "vitest";
import type { CaseloadRow } from "../../ipc/generated/calls.ts";
import { FIRST_SORT, NO_FILTER, filtered, load, moved, nextSort, shownWords, sorted } from "./caseload.ts";

function row(change: Partial<CaseloadRow>): CaseloadRow {
  return {
    client: "1",
    number: "C-0001",
    family_name: "Ó Súilleabháin",
    given_name: "Tomás",
    profession: "RN",
    restricted: false,
    counselor: { id: "q", name: "Quiñones" },
    level: "2.1",
    track: "Evening",
    admitted_on: "2026-10-01",
    week: 8,
    minutes: 540,
    planned: 0,
    minimum: 540,
    short: 0,
    attendance: 96,
    attended: 24,
    recorded: 25,
    excused: 1,
    unsigned: 0,
    has_plan: true,
    plan_due: "2026-12-02",
    consent: "in_order",
    flags: [],
    needs: 0,
    ...change,
  };
}

const calm = row({ client: "calm" });
const short = row({
  client: "short",
  family_name: "Nakagawa",
  short: 180,
  minutes: 360,
  needs: 30,
  flags: [{ flag: "short_of_hours", label: "short of hours" }],
});
const fresh = row({
  client: "fresh",
  family_name: "Đặng",
  level: "1.0",
  needs: 0,
  flags: [{ flag: "new", label: "new" }],
});
fresh.counselor = undefined as never;
delete (fresh as Partial<CaseloadRow>).plan_due;
const rows = [calm, short, fresh];
const ids = (list: readonly CaseloadRow[]) => list.map((one) => one.client);

describe("the caseload", () => {
  it("says in words which clients a page shows, and not what was typed to find them", () => {
    expect(shownWords(NO_FILTER, rows)).toBe("");
    const filter = { view: "short", text: "nakag", counselor: "q", level: "2.1", flag: "short_of_hours" } as const;
    expect(shownWords(filter, rows)).toBe("Short of hours, Quiñones, level 2.1, short of hours, found by a word");
    expect(shownWords({ ...NO_FILTER, level: "none" }, rows)).toBe("no level");
  });

  it("filters by view, name without accents, counselor, level and flag", () => {
    const left = (change: Partial<typeof NO_FILTER>) => ids(filtered(rows, { ...NO_FILTER, ...change }));
    expect(left({})).toEqual(["calm", "short", "fresh"]);
    expect(left({ view: "needs" })).toEqual(["short"]);
    expect(left({ view: "short" })).toEqual(["short"]);
    expect(left({ view: "new" })).toEqual(["fresh"]);
    expect(left({ text: "suilleabhain tomas" })).toEqual(["calm"]);
    expect(left({ text: "c-0001 naka" })).toEqual(["short"]);
    expect(left({ counselor: "none" })).toEqual(["fresh"]);
    expect(left({ level: "1.0" })).toEqual(["fresh"]);
    expect(left({ flag: "short_of_hours" })).toEqual(["short"]);
  });

  it("sorts, and puts what is not there last in either direction", () => {
    expect(ids(sorted(rows, FIRST_SORT))[0]).toBe("short");
    expect(ids(sorted(rows, { by: "hours", down: true }))[0]).toBe("short");
    expect(ids(sorted(rows, { by: "plan", down: false })).at(-1)).toBe("fresh");
    expect(ids(sorted(rows, { by: "plan", down: true })).at(-1)).toBe("fresh");
    expect(ids(sorted(rows, { by: "client", down: false }))).toEqual(["fresh", "short", "calm"]);
  });

  it("turns a column around, and begins another in its own direction", () => {
    expect(nextSort(FIRST_SORT, "needs")).toEqual({ by: "needs", down: false });
    expect(nextSort(FIRST_SORT, "client")).toEqual({ by: "client", down: false });
    expect(nextSort(FIRST_SORT, "unsigned")).toEqual({ by: "unsigned", down: true });
  });

  it("moves the ring within the list", () => {
    expect(moved("ArrowUp", 0, 3)).toBe(0);
    expect(moved("End", 0, 3)).toBe(2);
    expect(moved("PageDown", 0, 40)).toBe(15);
    expect(moved("x", 0, 3)).toBeUndefined();
  });

  it("counts the load of each counselor", () => {
    expect(load(rows)).toEqual([
      { id: "q", name: "Quiñones", count: 2 },
      { id: "none", name: "nobody", count: 1 },
    ]);
  });
});
