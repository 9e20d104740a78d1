//! What tells two people apart whom a search found: client number, profession, level or state, year of birth. Pure.

import type { FoundClient } from "../../ipc/generated/calls.ts";
import { CLIENT_STATES } from "./words.ts";

export function hintOf(found: FoundClient): string {
  if (found.seen !== "whole") return found.number;
  const where = found.state === "active" && found.level !== undefined ? `level ${found.level}` : CLIENT_STATES[found.state].toLowerCase();
  return [found.number, found.profession, where, ...(found.born_on === undefined ? [] : [`born ${found.born_on.slice(0, 4)}`])]
    .filter((part) => part !== "")
    .join(" · ");
}
