//! The recovery key on the screen, its print, and the proof that the print can be read. Used in set-up and when a director makes a new one.

import { useEffect, useState } from "react";
import { useOp } from "../../ipc/door.ts";
import type { RecoveryKey } from "../../ipc/generated/calls.ts";
import { State } from "../../kit/Badge/Badge.tsx";
import { RefusedBanner } from "../../kit/Banner/RefusedBanner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { time } from "../../lib/time.ts";
import { KeyProof } from "./KeyProof.tsx";
import styles from "./RecoverySheet.module.css";

interface RecoverySheetProps {
  recovery: RecoveryKey;
  zone: string | undefined;
  /** True once the groups match and the person has said where the copies go. */
  onReady: (ready: boolean) => void;
}

export function RecoverySheet({ recovery, zone, onReady }: RecoverySheetProps) {
  const [hidden, setHidden] = useState(false);
  const [right, setRight] = useState(false);
  const [placed, setPlaced] = useState(false);
  useEffect(() => onReady(right && placed), [right, placed, onReady]);
  return (
    <>
      <ol className={styles.key} aria-label="Recovery key, 13 groups of 5">
        {recovery.recovery_groups.map((group, index) => (
          <li key={`${String(index)}${group}`}>
            <span>{index + 1}</span>
            <code>{hidden ? "·····" : group}</code>
          </li>
        ))}
      </ol>
      <div className="cluster">
        <PrintKey zone={zone} />
        <span className="push">
          <Button kind="quiet" icon={hidden ? "show" : "hidden"} onPress={() => setHidden(!hidden)}>
            {hidden ? "Show" : "Hide"}
          </Button>
        </span>
      </div>
      <KeyProof ask={recovery.ask} onRight={setRight} placed={placed} onPlaced={setPlaced} />
    </>
  );
}

function PrintKey({ zone }: { zone: string | undefined }) {
  const [printedAt, setPrintedAt] = useState<number>();
  const print = useOp("recovery.print");
  const press = () =>
    print.mutate({ copies: 2 }, { onSuccess: ({ saved }) => (saved ? setPrintedAt(Date.now()) : undefined) });
  return (
    <>
      <Button icon="print" pending={print.isPending} onPress={press}>
        Print two copies
      </Button>
      {printedAt === undefined ? null : (
        <State tone="positive" icon="check">
          Saved for printing {time(printedAt, zone)}, 2 copies
        </State>
      )}
      {print.error ? <RefusedBanner refusal={print.error} /> : null}
    </>
  );
}
