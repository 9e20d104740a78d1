import { describe, expect, it } from "vitest";
import { expiry } from "./credential.ts";
import { pinMissing } from "./PinForm.tsx";

const TODAY = "2026-11-24";

describe("a credential's expiry", () => {
  it.each([
    [undefined, "none", "no expiry date"],
    ["2026-11-23", "expired", "expired Nov 23"],
    ["2026-11-24", "soon", "expires today"],
    ["2026-11-25", "soon", "expires Nov 25, in 1 day"],
    ["2027-01-23", "soon", "expires Jan 23, 2027, in 60 days"],
    ["2027-01-24", "good", "until Jan 24, 2027"],
  ])("on %s is %s", (day, state, words) => {
    expect(expiry(day === undefined ? {} : { expires_on: day }, TODAY)).toEqual({ state, words });
  });
});

describe("a PIN", () => {
  it.each([
    ["2580", "2580", undefined],
    ["258", "258", "A PIN has 4 to 12 digits."],
    ["25a8", "25a8", "A PIN has digits only."],
    ["1111", "1111", "That PIN is the first one anybody would try."],
    ["3456", "3456", "That PIN is the first one anybody would try."],
    ["9876", "9876", "That PIN is the first one anybody would try."],
    ["2580", "2581", "Type the same PIN twice."],
  ])("%s and %s: %s", (pin, again, missing) => expect(pinMissing(pin, again)).toBe(missing));
});
