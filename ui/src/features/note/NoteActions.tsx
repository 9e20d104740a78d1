//! What can be done with a note that is not one's own to write: cosign it, return it, add to it.

import { useState } from "react";
import { useOp } from "../../ipc/door.ts";
import type { NoteAnswer } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { DraftLine } from "../draft/DraftLine.tsx";
import { useDraft } from "../draft/useDraft.ts";
import { useCommands } from "../palette/commands.ts";
import type { Command } from "../palette/commands.ts";
import { ReturnForm } from "./ReturnForm.tsx";
import { SignDialog } from "../signature/SignDialog.tsx";

type Open = "cosign" | "return" | "addendum" | undefined;

export function NoteActions({ note, onDone }: { note: NoteAnswer; onDone?: () => void }) {
  const [open, setOpen] = useState<Open>();
  const cosign = useOp("note.cosign");
  const close = () => setOpen(undefined);
  const commands: Command[] = [];
  if (note.may.cosign) {
    commands.push(
      { id: "note.cosign", title: "Cosign", group: "Here", icon: "signed", keys: "A", run: () => setOpen("cosign") },
      { id: "note.return", title: "Return for revision", group: "Here", icon: "returned", keys: "R", run: () => setOpen("return") },
    );
  }
  if (note.may.addend) {
    commands.push({ id: "note.addendum", title: "Add an addendum", group: "Here", icon: "plus", keys: "+", run: () => setOpen("addendum") });
  }
  useCommands(commands);
  return (
    <div className="cluster">
      {note.may.cosign ? (
        <>
          <Button icon="returned" keys="R" onPress={() => setOpen("return")}>
            Return
          </Button>
          <Button kind="primary" icon="signed" keys="A" onPress={() => setOpen("cosign")}>
            Cosign
          </Button>
        </>
      ) : null}
      {note.may.addend ? (
        <Button icon="plus" keys="+" onPress={() => setOpen("addendum")}>
          Addendum
        </Button>
      ) : null}
      <SignDialog
        title="Cosign this note"
        action="Cosign"
        isOpen={open === "cosign"}
        pending={cosign.isPending}
        refusal={cosign.error}
        onClose={close}
        onSign={(proof) =>
          cosign.mutate(
            { id: note.id, rev: note.rev, comment: "", proof },
            { onSuccess: () => (say("Cosigned", { icon: "signed" }), close(), onDone?.()) },
          )
        }
      >
        You stand behind the note of {note.author.name}, as it is.
      </SignDialog>
      <Dialog title="Return for revision" isOpen={open === "return"} onClose={close} wide>
        <ReturnForm note={note} onDone={() => (close(), onDone?.())} onCancel={close} />
      </Dialog>
      <AddendumDialog note={note} isOpen={open === "addendum"} onClose={close} />
    </div>
  );
}

function AddendumDialog({ note, isOpen, onClose }: { note: NoteAnswer; isOpen: boolean; onClose: () => void }) {
  return (
    <Dialog title="Addendum" isOpen={isOpen} onClose={onClose} wide>
      <AddendumForm note={note} onClose={onClose} />
    </Dialog>
  );
}

function AddendumForm({ note, onClose }: { note: NoteAnswer; onClose: () => void }) {
  const draft = useDraft("addendum", note.id, { words: "" });
  const [signing, setSigning] = useState(false);
  const add = useOp("note.addendum");
  const empty = draft.value.words.trim() === "" ? "Write what is to be added." : undefined;
  return (
    <>
      <Form
        label="Addendum"
        fields={["words"]}
        onSubmit={() => {
          if (empty === undefined) setSigning(true);
        }}
      >
        <Field
          label="What is to be added"
          name="words"
          lines={6}
          help="The note itself stays as it is. This stands under it with your name and the time."
          value={draft.value.words}
          onChange={(words) => draft.change({ words })}
          autoFocus
        />
        <DraftLine draft={draft} />
        <DialogActions>
          <Button onPress={onClose}>Later</Button>
          <Button type="submit" kind="primary" icon="signed" keys="Ctrl+Enter" why={empty} whyShown="elsewhere">
            Sign the addendum
          </Button>
        </DialogActions>
      </Form>
      <SignDialog
        title="Sign the addendum"
        action="Sign"
        isOpen={signing}
        pending={add.isPending}
        refusal={add.error}
        onClose={() => setSigning(false)}
        onSign={(proof) =>
          add.mutate(
            { id: note.id, words: draft.value.words, proof },
            {
              onSuccess: () => {
                void draft.done();
                say("Added", { icon: "signed" });
                onClose();
              },
            },
          )
        }
      >
        It cannot be changed afterwards.
      </SignDialog>
    </>
  );
}
