//! The dialogs behind Ctrl+P: one for each record that can leave on paper.

import { useState } from "react";
import { useOp } from "../../ipc/door.ts";
import { DateField } from "../../kit/DateField/DateField.tsx";
import { Dialog } from "../../kit/Dialog/Dialog.tsx";
import { FieldRow } from "../../kit/Form/Form.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { JobLine, useJob } from "../backup/JobLine.tsx";
import { CopyDialog } from "./CopyDialog.tsx";

interface Print {
  id: string;
  onClose: () => void;
}

const saved = (onClose: () => void) => ({
  onSuccess: () => {
    say("Saved as PDF and recorded", { icon: "print" });
    onClose();
  },
});

export function PrintNoteDialog({ id, signed, onClose }: Print & { signed: boolean }) {
  const op = useOp("note.print");
  return (
    <CopyDialog
      title="Print this note"
      about={
        signed
          ? "The note as it was signed, with everybody who signed, and what was added since."
          : "Nobody has signed this text. The page says so across itself."
      }
      pending={op.isPending}
      refusal={op.error}
      onClose={onClose}
      onPrint={(copy) => op.mutate({ id, copy }, saved(onClose))}
    />
  );
}

export function PrintSafetyPlanDialog({ id, onClose }: Print) {
  const op = useOp("instrument.print_plan");
  return (
    <CopyDialog
      title="Print the safety plan"
      about="The parts the client lives by, to take home. What was asked and answered stays in the chart."
      kind="own_copy"
      pending={op.isPending}
      refusal={op.error}
      onClose={onClose}
      onPrint={(copy) => op.mutate({ id, copy }, saved(onClose))}
    />
  );
}

export function PrintSummaryDialog({ id, draft, onClose }: Print & { draft: boolean }) {
  const op = useOp("discharge.print");
  return (
    <CopyDialog
      title={draft ? "Print the draft" : "Print the discharge summary"}
      about={
        draft
          ? "The draft as it was last saved. The page says across itself that it is not signed."
          : "The stay, its goals, and who goes on with the care."
      }
      kind={draft ? "internal_copy" : "own_copy"}
      pending={op.isPending}
      refusal={op.error}
      onClose={onClose}
      onPrint={(copy) => op.mutate({ id, copy }, saved(onClose))}
    />
  );
}

export function PrintAssessmentDialog({ id, draft, onClose }: Print & { draft: boolean }) {
  const op = useOp("assessment.print");
  return (
    <CopyDialog
      title={draft ? "Print the draft" : "Print the assessment"}
      about={
        draft
          ? "The draft as it was last saved. The page says across itself that it is not signed."
          : "Sections, dimensions and levels as they were signed."
      }
      pending={op.isPending}
      refusal={op.error}
      onClose={onClose}
      onPrint={(copy) => op.mutate({ id, copy }, saved(onClose))}
    />
  );
}

export function PrintLevelsDialog({ id, onClose }: Print) {
  const op = useOp("assessment.print_levels");
  return (
    <CopyDialog
      title="Print the levels of care"
      about="Every level of every stay with its dates, and what each assessment indicated and gave."
      pending={op.isPending}
      refusal={op.error}
      onClose={onClose}
      onPrint={(copy) => op.mutate({ client: id, copy }, saved(onClose))}
    />
  );
}

export function PrintPlanDialog({ id, draft, onClose }: Print & { draft: boolean }) {
  const op = useOp("plan.print");
  return (
    <CopyDialog
      title={draft ? "Print the draft" : "Print the plan"}
      about={
        draft
          ? "The draft as it was last saved. The page says across itself that it is not signed."
          : "Problems, goals and objectives, with lines for signatures on paper."
      }
      kind={draft ? "internal_copy" : "own_copy"}
      pending={op.isPending}
      refusal={op.error}
      onClose={onClose}
      onPrint={(copy) => op.mutate({ id, copy }, saved(onClose))}
    />
  );
}

