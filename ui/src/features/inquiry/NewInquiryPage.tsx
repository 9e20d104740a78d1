//! A call in a minute: who, where to call back, how soon. It is a protected record from its first word, and a draft until it is kept. Who was here before
//! asks again in the same chart, and is never written down twice.

import { useNavigate } from "@tanstack/react-router";
import { useOp } from "../../ipc/door.ts";
import type { AddInquiry, ClientFields, InquiryFields } from "../../ipc/generated/calls.ts";
import { Banner } from "../../kit/Banner/Banner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Form, FormActions } from "../../kit/Form/Form.tsx";
import { Answered, Loading } from "../../kit/Loading/Loading.tsx";
import { PageBody, PageHead } from "../../kit/PageHead/PageHead.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import styles from "../client/Client.module.css";
import { Duplicates } from "../client/Duplicates.tsx";
import { ProfessionField, nobody } from "../client/IdentityFieldset.tsx";
import { useChart } from "../client/chart.ts";
import { sendable } from "../client/words.ts";
import { DraftLine } from "../draft/DraftLine.tsx";
import { useDraft } from "../draft/useDraft.ts";
import { NameFields } from "../staff/NameFields.tsx";
import { CALL_FIELDS, CallFieldset } from "./CallFieldset.tsx";
import { nothingAsked, sendableFields } from "./inquiry.ts";

/** Somebody who has a chart here. */
interface Known {
  id: string;
  name: string;
  number: string;
}

interface NewInquiry {
  person: ClientFields;
  known: Known | null;
  fields: InquiryFields;
}

const blank: NewInquiry = { person: nobody, known: null, fields: nothingAsked };

function request({ person, known, fields }: NewInquiry): AddInquiry {
  const who = known === null ? { new: sendable(person, ["born_on"]) } : { known: known.id };
  return { who, fields: sendableFields(fields) };
}

/** From a chart, the inquiry of that client. */
export function InquiryOfClientPage({ client }: { client: string }) {
  const chart = useChart(client);
  return (
    <Answered query={chart} what="the chart">
      {({ id, name, number }) => <InquiryPage known={{ id, name, number }} />}
    </Answered>
  );
}

export function NewInquiryPage() {
  return <InquiryPage known={null} />;
}

function InquiryPage({ known }: { known: Known | null }) {
  const draft = useDraft<NewInquiry>("inquiry.add", known?.id, { ...blank, known });
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
  const { person, known, fields } = draft.value;
  const missing =
    known === null && (person.given_name.trim() === "" || person.family_name.trim() === "") ? "Type the name first." : undefined;
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
        {known === null ? (
          <>
            <NameFields value={person} onChange={onPerson} />
            <ProfessionField value={person} onChange={onPerson} />
          </>
        ) : (
          <Banner
            tone="info"
            icon="client"
            title={`${known.name}, ${known.number}`}
            action={
              <Button size="sm" autoFocus onPress={() => draft.change({ known: null })}>
                It is somebody else
              </Button>
            }
          >
            Was here before. The inquiry goes into the same chart; an admission begins a new stay, and the earlier ones stay whole.
          </Banner>
        )}
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
        {known === null ? (
          <Duplicates
            onSame={({ id, name, number }) => draft.change({ known: { id, name, number } })}
            typed={{
              family_name: person.family_name,
              given_name: person.given_name,
              preferred_name: "",
              phones: fields.call_back === "" ? [] : [fields.call_back],
            }}
          />
        ) : null}
      </aside>
    </div>
  );
}
