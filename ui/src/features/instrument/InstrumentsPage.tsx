//! Instruments of the practice: what can be given, how often each is due at a level of care, and the way to add one from its definition or to retire it.

import { useState } from "react";
import { useCall, useOp } from "../../ipc/door.ts";
import type { InstrumentLine, InstrumentSchedule } from "../../ipc/generated/calls.ts";
import { RefusedBanner } from "../../kit/Banner/RefusedBanner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { FieldRow, Form } from "../../kit/Form/Form.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { PageBody, PageHead } from "../../kit/PageHead/PageHead.tsx";
import { Select } from "../../kit/Select/Select.tsx";
import { Table } from "../../kit/Table/Table.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { holds, usePractice } from "../../lib/practice.ts";
import { plural } from "../../lib/time.ts";
import { useCommands } from "../palette/commands.ts";

const LEVELS = ["1.0", "1.5", "1.7", "2.1", "2.5", "2.7", "3.1", "3.5", "3.7", "4"] as const;

type Open = { form: "add" } | { form: "due"; line: InstrumentLine };

export function InstrumentsPage() {
  const { person } = usePractice();
  const list = useCall("instrument.list", {});
  const schedules = useCall("instrument.schedules", {});
  const [open, setOpen] = useState<Open>();
  const may = holds(person, "director");
  const close = () => setOpen(undefined);
  useCommands(may ? [{ id: "instrument.add", title: "Add an instrument", group: "Here", icon: "plus", keys: "N", run: () => setOpen({ form: "add" }) }] : []);
  return (
    <>
      <PageHead
        title="Instruments"
        actions={
          may ? (
            <Button icon="plus" keys="N" onPress={() => setOpen({ form: "add" })}>
              Add an instrument
            </Button>
          ) : null
        }
      >
        What can be given, and how often it is due. What is due stands in the To-dos of the primary counselor.
      </PageHead>
      <PageBody>
        <Answered query={list} what="the instruments">
          {(lines) => <Rows lines={lines} schedules={schedules.data ?? []} may={may} onOpen={setOpen} />}
        </Answered>
      </PageBody>
      <Dialog title="Add an instrument" isOpen={open?.form === "add"} onClose={close} wide>
        <AddForm onDone={close} />
      </Dialog>
      <Dialog title="How often it is due" isOpen={open?.form === "due"} onClose={close}>
        {open?.form === "due" ? <DueForm line={open.line} schedules={schedules.data ?? []} onDone={close} /> : null}
      </Dialog>
    </>
  );
}

interface RowsProps {
  lines: readonly InstrumentLine[];
  schedules: readonly InstrumentSchedule[];
  may: boolean;
  onOpen: (open: Open) => void;
}

function Rows({ lines, schedules, may, onOpen }: RowsProps) {
  const retire = useOp("instrument.retire");
  const due = (line: InstrumentLine) =>
    schedules
      .filter((one) => one.code === line.code)
      .map((one) => `level ${one.level} every ${plural(one.every_days, "day")}`)
      .join(", ");
  return (
    <>
      {retire.error ? <RefusedBanner refusal={retire.error} /> : null}
      <Table
        label="Instruments"
        rows={lines}
        idOf={(line) => line.code}
        textOf={(line) => line.abbrev}
        onOpen={(line) => {
          if (may) onOpen({ form: "due", line });
        }}
        columns={[
          { id: "abbrev", title: "Instrument", cell: (line) => <span className="strong">{line.abbrev}</span> },
          { id: "name", title: "Name", cell: (line) => line.name },
          { id: "by", title: "Given", cell: (line) => (line.by_clinician ? "a clinician rates it" : "by staff or the client") },
          { id: "due", title: "Due", cell: (line) => due(line) || <span className="muted">by hand</span> },
          { id: "license", title: "License", cell: (line) => <span className="muted small">{line.license}</span> },
          {
            id: "do",
            title: "",
            align: "end",
            cell: ({ id, rev, abbrev, ...line }) =>
              may ? (
                <span className="cluster">
                  <Button size="sm" kind="quiet" label={`When ${abbrev} is due`} onPress={() => onOpen({ form: "due", line: { abbrev, ...line } })}>
                    Due
                  </Button>
                  {id === undefined || rev === undefined ? null : (
                    <Button
                      size="sm"
                      kind="quiet"
                      label={`Retire ${abbrev}`}
                      onPress={() => retire.mutate({ id, rev }, { onSuccess: () => say(`Retired ${abbrev}; what was measured stays. Add the same definition to bring it back.`) })}
                    >
                      Retire
                    </Button>
                  )}
                </span>
              ) : null,
          },
        ]}
      />
    </>
  );
}

function AddForm({ onDone }: { onDone: () => void }) {
  const add = useOp("instrument.add");
  const [definition, setDefinition] = useState("");
  const read = (file: File | undefined) => void file?.text().then(setDefinition);
  const missing = definition.trim() === "" ? "Choose a file, or paste its text." : undefined;
  return (
    <Form
      label="Add an instrument"
      fields={["definition"]}
      refusal={add.error}
      onSubmit={() => {
        if (missing === undefined) add.mutate({ definition }, { onSuccess: () => (say("Added; it can be given"), onDone()) });
      }}
    >
      <p>
        An instrument is a JSON file with its items, how it is scored, its citation and its license. What does not hold together is said here before anything is
        added. Add only what your practice may use.
      </p>
      <label>
        <span className="strong">File</span>{" "}
        <input type="file" accept=".json,application/json" onChange={(event) => read(event.target.files?.[0])} />
      </label>
      <Field label="Definition" name="definition" lines={12} code value={definition} onChange={setDefinition} />
      <DialogActions>
        <Button onPress={onDone}>Not now</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={add.isPending} why={missing} whyShown="elsewhere">
          Add
        </Button>
      </DialogActions>
    </Form>
  );
}

function DueForm({ line, schedules, onDone }: { line: InstrumentLine; schedules: readonly InstrumentSchedule[]; onDone: () => void }) {
  const set = useOp("instrument.schedule");
  const [level, setLevel] = useState<string>("2.1");
  const present = schedules.find((one) => one.code === line.code && one.level === level);
  const [days, setDays] = useState<Record<string, string>>({});
  const typed = days[level] ?? (present === undefined ? "" : String(present.every_days));
  const nothing = typed === "" && present === undefined ? "Type the days." : undefined;
  return (
    <Form
      label="How often it is due"
      fields={["level", "every_days"]}
      refusal={set.error}
      onSubmit={() => {
        if (nothing !== undefined) return;
        const every = typed === "" ? {} : { every_days: /^\d+$/.test(typed) ? Number(typed) : -1 };
        set.mutate({ code: line.code, level, rev: present?.rev ?? 0, ...every }, { onSuccess: () => (say(typed === "" ? "Not due there any more" : "Kept"), onDone()) });
      }}
    >
      <p>
        <span className="strong">{line.abbrev}</span>, counted from the last time in the stay; the first is due at the admission.
      </p>
      <FieldRow>
        <Select label="At level" name="level" width="short" value={level} options={LEVELS.map((one) => ({ value: one, label: one }))} onChange={setLevel} />
        <Field
          label="Every"
          name="every_days"
          width="short"
          unit="days"
          help="Empty: not due there"
          value={typed}
          onChange={(next) => setDays({ ...days, [level]: next })}
        />
      </FieldRow>
      <DialogActions>
        <Button onPress={onDone}>Not now</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={set.isPending} why={nothing} whyShown="elsewhere">
          Keep
        </Button>
      </DialogActions>
    </Form>
  );
}
