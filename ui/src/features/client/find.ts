//! How a client is found by typing. The core decides whom this person may find; nothing is kept here.

import { ask } from "../../ipc/door.ts";
import type { FoundClient as Found } from "../../ipc/generated/calls.ts";
import { CLIENT_STATES } from "./words.ts";

export interface FoundClient {
  id: string;
  /** "Nakagawa-Whitfield, Rosalind" */
  name: string;
  /** Client number, profession, level, discharged: what tells two people apart. */
  hint: string;
}

/** At most as many as fit a list. */
export type FindClients = (query: string) => Promise<readonly FoundClient[]>;

export function hintOf(found: Found): string {
  if (found.seen !== "whole") return found.number;
  const where = found.state === "active" && found.level !== undefined ? `level ${found.level}` : CLIENT_STATES[found.state].toLowerCase();
  return [found.number, found.profession, where, ...(found.born_on === undefined ? [] : [`born ${found.born_on.slice(0, 4)}`])]
    .filter((part) => part !== "")
    .join(" · ");
}

export const findClients: FindClients = async (query) => {
  const found = await ask("client.find", { text: query });
  return found.map((one) => ({ id: one.id, name: one.name, hint: hintOf(one) }));
};
