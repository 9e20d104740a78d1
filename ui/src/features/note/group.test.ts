import { describe, expect, it } from "vitest";
import type { GroupEntry, GroupNotePage } from "../../ipc/generated/calls.ts";
import { merged } from "../draft/together.ts";
import { bodyOfPage, changed, furtherSections, groupParts, hasChanges, lacking, nextMissing, saveRequest, shownOf, tally, withDigit, withStated } from "./group.ts";

function entry(id: string, more: Partial<GroupEntry> = {}): GroupEntry {
  return {
    client: { id, number: 1, name: id },
    rev: 0,
    state: "draft",
    begun: false,
    absent: false,
    attendance: "Present",
    minutes: 60,
    line: "",
    more: [],
    objectives: [{ id: "o1", label: "1.2", words: "Name three cues" }],
    offered: "o1",
    risk_words: "",
    skipped: false,
    stated: [],
    missing: [{ field: "line", message: "" }],
    warnings: [],
    ...more,
  };
}

function page(entries: GroupEntry[]): GroupNotePage {
  return {
    session: "s",
    group: "Process group",
    on: "2026-11-24",
    starts_at: 0,
    ends_at: 3_600_000,
    planned_topic: "",
    recorded: true,
    shared: { rev: 0, topic: "", interventions: [], words: "", more: [], risk_statement: false, stated: [], signed: false },
    sections: [
      { key: "words", label: "What the group did", hint: "", required: true, carries: false, shared: true },
      { key: "line", label: "Own line", hint: "", required: true, carries: false },
    ],
    missing: [],
    warnings: [],
    entries,
    at_work: { writing: [] },
  };
}

const [ann, ben, cleo] = [
  entry("ann"),
  entry("ben", { begun: true, rev: 3, participation: 2, line: "Spoke.", missing: [] }),
  entry("cleo", { absent: true, missing: [] }),
];
const evening = page([ann, ben, cleo]);

describe("a digit", () => {
  it("says the participation and accepts the offered objective, never the risk", () => {
    const body = withDigit(bodyOfPage(evening), ann, 3);
    expect(body.entries["ann"]).toEqual({
      participation: 3,
      line: "",
      ticks: { o1: "not_rated" },
      risk: null,
      riskWords: "",
      skipped: false,
    });
  });

  it("leaves an objective that was chosen", () => {
    const chosen = changed(bodyOfPage(evening), ann, { ticks: { o2: "met" } });
    expect(withDigit(chosen, ann, 1).entries["ann"]?.ticks).toEqual({ o2: "met" });
  });
});

it("a word is stated once, and what was stated is sent with the row", () => {
  const first = withStated(bodyOfPage(evening), ben, { word: "Mark", because: "A mark" });
  const both = withStated(first, ben, { word: "Grace", because: "The word" });
  const again = withStated(both, ben, { word: "Mark", because: "A school mark" });
  expect(saveRequest(evening, again).entries[0]?.stated).toEqual([
    { word: "Grace", because: "The word" },
    { word: "Mark", because: "A school mark" },
  ]);
  expect(hasChanges(evening, again)).toBe(true);
});

describe("what is sent", () => {
  it("is nobody who was not touched, and nobody as kept", () => {
    const body = bodyOfPage(evening);
    expect(saveRequest(evening, body).entries).toEqual([]);
    expect(hasChanges(evening, body)).toBe(false);
  });

  it("is the touched one with the revision that was seen", () => {
    const body = changed(bodyOfPage(evening), ben, { line: "Spoke twice." });
    expect(saveRequest(evening, body).entries.map(({ client, rev, line }) => [client, rev, line])).toEqual([
      ["ben", 3, "Spoke twice."],
    ]);
    expect(hasChanges(evening, body)).toBe(true);
  });
});

it("counts where the session stands", () => {
  expect(tally(evening)).toEqual({ present: 2, absent: 1, ready: 2, todo: 1, later: 0, signed: 0 });
});

