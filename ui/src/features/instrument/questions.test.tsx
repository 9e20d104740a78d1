//! A digit answers the question that has the focus, even where the page has digits of its own.

import { fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { expect, it } from "vitest";
import type { InstrumentForm } from "../../ipc/generated/calls.ts";
import { useCommands } from "../palette/commands.ts";
import { useShortcuts } from "../palette/useShortcuts.ts";
import { Questions } from "./Questions.tsx";
import type { Answers } from "./answers.ts";

const options = [0, 1, 2].map((value) => ({ value, label: `often ${String(value)}` }));
const item = (id: string) => ({ id, text: `Question ${id}`, prompt: "", options });
const form = { items: [item("a"), item("b")], skips: [] } as unknown as InstrumentForm;

function Page({ onTab }: { onTab: () => void }) {
  const [answers, setAnswers] = useState<Answers>({});
  useShortcuts(true);
  useCommands([{ id: "tab.2", title: "Second tab", group: "Here", icon: "check", keys: "2", run: onTab }]);
  return (
    <>
      <Questions form={form} answers={answers} onChange={setAnswers} />
      <output>{JSON.stringify(answers)}</output>
    </>
  );
}

it("answers by digit and goes on, and leaves no tab", () => {
  let left = 0;
  render(<Page onTab={() => (left += 1)} />);
  screen.getAllByRole("radio")[0]?.focus();
  for (const key of "21") fireEvent.keyDown(document.activeElement ?? document.body, { key });
  expect(screen.getByRole("status").textContent).toBe('{"a":2,"b":1}');
  expect(left).toBe(0);
});
