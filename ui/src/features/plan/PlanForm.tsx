//! The draft of a plan. What is typed is kept from second to second; signing writes it first, and names every hole.

import { useOp } from "../../ipc/door.ts";
import type { GoalFields, ObjectiveFields, Plan, ProblemFields } from "../../ipc/generated/calls.ts";
import type { Refused } from "../../ipc/refused.ts";
import { Badge } from "../../kit/Badge/Badge.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { DateField } from "../../kit/DateField/DateField.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Form, FormActions } from "../../kit/Form/Form.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { DraftLine } from "../draft/DraftLine.tsx";
import { useDraft } from "../draft/useDraft.ts";
import { NEW_GOAL, NEW_OBJECTIVE, NEW_PROBLEM, fieldsOf, goalNumber, replaced } from "./outline.ts";
import styles from "./Plan.module.css";

interface PlanBody {
  problems: ProblemFields[];
}

export function PlanForm({ client, draft, maySign }: { client: string; draft: Plan; maySign: boolean }) {
  const form = useDraft<PlanBody>("plan.save", `${client}/${draft.id}`, { problems: fieldsOf(draft) });
  const save = useOp("plan.save");
  const sign = useOp("plan.sign");
  const discard = useOp("plan.discard");
  const { problems } = form.value;
  const refusal: Refused | null = save.error ?? sign.error ?? discard.error;
  const change = (next: ProblemFields[]) => form.change({ problems: next });
  const keep = (then: (plan: Plan) => void) =>
    save.mutate(
      { id: draft.id, rev: draft.rev, problems },
      {
        onSuccess: (plan) => {
          void form.done({ problems: fieldsOf(plan) });
          then(plan);
        },
      },
    );
  const finish = () =>
    keep((plan) => {
      if (!maySign) {
        say("The draft is saved.");
        return;
      }
      sign.mutate({ id: plan.id, rev: plan.rev }, { onSuccess: () => say("The plan is signed.") });
    });
  const busy = save.isPending || sign.isPending;
  if (!form.ready) return null;
  return (
    <Section title={`Draft of version ${String(draft.version)}`} aside={<Badge state="draft">Draft</Badge>}>
      <Form label="Draft of a plan" onSubmit={finish} refusal={refusal} fields={namesOf(problems)} className={styles.form}>
        {problems.map((problem, p) => {
          const name = `problems.${String(p)}`;
          return (
            <ProblemFieldset
              key={name}
              name={name}
              at={p}
              problems={problems}
              value={problem}
              onChange={(next) => change(replaced(problems, p, next))}
            />
          );
        })}
        <div>
          <Button size="sm" icon="plus" onPress={() => change([...problems, NEW_PROBLEM])}>
            Add a problem
          </Button>
        </div>
        <DraftLine draft={form} />
        <FormActions>
          <Button
            kind="quiet"
            pending={discard.isPending}
            onPress={() =>
              discard.mutate({ id: draft.id, rev: draft.rev }, { onSuccess: () => void form.done() })
            }
          >
            Discard this draft
          </Button>
          {maySign ? (
            <Button pending={busy} onPress={() => keep(() => say("The draft is saved."))}>
              Save draft
            </Button>
          ) : null}
          <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={busy}>
            {maySign ? "Sign plan" : "Save draft"}
          </Button>
        </FormActions>
      </Form>
    </Section>
  );
}

/** The names of all fields, as a refusal names them. */
function namesOf(problems: readonly ProblemFields[]): string[] {
  return problems.flatMap((problem, p) => [
    `problems.${String(p)}.words`,
    ...problem.goals.flatMap((goal, g) => [
      `problems.${String(p)}.goals.${String(g)}.words`,
      ...goal.objectives.map((_, o) => `problems.${String(p)}.goals.${String(g)}.objectives.${String(o)}.words`),
    ]),
  ]);
}

interface ProblemProps {
  name: string;
  at: number;
  problems: readonly ProblemFields[];
  value: ProblemFields;
  onChange: (value: ProblemFields | undefined) => void;
}

function ProblemFieldset({ name, at, problems, value, onChange }: ProblemProps) {
  const goals = (next: GoalFields[]) => onChange({ ...value, goals: next });
  return (
    <fieldset className={styles.problem}>
      <Field
        label={`Problem ${String(at + 1)}`}
        name={`${name}.words`}
        value={value.words}
        onChange={(words) => onChange({ ...value, words })}
      />
      {value.goals.map((goal, g) => {
        const goalName = `${name}.goals.${String(g)}`;
        return (
          <GoalFieldset
            key={goalName}
            name={goalName}
            number={goalNumber(problems, at, g)}
            value={goal}
            onChange={(next) => goals(replaced(value.goals, g, next))}
          />
        );
      })}
      <div className={styles.line}>
        <Button size="sm" icon="plus" onPress={() => goals([...value.goals, NEW_GOAL])}>
          Add a goal
        </Button>
        {problems.length > 1 ? (
          <Button size="sm" kind="quiet" onPress={() => onChange(undefined)}>
            Take this problem out
          </Button>
        ) : null}
      </div>
    </fieldset>
  );
}

interface GoalProps {
  name: string;
  number: number;
  value: GoalFields;
  onChange: (value: GoalFields | undefined) => void;
}

function GoalFieldset({ name, number, value, onChange }: GoalProps) {
  const objectives = (next: ObjectiveFields[]) => onChange({ ...value, objectives: next });
  return (
    <div className={styles.goal}>
      <Field
        label={`Goal ${String(number)}, in the client’s own words`}
        name={`${name}.words`}
        value={value.words}
        onChange={(words) => onChange({ ...value, words })}
      />
      {value.objectives.map((objective, o) => {
        const label = `${String(number)}.${String(o + 1)}`;
        return (
          <ObjectiveFieldset
            key={label}
            name={`${name}.objectives.${String(o)}`}
            label={label}
            value={objective}
            onChange={(next) => objectives(replaced(value.objectives, o, next))}
          />
        );
      })}
      <div className={styles.line}>
        <Button size="sm" icon="plus" onPress={() => objectives([...value.objectives, NEW_OBJECTIVE])}>
          Add an objective
        </Button>
        <Button size="sm" kind="quiet" onPress={() => onChange(undefined)}>
          Take this goal out
        </Button>
      </div>
    </div>
  );
}

interface ObjectiveProps {
  name: string;
  label: string;
  value: ObjectiveFields;
  onChange: (value: ObjectiveFields | undefined) => void;
}

function ObjectiveFieldset({ name, label, value, onChange }: ObjectiveProps) {
  const { words, target_on } = value;
  return (
    <div className={styles.edit}>
      <Field
        label={`Objective ${label}`}
        name={`${name}.words`}
        value={words}
        onChange={(next) => onChange({ ...value, words: next })}
      />
      <DateField
        label="Target"
        value={target_on ?? ""}
        onChange={(day) => onChange(day === "" ? { words } : { words, target_on: day })}
        optional
      />
      <Button
        kind="quiet"
        icon="close"
        label={`Take objective ${label} out`}
        onPress={() => onChange(undefined)}
      />
    </div>
  );
}
