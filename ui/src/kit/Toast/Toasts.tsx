//! Draws the toasts above the status line. Each leaves after eight seconds, but not while the pointer or the focus is on it.

import { useEffect, useState } from "react";
import { useStore } from "../../lib/store.ts";
import { Button } from "../Button/Button.tsx";
import { Icon } from "../Icon/Icon.tsx";
import { TOAST_MS, dismiss, toastStore, undoNewest } from "./toasts.ts";
import type { Toast } from "./toasts.ts";
import styles from "./Toasts.module.css";

function ToastLine({ toast, newest }: { toast: Toast; newest: boolean }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(() => dismiss(toast.id), TOAST_MS);
    return () => clearTimeout(timer);
  }, [held, toast.id]);
  const undo = () => {
    dismiss(toast.id);
    toast.undo?.();
  };
  return (
    <div
      className={styles.toast}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon name={toast.icon} />
      <span>{toast.text}</span>
      {toast.undo ? (
        <Button size="sm" icon="undo" onPress={newest ? undoNewest : undo} {...(newest ? { keys: "Ctrl+Z" } : {})}>
          Undo
        </Button>
      ) : (
        <Button size="sm" icon="close" label="Close" onPress={() => dismiss(toast.id)} />
      )}
    </div>
  );
}

export function Toasts() {
  const toasts = useStore(toastStore);
  const newest = toasts.findLast((toast) => toast.undo)?.id;
  return (
    <div className={styles.toasts} role="status" aria-live="polite">
      {toasts.map((toast) => (
        <ToastLine key={toast.id} toast={toast} newest={toast.id === newest} />
      ))}
    </div>
  );
}
