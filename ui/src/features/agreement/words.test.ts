import { expect, test } from "vitest";
import type { AgreementFields, AgreementRow } from "../../ipc/generated/calls.ts";
import { askedWords, blank, bodyOf, fieldsOf, spanWords } from "./words.ts";

const fields: AgreementFields = {
  kind: "board",
  party: "Board of Nursing",
  reference: "BN 12",
  from: "2026-11-02",
  until: "2029-11-01",
  tests_per_year: 36,
  panel: "np10",
  terms: "One pharmacy",
  notice_hours: 24,
  report_months: 3,
  report_first_on: "2026-12-01",
  consent: "c",
};
const TODAY = "2026-11-24";

const row = (more: Partial<AgreementFields>): AgreementRow => ({
  id: "a",
  fields: { ...fields, ...more },
  kind_label: "Licensing board",
  panel_name: "Panel 10",
  standing: "in_force",
  lacking_words: "",
  testing_words: "",
  rev: 1,
});

test("a form holds an agreement and gives it back", () => {
  expect(fieldsOf(bodyOf(fields))).toEqual(fields);
  expect(fieldsOf(blank(TODAY, { kind: "board", party: "Board of Nursing" }))).toEqual({
    kind: "board",
    party: "Board of Nursing",
    reference: "",
    from: TODAY,
    panel: "",
    terms: "",
  });
});

test("what is typed and no number reaches the core as a fault", () => {
  const body = { ...bodyOf(fields), tests_per_year: "often", notice_hours: " 24 " };
  expect(fieldsOf(body)).toMatchObject({ tests_per_year: 0, notice_hours: 24 });
});

test("without reports no first day is sent", () => {
  expect(fieldsOf({ ...bodyOf(fields), report_months: "" })).not.toHaveProperty("report_first_on");
});

test("an agreement in a line", () => {
  expect(spanWords(fields, TODAY)).toBe("Nov 2 until Nov 1, 2029");
  expect(askedWords(row({}))).toBe("36 tests a year, Panel 10 · told within 24 hours · a report every quarter");
});
