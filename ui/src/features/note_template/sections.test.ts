import { expect, test } from "vitest";
import { BLANK, changed, fieldsOf, moved, without } from "./sections.ts";

const sections = ["Data", "Assessment", "Plan"].map((label) => ({ ...BLANK, label }));
const labels = (list: readonly { label: string }[]) => list.map(({ label }) => label).join(" ");

test("sections move, change and go", () => {
  expect(labels(moved(sections, 2, -1))).toBe("Data Plan Assessment");
  expect(labels(moved(sections, 0, 1))).toBe("Assessment Data Plan");
  expect(labels(moved(sections, 0, -1))).toBe("Data Assessment Plan");
  expect(labels(moved(sections, 2, 1))).toBe("Data Assessment Plan");
  expect(labels(without(sections, 1))).toBe("Data Plan");
  expect(changed(sections, 1, { required: false }).map(({ required }) => required)).toEqual([true, false, true]);
});

test("a refusal finds the field it is about", () => {
  expect(fieldsOf(sections)).toContain("sections.2.label");
});
