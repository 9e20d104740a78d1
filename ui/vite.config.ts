/* How the window is built: relative assets, nothing inlined, so that `style-src 'self'; script-src 'self'; font-src 'self'` holds.
   Tests run with the in-memory practice of dev/ in the place of Tauri's `invoke`; the bundle never sees it. */
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

/** React Aria carries its few words in 34 languages; the window speaks one. */
export function englishOnly(): Plugin {
  return {
    name: "english-only",
    enforce: "pre",
    load: (id) => (/\/intl\/[\w/]+\/(?!en-US)[a-z]{2}-[A-Z]{2}\.mjs$/.test(id) ? "export default {};" : undefined),
  };
}

export default defineConfig({
  base: "./",
  plugins: [englishOnly()],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target: "safari16.4",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2_000,
    // "use client" means nothing in a window without a server.
    rolldownOptions: {
      onLog: (level, log, handle) => (log.code === "MODULE_LEVEL_DIRECTIVE" ? undefined : handle(level, log)),
    },
  },
  css: { modules: { localsConvention: "camelCaseOnly" } },
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["dev/test_setup.ts"],
    alias: { "@tauri-apps/api/core": new URL("./dev/stand_in/invoke.ts", import.meta.url).pathname },
    css: { include: /.+/, modules: { classNameStrategy: "non-scoped" } },
  },
});
