//! One thing that is owed: the consent it rests on, the document for it, and the record that it was sent. Blocked, it says what is missing and where.

import { useState } from "react";
import { Link } from "@tanstack/react-router";
import { useOp } from "../../ipc/door.ts";
import type { OwedRelease, OwedReleases, ReleaseBasis, ReleasePart } from "../../ipc/generated/calls.ts";
import { Banner } from "../../kit/Banner/Banner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Segments, Ticks } from "../../kit/Choice/Choice.tsx";
import { DateField } from "../../kit/DateField/DateField.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Facts } from "../../kit/Facts/Facts.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { FieldRow, Form } from "../../kit/Form/Form.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { usePractice } from "../../lib/practice.ts";
import { date, moment } from "../../lib/time.ts";
import { DraftLine } from "../draft/DraftLine.tsx";
import { useDraft } from "../draft/useDraft.ts";
import { RecordForm } from "./RecordForm.tsx";
import { dueWords, ofRow, usualParts, usualTold } from "./words.ts";

interface ReleaseProps {
  row: OwedRelease;
  all: OwedReleases;
  onClose: () => void;
}

export function ReleaseDialog({ row, all, onClose }: ReleaseProps) {
  const { today, zone } = usePractice();
  const [step, setStep] = useState<"make" | "record">(row.made === undefined ? "make" : "record");
  return (
    <Dialog title={`${row.what} · ${row.recipient}`} isOpen onClose={onClose} wide>
      <p className="muted">{`${row.client_name} · ${dueWords(row, today, zone)}`}</p>
      {row.basis === undefined ? (
        <Blocked row={row} onClose={onClose} />
      ) : (
        <>
          <Basis basis={row.basis} />
          {row.made === undefined ? null : (
            <p className="muted">{`A document was made ${moment(row.made.at, today, zone)} by ${row.made.by}. Say how it was sent, or make it anew.`}</p>
          )}
          <Segments
            label="Next"
            labelShown={false}
            value={step}
            onChange={setStep}
            options={[
              { value: "make", label: "Make the document" },
              { value: "record", label: "Record as sent" },
            ]}
          />
          {step === "make" ? (
            <MakeForm row={row} all={all} onMade={() => setStep("record")} onClose={onClose} />
          ) : (
            <RecordForm of={ofRow(row)} ways={all.ways} told={usualTold(row)} onClose={onClose} />
          )}
        </>
      )}
    </Dialog>
  );
}

function Blocked({ row, onClose }: { row: OwedRelease; onClose: () => void }) {
  return (
    <>
      <Banner tone="caution" icon="stop" title="Nothing may be told yet">
        {`${row.lacking_words} Obtain a consent first (42 CFR 2.31)${row.follow_up === undefined ? "." : ", or say in the chart why the notice is not needed."}`}
      </Banner>
      <DialogActions>
        <Link to="/client/$id/{-$tab}" params={{ id: row.client, tab: "plan" }}>
          Consents and agreements
        </Link>
        {row.follow_up === undefined ? null : (
          <Link to="/client/$id/{-$tab}" params={{ id: row.client, tab: "tests" }}>
            The follow-up
          </Link>
        )}
        <Button kind="primary" onPress={onClose} autoFocus>
          Close
        </Button>
      </DialogActions>
    </>
  );
}

function Basis({ basis }: { basis: ReleaseBasis }) {
  const { today } = usePractice();
  return (
    <Facts
      facts={[
        ["Consent", `${basis.kind_label}: ${basis.recipient}`],
        ["What may be told", basis.scope],
        ["Purpose", basis.purpose],
        ["In force", `${date(basis.signed_on, today)} until ${basis.ends}`],
      ]}
    />
  );
}

interface MakeBody {
  words: string;
  parts: ReleasePart[];
  from: string;
  until: string;
}

function MakeForm({ row, all, onMade, onClose }: ReleaseProps & { onMade: () => void }) {
  const make = useOp("disclosure.print");
  const draft = useDraft<MakeBody>("disclosure.make", row.key, {
    words: "",
    parts: usualParts(row),
    from: row.from ?? "",
    until: row.until ?? "",
  });
  const { value, change } = draft;
  const submit = () =>
    make.mutate(
      {
        of: ofRow(row),
        words: value.words,
        parts: value.parts,
        copies: 1,
        ...(value.from === "" ? {} : { from: value.from }),
        ...(value.until === "" ? {} : { until: value.until }),
      },
      {
        onSuccess: () => {
          say("The document is made and recorded. Send it, then say how.", { icon: "print" });
          void draft.done();
          onMade();
        },
      },
    );
  return (
    <Form label="The document" onSubmit={submit} refusal={make.error} fields={["words", "from", "until", "copies"]}>
      <Field
        label="What they are told"
        name="words"
        value={value.words}
        onChange={(words) => change({ words })}
        lines={3}
        help="In your own words. The statement of 42 CFR 2.32 and the scope of the consent stand under it."
        isRequired
      />
      <Ticks
        label="From the chart"
        columns="row"
        value={value.parts}
        onChange={(parts) => change({ parts: parts as ReleasePart[] })}
        options={all.parts.map(({ part, label }) => ({ value: part, label }))}
        help="Only what the consent lets them know. A presumptive screen is shown as a result that is open."
      />
      {value.parts.length === 0 ? null : (
        <FieldRow>
          <DateField label="From" name="from" value={value.from} onChange={(from) => change({ from })} optional />
          <DateField label="Through" name="until" value={value.until} onChange={(until) => change({ until })} optional />
        </FieldRow>
      )}
      <DraftLine draft={draft} />
      <DialogActions>
        <Button onPress={onClose}>Not now</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" icon="print" pending={make.isPending}>
          Make the document
        </Button>
      </DialogActions>
    </Form>
  );
}
