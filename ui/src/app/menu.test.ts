import { expect, test } from "vitest";
import { keepMenuShut } from "./menu.ts";

test.each([
  ["Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/605.1.15", false],
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Edg/141.0", true],
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15", true],
])("where the shell does not choose the items the menu stays shut: %s", (system, shut) => {
  const page = new EventTarget();
  keepMenuShut(page, system);
  const click = new Event("contextmenu", { cancelable: true });
  page.dispatchEvent(click);
  expect(click.defaultPrevented).toBe(shut);
});
