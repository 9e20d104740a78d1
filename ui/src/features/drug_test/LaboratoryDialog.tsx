//! The laboratory's report, entered by hand: its word, its hour, each substance by initial test and confirmation, and what it measured. An amended report
//! begins as the last one stands and says why; the earlier one is kept.

import { useCall, useOp } from "../../ipc/door.ts";
import type { LaboratoryResult, TestAnswer } from "../../ipc/generated/calls.ts";
import { Banner } from "../../kit/Banner/Banner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Checkbox } from "../../kit/Choice/Choice.tsx";
import { DateField } from "../../kit/DateField/DateField.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Select } from "../../kit/Select/Select.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { typedTime } from "../../lib/duration.ts";
import { usePractice } from "../../lib/practice.ts";
import { DraftLine } from "../draft/DraftLine.tsx";
import { useDraft } from "../draft/useDraft.ts";
import type { DraftForm } from "../draft/useDraft.ts";
import { MeasuresFieldset, REPORT_MEASURES } from "./CollectionFieldset.tsx";
import { ReportGrid } from "./ReportGrid.tsx";
import { ReadingKeys } from "./ScreenGrid.tsx";
import { wallTimeOf } from "./log.ts";
import { begun, reportLacks, reportRequest, restNotDetected } from "./report.ts";
import type { TypedReport } from "./report.ts";
import { LABORATORY, options } from "./words.ts";
import styles from "./Test.module.css";

interface LaboratoryProps {
  test: TestAnswer;
  onClose: () => void;
}

export function LaboratoryDialog({ test, onClose }: LaboratoryProps) {
  const { zone } = usePractice();
  const draft = useDraft<TypedReport>("drug_test.laboratory", test.id, begun(test, zone));
  const last = test.reports.at(-1);
  return (
    <Dialog title={last === undefined ? "The laboratory's report" : `Amend report ${String(last.number)}`} isOpen onClose={onClose} wide>
      {draft.ready ? <Sheet test={test} draft={draft} onClose={onClose} /> : null}
    </Dialog>
  );
}

function Sheet({ test, draft, onClose }: LaboratoryProps & { draft: DraftForm<TypedReport> }) {
  const { practice, zone } = usePractice();
  const op = useOp("drug_test.laboratory");
  const typed = draft.value;
  const now = wallTimeOf(practice?.now ?? 0, zone);
  const why = reportLacks(typed, test, now);
  const submit = () => {
    const request = reportRequest(typed, test, now);
    if (request === undefined || op.isPending) return;
    op.mutate(request, {
      onSuccess: (after) => {
        say(`Kept report ${String(after.reports.at(-1)?.number ?? 1)} of ${after.number}`);
        void draft.done();
        onClose();
      },
    });
  };
  return (
    <Form
      label="The laboratory's report"
      onSubmit={submit}
      refusal={op.error}
      fields={["result", "words", "because", "reported_on", "reported_time", ...REPORT_MEASURES]}
      className={styles.dialog}
    >
      <Head test={test} draft={draft} now={now} />
      <Substances test={test} draft={draft} />
      <MeasuresFieldset of="report" specimen={test.specimen} value={typed.measures} onChange={(measures) => draft.change({ measures })} />
      {test.laboratory === undefined ? null : (
        <Field
          label="Why it replaces the earlier report"
          name="because"
          value={typed.because}
          onChange={(because) => draft.change({ because })}
          help="The earlier report is kept and can be read."
          isRequired
        />
      )}
      <DraftLine draft={draft} />
      <DialogActions>
        <Button onPress={onClose}>Back to the test</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={op.isPending} why={why}>
          Keep this report
        </Button>
      </DialogActions>
    </Form>
  );
}

function Head({ test, draft, now }: { test: TestAnswer; draft: DraftForm<TypedReport>; now: string }) {
  const panels = useCall("panel.list", {});
  const typed = draft.value;
  const laboratories = (panels.data?.laboratories ?? []).filter((one) => one.active || one.id === typed.laboratory);
  const misread = typed.time.trim() !== "" && typedTime(typed.time, now) === undefined;
  return (
    <div className={styles.pair}>
      {/* No default: the laboratory's word is not guessed. */}
      <Select<LaboratoryResult | "none">
        label="Result"
        name="result"
        value={typed.result === "" ? "none" : typed.result}
        options={[{ value: "none", label: "Choose" }, ...options(LABORATORY)]}
        onChange={(result) => draft.change({ result: result === "none" ? "" : result })}
      />
      <Select
        label="Laboratory"
        name="laboratory"
        value={typed.laboratory === "" ? "none" : typed.laboratory}
        options={[{ value: "none", label: "Not said" }, ...laboratories.map((one) => ({ value: one.id, label: one.name }))]}
        onChange={(laboratory) => draft.change({ laboratory: laboratory === "none" ? "" : laboratory })}
        optional
      />
      <DateField label="Reported on" name="reported_on" value={typed.on} onChange={(on) => draft.change({ on })} optional />
      <Field
        label="Time of the report"
        name="reported_time"
        value={typed.time}
        onChange={(time) => draft.change({ time })}
        error={misread ? "Such as 7:40 AM." : undefined}
        optional
      />
      <Field
        label={test.laboratory === undefined ? "Report number and remarks" : "Number of the amended report, remarks"}
        name="words"
        value={typed.words}
        onChange={(words) => draft.change({ words })}
        optional
      />
    </div>
  );
}

function Substances({ test, draft }: { test: TestAnswer; draft: DraftForm<TypedReport> }) {
  const { lines, cutoffs } = draft.value;
  if (test.lines.length === 0 || test.panel_number === undefined) {
    return <Banner title="This test came with an import, so its single substances are not known here." />;
  }
  const keys = test.lines.map((line) => line.analyte);
  const left = keys.some((key) => lines[key]?.screen === undefined);
  return (
    <Section title="Substances" aside={<ReadingKeys pending />}>
      <ReportGrid of={test.lines} value={{ lines, cutoffs }} onChange={(changed) => draft.change({ lines: changed })} />
      <div className="cluster">
        <Checkbox isSelected={cutoffs} onChange={(checked) => draft.change({ cutoffs: checked })}>
          The report states other cut-offs
        </Checkbox>
        <Button size="sm" why={left ? undefined : "Every substance has an initial test."} onPress={() => draft.change({ lines: restNotDetected(lines, keys) })}>
          Initial test of the rest: not detected
        </Button>
      </div>
    </Section>
  );
}
