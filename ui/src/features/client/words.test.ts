import { describe, expect, it } from "vitest";
import type { Contact } from "../../ipc/generated/calls.ts";
import { ownDiagnosis } from "./clinical.tsx";
import { daysWords, endedWords, howToReach, remissionWords, safety, sendable } from "./words.ts";

const contact = (patch: Partial<Contact>): Contact => ({
  id: "1",
  rev: 1,
  kind: "cell",
  value: "617 555 0134",
  call_is_safe: true,
  message_is_safe: false,
  preferred: false,
  ...patch,
});

describe("what is safe", () => {
  it.each([
    [{ call_is_safe: true, message_is_safe: false }, "call, leave no message"],
    [{ call_is_safe: true, message_is_safe: true }, "call, a message is fine"],
    [{ call_is_safe: false, message_is_safe: false }, "do not call"],
    [{ kind: "email", message_is_safe: true }, "write here"],
    [{ kind: "email", message_is_safe: false }, "do not write here"],
  ] as const)("%j reads %s", (patch, words) => expect(safety(contact(patch))).toBe(words));
});

describe("how to reach a client", () => {
  it.each([
    [[], undefined],
    [[contact({})], "Call cell, leave no message"],
    [[contact({ kind: "home" }), contact({ preferred: true, message_is_safe: true })], "Call cell, a message is fine"],
    [[contact({ kind: "work", call_is_safe: false, preferred: true }), contact({ kind: "home" })], "Call home, leave no message"],
    [[contact({ call_is_safe: false })], "No safe way to reach them"],
    [[contact({ kind: "email", message_is_safe: true })], "Write an email"],
  ])("case %#", (contacts, words) => expect(howToReach(contacts)).toBe(words));
});

it("leaves blank days out of what is sent", () => {
  expect(sendable({ name: "", from: "", until: "2026-11-24" }, ["from", "until"])).toEqual({
    name: "",
    until: "2026-11-24",
  });
});

it("takes a diagnosis that the list does not hold as its code and its words", () => {
  expect(ownDiagnosis("f98.5 Stuttering")).toEqual({ code: "F98.5", words: "Stuttering" });
  expect(ownDiagnosis("Z71.41  Counseling, alcohol")).toEqual({ code: "Z71.41", words: "Counseling, alcohol" });
  for (const text of ["", "F98.5", "opioid use", "F 98 stuttering", "F98.55555 too long"]) {
    expect(ownDiagnosis(text), text).toBeUndefined();
  }
});

it("says how long a stay has lasted and what it looks back on", () => {
  const milestone = (days: number, on: string, reached: boolean) => ({ days, on, reached });
  const said = (day: string) => day.slice(5);
  const open = { days: 23, milestones: [milestone(7, "2026-11-08", true), milestone(30, "2026-12-01", false), milestone(60, "2026-12-31", false)] };
  expect(daysWords(open, said)).toBe("23 (7 days reached, 30 on 12-01)");
  expect(daysWords({ days: 3, milestones: [] }, said)).toBe("3");
});

it("says how a stay ended and whether a diagnosis is in remission", () => {
  expect(endedWords("transferred", "near work")).toBe("Transferred to another program: near work");
  expect(endedWords(undefined, "Completed")).toBe("Completed");
  expect(remissionWords("early", true)).toBe("in early remission, in a controlled environment");
  expect(remissionWords("", true)).toBe("");
});
