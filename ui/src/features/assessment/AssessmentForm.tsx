//! The draft of an assessment. What is typed is kept from second to second; signing writes it first, and names every hole.

import { ask, useOp } from "../../ipc/door.ts";
import type { Assessment, AssessmentEdition, AssessmentTemplate, Edition, Rating } from "../../ipc/generated/calls.ts";
import type { Refused } from "../../ipc/refused.ts";
import { Badge } from "../../kit/Badge/Badge.tsx";
import { Segments } from "../../kit/Choice/Choice.tsx";
import { DateField } from "../../kit/DateField/DateField.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { FieldRow, Form } from "../../kit/Form/Form.tsx";
import { Loading } from "../../kit/Loading/Loading.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Select } from "../../kit/Select/Select.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { plural } from "../../lib/time.ts";
import { BothTexts } from "../draft/BothTexts.tsx";
import { DraftLine } from "../draft/DraftLine.tsx";
import { newest } from "../draft/together.ts";
import { useTogether } from "../draft/useTogether.ts";
import { DraftActions } from "../signature/DraftActions.tsx";
import { Missing } from "../signature/Missing.tsx";
import { SignDialog } from "../signature/SignDialog.tsx";
import { useSigning } from "../signature/useSigning.ts";
import { assessmentParts, bodyOf, fieldsOf, labelOf, namesOf, stillOpen } from "./assessment.ts";
import type { AssessmentBody } from "./assessment.ts";
import styles from "./Assessment.module.css";

interface AssessmentFormProps {
  client: string;
  draft: Assessment;
  template: AssessmentTemplate;
  maySign: boolean;
}

export function AssessmentForm({ client, draft, template, maySign }: AssessmentFormProps) {
  const save = useOp("assessment.save");
  const stands = newest(draft, save.error?.theirs);
  const form = useTogether<AssessmentBody>(
    { form: "assessment.save", subject: `${client}/${draft.id}`, at: stands.at_work },
    () => bodyOf(template, stands),
    () => assessmentParts(template),
  );
  const sign = useOp("assessment.sign");
  const discard = useOp("assessment.discard");
  const takeOver = useOp("assessment.take_over");
  const signing = useSigning();
  const take = () =>
    takeOver.mutate({ id: draft.id, rev: stands.rev }, { onSuccess: () => (signing.reset(), say("The draft is yours now. Read it and sign it.")) });
  const refusal: Refused | null = save.error ?? takeOver.error ?? discard.error ?? signing.refusal;
  const { value, change } = form;
  const keep = (then: (kept: Assessment) => void) => {
    if (form.both.length > 0) return form.ask();
    save.mutate(
      { id: draft.id, rev: stands.rev, fields: fieldsOf(value) },
      { onSuccess: (kept) => (void form.done(bodyOf(template, kept)), then(kept)) },
    );
  };
  const finish = () =>
    keep((kept) => {
      if (maySign) signing.look(ask("assessment.ready", { id: kept.id }));
      else say("The draft is saved.");
    });
  if (!form.ready) return <Loading what="your draft" />;
  const edition = template.editions.find((one) => one.edition === value.edition);
  const open = stillOpen(template, value);
  return (
    <Section title={`Draft of version ${String(draft.version)}`} aside={<Badge state="draft">Draft</Badge>}>
      <Form
        label="Draft of an assessment"
        onSubmit={finish}
        refusal={refusal}
        fields={namesOf(template, value.edition)}
        className={styles.form}
      >
        <BothTexts together={form} />
        <DateField label="Assessed on" name="assessed_on" value={value.assessed_on} onChange={(assessed_on) => change({ assessed_on })} />
        <div className={styles.texts}>
          {template.sections.map(({ key, label, prompt, required }) => (
            <Field
              key={key}
              label={label}
              name={`sections.${key}`}
              help={prompt}
              lines={3}
              optional={!required}
              value={value.texts[key] ?? ""}
              onChange={(text) => change({ texts: { ...value.texts, [key]: text } })}
            />
          ))}
        </div>
        {edition === undefined ? null : (
          <Dimensions template={template} edition={edition} value={value} change={change} />
        )}
        <Field
          label="Problems for the plan"
          name="problems"
          help="One a line. The plan can take each of them over with one key."
          lines={3}
          value={value.problems}
          onChange={(problems) => change({ problems })}
          optional
        />
        <DraftLine draft={form} />
        <Missing
          points={signing.points}
          client={client}
          what="assessment"
          on={value.assessed_on}
          labelOf={(field) => labelOf(template, value.edition, field)}
          takeOver={{ run: take, pending: takeOver.isPending }}
        />
        <DraftActions
          maySign={maySign}
          saving={save.isPending}
          discarding={discard.isPending}
          onSave={() => keep(() => say("The draft is saved."))}
          onDiscard={() => discard.mutate({ id: draft.id, rev: stands.rev }, { onSuccess: () => void form.done() })}
        >
          {open === 0 ? null : <span className="muted">{`${plural(open, "part is", "parts are")} still to be written`}</span>}
        </DraftActions>
      </Form>
      <SignDialog
        title="Sign this assessment"
        action="Sign"
        isOpen={signing.isOpen}
        pending={sign.isPending}
        refusal={sign.error}
        onClose={signing.close}
        onSign={(proof) =>
          sign.mutate({ id: draft.id, rev: stands.rev, proof }, { onSuccess: () => (signing.close(), say("The assessment is signed", { icon: "signed" })) })
        }
      >
        It stays as it is from then on. What changes later becomes a new version.
      </SignDialog>
    </Section>
  );
}

