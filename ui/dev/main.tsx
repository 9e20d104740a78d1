/* The look mode: the window over an in-memory practice, for the eye and for screenshots. Never in the bundle.
   ?scene=first_run|closed|soft_locked|must_renew|owing|drafts|trouble:damaged  &at=/staff  &theme=dark  &contrast=1  &density=compact   #/gallery
   ?core: over the real core, see `core.ts`. */
import "./freeze.ts";
import "../src/styles/tokens.css";
import "../src/styles/base.css";
import { createRoot } from "react-dom/client";
import { App } from "../src/app/App.tsx";
import { beginAt } from "../src/routes/router.ts";
import type { Screen } from "../src/ipc/generated/calls.ts";
import { Gallery } from "./gallery/Gallery.tsx";
import { real } from "./stand_in/invoke.ts";
import { setScene, world } from "./stand_in/world.ts";

const asked = new URLSearchParams(location.search);
if (!real) setScene(asked.get("scene") ?? "open");
const theme = asked.get("theme");
Object.assign(world.screen, {
  theme: theme === "dark" || theme === "light" ? theme : "system",
  contrast: asked.has("contrast"),
  density: asked.get("density") === "compact" ? "compact" : "comfortable",
} satisfies Partial<Screen>);
if (theme) document.documentElement.dataset["theme"] = theme;

const at = asked.get("at");
const person = world.workstation.person;
if (!real && at !== null && person) beginAt(person.id, at);

const root = document.getElementById("root");
if (root) createRoot(root).render(location.hash === "#/gallery" ? <Gallery /> : <App />);
