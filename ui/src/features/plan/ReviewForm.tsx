//! A review of the plan: each open objective in a word and a sentence, the whole in a few, and when the next one is due.

import { ask, useOp } from "../../ipc/door.ts";
import type { Objective, Plan, ReviewProgress } from "../../ipc/generated/calls.ts";
import { Banner } from "../../kit/Banner/Banner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { DateField } from "../../kit/DateField/DateField.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Form, FormActions } from "../../kit/Form/Form.tsx";
import { Loading } from "../../kit/Loading/Loading.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Select } from "../../kit/Select/Select.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { BothTexts } from "../draft/BothTexts.tsx";
import { DraftLine } from "../draft/DraftLine.tsx";
import { newest } from "../draft/together.ts";
import { useTogether } from "../draft/useTogether.ts";
import { Missing } from "../signature/Missing.tsx";
import { SignDialog } from "../signature/SignDialog.tsx";
import { useSigning } from "../signature/useSigning.ts";
import { reviewParts, saidOf, standingReview } from "./review.ts";
import type { ReviewBody, SaidBody } from "./review.ts";
import { PROGRESS } from "./steps.ts";
import styles from "./Plan.module.css";

const OPTIONS = (Object.entries(PROGRESS) as [ReviewProgress, string][]).map(([value, label]) => ({ value, label }));

/** The form opens below the plan: the first objective takes the focus, and the page follows. */
function begin(first: HTMLDivElement | null): void {
  first?.querySelector("button")?.focus();
}

/** How the form calls a field that the core names. */
function labelOf(field: string): string {
  if (field.startsWith("progress.")) return `Objective ${field.slice("progress.".length)}`;
  return { words: "The whole", next_due_on: "Next review" }[field] ?? "";
}

interface ReviewFormProps {
  client: string;
  plan: Plan;
  objectives: readonly Objective[];
  onDone: () => void;
}

export function ReviewForm({ client, plan, objectives, onDone }: ReviewFormProps) {
  const review = useOp("plan.review");
  const stands = newest(plan, review.error?.theirs);
  const last = stands.reviews[0];
  const form = useTogether<ReviewBody>(
    { form: "plan.review", subject: `${client}/${plan.id}`, at: stands.at_work },
    (basis) => standingReview(last, objectives, basis),
    () => reviewParts(objectives),
  );
  const { said, words, next_due_on, after } = form.value;
  const of = (id: string) => saidOf(form.value, id);
  const put = (id: string, part: Partial<SaidBody>) => form.change({ said: { ...said, [id]: { ...of(id), ...part } } });
  const signing = useSigning();
  const progress = objectives.flatMap(({ id }) => {
    const one = of(id);
    return one.progress === "" ? [] : [{ objective: id, progress: one.progress, words: one.words }];
  });
  const fields = { progress, words, ...(next_due_on === "" ? {} : { next_due_on }) };
  const check = () => {
    if (form.both.length > 0) form.ask();
    else signing.look(ask("plan.review_ready", { id: plan.id, fields }));
  };
  if (!form.ready) return <Loading what="your draft" />;
  const names = ["words", "next_due_on", "progress", ...objectives.map(({ label }) => `progress.${label}`)];
  return (
    <Section title="Review of the plan">
      <Form label="Review of the plan" onSubmit={check} refusal={signing.refusal} fields={names} className={styles.form}>
        {last === undefined || last.id === after ? null : (
          <Banner tone="info" title={`${last.by} reviewed this plan meanwhile`}>
            To review it once more, go on here. Otherwise start over and leave it as it is.
          </Banner>
        )}
        <BothTexts together={form} />
        {objectives.map(({ id, label, words: text }, at) => (
          <div key={id} className={styles.reviewed} ref={at === 0 ? begin : undefined}>
            <p>
              <span className={styles.label}>{label}</span> {text}
            </p>
            <Select
              label="How it went"
              name={`progress.${label}`}
              value={of(id).progress}
              options={OPTIONS}
              onChange={(progress) => put(id, { progress })}
            />
            <Field label="In a sentence" value={of(id).words} onChange={(next) => put(id, { words: next })} optional />
          </div>
        ))}
        <Field
          label="How the client and you see the whole"
          name="words"
          lines={3}
          value={words}
          onChange={(next) => form.change({ words: next })}
        />
        <DateField
          label="Next review"
          name="next_due_on"
          help="After the practice's days when left empty"
          value={next_due_on}
          onChange={(day) => form.change({ next_due_on: day })}
          optional
        />
        <DraftLine draft={form} />
        <Missing points={signing.points} client={client} what="review of the plan" labelOf={labelOf} />
        <FormActions>
          <Button onPress={onDone}>Not now</Button>
          <Button type="submit" kind="primary" keys="Ctrl+Enter">
            Check and sign
          </Button>
        </FormActions>
      </Form>
      <SignDialog
        title="Sign this review"
        action="Sign"
        isOpen={signing.isOpen}
        pending={review.isPending}
        refusal={review.error}
        onClose={signing.close}
        onSign={(proof) =>
          review.mutate(
            { id: plan.id, rev: stands.rev, fields, proof },
            { onSuccess: () => (void form.done(), signing.close(), say("The review is signed", { icon: "signed" }), onDone()) },
          )
        }
      >
        It stays as it is from then on. An objective that was met is marked so.
      </SignDialog>
    </Section>
  );
}
