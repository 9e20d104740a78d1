//! Three groups typed back from the paper, each checked as soon as it is whole, so that both sides know the printout can be read.

import { useState } from "react";
import { queryClient, useOp } from "../../ipc/door.ts";
import { State } from "../../kit/Badge/Badge.tsx";
import { RefusedBanner } from "../../kit/Banner/RefusedBanner.tsx";
import { Checkbox } from "../../kit/Choice/Choice.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { LETTERS, groupsIn } from "./recovery_key.ts";
import styles from "./RecoverySheet.module.css";

interface KeyProofProps {
  ask: readonly number[];
  onRight: (right: boolean) => void;
  placed: boolean;
  onPlaced: (placed: boolean) => void;
}

export function KeyProof({ ask, onRight, placed, onPlaced }: KeyProofProps) {
  const [typed, setTyped] = useState<Record<number, string>>({});
  const [verdicts, setVerdicts] = useState<Record<number, boolean>>({});
  const check = useOp("recovery.check");
  const type = (index: number, text: string) => {
    const next = { ...typed, [index]: text.toUpperCase() };
    setTyped(next);
    setVerdicts(({ [index]: _dropped, ...rest }) => rest);
    const whole = ask.flatMap((at) => {
      const group = groupsIn(next[at] ?? "").join("");
      return group.length === LETTERS ? [{ index: at, text: group }] : [];
    });
    if (!whole.some((group) => group.index === index)) return;
    check.mutate(
      { groups: whole },
      {
        onSuccess: ({ right, confirmed }) => {
          setVerdicts(Object.fromEntries(right.map((one) => [one.index, one.right])));
          if (!confirmed) return;
          onRight(true);
          // What set-up still owes has changed with it.
          void queryClient.invalidateQueries({ queryKey: ["workstation.state"] });
        },
      },
    );
  };
  return (
    <section className={styles.proof} aria-labelledby="proof">
      <h2 id="proof">Type three groups from the paper</h2>
      <p className="muted">So we both know the printout can be read. Letters I, L, O and U are never used.</p>
      <div className={styles.groups}>
        {ask.map((index) => (
          <Field
            key={index}
            label={`Group ${String(index)}`}
            value={typed[index] ?? ""}
            onChange={(text) => type(index, text)}
            error={verdicts[index] === false ? "Not the same. Look at each letter again." : undefined}
            maxLength={7}
            code
            after={
              verdicts[index] ? (
                <State tone="positive" icon="check">
                  Right
                </State>
              ) : null
            }
          />
        ))}
      </div>
      {check.error ? <RefusedBanner refusal={check.error} /> : null}
      <Checkbox
        isSelected={placed}
        onChange={onPlaced}
        help="Not into the drawer with the backup stick: whoever has both has everything."
      >
        One copy goes into the safe, one to a second place
      </Checkbox>
    </section>
  );
}
