import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { key, openWindow, press, sent, title, type, untilTitle } from "../../../dev/at_the_window.tsx";
import { PASSPHRASE, world } from "../../../dev/stand_in/world.ts";
import { queryClient } from "../../ipc/door.ts";

describe("signing in", () => {
  it("asks for the name, because nothing outside the vault may say who works here", async () => {
    await openWindow("closed");
    expect(title()).toBe("Sign in");
    expect(document.body.textContent).not.toContain("Brandvold");
    type("Your name", "tbrandvold");
    type("Passphrase", PASSPHRASE);
    await press(/^Sign in/);
    await untilTitle("My day");
  });

  it("keeps the name and drops the passphrase after a wrong one, and counts a wait down", async () => {
    await openWindow("closed");
    for (const attempt of [1, 2, 3]) {
      type("Your name", "tbrandvold");
      type("Passphrase", `wrong ${String(attempt)}`);
      await press(/^Sign in/);
      await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>("Passphrase").value).toBe(""));
    }
    expect(screen.getByLabelText<HTMLInputElement>("Your name").value).toBe("tbrandvold");
    expect(await screen.findByText(/^Wait 2\d seconds, then try again\.$/)).toBeTruthy();
    await press(/^Sign in/);
    expect(sent("workstation.sign_in")).toHaveLength(3);
  });

  it("leads from a forgotten passphrase to the recovery key", async () => {
    await openWindow("closed");
    await press("I forgot my passphrase");
    expect(title()).toBe("Open with the recovery key");
  });
});

describe("locks", () => {
  it("take every record off the screen and out of memory, and give the same page back", async () => {
    await openWindow("open", "/staff");
    await screen.findByText("Marisol Quiñones, LPC");
    key("l", { ctrlKey: true });
    await untilTitle(/^Locked at/);
    expect(document.body.textContent).not.toContain("Quiñones");
    expect(
      queryClient
        .getQueryCache()
        .getAll()
        .map(({ queryKey: [name] }) => name),
    ).not.toContain("staff.list");
    type("Passphrase", PASSPHRASE);
    await press(/^Unlock/);
    await untilTitle("Staff");
  });

  it("close for somebody else", async () => {
    await openWindow("soft_locked");
    await press("I am someone else");
    await untilTitle(/^Locked at/);
    expect(screen.getByLabelText("Your name")).toBeTruthy();
  });

  it("take a PIN where one is set, and say how many tries are left", async () => {
    await openWindow("soft_locked");
    type("PIN", "1111");
    await press(/^Unlock/);
    expect(await screen.findByText("That is not the PIN.")).toBeTruthy();
    world.workstation.pin_tries_left = 0;
    await queryClient.invalidateQueries();
    expect(await screen.findByLabelText("Passphrase")).toBeTruthy();
  });

  it("show what the core locked by itself", async () => {
    await openWindow("open", "/staff");
    await screen.findByText("Marisol Quiñones, LPC");
    Object.assign(world.workstation, { state: "soft_locked", locked_at: 0 });
    await queryClient.invalidateQueries({ queryKey: ["workstation.state"] });
    await untilTitle(/^Locked at/);
  });
});

describe("hiding", () => {
  it("goes blank on F8 and comes back only through the lock", async () => {
    await openWindow("open", "/staff");
    await screen.findByText("Marisol Quiñones, LPC");
    key("F8");
    expect(await screen.findByText(/^The screen is blank/)).toBeTruthy();
    key("a");
    await untilTitle(/^Locked at/);
  });
});

it("asks for a passphrase of one's own before anything opens", async () => {
  await openWindow("must_renew");
  expect(title()).toBe("Make a passphrase of your own");
  expect(screen.queryByText("My day")).toBeNull();
});

it.each([
  ["damaged", "The records are damaged", true],
  ["behind", "Saved work is missing from the records", true],
  ["in_use", "The records are open somewhere else", false],
])("trouble %s: %s", async (code, words, restore) => {
  await openWindow(`trouble:${code}`);
  expect(title()).toBe(words);
  expect(screen.queryByRole("button", { name: "Restore from a backup" }) !== null).toBe(restore);
});

it("walks through set-up to the first day", async () => {
  await openWindow("first_run");
  await screen.findByLabelText(/^Name of the practice/);
  type(/^Name of the practice/, "Cedar Hollow");
  const { patchWizard, wizardStore } = await import("./first_run/wizard.ts");
  patchWizard({ practice: { ...wizardStore.get().practice, state: "MA", time_zone: "America/New_York" } });
  await press("Continue");
  await untilTitle("Your account");
  type("Given name", "Theodora");
  type("Family name", "Brandvold");
  expect(screen.getByLabelText<HTMLInputElement>("Sign-in name").value).toBe("tbrandvold");
  type("Passphrase", PASSPHRASE);
  type("The same again", PASSPHRASE);
  await press("Create the records");
  await untilTitle("Print the recovery key");
  for (const [group, text] of [
    ["Group 3", "R9TA4"],
    ["Group 8", "MF5KX"],
    ["Group 12", "E4CVP"],
  ] as const)
    type(group, text);
  expect(await screen.findByText("Not the same. Look at each letter again.")).toBeTruthy();
  type("Group 8", "mf5kt");
  await waitFor(() => expect(screen.getAllByText("Right")).toHaveLength(3));
  screen.getByRole("checkbox").click();
  await press("Continue");
  await untilTitle("Hours and week");
  expect(wizardStore.get().key).toBeUndefined();
  await press("Keep these and continue");
  await untilTitle("First backup");
  await press("Finish later");
  await untilTitle("My day");
  expect(await screen.findByText("No backup has been made yet")).toBeTruthy();
});
