import { expect, test, vi } from "vitest";
import { useState } from "react";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { Field } from "../Field/Field.tsx";
import { SpellerContext } from "./speller.ts";
import type { Speller } from "./speller.ts";

function speller(): Speller & { add: ReturnType<typeof vi.fn> } {
  return {
    check: (text) =>
      Promise.resolve([...text.matchAll(/teh|recieved/g)].map((one) => ({ starts: one.index, ends: one.index + one[0].length }))),
    suggest: (word) => Promise.resolve(word === "teh" ? ["the", "tea"] : ["received"]),
    add: vi.fn<(word: string) => void>(),
  };
}

function Desk({ of, text, readOnly }: { of: Speller; text: string; readOnly?: boolean }) {
  const [value, setValue] = useState(text);
  return (
    <SpellerContext value={of}>
      <Field label="Data" lines={3} value={value} onChange={setValue} isReadOnly={readOnly ?? false} />
    </SpellerContext>
  );
}

const area = () => screen.getByLabelText<HTMLTextAreaElement>("Data");
const marked = () => [...document.querySelectorAll("[data-at]")].map((one) => one.textContent);

test("words that are not known are marked and counted for who does not see them", async () => {
  render(<Desk of={speller()} text="She recieved teh call." />);
  await waitFor(() => expect(marked()).toEqual(["recieved", "teh"]));
  expect(area().getAttribute("aria-description")).toBe("2 words not known");
  expect(area().getAttribute("spellcheck")).toBe("false");
});

test("what cannot be changed is not judged", async () => {
  const of = speller();
  const check = vi.spyOn(of, "check");
  render(<Desk of={of} text="teh" readOnly />);
  await new Promise((rest) => setTimeout(rest, 400));
  expect([check.mock.calls.length, marked()]).toEqual([0, []]);
});

test("the word being typed is left alone until the caret leaves it", async () => {
  render(<Desk of={speller()} text="" />);
  area().focus();
  fireEvent.input(area(), { target: { value: "Then teh", selectionStart: 8, selectionEnd: 8 } });
  await new Promise((rest) => setTimeout(rest, 400));
  expect(marked()).toEqual([]);
  fireEvent.keyDown(area(), { key: "Home" });
  await waitFor(() => expect(marked()).toEqual(["teh"]));
});

test("F7 goes from word to word, a digit repairs one, Esc leaves one, A adds one", async () => {
  const of = speller();
  render(<Desk of={of} text="She recieved teh call." />);
  await waitFor(() => expect(marked()).toHaveLength(2));
  area().focus();
  area().setSelectionRange(0, 0);
  fireEvent.keyDown(area(), { key: "F7" });
  const menu = await screen.findByRole("menu", { name: "“recieved” is not known" });
  await waitFor(() => expect(document.activeElement?.textContent).toContain("received"));
  fireEvent.keyDown(menu, { key: "1" });
  await waitFor(() => expect(area().value).toBe("She received teh call."));
  expect(document.activeElement).toBe(area());
  expect(screen.queryByRole("menu")).toBeNull();

  fireEvent.keyDown(area(), { key: ".", ctrlKey: true });
  const next = await screen.findByRole("menu", { name: "“teh” is not known" });
  await waitFor(() => expect(next.querySelectorAll("[role='menuitem']")).toHaveLength(3));
  fireEvent.keyDown(next, { key: "Escape" });
  expect(screen.queryByRole("menu")).toBeNull();
  expect([document.activeElement, area().value]).toEqual([area(), "She received teh call."]);

  area().setSelectionRange(0, 0);
  fireEvent.keyDown(area(), { key: "F7" });
  const again = await screen.findByRole("menu", { name: "“teh” is not known" });
  await waitFor(() => expect(again.querySelectorAll("[role='menuitem']")).toHaveLength(3));
  fireEvent.keyDown(again, { key: "a" });
  expect(of.add).toHaveBeenCalledWith("teh");
});
