//! F8 always hides more: page, room mode (where a page offers one), blank. From blank every key leads to the lock.

import type { ReactNode } from "react";
import { useEffect } from "react";
import { createStore } from "../../lib/store.ts";

export type Discreetness = "page" | "room" | "blank";

export const discreetStore = createStore<Discreetness>("page");
const roomStore = createStore<(() => ReactNode) | undefined>(undefined);

export function hideMore(): void {
  discreetStore.set((now) => (now === "page" && roomStore.get() !== undefined ? "room" : "blank"));
}

export function blankScreen(): void {
  discreetStore.set("blank");
}

export function leaveDiscreet(): void {
  discreetStore.set("page");
}

export function roomNow(): (() => ReactNode) | undefined {
  return roomStore.get();
}

/** Offered by a page that may be shown to the room: first name and initial only, and no word for absent. */
export function useRoom(room: () => ReactNode): void {
  useEffect(() => {
    roomStore.set(() => room);
    return () => roomStore.set(undefined);
  }, [room]);
}
