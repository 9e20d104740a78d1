/* Every test begins with an empty cache and an empty page. */
import { cleanup } from "@testing-library/react";
import { afterEach, vi } from "vitest";

Object.defineProperty(window, "matchMedia", {
  value: () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }),
});

// jsdom has no CSS.escape, and React Aria asks for it.
Object.assign(globalThis, {
  CSS: { escape: (text: string) => text.replaceAll(/[^\w-]/g, (letter) => `\\${letter}`) },
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});
