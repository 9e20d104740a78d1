//! The tabs of a chart, and which of them this person's sight of it has. Pure; the core refuses on its own account.

import type { Chart } from "../../ipc/generated/calls.ts";

export const TABS = [
  { id: "overview", title: "Overview", shown: () => true },
  { id: "assessment", title: "Assessment", shown: ({ may }: Chart) => may.read_plan },
  { id: "plan", title: "Plan and consents", shown: ({ may }: Chart) => may.read_plan || may.read_consents },
  { id: "notes", title: "Notes", shown: ({ may }: Chart) => may.read_notes },
  { id: "hours", title: "Attendance and hours", shown: ({ may }: Chart) => may.read_attendance },
  { id: "tests", title: "Drug tests", shown: ({ may }: Chart) => may.read_drug_tests },
  { id: "outcomes", title: "Outcomes", shown: ({ may }: Chart) => may.read_notes },
  { id: "fit", title: "Fit groups", shown: ({ may }: Chart) => may.read_attendance },
  { id: "counseling", title: "Counseling notes", shown: ({ may }: Chart) => may.read_counseling_notes },
] as const;

export type TabId = (typeof TABS)[number]["id"];

export function tabsOf(chart: Chart) {
  return TABS.filter((tab) => tab.shown(chart));
}

/** The tab of an address; the overview for one that is not there for this person. */
export function tabFrom(address: string | undefined, chart: Chart): TabId {
  return tabsOf(chart).find((tab) => tab.id === address)?.id ?? "overview";
}
