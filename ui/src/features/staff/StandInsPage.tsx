//! Stand-ins: who answers a supervisor's queue while the supervisor is away. It begins and ends with its days by itself.

import { useState } from "react";
import { useCall, useOp } from "../../ipc/door.ts";
import type { StandInLine, StandInList } from "../../ipc/generated/calls.ts";
import { State } from "../../kit/Badge/Badge.tsx";
import { RefusedBanner } from "../../kit/Banner/RefusedBanner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { DateField } from "../../kit/DateField/DateField.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { FieldRow, Form } from "../../kit/Form/Form.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { PageBody, PageHead } from "../../kit/PageHead/PageHead.tsx";
import { Select } from "../../kit/Select/Select.tsx";
import { Table } from "../../kit/Table/Table.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { usePractice } from "../../lib/practice.ts";
import { date } from "../../lib/time.ts";
import { useCommands } from "../palette/commands.ts";

export function StandInsPage() {
  const list = useCall("staff.stand_ins", {});
  const [naming, setNaming] = useState(false);
  const may = (list.data?.may_name_for.length ?? 0) > 0;
  useCommands(may ? [{ id: "stand_in.name", title: "Name a stand-in", group: "Here", icon: "plus", keys: "N", run: () => setNaming(true) }] : []);
  return (
    <>
      <PageHead
        title="Stand-ins"
        actions={
          may ? (
            <Button icon="plus" keys="N" onPress={() => setNaming(true)}>
              Name a stand-in
            </Button>
          ) : null
        }
      >
        Who answers a supervisor's queue while the supervisor is away
      </PageHead>
      <PageBody>
        <Answered query={list} what="the stand-ins">
          {(answer) => <Rows rows={answer.rows} />}
        </Answered>
      </PageBody>
      <Dialog title="Name a stand-in" isOpen={naming} onClose={() => setNaming(false)}>
        {list.data === undefined ? null : <NameForm list={list.data} onDone={() => setNaming(false)} />}
      </Dialog>
    </>
  );
}

function Rows({ rows }: { rows: readonly StandInLine[] }) {
  const { today } = usePractice();
  const end = useOp("staff.stand_in_end");
  return (
    <>
      {end.error ? <RefusedBanner refusal={end.error} /> : null}
      <Table
        label="Stand-ins"
        rows={rows}
        idOf={(row) => row.id}
        textOf={(row) => row.staff_name}
        empty={<EmptyState title="Nobody stands in">While a supervisor is away, somebody else who signs alone can answer the notes that wait.</EmptyState>}
        columns={[
          { id: "who", title: "Stands in", cell: (row) => row.staff_name },
          { id: "for", title: "For", cell: (row) => row.supervisor_name },
          { id: "days", title: "Days", cell: (row) => `${date(row.starts_on, today)} to ${date(row.ends_on, today)}` },
          { id: "why", title: "Why", cell: (row) => row.reason },
          { id: "now", title: "State", cell: (row) => <Standing row={row} /> },
          {
            id: "do",
            title: "",
            align: "end",
            cell: (row) =>
              row.may_end ? (
                <Button
                  size="sm"
                  kind="quiet"
                  label={`End it: ${row.staff_name} for ${row.supervisor_name}`}
                  onPress={() => end.mutate({ id: row.id, rev: row.rev }, { onSuccess: () => say("Ended") })}
                >
                  End it
                </Button>
              ) : null,
          },
        ]}
      />
    </>
  );
}

function Standing({ row }: { row: StandInLine }) {
  const { today } = usePractice();
  if (row.now) {
    return (
      <State tone="positive" icon="check">
        Now
      </State>
    );
  }
  return (
    <State tone="muted" icon={row.starts_on > today ? "calendar" : "clock"}>
      {row.starts_on > today ? "To come" : "Over"}
    </State>
  );
}

function NameForm({ list, onDone }: { list: StandInList; onDone: () => void }) {
  const { today } = usePractice();
  const names = useCall("staff.names", {});
  const name = useOp("staff.stand_in_name");
  const [supervisor, setSupervisor] = useState(list.may_name_for[0] ?? "");
  const [staff, setStaff] = useState("");
  const [startsOn, setStartsOn] = useState(today);
  const [endsOn, setEndsOn] = useState("");
  const [reason, setReason] = useState("");
  const option = ({ id, name: label }: { id: string; name: string }) => ({ value: id, label });
  const missing = staff === "" ? "Choose who stands in." : endsOn === "" ? "Type the last day." : reason.trim() === "" ? "Say why." : undefined;
  return (
    <Form
      label="Name a stand-in"
      fields={["supervisor", "staff", "starts_on", "ends_on", "reason"]}
      refusal={name.error}
      onSubmit={() => {
        if (missing !== undefined) return;
        name.mutate({ supervisor, staff, starts_on: startsOn, ends_on: endsOn, reason }, { onSuccess: () => (say("Named; it stands in the log"), onDone()) });
      }}
    >
      <Select
        label="Who is away"
        name="supervisor"
        value={supervisor}
        options={(names.data ?? []).filter(({ id }) => list.may_name_for.includes(id)).map(option)}
        onChange={setSupervisor}
      />
      <Select
        label="Who stands in"
        name="staff"
        help="Somebody who signs without a cosignature"
        value={staff}
        options={(names.data ?? []).filter(({ id }) => id !== supervisor).map(option)}
        onChange={setStaff}
      />
      <FieldRow>
        <DateField label="From" name="starts_on" value={startsOn} onChange={setStartsOn} />
        <DateField label="Through" name="ends_on" value={endsOn} onChange={setEndsOn} />
      </FieldRow>
      <Field label="Why" name="reason" value={reason} onChange={setReason} />
      <DialogActions>
        <Button onPress={onDone}>Not now</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={name.isPending} why={missing} whyShown="elsewhere">
          Name
        </Button>
      </DialogActions>
    </Form>
  );
}
