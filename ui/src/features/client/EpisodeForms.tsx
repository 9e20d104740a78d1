//! Admitting, changing the level of care, discharging. A discharge can be undone.

import { useState } from "react";
import { act, useOp } from "../../ipc/door.ts";
import type { DischargeHow, Episode, Level } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { DateField } from "../../kit/DateField/DateField.tsx";
import { DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { FieldRow, Form } from "../../kit/Form/Form.tsx";
import { Loading } from "../../kit/Loading/Loading.tsx";
import { Select } from "../../kit/Select/Select.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { usePractice } from "../../lib/practice.ts";
import { DraftLine } from "../draft/DraftLine.tsx";
import { useDraft } from "../draft/useDraft.ts";
import { dischargeHows, levels } from "./words.ts";

export function AdmitForm({ client, onDone }: { client: string; onDone: () => void }) {
  const { today } = usePractice();
  const [admission, setAdmission] = useState<{ admitted_on: string; level: Level; track: string }>({
    admitted_on: today,
    level: "2.1",
    track: "",
  });
  const admit = useOp("episode.admit");
  const missing = admission.admitted_on === "" ? "Type the day of admission first." : undefined;
  const patch = (part: Partial<typeof admission>) => setAdmission({ ...admission, ...part });
  const submit = () => {
    if (missing !== undefined || admit.isPending) return;
    admit.mutate(
      { client, admission },
      {
        onSuccess: (stands) => {
          say("Admitted", { undo: () => void act("episode.void", stands) });
          onDone();
        },
      },
    );
  };
  return (
    <Form label="Admission" onSubmit={submit} refusal={admit.error} fields={["admitted_on", "level", "track"]}>
      <FieldRow>
        <DateField
          label="Admitted on"
          name="admitted_on"
          value={admission.admitted_on}
          onChange={(admitted_on) => patch({ admitted_on })}
        />
        <Select
          label="Level of care"
          name="level"
          value={admission.level}
          options={levels}
          onChange={(level) => patch({ level })}
        />
      </FieldRow>
      <Field
        label="Track"
        name="track"
        value={admission.track}
        onChange={(track) => patch({ track })}
        help="Such as Evening or Day"
        autoFocus
        width="medium"
        optional
      />
      <DialogActions>
        <Button onPress={onDone}>Close</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={admit.isPending} why={missing}>
          Admit
        </Button>
      </DialogActions>
    </Form>
  );
}

export function LevelForm({ episode, onDone }: { episode: Episode; onDone: () => void }) {
  const { today } = usePractice();
  const before = episode.levels.at(-1)?.level ?? "2.1";
  const [level, setLevel] = useState<Level>(before);
  const [from, setFrom] = useState(today);
  const change = useOp("episode.level");
  const missing =
    level === before ? "Choose another level first." : from === "" ? "Type the first day of it." : undefined;
  const submit = () => {
    if (missing !== undefined || change.isPending) return;
    const request = { episode: episode.id, rev: episode.rev, level, from_on: from };
    change.mutate(request, { onSuccess: () => (say(`Level ${level} from that day on`), onDone()) });
  };
  return (
    <Form label="Level of care" onSubmit={submit} refusal={change.error} fields={["level", "from_on"]}>
      <FieldRow>
        <Select label="Level of care" name="level" value={level} options={levels} onChange={setLevel} />
        <DateField label="From" name="from_on" value={from} onChange={setFrom} />
      </FieldRow>
      <p className="muted small">The earlier level stays with its dates.</p>
      <DialogActions>
        <Button onPress={onDone}>Leave as it was</Button>
        <Button type="submit" kind="primary" pending={change.isPending} why={missing}>
          Change the level
        </Button>
      </DialogActions>
    </Form>
  );
}

interface DischargeBody {
  discharged_on: string;
  how: DischargeHow | "";
  reason: string;
}

interface DischargeProps {
  client: string;
  episode: Episode;
  onDone: () => void;
}

export function DischargeForm({ client, episode, onDone }: DischargeProps) {
  const { today } = usePractice();
  const draft = useDraft<DischargeBody>("episode.discharge", client, { discharged_on: today, how: "", reason: "" });
  const discharge = useOp("episode.discharge");
  const { discharged_on, how, reason } = draft.value;
  const missing =
    how === ""
      ? "Choose how the stay ended first."
      : reason.trim() === ""
        ? "Say how the stay ended in a few words first."
        : discharged_on === ""
          ? "Type the last day."
          : undefined;
  const submit = () => {
    if (missing !== undefined || how === "" || discharge.isPending) return;
    discharge.mutate(
      { id: episode.id, rev: episode.rev, discharged_on, how, reason: reason.trim() },
      {
        onSuccess: (stands) => {
          void draft.done();
          say("Discharged", { undo: () => void act("episode.reopen", stands) });
          onDone();
        },
      },
    );
  };
  if (!draft.ready) return <Loading what="your draft" />;
  return (
    <Form label="Discharge" onSubmit={submit} refusal={discharge.error} fields={["discharged_on", "how", "reason"]}>
      <FieldRow>
        <DateField
          label="Discharged on"
          name="discharged_on"
          value={discharged_on}
          onChange={(day) => draft.change({ discharged_on: day })}
        />
        <Select
          label="How it ended"
          name="how"
          value={how}
          options={dischargeHows}
          onChange={(next) => draft.change({ how: next })}
          help="With its TEDS code"
        />
      </FieldRow>
      <Field
        label="In a few words"
        name="reason"
        value={reason}
        onChange={(next) => draft.change({ reason: next })}
        help="Such as moved to level 1.5 near home, monitoring goes on"
        isRequired
      />
      <p className="muted small">The discharge summary is written on the tab Plan and consents.</p>
      <DraftLine draft={draft} />
      <DialogActions>
        <Button onPress={onDone}>Leave as it is</Button>
        <Button type="submit" kind="primary" pending={discharge.isPending} why={missing}>
          Discharge
        </Button>
      </DialogActions>
    </Form>
  );
}
