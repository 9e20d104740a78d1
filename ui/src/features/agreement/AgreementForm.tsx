//! An agreement as its paper says it: with whom, from when, how many tests, what they are told, and by which consent.

import { useOp } from "../../ipc/door.ts";
import type { AgreementRow, Agreements } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { DateField } from "../../kit/DateField/DateField.tsx";
import { DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { FieldRow, Form } from "../../kit/Form/Form.tsx";
import { Loading } from "../../kit/Loading/Loading.tsx";
import { Select } from "../../kit/Select/Select.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { DraftLine } from "../draft/DraftLine.tsx";
import type { DraftForm } from "../draft/useDraft.ts";
import { useDraft } from "../draft/useDraft.ts";
import type { AgreementBody } from "./words.ts";
import { MONTHS, fieldsOf } from "./words.ts";

const FIELDS = [
  "party",
  "reference",
  "from",
  "until",
  "tests_per_year",
  "panel",
  "terms",
  "notice_hours",
  "report_months",
  "report_first_on",
  "consent",
] as const;

interface AgreementFormProps {
  client: string;
  all: Agreements;
  /** Absent for a new one. */
  row: AgreementRow | undefined;
  initial: AgreementBody;
  onDone: () => void;
  onVoid: () => void;
}

export function AgreementForm({ client, all, row, initial, onDone, onVoid }: AgreementFormProps) {
  const add = useOp("agreement.add");
  const change = useOp("agreement.change");
  const draft = useDraft<AgreementBody>("agreement.save", row === undefined ? client : `${client}/${row.id}`, initial);
  const { value } = draft;
  const done = {
    onSuccess: () => {
      say(row === undefined ? `Agreement with ${value.party} recorded` : "Agreement changed; the version before is kept");
      void draft.done();
      onDone();
    },
  };
  const submit = () => {
    if (row === undefined) add.mutate({ client, fields: fieldsOf(value) }, done);
    else change.mutate({ id: row.id, rev: row.rev, fields: fieldsOf(value) }, done);
  };
  if (!draft.ready) return <Loading what="the form" />;
  return (
    <Form label="Agreement" onSubmit={submit} refusal={add.error ?? change.error} fields={FIELDS}>
      <With draft={draft} all={all} />
      <Asks draft={draft} all={all} />
      <Owed draft={draft} all={all} />
      <DraftLine draft={draft} />
      <DialogActions>
        {row === undefined ? null : (
          <Button kind="quiet" onPress={onVoid}>
            Entered by mistake …
          </Button>
        )}
        <Button onPress={onDone}>Not now</Button>
        <Button
          type="submit"
          kind="primary"
          keys="Ctrl+Enter"
          pending={add.isPending || change.isPending}
          why={value.from === "" ? "Name the day from which it holds." : undefined}
        >
          {row === undefined ? "Record the agreement" : "Save"}
        </Button>
      </DialogActions>
    </Form>
  );
}

interface PartProps {
  draft: DraftForm<AgreementBody>;
  all: Agreements;
}

function With({ draft: { value, change }, all }: PartProps) {
  return (
    <>
      <FieldRow>
        <Select
          label="With"
          value={value.kind}
          onChange={(kind) => change({ kind })}
          options={all.kinds.map(({ kind, label }) => ({ value: kind, label }))}
        />
        <Field label="By name" name="party" value={value.party} onChange={(party) => change({ party })} help="As on their paper and on the consent" isRequired />
        <Field label="Their number" name="reference" value={value.reference} onChange={(reference) => change({ reference })} width="short" optional />
      </FieldRow>
      <FieldRow>
        <DateField label="From" name="from" value={value.from} onChange={(from) => change({ from })} />
        <DateField label="Through" name="until" value={value.until} onChange={(until) => change({ until })} help="Empty until it is completed" optional />
      </FieldRow>
    </>
  );
}

function Asks({ draft: { value, change }, all }: PartProps) {
  return (
    <>
      <FieldRow>
        <Field
          label="Tests a year"
          name="tests_per_year"
          value={value.tests_per_year}
          onChange={(tests_per_year) => change({ tests_per_year })}
          help="At least; empty when it asks for none"
          inputMode="numeric"
          optional
        />
        <Select
          label="Panel"
          name="panel"
          value={value.panel === "" ? "any" : value.panel}
          onChange={(panel) => change({ panel: panel === "any" ? "" : panel })}
          options={[{ value: "any", label: "Any panel" }, ...all.panels]}
        />
      </FieldRow>
      <Field
        label="Other terms"
        name="terms"
        value={value.terms}
        onChange={(terms) => change({ terms })}
        lines={2}
        help="In its own words: no nights, one pharmacy, no access to controlled drugs"
        optional
      />
    </>
  );
}

function Owed({ draft: { value, change }, all }: PartProps) {
  return (
    <>
      <FieldRow>
        <Field
          label="Told within"
          name="notice_hours"
          value={value.notice_hours}
          onChange={(notice_hours) => change({ notice_hours })}
          unit="hours"
          help="Of what the rules give notice of"
          inputMode="numeric"
          optional
        />
        <Select
          label="Reports"
          name="report_months"
          value={value.report_months === "" ? "none" : value.report_months}
          onChange={(months) => change({ report_months: months === "none" ? "" : months })}
          options={MONTHS}
        />
        <DateField
          label="First report due"
          name="report_first_on"
          value={value.report_first_on}
          onChange={(report_first_on) => change({ report_first_on })}
          optional={value.report_months === ""}
        />
      </FieldRow>
      <Select
        label="Consent that covers telling them"
        name="consent"
        value={value.consent === "" ? "named" : value.consent}
        onChange={(consent) => change({ consent: consent === "named" ? "" : consent })}
        options={[{ value: "named", label: "The one of this kind that names them" }, ...all.consents]}
        help="Nothing is told where it does not hold on the day"
      />
    </>
  );
}
