//! Changing a person's name, roles and supervisor. Can be undone from the toast.

import { useState } from "react";
import { act, useOp } from "../../ipc/door.ts";
import type { StaffRow } from "../../ipc/generated/calls.ts";
import { refused } from "../../ipc/refused.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { Ticks } from "../../kit/Choice/Choice.tsx";
import { Form, FormActions } from "../../kit/Form/Form.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { SupervisorSelect } from "./SupervisorSelect.tsx";
import { ROLES } from "./roles.ts";
import { NameFields } from "./NameFields.tsx";

function fieldsOf(row: StaffRow) {
  return {
    given_name: row.given_name,
    family_name: row.family_name,
    roles: row.roles,
    supervisor: row.supervisor?.id ?? "",
  };
}

function request(id: string, rev: number, { supervisor, ...rest }: ReturnType<typeof fieldsOf>) {
  return { id, rev, ...rest, ...(supervisor === "" ? {} : { supervisor }) };
}

export function AccountForm({
  row,
  staff,
  onDone,
}: {
  row: StaffRow;
  staff: readonly StaffRow[];
  onDone: () => void;
}) {
  const [value, setValue] = useState(() => fieldsOf(row));
  const change = useOp("staff.change");
  const patch = (part: Partial<typeof value>) => setValue({ ...value, ...part });
  const missing =
    value.roles.length === 0
      ? "Tick at least one role."
      : value.given_name.trim() === "" || value.family_name.trim() === ""
        ? "Type the name."
        : undefined;
  const submit = () => {
    if (missing !== undefined) return;
    change.mutate(request(row.id, row.rev, value), {
      onSuccess: (changed) => {
        const undo = () => {
          act("staff.change", request(row.id, changed.rev, fieldsOf(row))).catch((thrown: unknown) =>
            say(refused(thrown).message, { icon: "caution" }),
          );
        };
        say(`Changed ${changed.name}`, { undo });
        onDone();
      },
    });
  };
  return (
    <Form
      label="Account"
      onSubmit={submit}
      refusal={change.error}
      fields={["given_name", "family_name", "roles", "supervisor"]}
    >
      <NameFields value={value} onChange={patch} />
      <Ticks
        label="Roles"
        name="roles"
        value={value.roles}
        options={ROLES}
        onChange={(roles) => patch({ roles })}
        columns="two"
      />
      <SupervisorSelect
        staff={staff}
        of={row.id}
        value={value.supervisor}
        onChange={(supervisor) => patch({ supervisor })}
      />
      <FormActions>
        <Button onPress={onDone}>Leave as it was</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={change.isPending} why={missing}>
          Change the account
        </Button>
      </FormActions>
    </Form>
  );
}
