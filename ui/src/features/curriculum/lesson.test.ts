import { describe, expect, it } from "vitest";
import { draftOf, fieldsOf, partsOf, whichOf } from "./lesson.ts";

describe("a handout", () => {
  it("is paragraphs and lists", () =>
    expect(partsOf("Before\n- one\n- two\n\nAfter\n- three")).toEqual([
      { words: "Before" },
      { points: ["one", "two"] },
      { words: "After" },
      { points: ["three"] },
    ]));
  it("may be empty", () => expect(partsOf(" \n")).toEqual([]));
});

describe("a session of a curriculum", () => {
  it("is written one step a line", () => {
    const draft = draftOf({ number: 1, topic: "T", aim: "A", outline: ["a", "b"], scenarios: [], handout: "H", rev: 1 });
    expect(fieldsOf(draft)).toEqual({ topic: "T", aim: "A", outline: "a\nb", scenarios: "", handout: "H" });
  });
});

describe("the address of a curriculum", () => {
  it.each([
    ["019db4a1-0000-7000-8000-000000000001", { id: "019db4a1-0000-7000-8000-000000000001" }],
    ["coping-skills", { shipped: "coping-skills" }],
  ])("%s", (place, expected) => expect(whichOf(place)).toEqual(expected));
});
