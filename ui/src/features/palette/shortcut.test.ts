import { describe, expect, it } from "vitest";
import type { Command } from "./commands.ts";
import { meaningOf } from "./shortcut.ts";
import type { Typing } from "./shortcut.ts";
import { found } from "./found.ts";

function command(id: string, keys?: string, more: Partial<Command> = {}): Command {
  return { id, title: id, group: "Do", icon: "check", keys, run: () => undefined, ...more };
}

const lock = command("lock", "Ctrl+L", { inText: true });
const undo = command("undo", "Ctrl+Z");
const staff = command("staff", "G S", { group: "Go to" });
const add = command("add", "N", { group: "Here" });
const all = [add, lock, undo, staff];
const outside: Typing = { waiting: undefined, inText: false, singleKeys: true };

describe("what a key means", () => {
  it.each<[string, string, Partial<Typing>, string | undefined]>([
    ["a combination", "Ctrl+L", {}, "lock"],
    ["a combination in text", "Ctrl+L", { inText: true }, "lock"],
    ["undo belongs to the text field in text", "Ctrl+Z", { inText: true }, undefined],
    ["undo outside text", "Ctrl+Z", {}, "undo"],
    ["a letter", "N", {}, "add"],
    ["a letter in text is text", "N", { inText: true }, undefined],
    ["a letter while letters are off", "N", { singleKeys: false }, undefined],
    ["the second step of a sequence", "S", { waiting: "G" }, "staff"],
    ["a second step without the first", "S", {}, undefined],
    ["a fresh command after a sequence that led nowhere", "N", { waiting: "G" }, "add"],
  ])("%s", (_what, chord, typing, expected) => {
    const meaning = meaningOf(chord, { ...outside, ...typing }, all);
    expect(meaning !== undefined && "run" in meaning ? meaning.run.id : undefined).toBe(expected);
  });

  it("waits after the first step of a sequence", () => expect(meaningOf("G", outside, all)).toEqual({ wait: "G" }));

  it("lets the command offered last win", () => {
    const newer = command("newer", "N");
    expect(meaningOf("N", outside, [newer, ...all])).toEqual({ run: newer });
  });
});

describe("the palette", () => {
  it("groups what it finds, and leaves itself out", () => {
    const groups = found([...all, command("palette")], "");
    expect(groups.map((group) => group.title)).toEqual(["On this page", "Do", "Go to"]);
    expect(groups.flatMap((group) => group.options.map((option) => option.id))).toEqual([
      "add",
      "lock",
      "undo",
      "staff",
    ]);
  });

  it("finds by other words and with a leading >", () => {
    const groups = found([command("lock", undefined, { title: "Lock", words: "exit" })], "> exi");
    expect(groups[0]?.options[0]?.id).toBe("lock");
  });
});
