//! What was just done, with a way to undo it for eight seconds. The store only; Toasts.tsx draws it, and Ctrl+Z takes back the newest.

import { createStore } from "../../lib/store.ts";
import type { IconName } from "../Icon/Icon.tsx";

export interface Toast {
  id: number;
  text: string;
  icon: IconName;
  undo?: () => void;
}

export const TOAST_MS = 8_000;
export const toastStore = createStore<readonly Toast[]>([]);
let next = 1;

/** Says that something was done. At most three are shown; the oldest gives way. */
export function say(text: string, options: { undo?: () => void; icon?: IconName } = {}): void {
  const toast: Toast = {
    id: next,
    text,
    icon: options.icon ?? "check",
    ...(options.undo ? { undo: options.undo } : {}),
  };
  next += 1;
  toastStore.set((toasts) => [...toasts, toast].slice(-3));
}

export function dismiss(id: number): void {
  toastStore.set((toasts) => toasts.filter((toast) => toast.id !== id));
}

/** Takes back the newest change that can be; answers whether there was one. */
export function undoNewest(): boolean {
  const toast = toastStore.get().findLast((one) => one.undo !== undefined);
  if (!toast) return false;
  dismiss(toast.id);
  toast.undo?.();
  return true;
}

/** Behind a lock nothing may tell what was done before it. */
export function dismissAll(): void {
  toastStore.set([]);
}