interface DimensionsProps {
  template: AssessmentTemplate;
  edition: AssessmentEdition;
  value: AssessmentBody;
  change: (patch: Partial<AssessmentBody>) => void;
}

function Dimensions({ template, edition, value, change }: DimensionsProps) {
  const ratings = value.ratings[value.edition];
  const rate = (next: Rating) =>
    change({
      ratings: { ...value.ratings, [value.edition]: ratings.map((one) => (one.number === next.number ? next : one)) },
    });
  const choose = (next: Edition) => change({ edition: next, indicated: "", given: "" });
  return (
    <fieldset className={styles.dimensions}>
      <Segments
        label="Dimensions by the"
        value={value.edition}
        options={template.editions.map((one) => ({ value: one.edition, label: one.label }))}
        onChange={choose}
      />
      {edition.dimensions.map((dimension) => {
        const rating = ratings.find((one) => one.number === dimension.number) ?? { number: dimension.number, words: "" };
        const name = `ratings.${String(dimension.number)}`;
        return (
          <div key={dimension.number} className={styles.dimension}>
            <p className={styles.name}>
              <span className={styles.number}>{dimension.number}</span> {dimension.name}
            </p>
            {dimension.sets_level ? (
              <Select
                label={value.edition === "3" ? "Risk" : "How marked"}
                name={`${name}.risk`}
                value={rating.risk === undefined ? "" : String(rating.risk)}
                options={edition.scale.map((word, at) => ({ value: String(at), label: word }))}
                onChange={(risk) => rate({ ...rating, risk: Number(risk) })}
              />
            ) : (
              <p className="muted small">Shapes the plan, does not set the level</p>
            )}
            <Field
              label="What was found"
              name={`${name}.words`}
              lines={2}
              value={rating.words}
              onChange={(words) => rate({ ...rating, words })}
            />
          </div>
        );
      })}
      <LevelsFieldset template={template} edition={edition} value={value} change={change} />
    </fieldset>
  );
}

function LevelsFieldset({ template, edition, value, change }: DimensionsProps) {
  const levels = edition.levels.map(({ word, label }) => ({ value: word, label }));
  const differs = value.indicated !== "" && value.given !== "" && value.indicated !== value.given;
  return (
    <>
      <FieldRow>
        <Select
          label="Level indicated"
          name="indicated"
          value={value.indicated}
          options={levels}
          onChange={(indicated) => change(value.given === "" ? { indicated, given: indicated } : { indicated })}
        />
        <Select label="Level given" name="given" value={value.given} options={levels} onChange={(given) => change({ given })} />
      </FieldRow>
      {differs ? (
        <FieldRow>
          <Select
            label="Why they differ"
            name="difference"
            value={value.difference}
            options={template.differences.map(({ word, label }) => ({ value: word as AssessmentBody["difference"], label }))}
            onChange={(difference) => change({ difference })}
          />
          <Field
            label="In your own words"
            name="difference_words"
            value={value.difference_words}
            onChange={(difference_words) => change({ difference_words })}
          />
        </FieldRow>
      ) : null}
    </>
  );
}
