//! An instrument asked and taken down by the staff.

import { useCall, useOp } from "../../ipc/door.ts";
import type { InstrumentForm } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { Form, FormActions } from "../../kit/Form/Form.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { DraftLine } from "../draft/DraftLine.tsx";
import { useDraft } from "../draft/useDraft.ts";
import { Questions } from "./Questions.tsx";
import { given, scoreWords, unanswered } from "./answers.ts";
import type { Answers } from "./answers.ts";
import styles from "./Instrument.module.css";

export function GiveForm({ client, code, onDone }: { client: string; code: string; onDone: () => void }) {
  const form = useCall("instrument.get", { code });
  return (
    <Answered query={form} what="the instrument">
      {(answer) => <Sheet client={client} form={answer} onDone={onDone} />}
    </Answered>
  );
}

function Sheet({ client, form, onDone }: { client: string; form: InstrumentForm; onDone: () => void }) {
  const draft = useDraft<{ answers: Answers }>("instrument.record", `${client}/${form.code}`, { answers: {} });
  const record = useOp("instrument.record");
  const { answers } = draft.value;
  const open = unanswered(form, answers);
  const submit = () =>
    record.mutate(
      { client, code: form.code, answers: given(form, answers) },
      {
        onSuccess: (one) => {
          void draft.done();
          say(`${one.abbrev}: ${scoreWords(one)}.`);
          onDone();
        },
      },
    );
  if (!draft.ready) return null;
  return (
    <Section title={form.name} aside={form.recall}>
      <Form label={form.name} className={styles.form} onSubmit={submit} refusal={record.error}>
        {form.instruction === "" ? null : <p>{form.instruction}</p>}
        <Questions form={form} answers={answers} onChange={(next) => draft.change({ answers: next })} begins />
        <DraftLine draft={draft} />
        <FormActions>
          {open === 0 ? null : <span className="muted">{`${String(open)} not answered: there may be no total`}</span>}
          <Button kind="quiet" onPress={onDone}>
            Later
          </Button>
          <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={record.isPending}>
            Record
          </Button>
        </FormActions>
      </Form>
    </Section>
  );
}
