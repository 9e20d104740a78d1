//! Counseling notes for somebody outside: closed ones of one's own, ticked one by one, by a consent that is for them alone.

import { useState } from "react";
import { Link } from "@tanstack/react-router";
import { useCall, useOp } from "../../ipc/door.ts";
import type { CounselingBases, CounselingNoteLine, ToldHow } from "../../ipc/generated/calls.ts";
import { Banner } from "../../kit/Banner/Banner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Ticks } from "../../kit/Choice/Choice.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Facts } from "../../kit/Facts/Facts.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { Select } from "../../kit/Select/Select.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { usePractice } from "../../lib/practice.ts";
import { date, moment } from "../../lib/time.ts";

interface ReleaseProps {
  client: string;
  /** Those that can leave. */
  notes: readonly CounselingNoteLine[];
  onClose: () => void;
}

export function ReleaseDialog({ client, notes, onClose }: ReleaseProps) {
  const can = useCall("disclosure.counseling_bases", { client });
  return (
    <Dialog title="Release counseling notes" isOpen onClose={onClose} wide>
      <Answered query={can} what="the consents">
        {(answer) =>
          answer.bases.length === 0 ? (
            <Blocked client={client} words={answer.lacking_words} onClose={onClose} />
          ) : (
            <ReleaseForm client={client} notes={notes} can={answer} onClose={onClose} />
          )
        }
      </Answered>
    </Dialog>
  );
}

function Blocked({ client, words, onClose }: { client: string; words: string; onClose: () => void }) {
  return (
    <>
      <Banner tone="caution" icon="stop" title="No counseling note may leave yet">
        {words} Enter the consent the client signed for counseling notes; no other one lets them leave, the client’s consent to
        treatment, payment and operations included.
      </Banner>
      <DialogActions>
        <Link to="/client/$id/{-$tab}" params={{ id: client, tab: "plan" }}>
          Consents
        </Link>
        <Button kind="primary" onPress={onClose} autoFocus>
          Close
        </Button>
      </DialogActions>
    </>
  );
}

function ReleaseForm({ client, notes, can, onClose }: ReleaseProps & { can: CounselingBases }) {
  const { today, zone } = usePractice();
  const release = useOp("disclosure.print_counseling");
  const takeBack = useOp("disclosure.take_back");
  const [consent, setConsent] = useState(can.bases[0]?.consent ?? "");
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [how, setHow] = useState<ToldHow | "">("");
  const basis = can.bases.find((one) => one.consent === consent);
  const missing = chosen.length === 0 ? "Tick the notes that are to leave." : how === "" ? "Say how it is handed over." : undefined;
  const submit = () => {
    if (how === "" || missing !== undefined) return;
    release.mutate(
      { client, notes: [...chosen], consent, how, copies: 1 },
      {
        onSuccess: (saved) => {
          say("Saved as PDF, and recorded as released", {
            icon: "print",
            undo: () => takeBack.mutate({ ...saved, reason: "Undone right away" }),
          });
          onClose();
        },
      },
    );
  };
  return (
    <Form label="Release counseling notes" onSubmit={submit} refusal={release.error} fields={["notes", "copies"]}>
      <Select
        label="Under which consent"
        value={consent}
        onChange={setConsent}
        options={can.bases.map((one) => ({ value: one.consent, label: one.recipient }))}
      />
      {basis === undefined ? null : (
        <Facts
          facts={[
            ["What may leave", basis.scope],
            ["Purpose", basis.purpose],
            ["In force", `${date(basis.signed_on, today)} until ${basis.ends}`],
          ]}
        />
      )}
      <Ticks
        label="Notes"
        name="notes"
        value={chosen}
        onChange={setChosen}
        options={notes.map((note) => ({
          value: note.id,
          label: note.title === "" ? "Without a title" : note.title,
          help: moment(note.started_at, today, zone),
        }))}
        columns="two"
        help="Your own closed notes. Whole and unchanged, in a document with nothing else but the consent and the notice of 42 CFR 2.32."
      />
      <Select
        label="How it is handed over"
        value={how}
        onChange={setHow}
        options={can.ways.map((way) => ({ value: way.how, label: way.label }))}
      />
      <DialogActions>
        <Button onPress={onClose}>Not now</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" icon="print" pending={release.isPending} why={missing}>
          Save as PDF and record
        </Button>
      </DialogActions>
    </Form>
  );
}
