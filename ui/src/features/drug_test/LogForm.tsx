//! A whole test at the desk: which, how it was taken, what was measured, and what the cup shows, one key a substance. Saved in one action.

import { useCall, useOp } from "../../ipc/door.ts";
import type { TestAnswer, TestPanel } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { FootBar } from "../../kit/FootBar/FootBar.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Select } from "../../kit/Select/Select.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { usePractice } from "../../lib/practice.ts";
import { DraftLine } from "../draft/DraftLine.tsx";
import { useDraft } from "../draft/useDraft.ts";
import type { DraftForm } from "../draft/useDraft.ts";
import { AroundFieldset, DETAIL_FIELDS, GivenFieldset } from "./DetailsFieldset.tsx";
import { NO_DETAILS } from "./details.ts";
import type { TypedDetails } from "./details.ts";
import { COLLECTION_FIELDS, CollectionFieldset, MeasuresFieldset } from "./CollectionFieldset.tsx";
import { ScreenGrid, ReadingKeys } from "./ScreenGrid.tsx";
import { entered, lacks, panelsFor, requestOf, wallTimeOf, withSpecimen } from "./log.ts";
import type { LogBody } from "./log.ts";
import { missing } from "./screen.ts";
import { METHODS, REASONS, SPECIMENS, options } from "./words.ts";
import styles from "./Test.module.css";

interface LogFormProps {
  client: string;
  /** What the form begins with: the order, or a plain test. */
  initial: LogBody;
  /** An order fixes the reason. */
  ordered: boolean;
  onDone: (test: TestAnswer) => void;
  onNotCollected?: (() => void) | undefined;
}

export function LogForm(props: LogFormProps) {
  const panels = useCall("drug_test.panels", {});
  const draft = useDraft<LogBody>("drug_test.log", props.client, props.initial);
  return (
    <Answered query={panels} what="the panels">
      {(list) => (draft.ready ? <Sheet {...props} panels={list} draft={draft} /> : null)}
    </Answered>
  );
}

function Sheet({
  client,
  ordered,
  onDone,
  onNotCollected,
  panels,
  draft,
}: LogFormProps & { panels: readonly TestPanel[]; draft: DraftForm<LogBody> }) {
  const { practice, zone } = usePractice();
  const log = useOp("drug_test.log");
  const body = draft.value;
  const now = wallTimeOf(practice?.now ?? 0, zone);
  const analytes = panels.find((panel) => panel.key === body.panel)?.analytes ?? [];
  const keys = entered(body, analytes);
  const left = missing(body.readings, keys);
  const why = lacks(body, analytes, now);
  const details = {
    specimen: body.specimen,
    observed: body.observed,
    value: body.details ?? NO_DETAILS,
    onChange: (change: Partial<TypedDetails>) => draft.change({ details: { ...NO_DETAILS, ...body.details, ...change } }),
  };
  const submit = () => {
    const request = why === undefined ? requestOf(client, body, analytes, now) : undefined;
    if (request === undefined || log.isPending) return;
    log.mutate(request, {
      onSuccess: (test) => {
        say(`${test.number} saved. A screen is presumptive.`);
        void draft.done();
        onDone(test);
      },
    });
  };
  return (
    <Form
      label="Drug test"
      onSubmit={submit}
      refusal={log.error}
      fields={["panel", ...COLLECTION_FIELDS, ...DETAIL_FIELDS]}
      className={styles.main}
    >
      <div className={styles.choices}>
        {ordered ? null : (
          <Select
            label="Reason"
            value={body.reason}
            options={options(REASONS)}
            onChange={(reason) => draft.change({ reason })}
          />
        )}
        <Select
          label="Specimen"
          value={body.specimen}
          options={options(SPECIMENS)}
          onChange={(specimen) => draft.change(withSpecimen(body, specimen, panels))}
        />
        <Select
          label="Panel"
          name="panel"
          value={body.panel}
          options={panelsFor(panels, body.specimen).map((panel) => ({ value: panel.key, label: panel.name }))}
          onChange={(panel) => draft.change({ panel, readings: {} })}
        />
        <Select
          label="Read"
          value={body.method}
          options={options(METHODS)}
          onChange={(method) => draft.change({ method })}
        />
      </div>
      <div className={styles.split}>
        <div className={styles.main}>
          <GivenFieldset {...details} />
          <Section title="On-site screen" aside={keys.length === 0 ? null : <ReadingKeys />}>
            {keys.length === 0 ? (
              <p className="muted">Nothing is read on site. The laboratory answers, and its result is entered later.</p>
            ) : (
              <ScreenGrid
                analytes={analytes}
                value={body.readings}
                onChange={(readings) => draft.change({ readings })}
              />
            )}
          </Section>
        </div>
        <div className={styles.aside}>
          <CollectionFieldset specimen={body.specimen} value={body} onChange={draft.change} now={now} />
          <MeasuresFieldset
            specimen={body.specimen}
            value={body.measures}
            onChange={(measures) => draft.change({ measures })}
          />
          <AroundFieldset {...details} />
        </div>
      </div>
      <DraftLine draft={draft} />
      <FootBar
        action={
          <>
            {onNotCollected ? <Button onPress={onNotCollected}>Not collected …</Button> : null}
            <Button
              type="submit"
              kind="primary"
              keys="Ctrl+Enter"
              pending={log.isPending}
              why={why}
              whyShown="elsewhere"
            >
              Save test
            </Button>
          </>
        }
      >
        {why ?? (keys.length === 0 ? "The laboratory answers." : left > 0 ? "The screen can follow later." : "A screen is never final.")}
      </FootBar>
    </Form>
  );
}
