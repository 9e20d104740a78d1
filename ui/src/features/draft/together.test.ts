import { describe, expect, it } from "vitest";
import { dayPart, linePart, merged, newest, prosePart, standing, textPart } from "./together.ts";
import type { Part, Standing } from "./together.ts";
import { differing } from "./words.ts";

interface Body {
  topic: string;
  texts: Record<string, string>;
}

const PARTS: Part<Body>[] = [linePart<Body>("topic", "Topic"), textPart<Body>("data", "Data"), textPart<Body>("plan", "Plan")];
const body = (topic: string, data: string, plan = ""): Body => ({ topic, texts: { data, plan } });

describe("what is offered for a part", () => {
  const cases: [basis: string, mine: string, stands: string, offered: Standing][] = [
    ["a", "a", "a", "same"],
    ["a", "b", "b", "same"],
    ["a", "a", "b", "theirs"],
    ["a", "a", "", "theirs"],
    ["a", "b", "a", "mine"],
    ["a", "", "a", "mine"],
    ["a", "b", "c", "both"],
    ["a", "", "c", "both"],
  ];
  it.each(cases)("from %s, mine %s, standing %s: %s", (basis, mine, stands, offered) => {
    expect(standing(basis, mine, stands)).toBe(offered);
  });
});

describe("merging two texts", () => {
  it("takes in what the other wrote elsewhere and loses nothing", () => {
    const now = merged(PARTS, body("Shame", "", ""), body("Shame", "Slept well.", ""), body("Shame and work", "", "Call on Friday."));
    expect(now.body).toEqual(body("Shame and work", "Slept well.", "Call on Friday."));
    expect(now.both).toEqual([]);
    expect(now.taken.map(({ key }) => key)).toEqual(["topic", "plan"]);
    expect(now.basis).toEqual(body("Shame and work", "", "Call on Friday."));
    expect(now.moved).toBe(true);
    expect(merged(PARTS, now.basis, now.body, now.basis).moved).toBe(false);
  });

  it("asks where both wrote, and only there", () => {
    const now = merged(PARTS, body("Shame", "", ""), body("Shame", "Slept well.", ""), body("Fear", "Slept badly.", ""));
    expect(now.body).toEqual(body("Fear", "Slept well.", ""));
    expect(now.both.map(({ part }) => part.key)).toEqual(["data"]);
    expect(now.basis).toEqual(body("Fear", "", ""));
    expect(now.both[0]?.theirs.filter(({ own }) => own).map(({ text }) => text)).toEqual(["badly."]);
  });

  it("goes on asking until it is settled, and then no more", () => {
    const stands = body("Shame", "Slept badly.");
    const first = merged(PARTS, body("Shame", ""), body("Shame", "Slept well."), stands);
    const again = merged(PARTS, first.basis, { ...first.body, topic: "Shame, secrecy" }, stands);
    expect(again.both).toHaveLength(1);
    const part = again.both[0]?.part as Part<Body>;
    const settled = merged(PARTS, part.put(again.basis, stands), again.body, stands);
    expect(settled.both).toEqual([]);
    expect(settled.body).toEqual(body("Shame, secrecy", "Slept well."));
    expect(part.join?.(again.body, stands).texts["data"]).toBe("Slept badly.\nSlept well.");
  });

  it("typing on what was taken in is no conflict", () => {
    const stands = body("Shame and work", "");
    const first = merged(PARTS, body("Shame", ""), body("Shame", "Slept."), stands);
    const next = merged(PARTS, first.basis, { ...first.body, topic: "Shame, work and pride" }, stands);
    expect(next.both).toEqual([]);
    expect(next.body.topic).toBe("Shame, work and pride");
  });
});

it("an answer that a refusal brought along counts when it is newer", () => {
  expect(newest({ rev: 2 }, { rev: 3 })).toEqual({ rev: 3 });
  expect(newest({ rev: 3 }, { rev: 2 })).toEqual({ rev: 3 });
  expect(newest({ rev: 3 }, undefined)).toEqual({ rev: 3 });
});

describe("two texts word by word", () => {
  const cases: [one: string, other: string, ownOfOne: string[], ownOfOther: string[]][] = [
    ["", "", [], []],
    ["same words", "same words", [], []],
    ["she slept well", "she slept badly", ["well"], ["badly"]],
    ["a b c d", "a c d e", ["b"], ["e"]],
    ["one", "", ["one"], []],
    ["x y z", "z y x", ["x", "y"], ["y", "x"]],
  ];
  it.each(cases)("%s / %s", (one, other, ownOfOne, ownOfOther) => {
    const own = (words: { text: string; own: boolean }[]) => words.filter((word) => word.own).map(({ text }) => text.trim());
    const [left, right] = differing(one, other);
    expect([own(left), own(right)]).toEqual([ownOfOne, ownOfOther]);
    expect(left.map(({ text }) => text).join("")).toBe(one);
    expect(right.map(({ text }) => text).join("")).toBe(other);
  });
});

describe("what both wrote in one field", () => {
  interface Form {
    place: string;
    words: string;
    on: string;
  }
  const mine: Form = { place: "Room 2", words: "Mine.", on: "2026-11-24" };
  const theirs: Form = { place: "Room 3", words: "Theirs.", on: "2026-11-26" };

  it("stands beside it in a line, under it in prose", () => {
    expect(linePart<Form>("place", "Place").join?.(mine, theirs).place).toBe("Room 3; Room 2");
    expect(prosePart<Form>("words", "Words").join?.(mine, theirs).words).toBe("Theirs.\nMine.");
  });

  it("is a day as people read it, of which only one can stand", () => {
    const day = dayPart<Form>("on", "On");
    expect([day.words(theirs), day.words({ ...mine, on: "" }), day.join]).toEqual(["Nov 26, 2026", "", undefined]);
    expect(day.put(mine, theirs).on).toBe("2026-11-26");
  });
});
