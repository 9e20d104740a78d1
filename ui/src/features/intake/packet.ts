//! How the items of an intake packet are said. Pure.

import type { Follows, Packet, PacketItem } from "../../ipc/generated/calls.ts";
import { date, plural } from "../../lib/time.ts";

/** Which tab of the chart makes the record that ticks an item. */
export const MADE_AT: Record<Exclude<Follows, "nothing">, { tab: string; words: string }> = {
  treatment: { tab: "plan", words: "Add the consent" },
  tpo: { tab: "plan", words: "Add the consent" },
  assessment: { tab: "assessment", words: "Write it" },
  emergency_contact: { tab: "overview", words: "Add it" },
  medication: { tab: "overview", words: "Add it" },
};

/** What stands beside the item: who said so and when, or why it does not apply. */
export function standingWords(item: PacketItem, today: string): string {
  const said = item.on === undefined ? "" : `${date(item.on, today)}, ${item.by}`;
  switch (item.standing) {
    case "missing":
      return "missing";
    case "done":
      return said === "" ? "on record" : said;
    case "not_applicable":
      return `does not apply: ${item.reason} (${said})`;
  }
}

/** "3 of 9 missing" or "complete". */
export function packetWords({ missing, items }: Packet): string {
  return missing === 0 ? "complete" : `${String(missing)} of ${plural(items.length, "item", "items")} missing`;
}
