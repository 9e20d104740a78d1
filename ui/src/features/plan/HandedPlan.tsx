//! The plan in the client's hand: a name and a place to sign.

import { useState } from "react";
import type { ReactNode } from "react";
import { ask, useOp } from "../../ipc/door.ts";
import type { PlanSheet } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Form, FormActions } from "../../kit/Form/Form.tsx";
import { InClientsHand } from "../workstation/InHand.tsx";
import type { InHand } from "../workstation/InHand.tsx";
import { DrawingField } from "./Drawing.tsx";
import { quoted } from "./outline.ts";
import styles from "./Plan.module.css";

export function HandedPlan({ children }: { children: (inHand: InHand | undefined) => ReactNode }) {
  // Kept here, so that a look at the lock loses neither.
  const [name, setName] = useState("");
  const [drawn, setDrawn] = useState("");
  return (
    <InClientsHand
      ask={() => ask("plan_signature.handed", {}).then(({ sheet, done }) => ({ thing: sheet, done }))}
      sheet={(sheet, onDone) => (
        <Sheet sheet={sheet} name={name} drawn={drawn} onName={setName} onDrawn={setDrawn} onDone={onDone} />
      )}
    >
      {children}
    </InClientsHand>
  );
}

interface SheetProps {
  sheet: PlanSheet;
  name: string;
  drawn: string;
  onName: (name: string) => void;
  onDrawn: (strokes: string) => void;
  onDone: () => void;
}

function Sheet({ sheet, name, drawn, onName, onDrawn, onDone }: SheetProps) {
  const handIn = useOp("plan_signature.hand_in");
  const missing = name.trim() === "" ? "Type your name first." : undefined;
  const submit = () => {
    if (missing === undefined) handIn.mutate({ name, drawn }, { onSuccess: onDone });
  };
  return (
    <>
      <h1>Your treatment plan</h1>
      <p>Please read it. Ask about anything that is not clear, or not right.</p>
      <div className={styles.plan}>
        {sheet.problems.map((problem, p) => (
          <section key={`${String(p)}${problem.words}`} className={styles.problem}>
            <h2>{problem.words}</h2>
            {problem.goals.map((goal, g) => (
              <div key={`${String(g)}${goal.words}`} className={styles.goal}>
                <blockquote>{quoted(goal.words)}</blockquote>
                <ul className={styles.plain}>
                  {goal.objectives.map((one) => (
                    <li key={one.id}>
                      <span className={styles.label}>{one.label}</span> {one.words}
                    </li>
                  ))}
                  {goal.interventions.map((one) => (
                    <li key={one.words} className="muted">
                      {`We: ${one.words}, ${one.frequency}, ${one.responsible_name}`}
                    </li>
                  ))}
                </ul>
              </div>
            ))}
          </section>
        ))}
      </div>
      <Form label="Your signature" refusal={handIn.error} fields={["name", "drawn"]} onSubmit={submit}>
        <Field label="Your name" name="name" value={name} onChange={onName} />
        <DrawingField value={drawn} onChange={onDrawn} />
        <FormActions>
          <Button type="submit" kind="primary" size="tall" pending={handIn.isPending} why={missing}>
            I sign this plan
          </Button>
        </FormActions>
      </Form>
    </>
  );
}