it("goes to the next row with something missing, and around", () => {
  expect(nextMissing(evening, undefined, 1)).toBe("ann");
  expect(nextMissing(evening, "ben", 1)).toBe("ann");
  expect(nextMissing(evening, "ann", -1)).toBe("ann");
  expect(nextMissing(page([ben, cleo]), undefined, 1)).toBeUndefined();
});

describe("two facilitators on one page", () => {
  const begun = bodyOfPage(evening);
  const colleague = bodyOfPage({
    ...page([ann, entry("ben", { begun: true, rev: 4, participation: 2, line: "Spoke of the drive home.", missing: [] }), cleo]),
    shared: { rev: 1, topic: "Shame", interventions: [], words: "Practiced an answer.", more: [], risk_statement: false, stated: [], signed: false },
  });
  const parts = groupParts(evening);

  it("both texts come together where they wrote in different places", () => {
    const mine = changed({ ...begun, statement: true }, ann, { line: "Named three cues.", participation: 3 });
    const now = merged(parts, begun, mine, colleague);
    expect(now.both).toEqual([]);
    expect(now.body).toMatchObject({ topic: "Shame", words: "Practiced an answer.", statement: true });
    expect([now.body.entries["ann"]?.line, now.body.entries["ben"]?.line]).toEqual(["Named three cues.", "Spoke of the drive home."]);
    expect(now.taken.map(({ label }) => label)).toEqual(["Topic", "What the group did", "ben: own line"]);
  });

  it("the same field is a question, and a digit beside the other's line is none", () => {
    const mine = withDigit({ ...begun, words: "Practiced answering." }, ben, 3);
    const now = merged(parts, begun, mine, colleague);
    expect(now.both.map(({ part }) => part.label)).toEqual(["What the group did"]);
    expect(now.body.entries["ben"]).toMatchObject({ participation: 3, line: "Spoke of the drive home." });
    const [question] = now.both;
    expect(question?.part.join?.(now.body, colleague).words).toBe("Practiced an answer.\nPracticed answering.");
  });
});

describe("a template that asks for more", () => {
  const asked = (key: string, label: string, shared: boolean, required: boolean) => ({ key, label, hint: "", required, carries: false, ...(shared ? { shared } : {}) });
  const begun = entry("ben", { begun: true, rev: 3, participation: 2, line: "Spoke.", more: [{ key: "took", text: "" }], missing: [] });
  const more = {
    ...page([ann, begun]),
    sections: [asked("words", "What the group did", true, true), asked("handout", "Handout", true, false), asked("line", "Own line", false, true), asked("took", "Took away", false, true)],
    shared: { rev: 1, topic: "", interventions: [], words: "", more: [{ key: "handout", text: "Page 3" }], risk_statement: false, stated: [], signed: false },
  };

  it("has a field for each further section, in its part", () => {
    expect([furtherSections(more, "shared"), furtherSections(more, "own")].map((all) => all.map(({ key }) => key))).toEqual([["handout"], ["took"]]);
  });

  it.each([
    { patch: {}, first: "took" },
    { patch: { line: " " }, first: "line" },
    { patch: { more: { took: "One plan." } }, first: undefined },
  ])("of a person with $patch the first that lacks is $first", ({ patch, first }) => {
    expect(lacking(more, { ...shownOf(bodyOfPage(more), begun), ...patch })).toBe(first);
  });

  it("sends what changed in a further section, and nothing when nothing did", () => {
    const body = bodyOfPage(more);
    expect(hasChanges(more, body)).toBe(false);
    const next = changed({ ...body, more: { handout: "Page 4" } }, begun, { more: { took: "One plan." } });
    expect(hasChanges(more, next)).toBe(true);
    const request = saveRequest(more, next);
    expect(request.shared.more).toEqual([{ key: "handout", text: "Page 4" }]);
    expect(request.entries[0]?.more).toEqual([{ key: "took", text: "One plan." }]);
  });
});
