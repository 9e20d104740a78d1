import { describe, expect, it } from "vitest";
import type { HandOff } from "../../ipc/generated/calls.ts";
import { fresh, handOffFields, standing } from "./hand_off.ts";

const LINE = {
  id: "h",
  purpose: "sent",
  from: "Bram Oyelaran",
  to: "Courier",
  at: Date.UTC(2026, 10, 24, 19, 5),
  seal_whole: true,
  noted: "",
  rev: 1,
} as unknown as HandOff;

describe("a hand-off", () => {
  it("begins with whoever had the specimen last", () => {
    expect(fresh({ chain: [], collector: { id: "b", name: "Bram Oyelaran" } })).toMatchObject({ purpose: "sealed", from: "Bram Oyelaran", to: "" });
    expect(fresh({ chain: [LINE] })).toMatchObject({ purpose: "released", from: "Courier" });
    expect(fresh({ chain: [] }).from).toBe("");
  });

  it("is corrected from where it stands, in the practice's time", () => {
    const typed = standing(LINE, "America/Chicago");
    expect(typed).toMatchObject({ on: "2026-11-24", seal: "yes" });
    expect(handOffFields(typed, "08:00")?.time).toBe("13:05");
    expect(handOffFields({ ...typed, time: "1:15" }, "14:00")).toEqual({
      purpose: "sent",
      from: "Bram Oyelaran",
      to: "Courier",
      noted: "",
      on: "2026-11-24",
      time: "13:15",
      seal_whole: true,
    });
  });

  it("sends no time that was not typed, and none that is not understood", () => {
    const typed = fresh({ chain: [LINE] });
    expect(handOffFields(typed, "14:00")).toEqual({ purpose: "released", from: "Courier", to: "", noted: "" });
    expect(handOffFields({ ...typed, time: "soon" }, "14:00")).toBeUndefined();
  });
});
