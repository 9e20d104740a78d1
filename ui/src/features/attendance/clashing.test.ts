import { describe, expect, it } from "vitest";
import { clashingWords } from "./clashing.ts";

const at = (hour: number, minute = 0) => Date.UTC(2026, 10, 24, hour, minute);
const session = { starts_at: at(17, 30), ends_at: at(18, 30) };

describe("a shift that meets a session", () => {
  it.each([
    [{ meets: "day", from: at(7), until: at(19) }, "works until 7 PM"],
    [{ meets: "day", from: at(7), until: at(17, 15) }, "works until 5:15 PM, 25 min away"],
    [{ meets: "night", from: at(18), until: at(30) }, "works from 6 PM"],
    [{ meets: "night", from: at(18, 45), until: at(30) }, "works from 6:45 PM, 25 min away"],
    [{ meets: "call", from: at(17, 30), until: at(31) }, "on call until 7 AM"],
    [{ meets: "blocked", from: at(18), until: at(19) }, "taken from 6 PM"],
  ] as const)("%o", (shift, words) => {
    expect(clashingWords({ ...shift, travel: 25 }, session, "UTC").replaceAll("\u202f", " ").replaceAll("\u00a0", " ")).toBe(words);
  });
});
