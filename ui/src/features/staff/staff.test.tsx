import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { key, openWindow, press, sent, type, untilTitle } from "../../../dev/at_the_window.tsx";
import { PASSPHRASE, world } from "../../../dev/stand_in/world.ts";

const settle = (ms: number) => act(() => new Promise((done) => setTimeout(done, ms)));

describe("adding a person", () => {
  it("keeps a draft within a second of typing, without the passphrase, and drops it on success", async () => {
    await openWindow("open", "/staff/new");
    await screen.findByLabelText("Given name");
    type("Given name", "Amara");
    type("Family name", "Okonkwo");
    type("Temporary passphrase", PASSPHRASE);
    await settle(900);
    expect(sent("draft.save")).toHaveLength(1);
    expect(JSON.stringify(sent("draft.save"))).toContain("Okonkwo");
    expect(JSON.stringify(sent("draft.save"))).not.toContain(PASSPHRASE);
    type("The same again", PASSPHRASE);
    await press(/^Add this person/);
    await untilTitle("Amara Okonkwo");
    await waitFor(() => expect(world.drafts.size).toBe(0));
  });

  it("restores what was left and says from when", async () => {
    await openWindow("drafts", "/staff/new");
    expect((await screen.findByLabelText<HTMLInputElement>("Given name")).value).toBe("Amara");
    expect(screen.getByText(/^Restored from today/)).toBeTruthy();
  });

  it("writes what is typed before it locks", async () => {
    await openWindow("open", "/staff/new");
    await screen.findByLabelText("Given name");
    type("Given name", "Amara");
    key("l", { ctrlKey: true });
    await untilTitle(/^Locked at/);
    expect(sent("draft.save")).toHaveLength(1);
  });

  it("puts a refusal beside its field and loses nothing", async () => {
    await openWindow("open", "/staff/new");
    await screen.findByLabelText("Given name");
    type("Given name", "Marisol");
    type("Family name", "Quiñones");
    type("Temporary passphrase", PASSPHRASE);
    type("The same again", PASSPHRASE);
    await settle(0);
    await press(/^Add this person/);
    expect(await screen.findByText("Somebody else signs in with this name.")).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>("Family name").value).toBe("Quiñones");
    type("Sign-in name", "mquinones2");
    await waitFor(() => expect(screen.queryByText("Somebody else signs in with this name.")).toBeNull());
  });
});

it("takes a change of an account back with Ctrl+Z, wherever the focus is", async () => {
  await openWindow("open", "/staff/0199marisol-quiones");
  await untilTitle("Marisol Quiñones, LPC");
  await press("Change");
  type("Given name", "Maria");
  await press(/^Change the account/);
  await untilTitle("Maria Quiñones, LPC");
  key("z", { ctrlKey: true });
  await untilTitle("Marisol Quiñones, LPC");
});

it("goes by G and a letter, with the focus on the new title", async () => {
  await openWindow("open", "/");
  await untilTitle("My day");
  key("g");
  key("s");
  await untilTitle("Staff");
  expect(document.activeElement?.tagName).toBe("H1");
});

it("finds and runs a command from the palette", async () => {
  await openWindow("open", "/");
  await untilTitle("My day");
  key("k", { ctrlKey: true });
  const ask = await screen.findByRole("combobox");
  act(() => ask.focus());
  fireEvent.change(ask, { target: { value: "hours" } });
  key("Enter", {}, ask);
  await untilTitle("Settings");
  expect(await screen.findByText("Hours that make a billable day")).toBeTruthy();
});
