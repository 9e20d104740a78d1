import { describe, expect, it } from "vitest";
import type { Command } from "./commands.ts";
import { found } from "./found.ts";

const command = (id: string, title: string, group: Command["group"], words = ""): Command => ({
  id,
  title,
  group,
  icon: "search",
  words,
  run: () => undefined,
});

const ALL = [
  command("out", "Close the records and sign out", "Do", "log out"),
  command("lock", "Lock", "Do"),
  command("log", "Log", "Go to", "audit"),
  command("audit.verify", "Verify the log", "Here"),
];

const ids = (query: string) => found(ALL, query).flatMap((group) => group.options.map((option) => option.id));

describe("what the palette finds", () => {
  it.each([
    ["log", ["log", "audit.verify", "out"]],
    ["loc", ["lock"]],
    ["", ["audit.verify", "out", "lock", "log"]],
    ["nothing", []],
  ])("%j: %j", (query, expected) => expect(ids(query)).toEqual(expected));
});
