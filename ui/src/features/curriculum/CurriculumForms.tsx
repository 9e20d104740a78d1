//! Rewriting a session of one's own curriculum, and its name and state. A copy is free to be changed; what it was before is kept.

import { useState } from "react";
import { useOp } from "../../ipc/door.ts";
import type { CurriculumAnswer, LessonAnswer } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { Checkbox } from "../../kit/Choice/Choice.tsx";
import { DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { Loading } from "../../kit/Loading/Loading.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { DraftLine } from "../draft/DraftLine.tsx";
import { useDraft } from "../draft/useDraft.ts";
import { EMPTY, draftOf, fieldsOf } from "./lesson.ts";
import type { LessonDraft } from "./lesson.ts";

const FIELDS = ["topic", "aim", "outline", "scenarios", "handout"].map((name) => `fields.${name}`);

interface LessonFormProps {
  curriculum: string;
  /** A new one at the end when left out. */
  lesson: LessonAnswer | undefined;
  onDone: () => void;
}

export function LessonForm({ curriculum, lesson, onDone }: LessonFormProps) {
  const change = useOp("curriculum.lesson");
  const extend = useOp("curriculum.extend");
  const draft = useDraft<LessonDraft>("lesson", lesson?.id ?? `${curriculum}/new`, lesson ? draftOf(lesson) : EMPTY);
  const { value } = draft;
  const missing = value.topic.trim() === "" ? "Type the topic of the session." : undefined;
  const finish = () => {
    void draft.done();
    say(lesson ? "Rewrote the session" : "Added a session");
    onDone();
  };
  const submit = () => {
    if (missing !== undefined) return;
    if (lesson?.id === undefined) extend.mutate({ curriculum, fields: fieldsOf(value) }, { onSuccess: finish });
    else change.mutate({ id: lesson.id, rev: lesson.rev, fields: fieldsOf(value) }, { onSuccess: finish });
  };
  if (!draft.ready) return <Loading what="what you wrote" />;
  const set = (name: keyof LessonDraft) => (text: string) => draft.change({ [name]: text });
  return (
    <Form label="Session of a curriculum" onSubmit={submit} refusal={change.error ?? extend.error} fields={FIELDS}>
      <Field label="Topic" name="fields.topic" value={value.topic} onChange={set("topic")} autoFocus />
      <Field label="Aim" name="fields.aim" lines={2} value={value.aim} onChange={set("aim")} optional />
      <Field label="Outline" name="fields.outline" lines={6} help="One step a line." value={value.outline} onChange={set("outline")} optional />
      <Field label="Scenes to play" name="fields.scenarios" lines={3} help="One scene a line." value={value.scenarios} onChange={set("scenarios")} optional />
      <Field
        label="Handout"
        name="fields.handout"
        lines={8}
        help="A line that begins with a hyphen and a space is a point. It goes home with people, so it names nobody."
        value={value.handout}
        onChange={set("handout")}
        optional
      />
      <DraftLine draft={draft} />
      <DialogActions>
        <Button onPress={onDone}>Not now</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={change.isPending || extend.isPending} why={missing}>
          {lesson ? "Keep this session" : "Add this session"}
        </Button>
      </DialogActions>
    </Form>
  );
}

export function AboutForm({ answer, onDone }: { answer: CurriculumAnswer; onDone: () => void }) {
  const change = useOp("curriculum.change");
  const [name, setName] = useState(answer.name);
  const [about, setAbout] = useState(answer.about);
  const [active, setActive] = useState(answer.active);
  const missing = name.trim() === "" ? "Type a name for the curriculum." : undefined;
  const submit = () => {
    if (missing !== undefined || answer.id === undefined) return;
    change.mutate({ id: answer.id, rev: answer.rev, name, about, active }, { onSuccess: () => (say("Changed the curriculum"), onDone()) });
  };
  return (
    <Form label="Name and state" onSubmit={submit} refusal={change.error} fields={["name", "about"]}>
      <Field label="Name" name="name" value={name} onChange={setName} autoFocus />
      <Field label="What it is for" name="about" lines={3} value={about} onChange={setAbout} optional />
      <Checkbox isSelected={active} onChange={setActive} help="Retired, no group can follow it; sessions that were held keep it.">
        In use
      </Checkbox>
      <DialogActions>
        <Button onPress={onDone}>Not now</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={change.isPending} why={missing}>
          Keep this
        </Button>
      </DialogActions>
    </Form>
  );
}
