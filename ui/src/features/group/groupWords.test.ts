import { describe, expect, it } from "vitest";
import type { SlotLine } from "../../ipc/generated/calls.ts";
import { fieldsOf, groupMissing, slotWords, slotsWords } from "./groupWords.ts";

const slot = (weekday: number, starts: string) => ({ id: "s", weekday, starts, minutes: 60, from_on: "2026-10-01", rev: 1 }) as SlotLine;
const draft = {
  name: " Process ",
  type: "process",
  track: "Evening",
  room: "Cedar",
  capacity: "12",
  facilitator: "m",
  co_facilitator: "",
};

describe("a group in words", () => {
  it("says when it meets", () => {
    expect(slotWords(slot(2, "17:30"))).toBe("Tuesday 5:30 – 6:30\u00a0PM");
    expect(slotsWords([slot(2, "17:30"), slot(4, "17:30"), slot(6, "09:00")])).toBe(
      "Tue, Thu 5:30 – 6:30\u00a0PM; Sat 9:00 – 10:00\u00a0AM",
    );
    expect(slotsWords([])).toBe("");
  });
  it("becomes the fields of the core", () => {
    expect(fieldsOf(draft)).toMatchObject({ name: "Process", capacity: 12 });
    expect(fieldsOf(draft)).not.toHaveProperty("co_facilitator");
    expect(fieldsOf({ ...draft, co_facilitator: "a" })).toMatchObject({ co_facilitator: "a" });
  });
  it.each([
    [{}, undefined],
    [{ name: " " }, "Type a name for the group."],
    [{ type: "" }, "Choose the type."],
    [{ capacity: "many" }, "Type how many people it holds."],
    [{ facilitator: "" }, "Choose who leads it."],
  ])("%o lacks %s", (patch, expected) => expect(groupMissing({ ...draft, ...patch })).toBe(expected));
});