export function PrintCourseDialog({ id, from, until, onClose }: Print & { from: string; until: string }) {
  const op = useOp("drug_test.print_course");
  return (
    <CopyDialog
      title="Print the course of tests"
      about="Tests, missed check-ins, medications, levels of care and pauses of the span that is shown. A screen is called presumptive."
      pending={op.isPending}
      refusal={op.error}
      onClose={onClose}
      onPrint={(copy) => op.mutate({ client: id, from, until, copy }, saved(onClose))}
    />
  );
}

export function PrintConsentDialog({ id, onClose }: Print) {
  const op = useOp("consent.print");
  return (
    <CopyDialog
      title="Print this consent"
      about="Whom it names, what may be told and until when, and how it is taken back."
      kind="own_copy"
      pending={op.isPending}
      refusal={op.error}
      onClose={onClose}
      onPrint={(copy) => op.mutate({ id, copy }, saved(onClose))}
    />
  );
}

function Dates(props: { from: string; until: string; onFrom: (on: string) => void; onUntil: (on: string) => void }) {
  return (
    <FieldRow>
      <DateField label="From" name="from" optional value={props.from} onChange={props.onFrom} />
      <DateField label="To" name="until" optional value={props.until} onChange={props.onUntil} />
    </FieldRow>
  );
}

/** Dates that were left empty are not sent: everything is meant. */
const between = (from: string, until: string) => ({
  ...(from === "" ? {} : { from }),
  ...(until === "" ? {} : { until }),
});

export function PrintAttendanceDialog({ id, onClose }: Print) {
  const op = useOp("attendance.print");
  const [from, setFrom] = useState("");
  const [until, setUntil] = useState("");
  return (
    <CopyDialog
      title="Print attendance and hours"
      about="Hours by program week and every session, in the order of their dates."
      kind="own_copy"
      fields={["from", "until"]}
      pending={op.isPending}
      refusal={op.error}
      onClose={onClose}
      onPrint={(copy) => op.mutate({ client: id, ...between(from, until), copy }, saved(onClose))}
    >
      <Dates from={from} until={until} onFrom={setFrom} onUntil={setUntil} />
    </CopyDialog>
  );
}

export function PrintChartDialog({ id, onClose }: Print) {
  const op = useOp("chart_copy.print");
  const [from, setFrom] = useState("");
  const [until, setUntil] = useState("");
  const job = useJob(op.data?.job);
  const stop = useOp("job.cancel");
  if (op.data !== undefined) {
    const { job: started } = op.data;
    const running = job === undefined || job.state === "running";
    const leave = running ? () => stop.mutate({ id: started }) : onClose;
    return (
      <Dialog title="Copy this chart" isOpen onClose={leave}>
        {job === undefined ? <p>Reading the chart</p> : <JobLine job={job} alone />}
      </Dialog>
    );
  }
  return (
    <CopyDialog
      title="Copy this chart"
      about="One document with contents: identity, episodes, diagnoses, medications, assessments, plan, consents, attendance, drug tests, outcomes, signed notes, discharge summaries. Drafts are left out and counted; counseling notes are in no copy."
      fields={["from", "until"]}
      pending={op.isPending}
      refusal={op.error}
      onClose={onClose}
      onPrint={(copy) => op.mutate({ client: id, ...between(from, until), copy })}
    >
      <Dates from={from} until={until} onFrom={setFrom} onUntil={setUntil} />
    </CopyDialog>
  );
}

export function PrintCaseloadDialog({ clients, shown, onClose }: { clients: readonly string[]; shown: string; onClose: () => void }) {
  const op = useOp("caseload.print");
  return (
    <CopyDialog
      title="Print the caseload"
      about={`${String(clients.length)} ${clients.length === 1 ? "client" : "clients"}, with the columns and the order of the screen. The file holds names and is no longer protected by the vault.`}
      internalOnly
      pending={op.isPending}
      refusal={op.error}
      onClose={onClose}
      onPrint={({ reason = "", copies }) => op.mutate({ clients: [...clients], shown, reason, copies }, saved(onClose))}
    />
  );
}
