//! The caseload's views, filters and orders. Pure; what a client is flagged for is the core's word.

import type { CaseloadRow, Flag } from "../../ipc/generated/calls.ts";

export type View = "all" | "needs" | "short" | "tests" | "papers" | "new";

export const VIEWS: readonly { id: View; title: string }[] = [
  { id: "all", title: "All" },
  { id: "needs", title: "Needs me" },
  { id: "short", title: "Short of hours" },
  { id: "tests", title: "Tests" },
  { id: "papers", title: "Plans and consents" },
  { id: "new", title: "New" },
];

const TESTS: readonly Flag[] = ["test_unexpected", "test_overdue", "test_waiting"];
const PAPERS: readonly Flag[] = [
  "plan_overdue",
  "plan_missing",
  "plan_due",
  "consent_missing",
  "consent_expired",
  "consent_expiring",
];

export interface Filter {
  view: View;
  text: string;
  counselor: string;
  level: string;
  flag: Flag | "";
}

export const NO_FILTER: Filter = { view: "all", text: "", counselor: "", level: "", flag: "" };

export type SortKey =
  | "needs"
  | "client"
  | "counselor"
  | "level"
  | "week"
  | "hours"
  | "attendance"
  | "unsigned"
  | "test"
  | "plan"
  | "consent";

export interface Sort {
  by: SortKey;
  down: boolean;
}

export const FIRST_SORT: Sort = { by: "needs", down: true };

function flagged(row: CaseloadRow, flags: readonly Flag[]): boolean {
  return row.flags.some(({ flag }) => flags.includes(flag));
}

/** Whether a line belongs to a view. */
export function inView(row: CaseloadRow, view: View): boolean {
  switch (view) {
    case "all":
      return true;
    case "needs":
      return row.needs > 0;
    case "short":
      return row.short > 0;
    case "tests":
      return flagged(row, TESTS);
    case "papers":
      return flagged(row, PAPERS);
    case "new":
      return flagged(row, ["new"]);
  }
}

/** Accents and case do not keep a name from being found. */
function plain(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}

/** The lines a filter leaves, in the order they came. */
export function filtered(rows: readonly CaseloadRow[], filter: Filter): CaseloadRow[] {
  const words = plain(filter.text).split(/\s+/).filter(Boolean);
  return rows.filter(
    (row) =>
      inView(row, filter.view) &&
      (filter.counselor === "" || (row.counselor?.id ?? "none") === filter.counselor) &&
      (filter.level === "" || (row.level ?? "none") === filter.level) &&
      (filter.flag === "" || flagged(row, [filter.flag])) &&
      words.every((word) => plain(`${row.family_name} ${row.given_name} ${row.number}`).includes(word)),
  );
}

/** From what needs somebody soonest to what is in order. */
const CONSENT_ORDER = ["missing", "expired", "evidence_only", "expiring", "in_order"];
const TEST_ORDER = ["unexpected", "refused", "not_collected", "confirmed", "presumptive", "collected"];

type Comparable = number | string | undefined;

/** What a column sorts by; what is not there comes last in either direction. */
function valueOf(row: CaseloadRow, by: SortKey): Comparable {
  switch (by) {
    case "needs":
      return row.needs;
    case "client":
      return plain(`${row.family_name} ${row.given_name}`);
    case "counselor":
      return row.counselor && plain(row.counselor.name);
    case "level":
      return row.level;
    case "week":
      return row.week;
    case "hours":
      return row.minimum === undefined ? undefined : row.short * 10_000 - row.minutes;
    case "attendance":
      return row.attendance;
    case "unsigned":
      return row.unsigned;
    case "test": {
      if (row.last_test === undefined) return undefined;
      const at = TEST_ORDER.indexOf(row.last_test.class);
      return `${String(at < 0 ? 9 : at)} ${row.last_test.on}`;
    }
    case "plan":
      return row.plan_due;
    case "consent":
      return CONSENT_ORDER.indexOf(row.consent);
  }
}

/** In which direction a column is wanted first: numbers of trouble from the top, names and dates from the beginning. */
export function firstDown(by: SortKey): boolean {
  return by === "needs" || by === "hours" || by === "unsigned" || by === "week";
}

/** The lines in an order; ties stay as they came, which is who needs somebody most. */
export function sorted(rows: readonly CaseloadRow[], { by, down }: Sort): CaseloadRow[] {
  return rows.toSorted((a, b) => {
    const [x, y] = [valueOf(a, by), valueOf(b, by)];
    if (x === undefined || y === undefined) return x === y ? 0 : x === undefined ? 1 : -1;
    const order = typeof x === "string" && typeof y === "string" ? x.localeCompare(y, "en") : Number(x) - Number(y);
    return down ? -order : order;
  });
}

/** The other direction for the same column, the wanted one for another. */
export function nextSort(now: Sort, by: SortKey): Sort {
  return now.by === by ? { by, down: !now.down } : { by, down: firstDown(by) };
}

/** The row under the ring after a key; undefined when the key moves nothing. */
export function moved(key: string, at: number, count: number): number | undefined {
  const clamp = (next: number) => Math.max(0, Math.min(count - 1, next));
  switch (key) {
    case "ArrowDown":
      return clamp(at + 1);
    case "ArrowUp":
      return clamp(at - 1);
    case "PageDown":
      return clamp(at + 15);
    case "PageUp":
      return clamp(at - 15);
    case "Home":
      return 0;
    case "End":
      return clamp(count - 1);
    default:
      return undefined;
  }
}

/** How many clients each counselor has, the most first. */
export function load(rows: readonly CaseloadRow[]): { id: string; name: string; count: number }[] {
  const loads = new Map<string, { id: string; name: string; count: number }>();
  for (const { counselor } of rows) {
    const id = counselor?.id ?? "none";
    const entry = loads.get(id) ?? { id, name: counselor?.name ?? "nobody", count: 0 };
    loads.set(id, { ...entry, count: entry.count + 1 });
  }
  return [...loads.values()].toSorted((a, b) => b.count - a.count || a.name.localeCompare(b.name, "en"));
}

/** View and filters in words, as a page says which clients it shows. What was typed to find a name stays out of it. */
export function shownWords(filter: Filter, rows: readonly CaseloadRow[]): string {
  const view = filter.view === "all" ? undefined : VIEWS.find((one) => one.id === filter.view)?.title;
  const counselor = rows.find((row) => row.counselor?.id === filter.counselor)?.counselor?.name;
  const flag = rows.flatMap((row) => row.flags).find((one) => one.flag === filter.flag)?.label;
  const level = filter.level === "" ? undefined : filter.level === "none" ? "no level" : `level ${filter.level}`;
  const text = filter.text.trim() === "" ? undefined : "found by a word";
  return [view, counselor, level, flag, text].filter((part) => part !== undefined).join(", ");
}
