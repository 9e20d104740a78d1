import { describe, expect, it } from "vitest";
import type { FileMapping, ResultLine } from "../../ipc/generated/calls.ts";
import { doneWords, headOf, lookFirst, meaningOf, withHead, withWord, wordsOf } from "./words.ts";

const MAPPING: FileMapping = {
  columns: [
    { column: "specimen", head: "Sample" },
    { column: "analyte", head: "Test" },
  ],
  words: [{ kind: "result", word: "NEG", means: "not_detected" }],
  dates: "year_first",
  phase: "confirmation",
};

describe("a mapping", () => {
  it("reads a head for one thing only", () => {
    const changed = withHead(MAPPING, "result", "Test");
    expect(headOf(changed, "result")).toBe("Test");
    expect(headOf(changed, "analyte")).toBe("");
    expect(headOf(withHead(changed, "result", ""), "result")).toBe("");
  });

  it("knows a word whatever its case and blanks, and forgets it", () => {
    expect(meaningOf(MAPPING, "result", " neg ")).toBe("not_detected");
    expect(meaningOf(MAPPING, "overall", "neg")).toBe("");
    expect(withWord(MAPPING, "result", "Neg", "").words).toEqual([]);
    expect(withWord(MAPPING, "result", "neg", "invalid").words).toEqual([{ kind: "result", word: "neg", means: "invalid" }]);
  });

  it("shows the words of the file first, each once", () => {
    expect(wordsOf(MAPPING, "result", ["Detected", "neg"])).toEqual(["Detected", "neg"]);
    expect(wordsOf(MAPPING, "result", ["Detected"])).toEqual(["Detected", "NEG"]);
  });

  it("puts first what somebody must look at", () => {
    const line = (number: number, more: Partial<ResultLine>) => ({ line: number, note: "", ...more }) as ResultLine;
    const lines = [line(2, {}), line(3, { note: "Cut-off 20" }), line(4, {}), line(5, { why: "twice" })];
    expect(lookFirst(lines).map((one) => one.line)).toEqual([5, 3, 2, 4]);
  });

  it("says what came of a file", () => {
    expect(doneWords({ written: 0, same: 3, left_out: 0 })).toBe("Nothing was new, so nothing was written.");
    expect(doneWords({ written: 2, same: 0, left_out: 1 })).toBe("2 reports written. 1 line left out.");
  });
});
