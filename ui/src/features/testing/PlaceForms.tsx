//! A client's place in a program: putting in, another tier, a pause, the end.

import { useState } from "react";
import { useOp } from "../../ipc/door.ts";
import type { PauseKind, TestingPerson, TestingProgram } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { OneOf, Segments } from "../../kit/Choice/Choice.tsx";
import { DateField } from "../../kit/DateField/DateField.tsx";
import { DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { FieldRow, Form } from "../../kit/Form/Form.tsx";
import { Select } from "../../kit/Select/Select.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { usePractice } from "../../lib/practice.ts";
import type { PickedClient } from "../client/ClientPicker.tsx";
import { PAUSES, pauseWords, percent } from "./words.ts";

interface EnrollProps {
  client: PickedClient;
  programs: readonly TestingProgram[];
  onDone: () => void;
}

export function EnrollForm({ client, programs, onDone }: EnrollProps) {
  const enroll = useOp("testing.enroll");
  const open = programs.filter((program) => program.active);
  const [program, setProgram] = useState(open[0]?.id ?? "");
  const [tier, setTier] = useState("");
  const tiers = open.find((one) => one.id === program)?.tiers ?? [];
  const missing = tier === "" ? "Choose a tier." : undefined;
  const submit = () => {
    if (missing !== undefined) return;
    enroll.mutate({ client: client.id, program, tier }, { onSuccess: () => (say("Put into the program, from today"), onDone()) });
  };
  return (
    <Form label="Put into a program" onSubmit={submit} refusal={enroll.error} fields={[]}>
      {open.length > 1 ? (
        <Select
          label="Program"
          value={program}
          onChange={(next) => {
            setProgram(next);
            setTier("");
          }}
          options={open.map((one) => ({ value: one.id, label: one.name }))}
        />
      ) : null}
      <OneOf
        label="Tier"
        value={tier}
        onChange={setTier}
        options={tiers.map((one) => ({
          value: one.id,
          label: one.name,
          help: `${percent(one.chance_millionths)} on any allowed day; ${String(one.least)} to ${String(one.most)} in most years`,
        }))}
      />
      <DialogActions>
        <Button onPress={onDone}>Not now</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={enroll.isPending} why={missing}>
          Put into the program
        </Button>
      </DialogActions>
    </Form>
  );
}

interface PlaceProps {
  person: TestingPerson;
  programs: readonly TestingProgram[];
  onDone: () => void;
}

type What = "move" | "pause" | "code" | "end";

export function PlaceDialog({ person, programs, onDone }: PlaceProps) {
  const [what, setWhat] = useState<What>("move");
  if (!person.may_change) {
    return (
      <>
        <p>{`${person.program_name}, ${person.tier_name}. Code ${person.line_code}.`}</p>
        <DialogActions>
          <Button onPress={onDone}>Close</Button>
        </DialogActions>
      </>
    );
  }
  return (
    <>
      <Segments
        label="What changes"
        labelShown={false}
        value={what}
        onChange={setWhat}
        options={[
          { value: "move", label: "Tier" },
          { value: "pause", label: "Pause" },
          { value: "code", label: "Code" },
          { value: "end", label: "End" },
        ]}
      />
      {what === "move" ? <MoveForm person={person} programs={programs} onDone={onDone} /> : null}
      {what === "pause" ? <PauseForm person={person} onDone={onDone} /> : null}
      {what === "code" ? <CodeForm person={person} onDone={onDone} /> : null}
      {what === "end" ? <EndForm person={person} onDone={onDone} /> : null}
    </>
  );
}

/** What the line says of the client, and another one where somebody else learned it. */
function CodeForm({ person, onDone }: { person: TestingPerson; onDone: () => void }) {
  const renew = useOp("testing.renew_code");
  const submit = () =>
    renew.mutate({ id: person.id, rev: person.rev }, { onSuccess: () => (say("A new code, from the next draw on. Tell the client."), onDone()) });
  return (
    <Form label="Code of the line" onSubmit={submit} refusal={renew.error} fields={[]}>
      <p>
        The line says <span className="strong">{person.line_code}</span> when this client is selected.
      </p>
      <p className="muted">Where somebody else learned it, the client gets another. A draw that was set keeps the old one.</p>
      <DialogActions>
        <Button onPress={onDone}>Not now</Button>
        <Button type="submit" pending={renew.isPending}>
          Give another
        </Button>
      </DialogActions>
    </Form>
  );
}

function MoveForm({ person, programs, onDone }: PlaceProps) {
  const move = useOp("testing.move");
  const [tier, setTier] = useState(person.step_to ?? "");
  const [because, setBecause] = useState("");
  const tiers = programs.find((program) => program.id === person.program)?.tiers ?? [];
  const missing = tier === "" ? "Choose a tier." : because.trim() === "" ? "Say why." : undefined;
  const submit = () => {
    if (missing !== undefined) return;
    move.mutate({ id: person.id, rev: person.rev, tier, because }, { onSuccess: () => (say("Moved, from today"), onDone()) });
  };
  return (
    <Form label="Another tier" onSubmit={submit} refusal={move.error} fields={["because"]}>
      {person.step_to_name === undefined ? null : (
        <p>{`The time in ${person.tier_name} is over and nothing is open: a step down to ${person.step_to_name} is proposed. You decide.`}</p>
      )}
      <OneOf
        label={`Now in ${person.tier_name}`}
        value={tier}
        onChange={setTier}
        options={tiers
          .filter((one) => one.id !== person.tier)
          .map((one) => ({ value: one.id, label: one.name, help: `${percent(one.chance_millionths)} on any allowed day` }))}
      />
      <Field label="Why" name="because" value={because} onChange={setBecause} isRequired />
      <DialogActions>
        <Button onPress={onDone}>Not now</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={move.isPending} why={missing}>
          Move from today
        </Button>
      </DialogActions>
    </Form>
  );
}

function PauseForm({ person, onDone }: { person: TestingPerson; onDone: () => void }) {
  const { today } = usePractice();
  const pause = useOp("testing.pause");
  const resume = useOp("testing.resume");
  const [kind, setKind] = useState<PauseKind>("vacation");
  const [from, setFrom] = useState(today);
  const [until, setUntil] = useState("");
  const [site, setSite] = useState("");
  const [because, setBecause] = useState("");
  const missing = from === "" ? "Choose the first day." : because.trim() === "" ? "Say why." : undefined;
  const submit = () => {
    if (missing !== undefined) return;
    pause.mutate(
      { client: person.client, program: person.program, kind, from, ...(until === "" ? {} : { until }), site, because },
      { onSuccess: () => (say("Kept"), onDone()) },
    );
  };
  return (
    <Form label="A pause" onSubmit={submit} refusal={pause.error ?? resume.error} fields={["from", "until", "site", "because"]}>
      {person.pauses.map((one) => (
        <p key={one.id}>
          {pauseWords(one, today)}{" "}
          <Button
            size="sm"
            pending={resume.isPending}
            onPress={() => resume.mutate({ id: one.id, rev: one.rev }, { onSuccess: () => (say("The pause ended"), onDone()) })}
          >
            End this pause
          </Button>
        </p>
      ))}
      <OneOf
        label="What keeps the client away"
        value={kind}
        onChange={setKind}
        columns="row"
        options={(Object.keys(PAUSES) as PauseKind[]).map((value) => ({ value, label: PAUSES[value] }))}
      />
      <FieldRow>
        <DateField label="First day" name="from" value={from} onChange={setFrom} />
        <DateField label="Last day" name="until" value={until} onChange={setUntil} optional />
      </FieldRow>
      {kind === "vacation" ? (
        <Field
          label="Where a specimen is given meanwhile"
          name="site"
          value={site}
          onChange={setSite}
          help="With a place, the client stays in the draw and is sent there."
          optional
        />
      ) : null}
      <Field label="Why" name="because" value={because} onChange={setBecause} isRequired />
      <DialogActions>
        <Button onPress={onDone}>Not now</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={pause.isPending} why={missing}>
          Keep this pause
        </Button>
      </DialogActions>
    </Form>
  );
}

function EndForm({ person, onDone }: { person: TestingPerson; onDone: () => void }) {
  const end = useOp("testing.end");
  const [because, setBecause] = useState("");
  const missing = because.trim() === "" ? "Say why." : undefined;
  const submit = () => {
    if (missing !== undefined) return;
    end.mutate({ id: person.id, rev: person.rev, because }, { onSuccess: () => (say("Today is the last day"), onDone()) });
  };
  return (
    <Form label="End the place in the program" onSubmit={submit} refusal={end.error} fields={["because"]}>
      <p>Today is the last day that may be drawn. Draws and tests that were stay as they are.</p>
      <Field label="Why" name="because" value={because} onChange={setBecause} isRequired />
      <DialogActions>
        <Button onPress={onDone}>Not now</Button>
        <Button type="submit" kind="stop" pending={end.isPending} why={missing}>
          End this place
        </Button>
      </DialogActions>
    </Form>
  );
}
