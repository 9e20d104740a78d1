import { describe, expect, it } from "vitest";
import type { NoteTemplates } from "../../ipc/generated/calls.ts";
import { clientWords, laidOut, layoutsOf, linesFor, nextPoint, noteParts, requestOf, sectionsOf, span, wallTime, wordCount } from "./body.ts";
import type { EditorBody } from "./body.ts";
import { merged } from "../draft/together.ts";

const body: EditorBody = {
  texts: { data: "Slept.", behavior: "Calm." },
  ticks: { one: "forward" },
  risk: null,
  riskWords: "",
  format: "dap",
  template: null,
  service: null,
  place: "",
  interpreter: "",
  carried: {},
};

const section = (key: string, label: string) => ({ key, label, hint: "", required: true, carries: false });

const templates: NoteTemplates = {
  formats: [
    { word: "dap", label: "DAP", sections: [section("data", "Data")] },
    { word: "birp", label: "BIRP", sections: [section("behavior", "Behavior")] },
  ],
  templates: [{ id: "t2", name: "Call", kind: "collateral", edition: 2, sections: [section("with", "With whom")] }],
  kinds: [],
  risks: [],
  progress: [],
  interventions: [],
  statement: "",
};

describe("what the editor holds", () => {
  it("loses no text when the format changes", () => {
    expect(sectionsOf(body, templates, { sections: [] }).map(({ label, extra }) => [label, extra])).toEqual([
      ["Data", false],
      ["Behavior", true],
    ]);
    expect(requestOf(body).sections).toHaveLength(2);
  });

  it("divides by a template, and by the edition the note was written under", () => {
    const called = { ...body, texts: {}, template: "t2" };
    expect(sectionsOf(called, templates, { sections: [] }).map(({ key }) => key)).toEqual(["with"]);
    const older = { ...section("whom", "Whom"), text: "" };
    expect(sectionsOf({ ...called, template: "t1" }, templates, { sections: [older] }).map(({ key }) => key)).toEqual(["whom"]);
    const note = { kind: "collateral", format: "plain", template: "t1", template_name: "Call" } as const;
    expect(layoutsOf(note, templates).map(({ value }) => value)).toEqual(["t1", "t2", "dap", "birp"]);
    expect(layoutsOf({ kind: "crisis", format: "dap", template_name: "" }, templates).map(({ value }) => value)).toEqual(["dap", "birp"]);
    expect(laidOut("birp", templates)).toEqual({ template: null, format: "birp" });
    expect(laidOut("t2", templates)).toEqual({ template: "t2" });
    expect(requestOf(called)).toMatchObject({ template: "t2" });
    expect("format" in requestOf(called)).toBe(false);
  });

  it("knows the editions of a format", () => {
    const newer = { word: "dap" as const, label: "DAP", template: "d2", sections: [section("data", "Data"), section("homework", "Homework")] };
    const changed = { ...templates, formats: [newer, ...templates.formats.slice(1)] };
    const first = [{ ...section("data", "Data"), text: "" }, { ...section("plan", "Plan"), text: "" }];
    const empty = { ...body, texts: {} };
    expect(sectionsOf(empty, changed, { sections: first }).map(({ key }) => key)).toEqual(["data", "plan"]);
    expect(sectionsOf({ ...empty, template: "d2" }, changed, { sections: [] }).map(({ key }) => key)).toEqual(["data", "homework"]);
    const older = { kind: "individual", format: "dap", template_name: "" } as const;
    expect(layoutsOf(older, changed)[0]).toEqual({ value: "dap", label: "DAP, the edition of this note" });
    expect(layoutsOf({ ...older, template: "d2", template_name: "DAP" }, changed)[0]).toEqual({ value: "d2", label: "DAP" });
    expect(laidOut("d2", changed)).toEqual({ template: "d2", format: "dap" });
  });

  it("says what was carried as long as there is text", () => {
    const carried = { data: { from: "n1", on: "2026-11-10" }, plan: { from: "n1", on: "2026-11-10" } };
    expect(requestOf({ ...body, carried }).carried).toEqual([{ key: "data", from: "n1" }]);
  });

  it("asks about a section that was written twice, by its label, and takes in the others", () => {
    const stands = { ...body, texts: { data: "Slept well.", behavior: "Calm.", plan: "Call on Friday." }, place: "By telephone" };
    const mine = { ...body, texts: { data: "Slept badly.", behavior: "Calm." } };
    const now = merged(noteParts({ sections: [], objectives: [] }, templates, [body, mine, stands]), body, mine, stands);
    expect(now.both.map(({ part }) => part.label)).toEqual(["Data"]);
    expect(now.body.texts).toEqual({ data: "Slept badly.", behavior: "Calm.", plan: "Call on Friday." });
    expect(now.body.place).toBe("By telephone");
  });

  it("never sends a risk nobody chose", () => {
    expect("risk" in requestOf(body)).toBe(false);
    expect(requestOf({ ...body, risk: "same" }).risk).toBe("same");
  });

  it("sends minutes that are no number as something the core refuses", () => {
    const request = requestOf({ ...body, service: { on: "2026-11-24", starts: "08:05", minutes: "fifty" } });
    expect(request.service?.minutes).toBe(-1);
  });
});

describe("words on the page", () => {
  it("writes a span once for both halves of the day", () => {
    const at = Date.UTC(2026, 10, 24, 13, 5);
    const note = { service_at: at, began_at: at, ended_at: at + 50 * 60_000, minutes: 50 };
    expect(span(note, "America/New_York").replaceAll(/\s/gu, " ")).toBe("8:05 – 8:55 AM, 50 min");
    expect(wallTime(at, "America/New_York")).toBe("08:05");
  });

  it("counts words and lines", () => {
    expect(wordCount("  one two\nthree ")).toBe(3);
    expect(linesFor("", 3)).toBe(3);
    expect(linesFor("x".repeat(400), 3)).toBe(6);
  });

  it("says the number of a restricted chart", () => {
    expect(clientWords({ name: "", number: 12 })).toBe("C-0012");
  });
});

describe("what is still missing", () => {
  const points = ["a", "b", "c"].map((field) => ({ field, message: "" }));

  it.each([
    [undefined, 1, "a"],
    ["a", 1, "b"],
    ["c", 1, "a"],
    ["a", -1, "c"],
    [undefined, -1, "c"],
  ] as const)("goes on from %s by %s to %s", (here, step, there) => {
    expect(nextPoint(points, here, step)?.field).toBe(there);
  });

  it("goes nowhere when nothing is missing", () => {
    expect(nextPoint([], undefined, 1)).toBeUndefined();
  });
});
