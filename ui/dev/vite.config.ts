/* The look mode's own build: `npm run dev` serves it (with EVENKEEL_VAULT=FOLDER over the real core at `?core`), and `vite build --config dev/vite.config.ts` writes it for screenshots. */
import { defineConfig } from "vite";
import window from "../vite.config.ts";
import { core } from "./core.ts";

const here = new URL(".", import.meta.url).pathname;
const { plugins, build, css } = window;

export default defineConfig({
  root: here,
  base: "./",
  plugins: [...(plugins ?? []), core()],
  ...(css ? { css } : {}),
  resolve: { alias: { "@tauri-apps/api/core": `${here}stand_in/invoke.ts` } },
  build: { ...build, outDir: "dist", chunkSizeWarningLimit: 1_000 },
});
