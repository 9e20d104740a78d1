import { expect, it } from "vitest";
import type { PacketItem } from "../../ipc/generated/calls.ts";
import { packetWords, standingWords } from "./packet.ts";

const item: PacketItem = {
  item: "i",
  label: "Program rules",
  help: "",
  follows: "nothing",
  blocks: true,
  standing: "missing",
  by: "",
  reason: "",
};

it.each([
  [item, "missing"],
  [{ ...item, standing: "done", by: "Jolene Abernathy", on: "2026-11-23" }, "Nov 23, Jolene Abernathy"],
  [{ ...item, follows: "treatment", standing: "done" }, "on record"],
  [
    { ...item, standing: "not_applicable", by: "Jolene Abernathy", on: "2026-11-23", reason: "Pays in full" },
    "does not apply: Pays in full (Nov 23, Jolene Abernathy)",
  ],
] as [PacketItem, string][])("says how an item stands", (one, words) => {
  expect(standingWords(one, "2026-11-24")).toBe(words);
});

it("counts what is missing", () => {
  const packet = { items: [item, item], blocks_groups: false, may_mark: true };
  expect(packetWords({ ...packet, missing: 1 })).toBe("1 of 2 items missing");
  expect(packetWords({ ...packet, missing: 0 })).toBe("complete");
});
