//! The practice's own list of what an intake packet holds.

import { useState } from "react";
import { useCall, useOp } from "../../ipc/door.ts";
import type { Follows, IntakeItem, IntakeItemFields } from "../../ipc/generated/calls.ts";
import { Tag } from "../../kit/Badge/Badge.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Checkbox } from "../../kit/Choice/Choice.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { FieldRow, Form } from "../../kit/Form/Form.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Select } from "../../kit/Select/Select.tsx";
import { Table } from "../../kit/Table/Table.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { holds, usePractice } from "../../lib/practice.ts";
import { useCommands } from "../palette/commands.ts";
import { SettingsPage } from "../practice/SettingsPage.tsx";

const FOLLOWS: Record<Follows, string> = {
  nothing: "somebody marks it",
  treatment: "a consent to treatment",
  tpo: "a consent for treatment, payment, operations",
  assessment: "a signed assessment",
  emergency_contact: "an emergency contact",
  medication: "a medication on the list",
};

type Open = { item: IntakeItem | undefined } | undefined;

export function IntakePage() {
  const items = useCall("intake.items", {});
  const { person } = usePractice();
  const may = holds(person, "director");
  const [open, setOpen] = useState<Open>();
  const add = () => setOpen({ item: undefined });
  useCommands(may ? [{ id: "intake.add", title: "Add an item to the packet", group: "Here", icon: "plus", keys: "A", run: add }] : []);
  return (
    <SettingsPage>
      <p className="muted prose small">
        What must be there before somebody begins. Whether a missing item keeps a client out of groups is a rule under
        Hours and rules; it looks at the items that are named for it here.
      </p>
      <Answered query={items} what="the list">
        {(rows) => (
          <Section
            title="Intake packet"
            action={
              may ? (
                <Button size="sm" icon="plus" keys="A" onPress={add}>
                  Add an item
                </Button>
              ) : null
            }
          >
            <Table
              label="Intake packet"
              rows={rows}
              idOf={(item) => item.id}
              textOf={(item) => item.label}
              {...(may ? { onOpen: (item: IntakeItem) => setOpen({ item }) } : {})}
              empty={<EmptyState title="The packet is empty">Add what must be there before somebody begins.</EmptyState>}
              columns={[
                { id: "position", title: "No.", align: "end", cell: (item) => item.position },
                {
                  id: "label",
                  title: "Item",
                  cell: (item) => (
                    <div>
                      {item.label}
                      {item.help === "" ? null : <p className="muted small">{item.help}</p>}
                    </div>
                  ),
                },
                { id: "follows", title: "Ticked by", cell: (item) => FOLLOWS[item.follows] },
                { id: "track", title: "For", cell: (item) => (item.track === "" ? "everybody" : `track ${item.track}`) },
                { id: "blocks", title: "Groups", cell: (item) => (item.blocks ? <Tag>no group without it</Tag> : null) },
              ]}
            />
          </Section>
        )}
      </Answered>
      <Dialog title={open?.item === undefined ? "Add an item" : "Change the item"} isOpen={open !== undefined} onClose={() => setOpen(undefined)}>
        {open ? <ItemForm item={open.item} next={(items.data?.length ?? 0) + 1} onDone={() => setOpen(undefined)} /> : null}
      </Dialog>
    </SettingsPage>
  );
}

const NAMES = ["label", "help", "follows", "track", "position"].map((name) => `fields.${name}`);

function ItemForm({ item, next, onDone }: { item: IntakeItem | undefined; next: number; onDone: () => void }) {
  const add = useOp("intake.add_item");
  const change = useOp("intake.change_item");
  const retire = useOp("intake.retire_item");
  const [fields, setFields] = useState<IntakeItemFields>(() => {
    if (item === undefined) return { label: "", help: "", follows: "nothing", blocks: false, track: "", position: next };
    const { id: _id, rev: _rev, ...kept } = item;
    return kept;
  });
  const patch = (part: Partial<IntakeItemFields>) => setFields({ ...fields, ...part });
  const missing = fields.label.trim() === "" ? "Say what must be there first." : undefined;
  const finish = (words: string) => () => (say(words), onDone());
  const submit = () => {
    if (missing !== undefined) return;
    if (item === undefined) add.mutate({ fields }, { onSuccess: finish("Added to the packet") });
    else change.mutate({ id: item.id, rev: item.rev, fields }, { onSuccess: finish("Changed the item") });
  };
  return (
    <Form label="Item of the packet" onSubmit={submit} refusal={add.error ?? change.error ?? retire.error} fields={NAMES}>
      <Field label="What must be there" name="fields.label" value={fields.label} onChange={(label) => patch({ label })} autoFocus isRequired />
      <Field label="A word of help" name="fields.help" value={fields.help} onChange={(help) => patch({ help })} optional />
      <Select
        label="Ticked by"
        name="fields.follows"
        value={fields.follows}
        options={(Object.entries(FOLLOWS) as [Follows, string][]).map(([value, label]) => ({ value, label }))}
        onChange={(follows) => patch({ follows })}
      />
      <FieldRow>
        <Field label="Only for the track" name="fields.track" value={fields.track} onChange={(track) => patch({ track })} help="Empty for everybody" optional />
        <Field
          label="Place in the list"
          name="fields.position"
          width="short"
          inputMode="numeric"
          value={String(fields.position)}
          onChange={(position) => patch({ position: Number(position.replaceAll(/\D/g, "")) })}
        />
      </FieldRow>
      <Checkbox isSelected={fields.blocks} onChange={(blocks) => patch({ blocks })} help="Where the rule about groups is on.">
        No group without it
      </Checkbox>
      <DialogActions>
        {item === undefined ? null : (
          <Button
            kind="quiet"
            pending={retire.isPending}
            onPress={() => retire.mutate({ id: item.id, rev: item.rev }, { onSuccess: finish("Took the item out of the packet") })}
          >
            Take it out
          </Button>
        )}
        <Button onPress={onDone}>{item === undefined ? "Close" : "Leave as it was"}</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={add.isPending || change.isPending} why={missing}>
          {item === undefined ? "Add to the packet" : "Change the item"}
        </Button>
      </DialogActions>
    </Form>
  );
}
