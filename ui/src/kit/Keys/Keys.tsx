//! Key hints: `Key` is one shortcut as it stands on a button, `KeyList` the line under a grid or a list.

import { Fragment } from "react";
import type { ReactNode } from "react";
import { spoken, written } from "../../lib/chord.ts";
import { Icon } from "../Icon/Icon.tsx";
import type { IconName } from "../Icon/Icon.tsx";
import styles from "./Keys.module.css";

/** The fonts hold no arrows. */
const ARROWS: Record<string, IconName> = { Up: "up-arrow", Down: "down-arrow" };

/** A shortcut such as "Ctrl+K" or "G S"; a sequence becomes one cap per press. */
export function Key({ of, className }: { of: string; className?: string }) {
  return (
    <span className={className ? `${styles.key} ${className}` : styles.key} aria-hidden="true">
      {written(of).map((cap, index) => (
        <kbd key={`${cap}${String(index)}`}>{ARROWS[cap] ? <Icon name={ARROWS[cap]} size="sm" /> : cap}</kbd>
      ))}
    </span>
  );
}

/** The form `aria-keyshortcuts` wants; undefined for sequences, which it cannot express. */
export function keyShortcut(of: string | undefined): string | undefined {
  return of === undefined ? undefined : spoken(of);
}

export function KeyList({
  keys,
  end,
}: {
  keys: readonly (readonly [keys: string, does: string])[];
  end?: ReactNode;
}) {
  return (
    <p className={styles.list}>
      {keys.map(([key, does]) => (
        <Fragment key={key}>
          <span>
            {key.split(" or ").map((one) => (
              <Key key={one} of={one} />
            ))}
            {does}
          </span>{" "}
        </Fragment>
      ))}
      {end ? <span className="push">{end}</span> : null}
    </p>
  );
}
