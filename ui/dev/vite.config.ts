/* The look mode's own build: `npm run dev` serves it, and `vite build --config dev/vite.config.ts` writes it for screenshots. */
import { defineConfig } from "vite";
import window from "../vite.config.ts";

const here = new URL(".", import.meta.url).pathname;
const { plugins, build, css } = window;

export default defineConfig({
  root: here,
  base: "./",
  ...(plugins ? { plugins } : {}),
  ...(css ? { css } : {}),
  resolve: { alias: { "@tauri-apps/api/core": `${here}stand_in/invoke.ts` } },
  build: { ...build, outDir: "dist", chunkSizeWarningLimit: 1_000 },
});
