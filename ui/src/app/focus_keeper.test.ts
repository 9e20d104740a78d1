import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { keepFocus } from "./focus_keeper.ts";

let stop: () => void;

beforeEach(() => {
  document.body.innerHTML = `<main><h1 tabindex="-1">Staff</h1><section id="account"><button id="change">Change</button><form id="form"><input id="name"></form></section><p id="plain"><a id="away" href="#x">x</a></p></main>`;
  stop = keepFocus();
});
afterEach(() => {
  stop();
  document.body.innerHTML = "";
});

const focusOn = (id: string) => document.getElementById(id)?.focus();
const settled = () => vi.waitFor(() => expect(document.activeElement).not.toBe(document.body));

describe("when what has the focus goes away", () => {
  it("goes to the nearest control that is still there", async () => {
    focusOn("name");
    document.getElementById("form")?.remove();
    await settled();
    expect(document.activeElement?.id).toBe("change");
  });

  it("goes to the title when nothing near can take it", async () => {
    focusOn("away");
    document.getElementById("away")?.remove();
    await settled();
    expect(document.activeElement?.tagName).toBe("H1");
  });

  it("goes back to where it was before a dialog", async () => {
    focusOn("change");
    document.body.insertAdjacentHTML("beforeend", `<div role="dialog"><input id="word"></div>`);
    focusOn("word");
    document.querySelector("[role=dialog]")?.remove();
    await settled();
    expect(document.activeElement?.id).toBe("change");
  });

  it("goes to the title of a new screen", async () => {
    focusOn("name");
    document.body.innerHTML = `<main><h1 tabindex="-1">Locked</h1></main>`;
    await settled();
    expect(document.activeElement?.textContent).toBe("Locked");
  });

  it("leaves it alone when something else took it", async () => {
    focusOn("name");
    document.getElementById("form")?.remove();
    focusOn("away");
    await new Promise((done) => setTimeout(done, 100));
    expect(document.activeElement?.id).toBe("away");
  });
});
