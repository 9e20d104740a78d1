//! Correcting what was entered: the whole collection again, the screen again, and why. The earlier version is kept; a final test is open again.

import { useState } from "react";
import { useOp } from "../../ipc/door.ts";
import type { Outcome, PanelAnalyte, TestAnswer, TestLine } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { OneOf } from "../../kit/Choice/Choice.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { typedTime, wallTime } from "../../lib/duration.ts";
import { usePractice } from "../../lib/practice.ts";
import { DraftLine } from "../draft/DraftLine.tsx";
import { useDraft } from "../draft/useDraft.ts";
import { COLLECTION_FIELDS, CollectionFieldset, MeasuresFieldset } from "./CollectionFieldset.tsx";
import { AroundFieldset, DETAIL_FIELDS, GivenFieldset } from "./DetailsFieldset.tsx";
import { ScreenGrid, ReadingKeys } from "./ScreenGrid.tsx";
import { NO_DETAILS, detailsOf, typedDetailsOf } from "./details.ts";
import type { TypedDetails } from "./details.ts";
import { collectionOf, wallTimeOf } from "./log.ts";
import type { TypedCollection } from "./log.ts";
import { typedOf } from "./measures.ts";
import { asSent } from "./screen.ts";
import type { Readings } from "./screen.ts";
import { OUTCOMES, options } from "./words.ts";
import styles from "./Test.module.css";

interface CorrectProps {
  test: TestAnswer;
  onClose: () => void;
}

export function CorrectDialog({ test, onClose }: CorrectProps) {
  return (
    <Dialog title={`Correct ${test.number}`} isOpen onClose={onClose} wide>
      {test.state === "not_collected" ? (
        <CorrectOutcome test={test} onClose={onClose} />
      ) : (
        <CorrectCollection test={test} onClose={onClose} />
      )}
    </Dialog>
  );
}

function CorrectOutcome({ test, onClose }: CorrectProps) {
  const op = useOp("drug_test.correct");
  const [outcome, setOutcome] = useState<Outcome>(test.outcome ?? "missed");
  const [because, setBecause] = useState("");
  const submit = () => op.mutate({ id: test.id, rev: test.rev, because, outcome }, { onSuccess: onClose });
  return (
    <Form label="Correct the test" onSubmit={submit} refusal={op.error} fields={["because"]} className={styles.dialog}>
      <OneOf label="What happened" value={outcome} onChange={setOutcome} options={options(OUTCOMES)} />
      <Field label="Why it is corrected" name="because" value={because} onChange={setBecause} isRequired />
      <CorrectActions onClose={onClose} pending={op.isPending} />
    </Form>
  );
}

interface Corrected extends TypedCollection {
  details: TypedDetails;
  readings: Readings;
  because: string;
}

/** The collection as it was entered; the time of it as a wall time. */
function before(test: TestAnswer, zone: string | undefined): Corrected {
  const screened = test.lines.flatMap((line) => (line.screen === undefined ? [] : [[line.analyte, line.screen]]));
  return {
    on: test.on,
    time: test.collected_at === undefined ? "" : wallTime(wallTimeOf(test.collected_at, zone)),
    collector: test.collector?.id ?? "",
    observed: test.observed ?? false,
    observer: test.observer?.id ?? "",
    seal: test.seal,
    lot: test.lot,
    noted: test.noted,
    measures: typedOf(test.measures),
    details: typedDetailsOf(test.details),
    readings: Object.fromEntries(screened) as Readings,
    because: "",
  };
}

function CorrectCollection({ test, onClose }: CorrectProps) {
  const { zone } = usePractice();
  const draft = useDraft<Corrected>("drug_test.correct", test.id, before(test, zone));
  const op = useOp("drug_test.correct");
  const body = draft.value;
  const now = wallTimeOf(test.collected_at ?? test.ordered_at, zone);
  const screened = test.screened_at !== undefined;
  // The lines of the version it was made with, not of the one that holds today.
  const lines = test.lines.filter((line) => line.on_site);
  const collection = collectionOf(body, now);
  // A draft from before details were corrected here holds none.
  const details = detailsOf({ ...NO_DETAILS, ...body.details }, test.specimen, body.observed);
  const given = {
    specimen: test.specimen,
    observed: body.observed,
    value: { ...NO_DETAILS, ...body.details },
    onChange: (change: Partial<TypedDetails>) => draft.change({ details: { ...NO_DETAILS, ...body.details, ...change } }),
  };
  const unread = body.time.trim() !== "" && typedTime(body.time, now) === undefined;
  const why =
    collection === undefined || details === undefined || unread ? "A number or the time is not understood." : undefined;
  const submit = () => {
    if (collection === undefined || details === undefined || why !== undefined) return;
    const keys = lines.map((line) => line.analyte);
    op.mutate(
      {
        id: test.id,
        rev: test.rev,
        because: body.because,
        collection: { ...collection, details },
        readings: screened ? asSent(body.readings, keys) : [],
      },
      {
        onSuccess: () => {
          void draft.done();
          onClose();
        },
      },
    );
  };
  return (
    <Form
      label="Correct the test"
      onSubmit={submit}
      refusal={op.error}
      fields={["because", ...COLLECTION_FIELDS, ...DETAIL_FIELDS]}
      className={styles.dialog}
    >
      <div className={styles.split}>
        <div className={styles.main}>
          <GivenFieldset {...given} />
          {screened ? (
            <Section title="On-site screen" aside={<ReadingKeys />}>
              <ScreenGrid analytes={lines.map(asAnalyte)} value={body.readings} onChange={(readings) => draft.change({ readings })} />
            </Section>
          ) : (
            <p className="muted">This test was not screened on site.</p>
          )}
        </div>
        <div className={styles.aside}>
          <CollectionFieldset specimen={test.specimen} value={body} onChange={draft.change} now={now} />
          <MeasuresFieldset
            specimen={test.specimen}
            value={body.measures}
            onChange={(measures) => draft.change({ measures })}
          />
          <AroundFieldset {...given} />
        </div>
      </div>
      <Field
        label="Why it is corrected"
        name="because"
        value={body.because}
        onChange={(because) => draft.change({ because })}
        isRequired
      />
      <DraftLine draft={draft} />
      <CorrectActions onClose={onClose} pending={op.isPending} why={why} />
    </Form>
  );
}

const asAnalyte = (line: TestLine): PanelAnalyte => ({
  key: line.analyte,
  name: line.name,
  cutoff: line.cutoff,
  detection: "",
  note: "",
  verified: true,
});

function CorrectActions({ onClose, pending, why }: { onClose: () => void; pending: boolean; why?: string | undefined }) {
  return (
    <DialogActions>
      <Button onPress={onClose}>Leave as it is</Button>
      <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={pending} why={why}>
        Correct
      </Button>
    </DialogActions>
  );
}
