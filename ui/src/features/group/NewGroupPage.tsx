//! Adding a group, as a page of its own: what it is, who leads it, and its first weekly time.

import { useNavigate } from "@tanstack/react-router";
import { useOp } from "../../ipc/door.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { Form, FormActions } from "../../kit/Form/Form.tsx";
import { Loading } from "../../kit/Loading/Loading.tsx";
import { PageBody, PageHead } from "../../kit/PageHead/PageHead.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { usePractice } from "../../lib/practice.ts";
import { DraftLine } from "../draft/DraftLine.tsx";
import { useDraft } from "../draft/useDraft.ts";
import { GROUP_FIELDS, GroupFieldset } from "./GroupFieldset.tsx";
import { SlotFieldset, slotMissing, slotOf } from "./SlotFields.tsx";
import type { SlotDraft } from "./SlotFields.tsx";
import { fieldsOf, groupMissing } from "./groupWords.ts";
import type { GroupDraft } from "./groupWords.ts";

interface NewGroup {
  group: GroupDraft;
  slot: SlotDraft;
}

export function NewGroupPage() {
  const { person, today } = usePractice();
  const navigate = useNavigate();
  const draft = useDraft<NewGroup>("group.add", undefined, {
    group: {
      name: "",
      type: "",
      track: "",
      room: "",
      capacity: "12",
      facilitator: person?.roles.includes("facilitator") ? person.id : "",
      co_facilitator: "",
    },
    slot: { weekday: "", starts: "", minutes: "60", from_on: today },
  });
  const add = useOp("group.add");
  const { group, slot } = draft.value;
  const withSlot = slot.weekday !== "" || slot.starts !== "";
  const missing = groupMissing(group) ?? (withSlot ? slotMissing(slot) : undefined);
  const submit = () => {
    if (missing !== undefined || add.isPending) return;
    add.mutate(
      { fields: fieldsOf(group), slots: withSlot ? [slotOf(slot)] : [] },
      {
        onSuccess: ({ id }) => {
          void draft.done();
          say(`Added ${group.name.trim()}`);
          void navigate({ to: "/groups/$id", params: { id } });
        },
      },
    );
  };
  return (
    <>
      <PageHead title="Add a group">Its sessions are planned four weeks ahead from the weekly times.</PageHead>
      <PageBody>
        {draft.ready ? (
          <Form
            label="New group"
            onSubmit={submit}
            refusal={add.error}
            fields={[...GROUP_FIELDS, "weekday", "starts", "minutes", "from_on"]}
          >
            <GroupFieldset
              value={group}
              onChange={(patch) => draft.change({ group: { ...group, ...patch } })}
            />
            <Section title="First weekly time" aside="optional; more can be added later">
              <SlotFieldset value={slot} onChange={(patch) => draft.change({ slot: { ...slot, ...patch } })} />
            </Section>
            <DraftLine draft={draft} />
            <FormActions>
              <Button onPress={() => void navigate({ to: "/groups" })}>Close</Button>
              <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={add.isPending} why={missing}>
                Add this group
              </Button>
            </FormActions>
          </Form>
        ) : (
          <Loading what="your draft" />
        )}
      </PageBody>
    </>
  );
}
