//! The risk line. Nothing answers it by default, and a note of a day on which the client was not seen may leave it; 1, 2 and 3 pick while no text has the focus, with Alt also while writing.

import type { Risk } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { Segments } from "../../kit/Choice/Choice.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Icon } from "../../kit/Icon/Icon.tsx";
import { useCommands } from "../palette/commands.ts";
import styles from "./note.module.css";

const RISKS = [
  { value: "none_observed", label: "None observed" },
  { value: "same", label: "Same as last time" },
  { value: "new_or_changed", label: "New or changed" },
] as const satisfies readonly { value: Risk; label: string }[];

interface RiskLineProps {
  /** The client was there, so an answer is required. */
  owed: boolean;
  risk: Risk | null;
  words: string;
  onChange: (patch: { risk?: Risk | null; riskWords?: string }) => void;
}

export function RiskLine({ owed, risk, words, onChange }: RiskLineProps) {
  useCommands(
    RISKS.flatMap(({ value, label }, index) =>
      ["", "Alt+"].map((held) => ({
        id: `risk.${held}${value}`,
        title: `Risk: ${label.toLowerCase()}`,
        group: "Here" as const,
        icon: "flag" as const,
        keys: `${held}${String(index + 1)}`,
        inText: held !== "",
        run: () => onChange({ risk: value }),
      })),
    ),
  );
  return (
    <div className="stack" data-gap="tight">
      <div className={styles.risk} data-field="risk">
        <div>
          <span className={styles.label}>Risk</span>{" "}
          {risk === null && owed ? (
            <span className={styles.problem}>
              <Icon name="caution" size="sm" />
              Choose one; whoever was seen has a risk line
            </span>
          ) : null}
          {owed ? null : risk === null ? (
            <span className="muted small">only if you saw the client</span>
          ) : (
            <Button size="sm" kind="quiet" icon="undo" onPress={() => onChange({ risk: null, riskWords: "" })}>
              Take it out
            </Button>
          )}
        </div>
        <Segments
          label="Risk"
          labelShown={false}
          value={risk ?? ""}
          options={RISKS as readonly { value: Risk | ""; label: string }[]}
          onChange={(next) => {
            if (next !== "") onChange({ risk: next });
          }}
        />
      </div>
      {risk === "new_or_changed" || words !== "" ? (
        <Field
          label="What is new or changed, and what was done"
          name="risk_words"
          lines={2}
          value={words}
          onChange={(riskWords) => onChange({ riskWords })}
        />
      ) : null}
    </div>
  );
}
