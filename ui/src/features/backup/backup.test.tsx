import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { key, openWindow, press, sent, type, untilTitle } from "../../../dev/at_the_window.tsx";
import { PASSPHRASE } from "../../../dev/stand_in/world.ts";

async function openNewest(): Promise<void> {
  const [, row] = await screen.findAllByRole("row");
  if (row) {
    fireEvent.click(row);
  }
  await screen.findByText(/^Backup of today/);
}

it("spells out what going back would lose before it asks for the passphrase", async () => {
  await openWindow("open", "/backup");
  await openNewest();
  await press("Go back to it");
  expect(await screen.findByText("56 entries made since then would be gone from the records.")).toBeTruthy();
  expect(screen.getByText("31 × drafts saved")).toBeTruthy();
  await press(/^Go back and lose 56 entries/);
  expect(sent("backup.restore")).toEqual([]);
  type("Your passphrase", PASSPHRASE);
  await press(/^Go back and lose 56 entries/);
  await waitFor(() => expect(sent("backup.restore")).toHaveLength(1));
});

it("makes one by its key, shows how far it is and lets it be cancelled", async () => {
  await openWindow("open", "/backup");
  await screen.findAllByRole("row");
  key("b");
  expect(await screen.findByRole("progressbar")).toBeTruthy();
  await press("Cancel");
  await waitFor(() => expect(screen.getByText("Backup: cancelled")).toBeTruthy());
});

it("tells a director without a backup on My day what is owed, and leads there", async () => {
  await openWindow("owing", "/");
  await untilTitle("My day");
  const link = await screen.findByRole("link", { name: "Make the first backup" });
  fireEvent.click(link);
  await untilTitle("Backup");
  expect(await screen.findByText(", beside the records on the same disk")).toBeTruthy();
});
