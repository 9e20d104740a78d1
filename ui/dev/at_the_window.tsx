/* How the screen tests act like a person: open the window in a scene, type into the field of a name, press the button of a name. */
import { expect } from "vitest";
import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { App } from "../src/app/App.tsx";
import { leaveWizard } from "../src/features/workstation/first_run/wizard.ts";
import { queryClient } from "../src/ipc/door.ts";
import { dismissAll } from "../src/kit/Toast/toasts.ts";
import { beginAt } from "../src/routes/router.ts";
import { calls } from "./stand_in/invoke.ts";
import { setScene, world } from "./stand_in/world.ts";

export async function openWindow(scene: string, at = "/"): Promise<void> {
  queryClient.clear();
  dismissAll();
  leaveWizard();
  calls.length = 0;
  setScene(scene);
  const person = world.workstation.person;
  if (person) beginAt(person.id, at);
  render(<App />);
  await waitFor(() => expect(document.querySelector("h1")).not.toBeNull());
}

export function title(): string {
  return document.querySelector("h1")?.textContent ?? "";
}

export const untilTitle = (text: string | RegExp) => waitFor(() => expect(title()).toMatch(text));

export function type(label: string | RegExp, text: string): void {
  fireEvent.change(screen.getByLabelText(label), { target: { value: text } });
}

export async function press(name: string | RegExp): Promise<void> {
  const [button] = await screen.findAllByRole("button", { name });
  if (button === undefined) return;
  await act(async () => {
    fireEvent.click(button);
    await new Promise((done) => setTimeout(done, 0));
  });
}

export function key(
  name: string,
  more: KeyboardEventInit = {},
  target: Element = document.activeElement ?? document.body,
): void {
  fireEvent.keyDown(target, { key: name, ...more });
}

/** What the window asked the core to do, by name. */
export function sent(name: string): unknown[] {
  return calls.filter((call) => call.name === name).map((call) => call.payload);
}
