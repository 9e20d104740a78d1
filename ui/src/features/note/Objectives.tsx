//! Progress on objectives: a tick says it was worked on, a segment says how it moved. Ticked ones go into the plan review.

import type { ObjectiveAnswer, Progress } from "../../ipc/generated/calls.ts";
import { Checkbox, Segments } from "../../kit/Choice/Choice.tsx";
import styles from "./note.module.css";

const STEPS: readonly { value: Progress; label: string }[] = [
  { value: "set_back", label: "Set back" },
  { value: "same", label: "Same" },
  { value: "forward", label: "Forward" },
  { value: "met", label: "Met" },
];

interface ObjectivesProps {
  objectives: readonly ObjectiveAnswer[];
  ticks: Record<string, Progress>;
  onChange: (ticks: Record<string, Progress>) => void;
}

export function Objectives({ objectives, ticks, onChange }: ObjectivesProps) {
  if (objectives.length === 0) {
    return (
      <p className="muted" data-field="objectives">
        <span className={styles.label}>Objectives</span> There is no active plan to point at.
      </p>
    );
  }
  return (
    <fieldset data-field="objectives">
      <legend>
        <span className={styles.label}>Progress on objectives</span>{" "}
        <span className="muted">ticked ones go into the plan review</span>
      </legend>
      {objectives.map((objective) => {
        const progress = ticks[objective.id];
        return (
          <div key={objective.id} className={styles.objective}>
            <Checkbox
              isSelected={progress !== undefined}
              onChange={(ticked) =>
                onChange(
                  ticked
                    ? { ...ticks, [objective.id]: "not_rated" }
                    : Object.fromEntries(Object.entries(ticks).filter(([id]) => id !== objective.id)),
                )
              }
            >
              {objective.label} {objective.words}
            </Checkbox>
            {progress === undefined ? (
              <span className="muted small">not worked on today</span>
            ) : (
              <Segments
                label={`Progress on ${objective.label}`}
                labelShown={false}
                value={progress}
                options={STEPS}
                onChange={(next) => onChange({ ...ticks, [objective.id]: next })}
              />
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
