//! The draft of a discharge summary. What is typed is kept from second to second; signing writes it first, and names every hole.

import { ask, useOp } from "../../ipc/door.ts";
import type { ContinuingCare, DischargeSummary, Discharges, GoalOutcome, SummaryGoal, SummaryPart } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { Checkbox } from "../../kit/Choice/Choice.tsx";
import { DateField } from "../../kit/DateField/DateField.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { Loading } from "../../kit/Loading/Loading.tsx";
import { Select } from "../../kit/Select/Select.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { BothTexts } from "../draft/BothTexts.tsx";
import { DraftLine } from "../draft/DraftLine.tsx";
import { newest } from "../draft/together.ts";
import { useTogether } from "../draft/useTogether.ts";
import { DraftActions } from "../signature/DraftActions.tsx";
import { Missing } from "../signature/Missing.tsx";
import { SignDialog } from "../signature/SignDialog.tsx";
import { useSigning } from "../signature/useSigning.ts";
import { NEW_CARE, OUTCOMES, bodyOf, fieldsOf, labelOf, namesOf, summaryParts } from "./summary.ts";
import type { SummaryBody } from "./summary.ts";
import styles from "./Discharge.module.css";

interface SummaryFormProps {
  client: string;
  episode: string;
  draft: DischargeSummary;
  parts: readonly SummaryPart[];
  maySign: boolean;
}

export function SummaryForm({ client, episode, draft, parts, maySign }: SummaryFormProps) {
  const save = useOp("discharge.save");
  const stands = newest(draft, save.error?.theirs);
  const form = useTogether<SummaryBody>(
    { form: "discharge.save", subject: `${client}/${draft.id}`, at: stands.at_work },
    () => bodyOf(parts, stands),
    (bodies) => summaryParts(parts, bodies),
  );
  const sign = useOp("discharge.sign");
  const discard = useOp("discharge.discard");
  const takeOver = useOp("discharge.take_over");
  const signing = useSigning();
  const take = () =>
    takeOver.mutate({ id: draft.id, rev: stands.rev }, { onSuccess: () => (signing.reset(), say("The draft is yours now. Read it and sign it.")) });
  const { value, change } = form;
  const keptOf = (answer: Discharges) => answer.stays.find((one) => one.episode === episode)?.summary;
  const keep = (then: (kept: DischargeSummary) => void) => {
    if (form.both.length > 0) return form.ask();
    save.mutate(
      { id: draft.id, rev: stands.rev, fields: fieldsOf(value) },
      {
        onSuccess: (answer) => {
          const kept = keptOf(answer);
          if (kept === undefined) return;
          void form.done(bodyOf(parts, kept));
          then(kept);
        },
      },
    );
  };
  const finish = () =>
    keep((kept) => {
      if (maySign) signing.look(ask("discharge.ready", { id: kept.id }));
      else say("The draft is saved.");
    });
  if (!form.ready) return <Loading what="your draft" />;
  const goal = (at: number, part: Partial<SummaryGoal>) =>
    change({ goals: value.goals.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  const care = (at: number, next: ContinuingCare | undefined) =>
    change({ care: value.care.flatMap((one, index) => (index === at ? (next === undefined ? [] : [next]) : [one])) });
  return (
    <>
      <Form
        label="Discharge summary"
        onSubmit={finish}
        refusal={save.error ?? takeOver.error ?? discard.error ?? signing.refusal}
        fields={namesOf(value)}
        className={styles.form}
      >
        <BothTexts together={form} />
        {parts.map(({ key, label, prompt }) => (
          <Field
            key={key}
            label={label}
            name={`sections.${key}`}
            help={prompt}
            lines={3}
            value={value.texts[key] ?? ""}
            onChange={(text) => change({ texts: { ...value.texts, [key]: text } })}
          />
        ))}
        {value.goals.map((one, at) => (
          <GoalLine key={`${String(at)}${one.goal}`} name={`goals.${String(at)}`} value={one} onChange={(part) => goal(at, part)} />
        ))}
        {value.care.map((one, at) => (
          <CareLine key={`care.${String(at)}`} name={`care.${String(at)}`} value={one} onChange={(next) => care(at, next)} />
        ))}
        <div>
          <Button size="sm" icon="plus" onPress={() => change({ care: [...value.care, NEW_CARE] })}>
            Add who goes on with the care
          </Button>
        </div>
        {value.care.length > 0 ? null : (
          <Field label="Or why nobody does" name="no_care" value={value.no_care} onChange={(no_care) => change({ no_care })} />
        )}
        <DraftLine draft={form} />
        <Missing
          points={signing.points}
          client={client}
          what="discharge summary"
          labelOf={(field) => labelOf(parts, value, field)}
          takeOver={{ run: take, pending: takeOver.isPending }}
        />
        <DraftActions
          maySign={maySign}
          saving={save.isPending}
          discarding={discard.isPending}
          onSave={() => keep(() => say("The draft is saved."))}
          onDiscard={() => discard.mutate({ id: draft.id, rev: stands.rev }, { onSuccess: () => void form.done() })}
        />
      </Form>
      <SignDialog
        title="Sign this summary"
        action="Sign"
        isOpen={signing.isOpen}
        pending={sign.isPending}
        refusal={sign.error}
        onClose={signing.close}
        onSign={(proof) =>
          sign.mutate({ id: draft.id, rev: stands.rev, proof }, { onSuccess: () => (signing.close(), say("The summary is signed", { icon: "signed" })) })
        }
      >
        It stays as it is from then on. What comes later is written into a note.
      </SignDialog>
    </>
  );
}

const outcomes = (Object.entries(OUTCOMES) as [GoalOutcome, string][]).map(([value, label]) => ({ value, label }));

interface GoalLineProps {
  name: string;
  value: SummaryGoal;
  onChange: (part: Partial<SummaryGoal>) => void;
}

function GoalLine({ name, value, onChange }: GoalLineProps) {
  return (
    <div className={styles.goal}>
      <blockquote>{value.goal}</blockquote>
      <Select
        label="How far"
        name={`${name}.outcome`}
        value={value.outcome ?? ""}
        options={outcomes}
        onChange={(outcome) => onChange({ outcome })}
      />
      <Field label="In a sentence" name={`${name}.words`} value={value.words} onChange={(words) => onChange({ words })} optional />
    </div>
  );
}

interface CareLineProps {
  name: string;
  value: ContinuingCare;
  onChange: (value: ContinuingCare | undefined) => void;
}

function CareLine({ name, value, onChange }: CareLineProps) {
  const { on: _, ...without } = value;
  return (
    <div className={styles.care}>
      <Field label="Goes on with" name={`${name}.with`} value={value.with} onChange={(next) => onChange({ ...value, with: next })} />
      <Field label="What" name={`${name}.what`} value={value.what} onChange={(what) => onChange({ ...value, what })} />
      <DateField
        label="Appointment"
        value={value.on ?? ""}
        onChange={(on) => onChange(on === "" ? without : { ...value, on })}
        optional
      />
      <Field label="Time" name={`${name}.time`} value={value.time} onChange={(time) => onChange({ ...value, time })} optional />
      <Checkbox isSelected={value.handed_on} onChange={(handed_on) => onChange({ ...value, handed_on })}>
        handed on
      </Checkbox>
      <Button kind="quiet" icon="close" label="Take this out" onPress={() => onChange(undefined)} />
    </div>
  );
}
