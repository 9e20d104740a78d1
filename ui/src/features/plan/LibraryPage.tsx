//! The library of objectives: the program's, until the practice puts its own words in their place.

import { useState } from "react";
import { useCall, useOp } from "../../ipc/door.ts";
import type { LibraryFields, LibraryObjective } from "../../ipc/generated/calls.ts";
import { Tag } from "../../kit/Badge/Badge.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Checkbox } from "../../kit/Choice/Choice.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Table } from "../../kit/Table/Table.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { holds, usePractice } from "../../lib/practice.ts";
import { useCommands } from "../palette/commands.ts";
import { SettingsPage } from "../practice/SettingsPage.tsx";
import { byArea, span } from "./library.ts";

type Open = { one: LibraryObjective | undefined } | undefined;

const EMPTY: LibraryFields = { area: "", words: "", intervention: "", frequency: "", retired: false };
const NAMES = ["area", "words", "intervention", "frequency", "target_days"].map((name) => `fields.${name}`);
const keyOf = (one: LibraryObjective) => one.id ?? one.code;

export function LibraryPage() {
  const library = useCall("library.list", {});
  const { person } = usePractice();
  const may = holds(person, "counselor");
  const [open, setOpen] = useState<Open>();
  const add = () => setOpen({ one: undefined });
  useCommands(may ? [{ id: "library.add", title: "Write an objective", group: "Here", icon: "plus", keys: "A", run: add }] : []);
  return (
    <SettingsPage>
      <div className="cluster" data-gap="wide">
        <p className="muted prose small">
          Objectives a plan can take over. Change one and your words stand in its place; plans that took it keep theirs.
        </p>
        {may ? (
          <Button size="sm" icon="plus" keys="A" onPress={add}>
            Write an objective
          </Button>
        ) : null}
      </div>
      <Answered query={library} what="the library">
        {(all) =>
          byArea(all).map(({ area, of }) => (
            <Section key={area} title={area}>
              <Table
                label={area}
                rows={of}
                idOf={keyOf}
                textOf={(one) => one.words}
                {...(may ? { onOpen: (one: LibraryObjective) => setOpen({ one }) } : {})}
                columns={[
                  { id: "words", title: "Objective", cell: (one) => <Words one={one} /> },
                  { id: "intervention", title: "What we do", cell: (one) => one.intervention },
                  { id: "frequency", title: "How often", cell: (one) => one.frequency },
                  { id: "span", title: "Reached", cell: (one) => <span className="nowrap">{span(one.target_days)}</span> },
                ]}
              />
            </Section>
          ))
        }
      </Answered>
      <Dialog title={open?.one === undefined ? "Write an objective" : "Change the objective"} isOpen={open !== undefined} onClose={() => setOpen(undefined)} wide>
        {open ? <LibraryForm one={open.one} onDone={() => setOpen(undefined)} /> : null}
      </Dialog>
    </SettingsPage>
  );
}

function Words({ one }: { one: LibraryObjective }) {
  return (
    <span className={one.retired ? "muted" : undefined}>
      {one.words} {one.retired ? <Tag>not offered</Tag> : one.id === undefined ? null : <Tag>yours</Tag>}
    </span>
  );
}

function LibraryForm({ one, onDone }: { one: LibraryObjective | undefined; onDone: () => void }) {
  const add = useOp("library.add");
  const change = useOp("library.change");
  const [fields, setFields] = useState<LibraryFields>(() => {
    if (one === undefined) return EMPTY;
    const { area, words, intervention, frequency, target_days, retired } = one;
    return { area, words, intervention, frequency, retired, ...(target_days === undefined ? {} : { target_days }) };
  });
  const [days, setDays] = useState(fields.target_days === undefined ? "" : String(fields.target_days));
  const patch = (part: Partial<LibraryFields>) => setFields({ ...fields, ...part });
  const missing = fields.words.trim() === "" ? "Say what the client will do first." : undefined;
  const submit = () => {
    if (missing !== undefined) return;
    const done = { onSuccess: () => (say("The library is changed"), onDone()) };
    const { target_days: _, ...rest } = fields;
    // What is no number goes to the core, which says so beside the field.
    const typed = days.trim() === "" ? rest : { ...rest, target_days: /^\d+$/.test(days.trim()) ? Number(days) : -1 };
    if (one?.id === undefined || one.rev === undefined) add.mutate({ code: one?.code ?? "", fields: typed }, done);
    else change.mutate({ id: one.id, rev: one.rev, fields: typed }, done);
  };
  return (
    <Form label="Objective of the library" onSubmit={submit} refusal={add.error ?? change.error} fields={NAMES}>
      <Field label="Heading" name="fields.area" value={fields.area} onChange={(area) => patch({ area })} width="medium" />
      <Field label="What the client will do" name="fields.words" lines={2} value={fields.words} onChange={(words) => patch({ words })} autoFocus />
      <Field label="What we do" name="fields.intervention" value={fields.intervention} onChange={(intervention) => patch({ intervention })} optional />
      <Field label="How often" name="fields.frequency" value={fields.frequency} onChange={(frequency) => patch({ frequency })} width="medium" optional />
      <Field
        label="Reached within"
        name="fields.target_days"
        value={days}
        onChange={setDays}
        unit="days"
        help="Counted from the day on which a plan takes it; the plan can name another day."
        width="short"
        optional
      />
      <Checkbox isSelected={!fields.retired} onChange={(offered) => patch({ retired: !offered })}>
        Offered when a plan is written
      </Checkbox>
      <DialogActions>
        <Button onPress={onDone}>Leave as it was</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={add.isPending || change.isPending} why={missing}>
          {one === undefined ? "Add to the library" : "Keep these words"}
        </Button>
      </DialogActions>
    </Form>
  );
}
