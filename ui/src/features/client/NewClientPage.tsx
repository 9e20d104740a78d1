//! Adding a client: an inquiry in a minute, and with it whatever is known already. The form is a draft.

import { useNavigate } from "@tanstack/react-router";
import { useCall, useOp } from "../../ipc/door.ts";
import type { AddClient, ClientFields, ContactFields, InsuranceFields, Level } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { Checkbox } from "../../kit/Choice/Choice.tsx";
import { DateField } from "../../kit/DateField/DateField.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { FieldRow, Form, FormActions } from "../../kit/Form/Form.tsx";
import { Loading } from "../../kit/Loading/Loading.tsx";
import { PageBody, PageHead } from "../../kit/PageHead/PageHead.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Select } from "../../kit/Select/Select.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { usePractice } from "../../lib/practice.ts";
import { DraftLine } from "../draft/DraftLine.tsx";
import { useDraft } from "../draft/useDraft.ts";
import { CounselorSelect } from "./CounselorSelect.tsx";
import { Duplicates } from "./Duplicates.tsx";
import { IDENTITY_FIELDS, MoreFieldset, WhoFieldset, nobody } from "./IdentityFieldset.tsx";
import { InsuranceFieldset, insurancePart } from "./livelihood.tsx";
import { ContactFieldset, noContact } from "./reaching.tsx";
import { levels, sendable } from "./words.ts";
import styles from "./Client.module.css";

interface NewClient {
  fields: ClientFields;
  contact: ContactFields;
  insured: boolean;
  insurance: InsuranceFields;
  primary: string;
  admits: boolean;
  admitted_on: string;
  level: Level;
  track: string;
}

const blank = (today: string): NewClient => ({
  fields: nobody,
  contact: { ...noContact, preferred: true },
  insured: false,
  insurance: insurancePart.blank,
  primary: "",
  admits: false,
  admitted_on: today,
  level: "2.1",
  track: "",
});

function missingIn({ fields, insured, insurance, admits, admitted_on }: NewClient): string | undefined {
  if (fields.given_name.trim() === "" || fields.family_name.trim() === "") return "Type the name first.";
  if (insured && insurance.payer.trim() === "") return "Type who pays, or untick the insurance.";
  if (admits && admitted_on === "") return "Type the day of admission, or untick it.";
  return undefined;
}

function request(client: NewClient): AddClient {
  const { contact, insurance, primary, admitted_on, level, track } = client;
  return {
    fields: sendable(client.fields, ["born_on"]),
    ...(contact.value.trim() === "" ? {} : { contacts: [contact] }),
    ...(client.insured ? { insurance: sendable(insurance, insurancePart.days) } : {}),
    ...(primary === "" ? {} : { primary }),
    ...(client.admits ? { admission: { admitted_on, level, track } } : {}),
  };
}

export function NewClientPage() {
  const { today } = usePractice();
  const draft = useDraft<NewClient>("client.add", undefined, blank(today));
  return (
    <>
      <PageHead title="Add a client">An inquiry is already a protected record. All but the name can come later.</PageHead>
      <PageBody>{draft.ready ? <NewClientForm draft={draft} /> : <Loading what="your draft" />}</PageBody>
    </>
  );
}

function NewClientForm({ draft }: { draft: ReturnType<typeof useDraft<NewClient>> }) {
  const navigate = useNavigate();
  const add = useOp("client.add");
  const client = draft.value;
  const missing = missingIn(client);
  const fields = (patch: Partial<ClientFields>) => draft.change({ fields: { ...client.fields, ...patch } });
  const submit = () => {
    if (missing !== undefined || add.isPending) return;
    add.mutate(request(client), {
      onSuccess: ({ id, opens }) => {
        void draft.done();
        say(opens ? "Added a client" : "Added a client for a colleague");
        void (opens ? navigate({ to: "/client/$id/{-$tab}", params: { id } }) : navigate({ to: "/clients" }));
      },
    });
  };
  return (
    <div className={styles.two}>
      <Form label="New client" onSubmit={submit} refusal={add.error} fields={FIELDS}>
        <WhoFieldset value={client.fields} onChange={fields} />
        <Section title="How to reach them">
          <ContactFieldset
            value={client.contact}
            onChange={(patch) => draft.change({ contact: { ...client.contact, ...patch } })}
          />
        </Section>
        <Section title="More about them">
          <MoreFieldset value={client.fields} onChange={fields} />
        </Section>
        <Section title="Care">
          <Care client={client} onChange={draft.change} />
        </Section>
        <DraftLine draft={draft} />
        <FormActions>
          <Button onPress={() => void navigate({ to: "/clients" })}>Close</Button>
          <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={add.isPending} why={missing}>
            Add this client
          </Button>
        </FormActions>
      </Form>
      <aside className={styles.beside} aria-label="Possible duplicates">
        <Alike client={client} />
      </aside>
    </div>
  );
}

const FIELDS = [...IDENTITY_FIELDS, "value", "payer", "position", "admitted_on", "track", "primary"];

function Alike({ client: { fields, contact } }: { client: NewClient }) {
  return (
    <Duplicates
      typed={{
        family_name: fields.family_name,
        given_name: fields.given_name,
        preferred_name: fields.preferred_name,
        ...(fields.born_on ? { born_on: fields.born_on } : {}),
        phones: contact.kind === "email" || contact.value === "" ? [] : [contact.value],
      }}
    />
  );
}

function Care({ client, onChange }: { client: NewClient; onChange: (patch: Partial<NewClient>) => void }) {
  const { person } = usePractice();
  const staff = useCall("staff.names", {});
  return (
    <>
      <CounselorSelect
        label="Primary counselor"
        name="primary"
        staff={staff.data ?? []}
        value={client.primary}
        onChange={(primary) => onChange({ primary })}
        nobody={person?.roles.includes("counselor") ? "You, or nobody yet" : "Nobody yet"}
      />
      <Checkbox isSelected={client.insured} onChange={(insured) => onChange({ insured })}>
        Has insurance
      </Checkbox>
      {client.insured ? (
        <InsuranceFieldset
          value={client.insurance}
          onChange={(patch) => onChange({ insurance: { ...client.insurance, ...patch } })}
        />
      ) : null}
      <Checkbox isSelected={client.admits} onChange={(admits) => onChange({ admits })}>
        Is admitted
      </Checkbox>
      {client.admits ? (
        <FieldRow>
          <DateField
            label="Admitted on"
            name="admitted_on"
            value={client.admitted_on}
            onChange={(admitted_on) => onChange({ admitted_on })}
          />
          <Select label="Level of care" value={client.level} options={levels} onChange={(level) => onChange({ level })} />
          <Field label="Track" name="track" value={client.track} onChange={(track) => onChange({ track })} optional />
        </FieldRow>
      ) : null}
    </>
  );
}
