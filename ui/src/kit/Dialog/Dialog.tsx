//! A dialog, only for what cannot be undone or needs an answer first. Focus goes in and comes back by itself; Esc closes unless work is under way.

import type { ReactNode } from "react";
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
        <AriaDialog className={styles.dialog ?? ""} role={grave ? "alertdialog" : "dialog"}>
          <Heading slot="title">{title}</Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

export function DialogActions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}
