import { describe, expect, it } from "vitest";
import type { InstrumentForm, Measurement } from "../../ipc/generated/calls.ts";
import { asked, byDigit, given, scoreWords, unanswered } from "./answers.ts";

const options = [0, 1, 4].map((value) => ({ label: String(value), value }));
const item = (id: string) => ({ id, text: id, prompt: "", options });
const form: InstrumentForm = {
  code: "x",
  abbrev: "X",
  name: "X",
  recall: "",
  instruction: "",
  by_clinician: false,
  items: [item("a"), item("b"), item("c")],
  skips: [{ item: "a", value: 0, out: ["b"] }],
};
const measured = (total: number | null, at = 0): Measurement => ({
  id: String(at),
  code: "x",
  abbrev: "X",
  mode: "staff",
  given_at: at,
  given_on: "2026-11-24",
  given_by: "M",
  answers: {},
  score: { total, most: 20, band: null, prorated: false, missing: total === null ? ["a"] : [], parts: [], flags: [] },
  scorer: "evenkeel/1",
  alert: false,
  rev: 1,
});

describe("answers", () => {
  it("leave out what an answer lets out", () => {
    expect(asked(form, { a: 0 }).map(({ id }) => id)).toEqual(["a", "c"]);
    expect(given(form, { a: 0, b: 1, c: 4 })).toEqual({ a: 0, c: 4 });
    expect(unanswered(form, { a: 0 })).toBe(1);
    expect(unanswered(form, {})).toBe(3);
  });

  it.each([
    ["4", 4],
    ["3", undefined],
    ["x", undefined],
  ])("a digit is a printed value: %s", (key, value) => expect(byDigit(item("a"), key)).toBe(value));

  it("say the total or what it is short of", () => {
    expect(scoreWords(measured(14))).toBe("14 of 20");
    expect(scoreWords(measured(null))).toBe("no total: 1 not answered");
  });
});
