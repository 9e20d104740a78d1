import { describe, expect, it } from "vitest";
import { groupsIn, keyMissing } from "./recovery_key.ts";

const WHOLE = "7KQM2 2XWDA R9TA4 H4VEK PC3N9 8JYBS 6GZSQ MF5KT D2QR7 W7HXC 9TNAV E4CVP Y3PBM";

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
    expect(groupsIn("ilo0i")).toEqual(["11001"]);
  });

  it.each([
    [WHOLE, undefined],
    ["", "Type the recovery key first."],
    ["7KQM2 2XW", "1 of 13 groups typed."],
    [`${WHOLE} AAAAA`, "That is more than 13 groups of 5."],
  ])("knows what is missing in %j", (text, missing) => {
    expect(keyMissing(text)).toBe(missing);
  });
});
