import { describe, expect, it } from "vitest";
import { groupsIn, keyMissing } from "./recovery_key.ts";

const WHOLE = "7KQM 2XWD R9TA H4VE PC3N 8JYB 6GZS MF5K D2QR W7HX 9TNA E4CV Y3PB";

describe("a typed recovery key", () => {
  it.each([
    [WHOLE, 13],
    [WHOLE.toLowerCase(), 13],
    [WHOLE.replaceAll(" ", "-"), 13],
    [WHOLE.replaceAll(" ", "\n1. ").replaceAll("1. ", ""), 13],
    ["", 0],
    ["7KQ", 1],
  ])("reads %j as %i groups", (text, count) => {
    expect(groupsIn(text)).toHaveLength(count);
  });

  it("reads look-alikes as the digits they stand for", () => {
    expect(groupsIn("ilo0")).toEqual(["1100"]);
  });

  it.each([
    [WHOLE, undefined],
    ["", "Type the recovery key first."],
    ["7KQM 2XW", "1 of 13 groups typed."],
    [`${WHOLE} AAAA`, "That is more than 13 groups of 4."],
  ])("knows what is missing in %j", (text, missing) => {
    expect(keyMissing(text)).toBe(missing);
  });
});
