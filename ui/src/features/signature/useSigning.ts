//! Signing what a form holds, everywhere in the same order: what is missing first, point by point, and only then who signs.

import { useMemo, useState } from "react";
import type { FieldFault, SignReady } from "../../ipc/generated/calls.ts";
import { Refused, refused } from "../../ipc/refused.ts";
import { focusField } from "../../kit/Form/focusField.ts";
import { inForm } from "./points.ts";

export interface Signing {
  /** What the last look found missing. */
  points: readonly FieldFault[];
  /** The same for the form, which says each beside its field. */
  refusal: Refused | null;
  /** Whether somebody is asked who they are. */
  isOpen: boolean;
  /** Takes the core's answer: goes to the first point, or asks who signs. */
  look: (ready: Promise<SignReady>) => void;
  close: () => void;
  /** Forgets what was found: the draft is another one now. */
  reset: () => void;
}

export function useSigning(): Signing {
  const [points, setPoints] = useState<readonly FieldFault[]>([]);
  const [failed, setFailed] = useState<Refused | null>(null);
  const [isOpen, setOpen] = useState(false);
  const fields = points.filter(inForm);
  const complaints = useMemo(
    () => (fields.length === 0 ? null : new Refused({ code: "invalid", message: "", fields })),
    // The points are new with each look and stand unchanged between.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [points],
  );
  const reset = () => {
    setPoints([]);
    setFailed(null);
    setOpen(false);
  };
  const look = (ready: Promise<SignReady>) => {
    ready.then(
      ({ missing }) => {
        setFailed(null);
        setPoints(missing);
        setOpen(missing.length === 0);
        const first = missing.find(inForm);
        if (first !== undefined) focusField(first.field);
      },
      (thrown: unknown) => {
        setFailed(refused(thrown));
      },
    );
  };
  return { points, refusal: failed ?? complaints, isOpen, look, close: () => setOpen(false), reset };
}
