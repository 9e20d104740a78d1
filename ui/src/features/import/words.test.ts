import { expect, it } from "vitest";
import type { ImportCounts, ImportState } from "../../ipc/generated/calls.ts";
import { leaveOutWords, lines, remarks, runWords, whyNot } from "./words.ts";

const file = (name: string, fresh: number, changed: number) => ({
  file: name,
  lines: fresh + changed,
  new: fresh,
  changed,
  same: 0,
  bad: 0,
  digest: "",
});

const counts = (part: Partial<ImportCounts>): ImportCounts => ({
  files: [file("clients.csv", 236, 0), file("attendance.csv", 15_066, 4)],
  bad_rows: [],
  bad_total: 0,
  moved: 0,
  stays: 0,
  writes: 0,
  ...part,
});

const state: ImportState = { files: [], missing: [], ignored: [], busy: false };

it("names what the button will do", () => {
  expect(lines(counts({}))).toBe(15_306);
  expect(runWords(counts({}))).toBe("Import 15,306 lines");
  expect(runWords(counts({ files: [file("staff.csv", 1, 0)] }))).toBe("Import 1 line");
});

it("says why it cannot begin, and only then", () => {
  expect(whyNot(counts({}), false)).toBeUndefined();
  expect(whyNot(counts({ bad_total: 2 }), false)).toContain("Correct the listed lines");
  expect(whyNot(counts({ bad_total: 2 }), true)).toBeUndefined();
  expect(whyNot(counts({ files: [] }), true)).toBe("Everything in this folder is here already.");
});

it("counts the lines that would be left out", () => {
  expect(leaveOutWords(counts({}))).toBeUndefined();
  expect(leaveOutWords(counts({ bad_total: 1 }))).toBe("Leave the one line listed below out");
  expect(leaveOutWords(counts({ bad_total: 1_200 }))).toBe("Leave the 1,200 lines listed below out");
});

it("tells what moved, what follows and what was not read", () => {
  expect(remarks(state, counts({}))).toEqual([]);
  const said = remarks({ ...state, missing: ["plans.csv"], ignored: ["fees.csv"] }, counts({ moved: 1, stays: 36 }));
  expect(said).toHaveLength(4);
  expect(said[0]).toMatch(/^One time of day falls/);
  expect(said[3]).toBe("In the folder and not read: fees.csv.");
});
