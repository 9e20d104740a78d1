//! What may not stand anywhere in the window's source, checked as an ordinary test. Each ban has its reason beside it.

import { describe, expect, it } from "vitest";

const sources = import.meta.glob<string>(["../**/*.{ts,tsx,css}", "!../**/*.test.{ts,tsx}"], {
  query: "?raw",
  import: "default",
  eager: true,
});
const files = Object.entries(sources).map(([path, text]) => ({ path: path.replace(/^\.\.\//, ""), text }));
const page = import.meta.glob<string>("../../index.html", { query: "?raw", import: "default", eager: true });

const BANS: readonly { what: RegExp; why: string; but?: RegExp }[] = [
  { what: /\bstyle=\{/, why: "the policy forbids inline styles; use a class or a data attribute" },
  { what: /dangerouslySetInnerHTML|\.innerHTML|insertAdjacentHTML|document\.write/, why: "text is never markup" },
  {
    what: /\b(localStorage|sessionStorage|indexedDB)\b|document\.cookie|caches\.open/,
    why: "nothing is kept outside the vault",
  },
  { what: /https?:\/\//, why: "nothing is fetched and nothing links out" },
  {
    what: /\b(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon)\s*\(/,
    why: "the only way out of the window is the door",
  },
  { what: /\beval\(|new Function\(/, why: "script-src 'self'" },
  { what: /\bconsole\./, why: "no client's name in a log" },
  { what: /@tauri-apps\//, why: "one file talks to the core", but: /^ipc\/door\.ts$/ },
  { what: /#[0-9a-f]{3,8}\b|\brgba?\(/i, why: "raw colors live in tokens.css", but: /^styles\/tokens\.css$|\.tsx?$/ },
  {
    what: /addEventListener\("(input|beforeinput|keypress)"/,
    why: "a state set there is drawn before React hears of the letter, and the letter is lost: use React's own events",
  },
  { what: /text-decoration: \S+ [^;]*;/, why: "WebKit takes no more than the line from the shorthand" },
  { what: /\bpatients?\b|\baddicts?\b|\babusers?\b/i, why: "the words of the field: client" },
  {
    what: /Date\.parse\([^)]*\)\s*\/|getTimezoneOffset|getHours\(\)/,
    why: "times belong to the practice's zone: lib/time.ts",
  },
];

describe("the source of the window", () => {
  it("is found", () => expect(files.length).toBeGreaterThan(80));

  it.each(BANS)("holds nothing like $what", ({ what, but, why }) => {
    const found = files.filter(({ path, text }) => !but?.test(path) && what.test(text)).map(({ path }) => path);
    expect(found, why).toEqual([]);
  });

  it("opens every file with what it is", () => {
    const mute = files.filter(
      ({ path, text }) =>
        !path.startsWith("ipc/generated/") && !text.startsWith(path.endsWith(".css") ? "/*" : "//!"),
    );
    expect(mute.map(({ path }) => path)).toEqual([]);
  });

  it("keeps files to 400 lines", () => {
    const long = files.filter(
      ({ path, text }) => !path.startsWith("ipc/generated/") && text.split("\n").length > 401,
    );
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  it("keeps features apart from the frame: none imports app/ but for the theme and the lock", () => {
    const wrong = files.filter(
      ({ path, text }) => path.startsWith("kit/") && /from "\.\.\/\.\.\/(features|routes|app)\//.test(text),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it("has a page without inline script or style", () => {
    const [html = ""] = Object.values(page);
    expect(html.replaceAll(/<!--.*?-->/gs, "")).not.toMatch(/<style|style=|<script(?![^>]*\bsrc=)| on\w+=/);
  });
});
