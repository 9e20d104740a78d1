//! Who the client is, beyond the head of the chart, and the form that changes all of it.

import { useState } from "react";
import { act, useOp } from "../../ipc/door.ts";
import type { ClientFields, Identity } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Facts } from "../../kit/Facts/Facts.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { Loading } from "../../kit/Loading/Loading.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { DraftLine } from "../draft/DraftLine.tsx";
import { useDraft } from "../draft/useDraft.ts";
import { EarlierVersions } from "../timeline/EarlierVersions.tsx";
import { IDENTITY_FIELDS, MoreFieldset, WhoFieldset, nobody } from "./IdentityFieldset.tsx";
import { REFERRALS, SEXES, sendable } from "./words.ts";

interface AboutProps {
  client: string;
  identity: Identity;
  may: boolean;
}

export function AboutSection({ client, identity, may }: AboutProps) {
  const [changing, setChanging] = useState(false);
  const { fields } = identity;
  return (
    <Section
      title="About"
      action={
        <span className="cluster">
          <EarlierVersions of="client" id={client} what="who this is" />
          {may ? (
            <Button kind="quiet" size="sm" icon="draft" label="Change who this is" onPress={() => setChanging(true)}>
              Change
            </Button>
          ) : null}
        </span>
      }
    >
      <Facts
        facts={[
          ["Other names", fields.other_names],
          ["Sex", fields.sex === "" ? "" : SEXES[fields.sex]],
          ["Address", <Address key="address" fields={fields} />],
          ["Mail", fields.address === "" ? "no address yet" : fields.mail_is_safe ? "a letter is safe" : "send no letter"],
          ["Sent by", sentBy(fields)],
        ]}
      />
      <Dialog title="Change who this is" isOpen={changing} onClose={() => setChanging(false)} wide>
        {changing ? <IdentityForm client={client} identity={identity} onDone={() => setChanging(false)} /> : null}
      </Dialog>
    </Section>
  );
}

function Address({ fields }: { fields: ClientFields }) {
  const place = [fields.city, [fields.state, fields.zip].filter(Boolean).join(" ")].filter(Boolean).join(", ");
  if (fields.address === "" && place === "") return <span className="muted">not recorded</span>;
  return (
    <>
      {fields.address}
      {fields.address !== "" && place !== "" ? <br /> : null}
      {place}
    </>
  );
}

function sentBy({ referral_source, referral_detail }: ClientFields): string {
  const source = referral_source === "" ? "" : REFERRALS[referral_source];
  return [source, referral_detail].filter((part) => part !== "").join(": ");
}

function IdentityForm({ client, identity, onDone }: Omit<AboutProps, "may"> & { onDone: () => void }) {
  const before = { ...nobody, ...identity.fields };
  const draft = useDraft<ClientFields>("client.change", client, before);
  const change = useOp("client.change");
  const fields = draft.value;
  const missing =
    fields.given_name.trim() === "" || fields.family_name.trim() === "" ? "Type the name first." : undefined;
  const submit = () => {
    if (missing !== undefined || change.isPending) return;
    const { rev } = identity;
    change.mutate(
      { id: client, rev, fields: sendable(fields, ["born_on"]) },
      {
        onSuccess: () => {
          void draft.done();
          const back = { id: client, rev: rev + 1, fields: sendable(before, ["born_on"]) };
          say("Changed who this is", { undo: () => void act("client.change", back) });
          onDone();
        },
      },
    );
  };
  if (!draft.ready) return <Loading what="your draft" />;
  return (
    <Form label="Who this is" onSubmit={submit} refusal={change.error} fields={IDENTITY_FIELDS}>
      <WhoFieldset value={fields} onChange={draft.change} />
      <MoreFieldset value={fields} onChange={draft.change} />
      <DraftLine draft={draft} />
      <DialogActions>
        <Button onPress={onDone}>Leave as it was</Button>
        <Button type="submit" kind="primary" pending={change.isPending} why={missing}>
          Change who this is
        </Button>
      </DialogActions>
    </Form>
  );
}
