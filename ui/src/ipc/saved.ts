//! When something was last written to the vault, and whether a write is under way or was refused: what the status line shows at the bottom left.

import { createStore } from "../lib/store.ts";

export interface Saved {
  at: number | undefined;
  pending: number;
  failed: boolean;
}

export const savedStore = createStore<Saved>({ at: undefined, pending: 0, failed: false });

export function writeBegins(): void {
  savedStore.set((saved) => ({ ...saved, pending: saved.pending + 1 }));
}

/** `at` is undefined for an op that answered without having changed anything. */
export function writeEnds(at: number | undefined): void {
  savedStore.set((saved) => ({
    at: at ?? saved.at,
    pending: saved.pending - 1,
    failed: at === undefined ? saved.failed : false,
  }));
}

export function writeFails(lost: boolean): void {
  savedStore.set((saved) => ({ ...saved, pending: saved.pending - 1, failed: saved.failed || lost }));
}
