import { describe, expect, it } from "vitest";
import type { PlanDraft } from "./plan.ts";
import { planMissing, planRequest } from "./plan.ts";

const draft: PlanDraft = {
  kind: "individual",
  group: "",
  client: { id: "c", name: "Washington, Jerome" },
  staff: "m",
  room: " Cedar ",
  on_date: "2026-11-25",
  starts: "10:00",
  minutes: "50",
  topic: "",
};

describe("a session being planned", () => {
  it("becomes a request for one client", () =>
    expect(planRequest(draft)).toEqual({
      kind: "individual",
      client: "c",
      staff: "m",
      room: "Cedar",
      on_date: "2026-11-25",
      starts: "10:00",
      minutes: 50,
      topic: "",
    }));
  it("becomes a request for a group, without its client", () => {
    expect(planRequest({ ...draft, kind: "group", group: "g" })).toMatchObject({ kind: "group", group: "g" });
    expect(planRequest({ ...draft, kind: "group", group: "g" })).not.toHaveProperty("client");
    expect(planRequest({ ...draft, kind: "family", client: undefined, group: "g" })).toMatchObject({ group: "g" });
  });
  it.each([
    [{}, undefined],
    [{ client: undefined }, "Choose the client."],
    [{ kind: "group" as const }, "Choose the group."],
    [{ on_date: "" }, "Choose the date."],
    [{ starts: "ten" }, "Type when it begins."],
    [{ minutes: "an hour" }, "Type how many minutes it takes."],
  ])("%o lacks %s", (patch, expected) => expect(planMissing({ ...draft, ...patch })).toBe(expected));
});
