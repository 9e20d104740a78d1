import { describe, expect, it } from "vitest";
import { chordOf, isSingleKey, spoken, takesArrows, written } from "./chord.ts";

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

describe("the name of a press", () => {
  it.each([
    [{ key: "k", ctrlKey: true }, "Ctrl+K"],
    [{ key: "k", metaKey: true }, "Ctrl+K"],
    [{ key: "L", ctrlKey: true, shiftKey: true }, "Ctrl+Shift+L"],
    [{ key: "?", shiftKey: true }, "?"],
    [{ key: "F8" }, "F8"],
    [{ key: "g" }, "G"],
    [{ key: "ArrowDown", ctrlKey: true }, "Ctrl+Down"],
    [{ key: "Control", ctrlKey: true }, undefined],
    [{ key: "Dead" }, undefined],
    [{ key: " " }, "Space"],
  ])("%j is %s", (press, name) => expect(chordOf({ ...none, ...press })).toBe(name));
});

describe("a shortcut", () => {
  it.each([
    ["G S", true],
    ["?", true],
    ["N", true],
    ["Ctrl+K", false],
    ["F8", false],
    ["Alt+T", false],
  ])("%s is typed with letters alone: %s", (keys, single) => expect(isSingleKey(keys)).toBe(single));

  it("is drawn cap by cap and spoken in ARIA's words", () => {
    expect(written("Ctrl+Shift+L")).toEqual(["Ctrl Shift L"]);
    expect(written("G S")).toEqual(["G", "S"]);
    expect(written("+")).toEqual(["+"]);
    expect(spoken("Ctrl+K")).toBe("Control+K");
    expect(spoken("G S")).toBeUndefined();
  });
});

describe("an arrow", () => {
  const inside = (attributes: string) => {
    document.body.innerHTML = `<div ${attributes}><button type="button">here</button></div>`;
    return document.querySelector("button");
  };
  it.each(['role="radiogroup"', 'role="tablist"', 'role="grid"', "data-arrows"])("belongs to what has arrows of its own: %s", (attributes) => {
    expect(takesArrows("Left", inside(attributes))).toBe(true);
    expect(takesArrows("PageDown", inside(attributes))).toBe(false);
    expect(takesArrows("L", inside(attributes))).toBe(false);
  });
  it("is the page's elsewhere", () => {
    expect(takesArrows("Left", inside('role="group"'))).toBe(false);
    expect(takesArrows("Left", null)).toBe(false);
  });
});
