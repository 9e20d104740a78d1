//! Opening a chart in an emergency, and the list of such openings: everybody's for a director and the privacy officer, one's own for the others.

import { useState } from "react";
import { useNavigate } from "@tanstack/react-router";
import { useCall, useOp } from "../../ipc/door.ts";
import type { GlassRow } from "../../ipc/generated/calls.ts";
import { State } from "../../kit/Badge/Badge.tsx";
import { RefusedBanner } from "../../kit/Banner/RefusedBanner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Form, FormActions } from "../../kit/Form/Form.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { PageBody, PageHead } from "../../kit/PageHead/PageHead.tsx";
import { PassphraseField } from "../../kit/Passphrase/PassphraseField.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Table } from "../../kit/Table/Table.tsx";
import { holds, usePractice } from "../../lib/practice.ts";
import { moment } from "../../lib/time.ts";

export function EmergencyPage() {
  const { person } = usePractice();
  const may = holds(person, "counselor", "facilitator", "director", "medical_reviewer");
  const reads = holds(person, "counselor", "facilitator", "director", "privacy_officer", "auditor");
  return (
    <>
      <PageHead title="Emergency openings">
        A chart outside your reach, for reading, for 30 minutes. A director and the privacy officer see each one.
      </PageHead>
      <PageBody>
        {may ? (
          <Section title="Open a chart">
            <GlassForm />
          </Section>
        ) : null}
        {reads ? <Openings looks={holds(person, "director", "privacy_officer")} /> : null}
      </PageBody>
    </>
  );
}

/** "C-0412", "0412" and "412" are one number. */
function numberIn(typed: string): number | undefined {
  const digits = /^\s*(?:c-?)?\s*(\d{1,9})\s*$/i.exec(typed)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function GlassForm() {
  const [typed, setTyped] = useState("");
  const [reason, setReason] = useState("");
  const [secret, setSecret] = useState("");
  const navigate = useNavigate();
  const open = useOp("client.break_glass");
  const number = numberIn(typed);
  const missing =
    number === undefined
      ? "Type the client number first."
      : reason.trim() === ""
        ? "Say why first."
        : secret === ""
          ? "Type your PIN or passphrase."
          : undefined;
  const submit = () => {
    if (missing !== undefined || number === undefined || open.isPending) return;
    const proof = /^\d{4,8}$/.test(secret) ? { pin: secret } : { passphrase: secret };
    open.mutate(
      { number, reason: reason.trim(), proof },
      {
        onSuccess: ({ client }) => void navigate({ to: "/client/$id/{-$tab}", params: { id: client } }),
        onSettled: () => setSecret(""),
      },
    );
  };
  return (
    <Form label="Emergency" onSubmit={submit} refusal={open.error} fields={["number", "reason", "proof"]}>
      <Field
        label="Client number"
        name="number"
        value={typed}
        onChange={setTyped}
        help="From a roster, a list or the front desk, such as C-0412"
        width="short"
        isRequired
      />
      <Field label="Why you need this chart now" name="reason" value={reason} onChange={setReason} isRequired />
      <PassphraseField label="Your PIN or passphrase" name="proof" value={secret} onChange={setSecret} />
      <FormActions>
        <Button type="submit" kind="primary" icon="show" keys="Ctrl+Enter" pending={open.isPending} why={missing}>
          Open for 30 minutes
        </Button>
      </FormActions>
    </Form>
  );
}

function Openings({ looks }: { looks: boolean }) {
  const list = useCall("break_glass.list", {});
  const seen = useOp("break_glass.seen");
  const { today, zone } = usePractice();
  return (
    <Section title={looks ? "Openings" : "Your openings"}>
      {seen.error ? <RefusedBanner refusal={seen.error} /> : null}
      <Answered query={list} what="the openings">
        {(rows) => (
          <Table
            label="Emergency openings"
            rows={rows}
            idOf={(row) => row.id}
            textOf={(row) => `${row.client} ${row.who}`}
            empty={<EmptyState title="No chart was opened in an emergency" />}
            columns={[
              { id: "client", title: "Client", cell: (row) => row.client },
              { id: "who", title: "Who", cell: (row) => row.who },
              { id: "at", title: "When", cell: (row) => <span className="nowrap">{moment(row.at, today, zone)}</span> },
              { id: "reason", title: "Why", cell: (row) => row.reason },
              {
                id: "seen",
                title: "Looked at",
                cell: (row) => (
                  <Looked
                    row={row}
                    may={looks && !row.own}
                    onLook={() => seen.mutate({ id: row.id, rev: row.rev })}
                  />
                ),
              },
            ]}
          />
        )}
      </Answered>
    </Section>
  );
}

function Looked({ row, may, onLook }: { row: GlassRow; may: boolean; onLook: () => void }) {
  if (row.seen_by !== undefined) return <span className="muted">{row.seen_by}</span>;
  if (may) {
    return (
      <Button size="sm" icon="check" onPress={onLook}>
        I looked at it
      </Button>
    );
  }
  return (
    <State tone="caution" icon="awaiting">
      not yet
    </State>
  );
}
