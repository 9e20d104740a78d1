import { describe, expect, it } from "vitest";
import type { Chart, FoundClient } from "../../ipc/generated/calls.ts";
import { hintOf } from "./find.ts";
import { tabFrom, tabsOf } from "./tabs.ts";

const may = {
  change: false,
  change_clinical: false,
  change_insurance: false,
  restrict: false,
  void: false,
  read_notes: false,
  read_counseling_notes: false,
  read_attendance: false,
  read_plan: false,
  read_consents: false,
  read_drug_tests: false,
};
const chart = (reads: Partial<Chart["may"]>): Chart => ({
  id: "1",
  number: "C-0001",
  name: "Abara, Wren",
  seen: "whole",
  state: "active",
  restricted: false,
  may: { ...may, ...reads },
});

describe("the tabs of a chart", () => {
  it.each([
    [{}, ["overview"]],
    [{ read_consents: true }, ["overview", "plan"]],
    [{ read_notes: true, read_drug_tests: true }, ["overview", "notes", "tests", "outcomes"]],
  ])("%j", (reads, ids) => expect(tabsOf(chart(reads)).map(({ id }) => id)).toEqual(ids));

  it("lead to the overview when one is not there for this person", () => {
    expect(tabFrom("notes", chart({}))).toBe("overview");
    expect(tabFrom("notes", chart({ read_notes: true }))).toBe("notes");
    expect(tabFrom(undefined, chart({ read_notes: true }))).toBe("overview");
  });
});

describe("what tells two people apart", () => {
  const found: FoundClient = {
    id: "1",
    number: "C-0412",
    name: "Abara, Wren",
    seen: "whole",
    state: "active",
    level: "2.1",
    born_on: "1984-03-03",
    profession: "RN",
  };
  it.each([
    [found, "C-0412 · RN · level 2.1 · born 1984"],
    [{ ...found, state: "discharged" as const, profession: "" }, "C-0412 · discharged · born 1984"],
    [{ ...found, seen: "room" as const }, "C-0412"],
  ])("case %#", (one, hint) => expect(hintOf(one)).toBe(hint));
});
