//! What one does with a draft that is signed in the end: discard it, keep it, or check and sign it. Who may not sign keeps it.

import type { ReactNode } from "react";
import { Button } from "../../kit/Button/Button.tsx";
import { FormActions } from "../../kit/Form/Form.tsx";

interface DraftActionsProps {
  maySign: boolean;
  saving: boolean;
  discarding: boolean;
  onSave: () => void;
  onDiscard: () => void;
  /** Said beside the buttons. */
  children?: ReactNode;
}

export function DraftActions({ maySign, saving, discarding, onSave, onDiscard, children }: DraftActionsProps) {
  return (
    <FormActions>
      {children}
      <Button kind="quiet" pending={discarding} onPress={onDiscard}>
        Discard this draft
      </Button>
      {maySign ? (
        <Button pending={saving} onPress={onSave}>
          Save draft
        </Button>
      ) : null}
      <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={saving}>
        {maySign ? "Check and sign" : "Save draft"}
      </Button>
    </FormActions>
  );
}
