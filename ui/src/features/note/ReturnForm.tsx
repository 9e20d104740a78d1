//! Returning a note: what to change as a whole, and words at single sentences. A sentence is picked with Space or a click; its words stand below it.

import { useState } from "react";
import { useOp } from "../../ipc/door.ts";
import type { NoteAnswer } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { sentencesOf } from "./sentences.ts";
import styles from "./note.module.css";

interface ReturnFormProps {
  note: NoteAnswer;
  onDone: () => void;
  onCancel: () => void;
}

/** Words by section and first character. */
type Words = Readonly<Record<string, string>>;

export function ReturnForm({ note, onDone, onCancel }: ReturnFormProps) {
  const [comment, setComment] = useState("");
  const [words, setWords] = useState<Words>({});
  const back = useOp("note.return");
  const remarks = remarksOf(note, words);
  const missing = comment.trim() === "" && remarks.length === 0 ? "Say what to change, as a whole or at a sentence." : undefined;
  return (
    <Form
      label="Return for revision"
      fields={["comment", ...remarks.map((_, index) => `remarks.${String(index)}.words`)]}
      refusal={back.error}
      onSubmit={() => {
        if (missing !== undefined) return;
        back.mutate(
          { id: note.id, rev: note.rev, comment, remarks },
          { onSuccess: () => (say("Returned to its author", { icon: "returned" }), onDone()) },
        );
      }}
    >
      <Field
        label="What to change"
        name="comment"
        lines={2}
        help="The author reads it beside the note."
        optional={remarks.length > 0}
        value={comment}
        onChange={setComment}
        autoFocus
      />
      <div className={styles.places} role="group" aria-label="Sentences of the note">
        {note.sections
          .filter((section) => section.text.trim() !== "")
          .map((section) => (
            <div key={section.key} className={styles.section}>
              <h3>{section.label}</h3>
              {sentencesOf(section.text).map((sentence) => {
                const key = `${section.key}/${String(sentence.starts)}`;
                const said = words[key];
                const toggle = () => {
                  const { [key]: _, ...others } = words;
                  setWords(said === undefined ? { ...words, [key]: "" } : others);
                };
                return (
                  <div key={key}>
                    <button type="button" className={styles.sentence} aria-pressed={said !== undefined} onClick={toggle}>
                      {sentence.text}
                    </button>
                    {said === undefined ? null : (
                      <Field
                        label="What to change here"
                        name={`remarks.${String(remarks.findIndex((one) => one.section === section.key && one.starts === sentence.starts))}.words`}
                        value={said}
                        onChange={(next) => setWords({ ...words, [key]: next })}
                        autoFocus
                      />
                    )}
                  </div>
                );
              })}
            </div>
          ))}
      </div>
      <DialogActions>
        <Button onPress={onCancel}>Not yet</Button>
        <Button type="submit" kind="primary" icon="returned" keys="Ctrl+Enter" pending={back.isPending} why={missing} whyShown="elsewhere">
          Return
        </Button>
      </DialogActions>
    </Form>
  );
}

/** The picked sentences with their words, in the order of the note. */
function remarksOf(note: NoteAnswer, words: Words) {
  return note.sections.flatMap((section) =>
    sentencesOf(section.text).flatMap(({ starts, ends }) => {
      const said = words[`${section.key}/${String(starts)}`];
      return said === undefined ? [] : [{ section: section.key, starts, ends, words: said }];
    }),
  );
}
