//! Agreements as lines and as a form. Pure.

import type { AgreementFields, AgreementKind, AgreementRow, AgreementStanding } from "../../ipc/generated/calls.ts";
import type { Tone } from "../../kit/Badge/Badge.tsx";
import type { IconName } from "../../kit/Icon/Icon.tsx";
import { date, plural } from "../../lib/time.ts";

export const STANDINGS: Record<AgreementStanding, { words: string; icon: IconName; tone: Tone }> = {
  in_force: { words: "In force", icon: "check-circle", tone: "positive" },
  coming: { words: "Begins later", icon: "clock", tone: "muted" },
  ended: { words: "Ended", icon: "expired", tone: "muted" },
};

export const MONTHS = [
  { value: "none", label: "No reports" },
  { value: "1", label: "Every month" },
  { value: "2", label: "Every two months" },
  { value: "3", label: "Every quarter" },
  { value: "6", label: "Every half year" },
  { value: "12", label: "Every year" },
] as const;

/** What a form holds: numbers and dates as they are typed. */
export interface AgreementBody {
  kind: AgreementKind;
  party: string;
  reference: string;
  from: string;
  until: string;
  tests_per_year: string;
  panel: string;
  terms: string;
  notice_hours: string;
  report_months: string;
  report_first_on: string;
  consent: string;
}

export function bodyOf(fields: AgreementFields): AgreementBody {
  return {
    kind: fields.kind,
    party: fields.party,
    reference: fields.reference,
    from: fields.from,
    until: fields.until ?? "",
    tests_per_year: fields.tests_per_year === undefined ? "" : String(fields.tests_per_year),
    panel: fields.panel,
    terms: fields.terms,
    notice_hours: fields.notice_hours === undefined ? "" : String(fields.notice_hours),
    report_months: fields.report_months === undefined ? "" : String(fields.report_months),
    report_first_on: fields.report_first_on ?? "",
    consent: fields.consent ?? "",
  };
}

/** A new one, begun from what a license says where it says something. */
export function blank(today: string, hint?: { kind: AgreementKind; party: string }): AgreementBody {
  return {
    kind: hint?.kind ?? "monitoring_program",
    party: hint?.party ?? "",
    reference: "",
    from: today,
    until: "",
    tests_per_year: "",
    panel: "",
    terms: "",
    notice_hours: "",
    report_months: "",
    report_first_on: "",
    consent: "",
  };
}

/** What is typed and no number is sent as 0, so that the core says what is wrong beside its field. */
const numberOf = (typed: string): number => (/^\d+$/.test(typed.trim()) ? Number(typed) : 0);

export function fieldsOf(body: AgreementBody): AgreementFields {
  return {
    kind: body.kind,
    party: body.party,
    reference: body.reference,
    from: body.from,
    panel: body.panel,
    terms: body.terms,
    ...(body.until === "" ? {} : { until: body.until }),
    ...(body.tests_per_year.trim() === "" ? {} : { tests_per_year: numberOf(body.tests_per_year) }),
    ...(body.notice_hours.trim() === "" ? {} : { notice_hours: numberOf(body.notice_hours) }),
    ...(body.report_months === "" ? {} : { report_months: Number(body.report_months) }),
    ...(body.report_months === "" || body.report_first_on === "" ? {} : { report_first_on: body.report_first_on }),
    ...(body.consent === "" ? {} : { consent: body.consent }),
  };
}

/** "Nov 2, 2026 until it is completed". */
export function spanWords({ from, until }: AgreementFields, today: string): string {
  return `${date(from, today)} until ${until === undefined ? "it is completed" : date(until, today)}`;
}

/** "36 tests a year, hp_core · told within 24 hours · a report every quarter". */
export function askedWords({ fields, panel_name }: AgreementRow): string {
  const tests = fields.tests_per_year === undefined ? panel_name : [plural(fields.tests_per_year, "test") + " a year", panel_name].filter((part) => part !== "").join(", ");
  const told = fields.notice_hours === undefined ? "" : `told within ${plural(fields.notice_hours, "hour")}`;
  const every = MONTHS.find(({ value }) => value === String(fields.report_months));
  const report = every === undefined ? "" : `a report ${every.label.toLowerCase()}`;
  return [tests, told, report].filter((part) => part !== "").join(" · ");
}
