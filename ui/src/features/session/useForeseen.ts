//! Saving in two steps where somebody should see first what follows: the first press shows it, the second saves. Nothing to show saves at once.

import { useState } from "react";
import { foresee } from "../../ipc/door.ts";
import type { Answer, OpName, Request } from "../../ipc/generated/calls.ts";
import { refused } from "../../ipc/refused.ts";
import type { Refused } from "../../ipc/refused.ts";

export function useForeseen<Name extends OpName>(name: Name, worth: (answer: Answer<Name>) => boolean) {
  const [shown, setShown] = useState<{ of: string; answer: Answer<Name> }>();
  const [error, setError] = useState<Refused | null>(null);
  /** Saves when there is nothing to show, or it was shown for this very request. */
  const submit = async (request: Request<Name>, save: () => void): Promise<void> => {
    const of = JSON.stringify(request);
    setError(null);
    if (shown?.of === of) return save();
    try {
      const answer = await foresee(name, request);
      if (worth(answer)) setShown({ of, answer });
      else save();
    } catch (thrown) {
      setError(refused(thrown));
    }
  };
  return { shown: shown?.answer, error, submit };
}
