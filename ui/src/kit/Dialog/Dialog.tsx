//! A dialog, only for what cannot be undone or needs an answer first. Focus goes in and comes back by itself; Esc closes unless work is under way, and
//! Ctrl+Enter finishes its form wherever in the dialog the focus is.

import { useEffect, useRef } from "react";
import type { ReactNode, RefObject } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import styles from "./Dialog.module.css";

interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** Asks before something irrevocable; a screen reader reads all of it at once. */
  grave?: boolean;
  busy?: boolean;
  wide?: boolean;
}

export function Dialog({ title, isOpen, onClose, children, grave, busy, wide }: DialogProps) {
  const dialog = useRef<HTMLElement>(null);
  return (
    <ModalOverlay
      className={styles.veil ?? ""}
      isOpen={isOpen}
      isKeyboardDismissDisabled={busy ?? false}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={styles.modal ?? ""} data-wide={wide || undefined}>
        <AriaDialog ref={dialog} className={styles.dialog ?? ""} role={grave ? "alertdialog" : "dialog"}>
          <Heading slot="title">{title}</Heading>
          {children}
          <Finish dialog={dialog} />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** For keys that no form has taken: the focus is on the dialog itself until somebody moves it. */
function Finish({ dialog }: { dialog: RefObject<HTMLElement | null> }) {
  useEffect(() => {
    const shown = dialog.current;
    const finish = (event: KeyboardEvent) => {
      const form = shown?.querySelector("form") ?? undefined;
      if (form === undefined || event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
      event.preventDefault();
      event.stopPropagation();
      form.requestSubmit();
    };
    shown?.addEventListener("keydown", finish);
    return () => shown?.removeEventListener("keydown", finish);
  }, [dialog]);
  return null;
}

export function DialogActions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}
