//! What the list of clients asks the core for, from what is chosen on the page. Pure.

import type { ClientColumn, ListClients, WhichClients } from "../../ipc/generated/calls.ts";
import type { Sorting } from "../../kit/Table/Table.tsx";

export const PAGE = 100;

export interface Choice {
  which: WhichClients;
  sorting: Sorting;
  text: string;
  skip: number;
}

export const firstChoice: Choice = {
  which: "active",
  sorting: { column: "name", descending: false },
  text: "",
  skip: 0,
};

/** A change of what is shown begins at the first page again. */
export function chosen(before: Choice, patch: Partial<Choice>): Choice {
  return { ...before, skip: 0, ...patch };
}

export function request({ which, sorting, text, skip }: Choice): ListClients {
  return {
    which,
    sort: sorting.column as ClientColumn,
    descending: sorting.descending,
    text: text.trim(),
    skip,
    limit: PAGE,
  };
}

/** "1 to 100 of 1,823"; "96 clients" when they fit one page. */
export function span(skip: number, shown: number, total: number): string {
  const words = (count: number) => count.toLocaleString("en-US");
  if (total <= PAGE) return `${words(total)} ${total === 1 ? "client" : "clients"}`;
  return `${words(skip + 1)} to ${words(skip + shown)} of ${words(total)}`;
}
