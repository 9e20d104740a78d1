//! The instrument in the client's hand. Each answer is kept behind the lock as it is given, so that neither the clock nor an empty battery costs more
//! than the last second of them.

import { useEffect, useRef, useState } from "react";
import type { ReactNode } from "react";
import { act, ask, useOp } from "../../ipc/door.ts";
import type { InstrumentForm } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { Form, FormActions } from "../../kit/Form/Form.tsx";
import { InClientsHand } from "../workstation/InHand.tsx";
import type { InHand } from "../workstation/InHand.tsx";
import { Questions } from "./Questions.tsx";
import { given, unanswered } from "./answers.ts";
import type { Answers } from "./answers.ts";
import styles from "./Instrument.module.css";

/** An answer waits so long for the next one before they are kept together. */
const KEEP_AFTER_MS = 600;

export function Handed({ children }: { children: (inHand: InHand | undefined) => ReactNode }) {
  // Kept here, so that a look at the lock loses no answer.
  const [answers, setAnswers] = useState<Answers>({});
  return (
    <InClientsHand
      ask={() =>
        ask("instrument.handed", {}).then(({ form, answers: begun, done }) => {
          setAnswers(begun);
          return { thing: form, done };
        })
      }
      sheet={(form, onDone) => <Sheet form={form} answers={answers} onChange={setAnswers} onDone={onDone} />}
    >
      {children}
    </InClientsHand>
  );
}

interface SheetProps {
  form: InstrumentForm;
  answers: Answers;
  onChange: (answers: Answers) => void;
  onDone: () => void;
}

function Sheet({ form, answers, onChange, onDone }: SheetProps) {
  const handIn = useOp("instrument.hand_in");
  const open = unanswered(form, answers);
  const keeping = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(keeping.current), []);
  const change = (next: Answers) => {
    onChange(next);
    clearTimeout(keeping.current);
    // What cannot be kept is still on the screen; nothing here may alarm whoever answers.
    keeping.current = setTimeout(() => void act("instrument.keep", { answers: given(form, next) }).catch(() => undefined), KEEP_AFTER_MS);
  };
  const done = () => {
    clearTimeout(keeping.current);
    handIn.mutate({ answers: given(form, answers) }, { onSuccess: onDone });
  };
  return (
    <>
      <h1>{form.name}</h1>
      {form.instruction === "" ? null : <p>{form.instruction}</p>}
      <Form
        label={form.name}
        refusal={handIn.error}
        className={styles.form}
        onSubmit={done}
      >
        <Questions form={form} answers={answers} onChange={change} begins />
        <FormActions>
          {open === 0 ? null : <span className="muted">{`${String(open)} not answered`}</span>}
          <Button type="submit" kind="primary" size="tall" pending={handIn.isPending}>
            I am done
          </Button>
        </FormActions>
      </Form>
    </>
  );
}
