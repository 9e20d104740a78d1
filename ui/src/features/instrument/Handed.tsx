//! The screen in the client's hand: the instrument and nothing else. It stands in the place of the lock, which only the staff opens.

import { useEffect, useState } from "react";
import type { ReactNode } from "react";
import { ask, useOp } from "../../ipc/door.ts";
import type { HandedForm, InstrumentForm } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { Form, FormActions } from "../../kit/Form/Form.tsx";
import { Questions } from "./Questions.tsx";
import { given, unanswered } from "./answers.ts";
import type { Answers } from "./answers.ts";
import styles from "./Instrument.module.css";

/** A client holds the device. */
export interface InHand {
  /** Back to what is not handed in yet; absent when nothing is. */
  onBack: (() => void) | undefined;
}

const NOTHING: HandedForm = { form: null, done: false };

/** What is in the client's hand; the lock itself when nothing is, and when the staff takes the device back: told then that a client may still read it. */
export function Handed({ children }: { children: (inHand: InHand | undefined) => ReactNode }) {
  // Asked past the cache, which a lock empties.
  const [handed, setHanded] = useState<HandedForm>();
  const [back, setBack] = useState(false);
  // Kept here, so that a look at the lock loses no answer.
  const [answers, setAnswers] = useState<Answers>({});
  useEffect(() => {
    ask("instrument.handed", {}).then(setHanded, () => setHanded(NOTHING));
  }, []);
  if (handed === undefined) return null;
  const { form, done } = handed;
  const inHand = form !== null || done;
  if (!inHand) return children(undefined);
  if (back) return children({ onBack: form === null ? undefined : () => setBack(false) });
  return (
    <main className={styles.handed}>
      <div className={styles.sheet}>
        {form === null ? <Thanks /> : (
          <Sheet
            form={form}
            answers={answers}
            onChange={setAnswers}
            onDone={() => setHanded({ form: null, done: true })}
          />
        )}
        <p>
          <Button kind="quiet" size="sm" onPress={() => setBack(true)}>
            For the staff: unlock
          </Button>
        </p>
      </div>
    </main>
  );
}

function Thanks() {
  return (
    <>
      <h1>Thank you</h1>
      <p>Please give the device back.</p>
    </>
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
  return (
    <>
      <h1>{form.name}</h1>
      {form.instruction === "" ? null : <p>{form.instruction}</p>}
      <Form
        label={form.name}
        refusal={handIn.error}
        className={styles.form}
        onSubmit={() => handIn.mutate({ answers: given(form, answers) }, { onSuccess: onDone })}
      >
        <Questions form={form} answers={answers} onChange={onChange} />
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
