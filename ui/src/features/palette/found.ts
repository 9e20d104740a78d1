//! Which commands a typed text finds, and in which order they are shown. Pure.

import { matches } from "../../lib/match.ts";
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
  return ORDER.map((group) => ({
    title: group === "Here" ? "On this page" : group,
    options: hits
      .filter((command) => command.group === group)
      .map(({ id, icon, title, hint, keys }) => ({ id, icon, text: title, hint, keys })),
  })).filter((group) => group.options.length > 0);
}
