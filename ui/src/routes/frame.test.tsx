import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { key, openWindow, untilTitle } from "../../dev/at_the_window.tsx";
import { inRail, placesFor } from "./nav.ts";

describe("the frame", () => {
  it("walks through its regions with F6 and back with Shift+F6", async () => {
    await openWindow("open", "/staff");
    await untilTitle("Staff");
    await waitFor(() => expect(document.activeElement?.tagName).toBe("H1"));
    const regions = [];
    for (let press = 0; press < 4; press += 1) {
      key("F6");
      regions.push(document.activeElement?.closest("[data-region]")?.tagName);
    }
    expect(regions).toEqual(["FOOTER", "HEADER", "NAV", "MAIN"]);
    key("F6", { shiftKey: true });
    expect(document.activeElement?.closest("[data-region]")?.tagName).toBe("NAV");
  });

  it("shows in ? every key that works here", async () => {
    await openWindow("open", "/staff");
    await untilTitle("Staff");
    key("?", { shiftKey: true });
    expect(await screen.findByText("Add a person to the staff")).toBeTruthy();
    expect(screen.getByText("Ctrl+Shift+L")).toBeTruthy();
  });

  it("begins a single letter only outside text", async () => {
    await openWindow("open", "/staff/new");
    const field = await screen.findByLabelText("Given name");
    key("?", { shiftKey: true }, field);
    expect(screen.queryByText("Keys on this page", { selector: "h2" })).toBeNull();
  });
});

describe("the places one can go", () => {
  it.each([
    ["director", ["/", "/tonight", "/caseload", "/tests", "/staff", "/backup", "/settings/rules"], []],
    ["counselor", ["/", "/clients", "/tonight", "/audit"], ["/staff", "/backup", "/settings/rules", "/settings/lock"]],
    ["front_desk", ["/", "/clients", "/sessions", "/tests"], ["/caseload", "/audit", "/cosign", "/search", "/staff", "/backup"]],
    ["auditor", ["/", "/audit", "/staff", "/settings/rules"], ["/tonight", "/backup", "/settings/lock", "/cosign"]],
  ] as const)("of a %s", (role, there, absent) => {
    const paths = new Set<string>(placesFor([role]).map((place) => place.to));
    expect(there.filter((path) => !paths.has(path))).toEqual([]);
    expect(absent.filter((path) => paths.has(path))).toEqual([]);
  });

  it("have keys of their own", () => {
    const letters = placesFor(["director"]).flatMap((place) => place.go ?? []);
    expect(new Set(letters).size).toBe(letters.length);
  });

  it("keeps the arrivals in the rail of the front desk, and in the palette of the others", () => {
    const day = (role: "front_desk" | "director") => inRail(placesFor([role]), "day", [role]).map((place) => place.to);
    expect(day("front_desk")).toContain("/board");
    expect(day("director")).not.toContain("/board");
    expect(placesFor(["director"]).some((place) => place.to === "/board")).toBe(true);
  });
});
