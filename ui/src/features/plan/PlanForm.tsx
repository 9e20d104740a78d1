//! The draft of a plan. Problems come from the assessment and objectives from the library with one key each. What is typed is kept from second to second; signing writes it first, and names every hole.

import { useState } from "react";
import { ask, useOp } from "../../ipc/door.ts";
import type { GoalFields, Plan, ProblemFields } from "../../ipc/generated/calls.ts";
import type { Refused } from "../../ipc/refused.ts";
import { Badge } from "../../kit/Badge/Badge.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { usePractice } from "../../lib/practice.ts";
import { BothTexts } from "../draft/BothTexts.tsx";
import { DraftLine } from "../draft/DraftLine.tsx";
import { newest } from "../draft/together.ts";
import { useTogether } from "../draft/useTogether.ts";
import { DraftActions } from "../signature/DraftActions.tsx";
import { Missing } from "../signature/Missing.tsx";
import { SignDialog } from "../signature/SignDialog.tsx";
import { useSigning } from "../signature/useSigning.ts";
import { useCommands } from "../palette/commands.ts";
import { GoalFieldset } from "./GoalFieldset.tsx";
import { LibraryPicker, SourcesPicker } from "./Pickers.tsx";
import { NEW_GOAL, NEW_PROBLEM, fieldsOf, goalNumber, labelOf, planParts, replaced, withObjective, withProblem } from "./outline.ts";
import type { PlanBody } from "./outline.ts";
import styles from "./Plan.module.css";

/** What is being looked for: a problem, or an objective for one goal. */
type Picking = "sources" | { problem: number; goal: number } | undefined;

export function PlanForm({ client, draft, maySign }: { client: string; draft: Plan; maySign: boolean }) {
  const save = useOp("plan.save");
  const sign = useOp("plan.sign");
  const discard = useOp("plan.discard");
  const stands = newest(draft, save.error?.theirs);
  const form = useTogether<PlanBody>(
    { form: "plan.save", subject: `${client}/${draft.id}`, at: stands.at_work },
    () => ({ problems: fieldsOf(stands) }),
    planParts,
  );
  const { problems } = form.value;
  const signing = useSigning();
  const refusal: Refused | null = save.error ?? discard.error ?? signing.refusal;
  const change = (next: ProblemFields[]) => form.change({ problems: next });
  const keep = (then: (plan: Plan) => void) => {
    if (form.both.length > 0) return form.ask();
    save.mutate(
      { id: draft.id, rev: stands.rev, problems },
      {
        onSuccess: (plan) => {
          void form.done({ problems: fieldsOf(plan) });
          then(plan);
        },
      },
    );
  };
  const finish = () =>
    keep((plan) => {
      if (maySign) signing.look(ask("plan.ready", { id: plan.id }));
      else say("The draft is saved.");
    });
  const { person, today } = usePractice();
  const [picking, setPicking] = useState<Picking>();
  const last = problems.length - 1;
  const library = () => setPicking({ problem: last, goal: (problems[last]?.goals.length ?? 0) - 1 });
  useCommands([
    { id: "plan.library", title: "Objective from the library, for the last goal", group: "Here", icon: "plus", keys: "Alt+L", inText: true, run: library },
    { id: "plan.sources", title: "Problem from the assessment", group: "Here", icon: "plus", keys: "Alt+A", inText: true, run: () => setPicking("sources") },
  ]);
  const goals = (at: number, next: GoalFields[]) => {
    const problem = problems[at];
    if (problem) change(replaced(problems, at, { ...problem, goals: next }));
  };
  if (!form.ready) return null;
  return (
    <Section title={`Draft of version ${String(draft.version)}`} aside={<Badge state="draft">Draft</Badge>}>
      <Form label="Draft of a plan" onSubmit={finish} refusal={refusal} fields={namesOf(problems)} className={styles.form}>
        <BothTexts together={form} />
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
              onLibrary={(goal) => setPicking({ problem: p, goal })}
            />
          );
        })}
        <div className={styles.line}>
          <Button size="sm" icon="plus" onPress={() => change([...problems, NEW_PROBLEM])}>
            Add a problem
          </Button>
          <Button size="sm" keys="Alt+A" onPress={() => setPicking("sources")}>
            From the assessment
          </Button>
        </div>
        <DraftLine draft={form} />
        <Missing points={signing.points} client={client} what="plan" labelOf={(field) => labelOf(problems, field)} />
        <DraftActions
          maySign={maySign}
          saving={save.isPending}
          discarding={discard.isPending}
          onSave={() => keep(() => say("The draft is saved."))}
          onDiscard={() => discard.mutate({ id: draft.id, rev: stands.rev }, { onSuccess: () => void form.done() })}
        />
      </Form>
      <SignDialog
        title={`Sign version ${String(draft.version)} of the plan`}
        action="Sign"
        isOpen={signing.isOpen}
        pending={sign.isPending}
        refusal={sign.error}
        onClose={signing.close}
        onSign={(proof) =>
          sign.mutate({ id: draft.id, rev: stands.rev, proof }, { onSuccess: () => (signing.close(), say("The plan is signed", { icon: "signed" })) })
        }
      >
        It holds from today on, and the version before stays as it was. What changes later becomes a new version.
      </SignDialog>
      {picking === "sources" ? (
        <SourcesPicker
          client={client}
          onPick={(words) => change(withProblem(problems, words))}
          onClose={() => setPicking(undefined)}
        />
      ) : picking === undefined ? null : (
        <LibraryPicker
          onPick={(found) => {
            const of = problems[picking.problem]?.goals ?? [];
            goals(picking.problem, of.map((goal, g) => (g === picking.goal ? withObjective(goal, found, today, person?.id) : goal)));
          }}
          onClose={() => setPicking(undefined)}
        />
      )}
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
      ...(goal.interventions ?? []).flatMap((_, i) =>
        ["words", "frequency", "responsible"].map(
          (field) => `problems.${String(p)}.goals.${String(g)}.interventions.${String(i)}.${field}`,
        ),
      ),
    ]),
  ]);
}

interface ProblemProps {
  name: string;
  at: number;
  problems: readonly ProblemFields[];
  value: ProblemFields;
  onChange: (value: ProblemFields | undefined) => void;
  onLibrary: (goal: number) => void;
}

function ProblemFieldset({ name, at, problems, value, onChange, onLibrary }: ProblemProps) {
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
            onLibrary={() => onLibrary(g)}
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
