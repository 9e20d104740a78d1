//! Adding a person: name, sign-in name, roles, one credential, supervisor, and a temporary passphrase that works once.
//! The form is a draft; the passphrase is not part of it.

import { useState } from "react";
import { useCall, useOp } from "../../ipc/door.ts";
import type { CredentialFields, Role, StaffRow } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { Ticks } from "../../kit/Choice/Choice.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Form, FormActions } from "../../kit/Form/Form.tsx";
import { Loading } from "../../kit/Loading/Loading.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { useDraft } from "../draft/useDraft.ts";
import { DraftLine } from "../draft/DraftLine.tsx";
import { NewPassphrase, noPassphrase, passphraseMissing, useStrength } from "../workstation/NewPassphrase.tsx";
import { suggestedLogin } from "../workstation/first_run/wizard.ts";
import { CredentialFieldset, noCredential } from "./CredentialFieldset.tsx";
import { SupervisorSelect } from "./SupervisorSelect.tsx";
import { ROLES } from "./roles.ts";
import { NameFields } from "./NameFields.tsx";

interface NewStaff {
  given_name: string;
  family_name: string;
  login: string;
  roles: Role[];
  credential: CredentialFields;
  supervisor: string;
}

const nobody: NewStaff = {
  given_name: "",
  family_name: "",
  login: "",
  roles: ["counselor"],
  credential: noCredential,
  supervisor: "",
};

function missingIn(person: NewStaff): string | undefined {
  if (person.given_name.trim() === "" || person.family_name.trim() === "") return "Type the name first.";
  if (person.login.trim() === "") return "Choose a sign-in name.";
  if (person.roles.length === 0) return "Tick at least one role.";
  return undefined;
}

function request(person: NewStaff, temporary_passphrase: string) {
  const { credential, supervisor, ...rest } = person;
  return {
    ...rest,
    given_name: rest.given_name.trim(),
    family_name: rest.family_name.trim(),
    login: rest.login.trim(),
    temporary_passphrase,
    ...(credential.label.trim() === "" ? {} : { credential }),
    ...(supervisor === "" ? {} : { supervisor }),
  };
}

interface StaffFormProps {
  onDone: (added: StaffRow) => void;
  onCancel: () => void;
}

export function StaffForm({ onDone, onCancel }: StaffFormProps) {
  const draft = useDraft<NewStaff>("staff.add", undefined, nobody);
  const [chosen, setChosen] = useState(noPassphrase);
  const add = useOp("staff.add");
  const staff = useCall("staff.list", {});
  const person = draft.value;
  const strength = useStrength(chosen.passphrase, [person.given_name, person.family_name, person.login]);
  const missing = missingIn(person) ?? passphraseMissing(chosen, strength);
  const names = (patch: Partial<NewStaff>) => {
    const after = { ...person, ...patch };
    const suggested = person.login === suggestedLogin(person.given_name, person.family_name);
    draft.change(suggested ? { ...patch, login: suggestedLogin(after.given_name, after.family_name) } : patch);
  };
  const submit = () => {
    if (missing !== undefined || add.isPending) return;
    add.mutate(request(person, chosen.passphrase), {
      onSuccess: (row) => {
        void draft.done();
        say(`Added ${row.name}`);
        onDone(row);
      },
    });
  };
  if (!draft.ready) return <Loading what="your draft" />;
  return (
    <Form
      label="New person"
      onSubmit={submit}
      refusal={add.error}
      fields={[
        "given_name",
        "family_name",
        "login",
        "roles",
        "supervisor",
        "temporary_passphrase",
        "label",
        "license_state",
        "license_number",
        "expires_on",
      ]}
    >
      <NameFields value={person} onChange={names} />
      <Field
        label="Sign-in name"
        name="login"
        value={person.login}
        onChange={(login) => draft.change({ login })}
        width="medium"
        isRequired
      />
      <Ticks
        label="Roles"
        name="roles"
        value={person.roles}
        options={ROLES}
        onChange={(roles) => draft.change({ roles })}
        columns="two"
      />
      <CredentialFieldset
        value={person.credential}
        onChange={(credential) => draft.change({ credential })}
        optional
      />
      <SupervisorSelect
        staff={staff.data ?? []}
        value={person.supervisor}
        onChange={(supervisor) => draft.change({ supervisor })}
      />
      <NewPassphrase
        label="Temporary passphrase"
        name="temporary_passphrase"
        value={chosen}
        onChange={setChosen}
        strength={strength}
      />
      <p className="muted small">
        Tell it to the person yourself. At the first sign-in they choose their own, and this one stops working.
      </p>
      <DraftLine draft={draft} />
      <FormActions>
        <Button onPress={onCancel}>Close</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={add.isPending} why={missing}>
          Add this person
        </Button>
      </FormActions>
    </Form>
  );
}
