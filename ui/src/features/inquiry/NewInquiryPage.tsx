//! A call in a minute: who, where to call back, how soon. It is a protected record from its first word, and a draft until it is kept.

import { useNavigate } from "@tanstack/react-router";
import { useOp } from "../../ipc/door.ts";
import type { AddInquiry, ClientFields, InquiryFields } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { Form, FormActions } from "../../kit/Form/Form.tsx";
import { Loading } from "../../kit/Loading/Loading.tsx";
import { PageBody, PageHead } from "../../kit/PageHead/PageHead.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import styles from "../client/Client.module.css";
import { Duplicates } from "../client/Duplicates.tsx";
import { ProfessionField, nobody } from "../client/IdentityFieldset.tsx";
import { sendable } from "../client/words.ts";
import { DraftLine } from "../draft/DraftLine.tsx";
import { useDraft } from "../draft/useDraft.ts";
import { NameFields } from "../staff/NameFields.tsx";
import { CALL_FIELDS, CallFieldset } from "./CallFieldset.tsx";
import { nothingAsked, sendableFields } from "./inquiry.ts";

interface NewInquiry {
  person: ClientFields;
  fields: InquiryFields;
}

const blank: NewInquiry = { person: nobody, fields: nothingAsked };

function request({ person, fields }: NewInquiry): AddInquiry {
  return { who: { new: sendable(person, ["born_on"]) }, fields: sendableFields(fields) };
}

export function NewInquiryPage() {
  const draft = useDraft<NewInquiry>("inquiry.add", undefined, blank);
  return (
    <>
      <PageHead title="Take an inquiry">
        Whoever asks for care is protected already. Answer others neither that they asked nor that they did not.
      </PageHead>
      <PageBody>{draft.ready ? <NewInquiryForm draft={draft} /> : <Loading what="your draft" />}</PageBody>
    </>
  );
}

function NewInquiryForm({ draft }: { draft: ReturnType<typeof useDraft<NewInquiry>> }) {
  const navigate = useNavigate();
  const add = useOp("inquiry.add");
  const { person, fields } = draft.value;
  const missing =
    person.given_name.trim() === "" || person.family_name.trim() === "" ? "Type the name first." : undefined;
  const onPerson = (patch: Partial<ClientFields>) => draft.change({ person: { ...person, ...patch } });
  const submit = () => {
    if (missing !== undefined || add.isPending) return;
    add.mutate(request(draft.value), {
      onSuccess: () => {
        void draft.done();
        say("Took the inquiry");
        void navigate({ to: "/inquiries" });
      },
    });
  };
  return (
    <div className={styles.two}>
      <Form
        label="Inquiry"
        onSubmit={submit}
        refusal={add.error}
        fields={["given_name", "family_name", "profession", ...CALL_FIELDS]}
      >
        <NameFields value={person} onChange={onPerson} />
        <ProfessionField value={person} onChange={onPerson} />
        <CallFieldset value={fields} onChange={(patch) => draft.change({ fields: { ...fields, ...patch } })} />
        <DraftLine draft={draft} />
        <FormActions>
          <Button onPress={() => void navigate({ to: "/inquiries" })}>Close</Button>
          <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={add.isPending} why={missing}>
            Keep the inquiry
          </Button>
        </FormActions>
      </Form>
      <aside className={styles.beside} aria-label="Possible duplicates">
        <Duplicates
          typed={{
            family_name: person.family_name,
            given_name: person.given_name,
            preferred_name: "",
            phones: fields.call_back === "" ? [] : [fields.call_back],
          }}
        />
      </aside>
    </div>
  );
}
