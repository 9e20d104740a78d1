//! Which commands a typed text finds, and in which order they are shown. Pure.

import { folded, matches } from "../../lib/match.ts";
import type { PickerGroup } from "../../kit/Picker/picker.ts";
import type { Command } from "./commands.ts";

/** Make no sense from a list that is itself in the way of what they do. */
const OF_KEYS_ONLY = new Set(["palette", "region.next", "region.before"]);

const ORDER: readonly Command["group"][] = ["Here", "Do", "Go to"];

export function found(commands: readonly Command[], query: string): PickerGroup[] {
  const asked = query.replace(/^>\s*/, "");
  const seen = new Set<string>();
  const hits = commands.filter((command) => {
    if (seen.has(command.id) || OF_KEYS_ONLY.has(command.id)) return false;
    seen.add(command.id);
    return matches(`${command.title} ${command.hint ?? ""} ${command.words ?? ""}`, asked);
  });
  // "log" is meant for the Log before it is meant for logging out; sorts are stable, so equals stay in their order.
  const groups = ORDER.map((group) => {
    const of = hits
      .filter((command) => command.group === group)
      .toSorted((one, other) => distance(one, asked) - distance(other, asked));
    return { group, of, nearest: Math.min(...of.map((command) => distance(command, asked))) };
  }).filter(({ of }) => of.length > 0);
  return groups
    .toSorted((one, other) => one.nearest - other.nearest)
    .map(({ group, of }) => ({
      title: group === "Here" ? "On this page" : group,
      options: of.map(({ id, icon, title, hint, keys }) => ({ id, icon, text: title, hint, keys })),
    }));
}

/** 0 when the title begins with what was typed, 1 when a word of it does, 2 when only its other names do. */
function distance({ title }: Command, asked: string): number {
  if (folded(title).startsWith(folded(asked.trim()))) return 0;
  return matches(title, asked) ? 1 : 2;
}
