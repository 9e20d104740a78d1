//! One router a person, in memory only: after a lock the same person is where they were, another one begins at home.

import { createMemoryHistory, createRouter } from "@tanstack/react-router";
import { Broken } from "./Broken.tsx";
import { tree } from "./tree.tsx";

export function newRouter(at = "/") {
  return createRouter({
    routeTree: tree,
    history: createMemoryHistory({ initialEntries: [at] }),
    defaultPreload: false,
    defaultErrorComponent: Broken,
  });
}

export type AppRouter = ReturnType<typeof newRouter>;

declare module "@tanstack/react-router" {
  interface Register {
    router: AppRouter;
  }
}

let kept: { person: string; router: AppRouter } | undefined;

/** A fresh router for this person at a path: a new sign-in that must not continue anywhere, and the look mode and tests that begin on a page. */
export function beginAt(person: string, path: string): void {
  kept = { person, router: newRouter(path) };
}

export function routerFor(person: string): AppRouter {
  if (kept?.person !== person) kept = { person, router: newRouter() };
  return kept.router;
}
