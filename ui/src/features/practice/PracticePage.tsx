//! The facts of the practice. A change of the week's start holds from the next week on; the core sees to it.

import { useCall, useOp } from "../../ipc/door.ts";
import type { Practice, PracticeChoices, PracticeFields } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { Facts } from "../../kit/Facts/Facts.tsx";
import { Form, FormActions } from "../../kit/Form/Form.tsx";
import { Answered, Loading } from "../../kit/Loading/Loading.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { holds, usePractice } from "../../lib/practice.ts";
import { DraftLine } from "../draft/DraftLine.tsx";
import { useDraft } from "../draft/useDraft.ts";
import { PracticeFieldset, practiceMissing } from "./PracticeFieldset.tsx";
import { SettingsPage } from "./SettingsPage.tsx";

export function PracticePage() {
  const { person } = usePractice();
  const practice = useCall("practice.get", {});
  const choices = useCall("practice.choices", {});
  return (
    <SettingsPage>
      <Section title="Practice" aside="on letters, in deadlines, in the weekly hours">
        <Answered query={practice} what="the practice">
          {(now) => (
            <Answered query={choices} what="the list of states">
              {(lists) =>
                holds(person, "director") ? (
                  <PracticeForm now={now} choices={lists} />
                ) : (
                  <PracticeFacts now={now} choices={lists} />
                )
              }
            </Answered>
          )}
        </Answered>
      </Section>
    </SettingsPage>
  );
}

function PracticeFacts({ now, choices }: { now: Practice; choices: PracticeChoices }) {
  return (
    <Facts
      facts={[
        ["Name", now.name],
        ["State", choices.states.find((state) => state.code === now.state)?.name ?? now.state],
        ["Time zone", now.time_zone.replaceAll("_", " ")],
        ["Week begins on", choices.week_starts.find((start) => start.code === now.week_starts_on)?.name],
        ["Clinicians", now.solo ? "one" : "several"],
        ["CLIA number", now.clia === "" ? undefined : now.clia],
      ]}
    />
  );
}

function fieldsOf({ rev: _rev, idle_minutes: _idle, ...fields }: Practice): PracticeFields {
  return fields;
}

function PracticeForm({ now, choices }: { now: Practice; choices: PracticeChoices }) {
  const draft = useDraft<PracticeFields>("practice.change", undefined, fieldsOf(now));
  const change = useOp("practice.change");
  const undo = useOp("practice.change");
  const same = JSON.stringify(draft.value) === JSON.stringify(fieldsOf(now));
  const missing = practiceMissing(draft.value) ?? (same ? "Nothing is changed yet." : undefined);
  const submit = () => {
    if (missing !== undefined) return;
    change.mutate(
      { ...draft.value, idle_minutes: now.idle_minutes, rev: now.rev },
      {
        onSuccess: (changed) => {
          void draft.done(fieldsOf(changed));
          say("Changed the practice", {
            undo: () =>
              undo.mutate(
                { ...now, rev: changed.rev },
                { onSuccess: (back) => void draft.done(fieldsOf(back)) },
              ),
          });
        },
      },
    );
  };
  if (!draft.ready) return <Loading what="your draft" />;
  return (
    <Form
      label="Practice"
      onSubmit={submit}
      refusal={change.error}
      fields={["name", "state", "time_zone", "week_starts_on", "solo", "clia"]}
    >
      <PracticeFieldset value={draft.value} choices={choices} onChange={draft.change} />
      <DraftLine draft={draft} />
      <FormActions>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={change.isPending} why={missing}>
          Change the practice
        </Button>
      </FormActions>
    </Form>
  );
}
