//! What of a log form is sent, and what it still lacks.

import { describe, expect, it } from "vitest";
import type { PanelAnalyte, TestPanel } from "../../ipc/generated/calls.ts";
import { NEW_LOG, entered, lacks, panelsFor, requestOf, withSpecimen } from "./log.ts";

const analyte = (key: string, cutoff?: string): PanelAnalyte => ({
  key,
  name: key,
  detection: "",
  note: "",
  verified: false,
  ...(cutoff === undefined ? {} : { cutoff }),
});
const analytes = [analyte("thca", "50 ng/mL"), analyte("bze", "150 ng/mL"), analyte("propof")];
const panel = (key: string, specimen: TestPanel["specimen"]): TestPanel => ({
  key,
  name: key,
  specimen,
  laboratory: "",
  number: 1,
  analytes: [],
  note: "",
  verified: false,
});
const panels = [panel("np10", "urine"), panel("np12", "urine"), panel("oral_fluid", "oral_fluid"), panel("hair_5", "hair")];

describe("the log form", () => {
  it("may be saved without a screen or with a whole one, and not in between", () => {
    expect(lacks(NEW_LOG, analytes, "13:00")).toBeUndefined();
    expect(lacks({ ...NEW_LOG, readings: { thca: "detected" } }, analytes, "13:00")).toBe("1 substance to enter.");
    const whole = { ...NEW_LOG, readings: { thca: "detected", bze: "not_detected" } as const };
    expect(lacks(whole, analytes, "13:00")).toBeUndefined();
    expect(requestOf("c", whole, analytes, "13:00")?.readings).toEqual([
      { analyte: "thca", result: "detected" },
      { analyte: "bze", result: "not_detected" },
    ]);
  });

  it("sends a typed time as a wall time, and nothing that was left empty", () => {
    expect(requestOf("c", { ...NEW_LOG, time: "1:40" }, analytes, "13:55")?.collection.time).toBe("13:40");
    expect(requestOf("c", NEW_LOG, analytes, "13:55")?.collection).toEqual({
      observed: false,
      seal: "",
      lot: "",
      noted: "",
      measures: {},
    });
    expect(lacks({ ...NEW_LOG, time: "soon" }, analytes, "13:55")).toContain("time of collection");
  });

  it("keeps an observer only while it is observed", () => {
    const with_observer = { ...NEW_LOG, observer: "o" };
    expect(requestOf("c", with_observer, analytes, "13:55")?.collection.observer).toBeUndefined();
    expect(requestOf("c", { ...with_observer, observed: true }, analytes, "13:55")?.collection.observer).toBe("o");
  });

  it("takes a panel that fits the specimen, and reads hair in the laboratory only", () => {
    expect(panelsFor(panels, "oral_fluid").map((one) => one.key)).toEqual(["oral_fluid"]);
    expect(panelsFor(panels, "hair").map((one) => one.key)).toEqual(["hair_5"]);
    expect(withSpecimen(NEW_LOG, "oral_fluid", panels)).toMatchObject({ panel: "oral_fluid", method: "on_site" });
    expect(withSpecimen(NEW_LOG, "hair", panels)).toMatchObject({ panel: "hair_5", method: "laboratory" });
    expect(entered({ ...NEW_LOG, specimen: "hair" }, analytes)).toEqual([]);
    expect(entered(NEW_LOG, analytes)).toEqual(["thca", "bze"]);
  });
});
