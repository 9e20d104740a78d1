//! A license that had ended on the day of the service stops the signature. Two ways lead on: a mistyped date is mended, or a colleague reviews and signs.

import { useState } from "react";
import { useNavigate } from "@tanstack/react-router";
import { useCall, useOp } from "../../ipc/door.ts";
import type { NoteAnswer, NoteBody } from "../../ipc/generated/calls.ts";
import { Banner } from "../../kit/Banner/Banner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { ColleagueForm } from "../signature/ColleagueForm.tsx";
import type { ColleagueFormProps } from "../signature/ColleagueForm.tsx";
import { MendForm } from "../staff/MendForm.tsx";
import { useCommands } from "../palette/commands.ts";

interface LicenseWaysProps {
  note: NoteAnswer;
  /** What the editor holds. */
  body: NoteBody;
  leave: () => void;
}

export function LicenseWays({ note, body, leave }: LicenseWaysProps) {
  const colleagues = useCall("note.colleagues", { id: note.id });
  const hand = useOp("note.hand_over");
  const away = useAway("Handed over; it stands in your colleague's To-dos");
  return (
    <Ways
      what="note"
      about="Your colleague reviews, completes and signs it. The signed note says that you drafted it."
      colleagues={colleagues.data}
      hand={hand}
      onHand={(to, reason) => hand.mutate({ id: note.id, rev: note.rev, to, reason, body }, { onSuccess: () => (leave(), away()) })}
    />
  );
}

/** The same two ways for a whole group session. */
export function GroupLicenseWays({ session }: { session: string }) {
  const colleagues = useCall("group_note.colleagues", { session });
  const hand = useOp("group_note.hand_over");
  const onSuccess = useAway("Handed over; it stands in your colleague's evening");
  return (
    <Banner
      tone="caution"
      title="Your license had ended on the day of this session"
      action={
        <Ways
          what="session"
          about="Your colleague completes and signs every entry. Each signed note says that you drafted it."
          colleagues={colleagues.data}
          hand={hand}
          onHand={(to, reason) => hand.mutate({ session, to, reason }, { onSuccess })}
        />
      }
    >
      Mend the date where it is mistyped, or a colleague completes and signs the entries.
    </Banner>
  );
}

/** Says what happened and leads back to the To-dos: who handed something over does not read it anymore. */
function useAway(words: string): () => void {
  const navigate = useNavigate();
  return () => {
    say(words, { icon: "staff" });
    void navigate({ to: "/" });
  };
}

interface WaysProps {
  what: "note" | "session";
  /** What the colleague does with it. */
  about: string;
  colleagues: ColleagueFormProps["colleagues"];
  hand: ColleagueFormProps["op"];
  onHand: ColleagueFormProps["onHand"];
}

function Ways({ what, hand, ...form }: WaysProps) {
  const [open, setOpen] = useState<"mend" | "hand">();
  const close = () => setOpen(undefined);
  useCommands([
    { id: "license.mend", title: "Mend the date of my license", group: "Here", icon: "key", run: () => setOpen("mend") },
    { id: "note.hand_over", title: `Hand this ${what} over`, group: "Here", icon: "staff", run: () => setOpen("hand") },
  ]);
  return (
    <div className="cluster" data-field="license">
      <Button size="sm" icon="key" onPress={() => setOpen("mend")}>
        Mend the date
      </Button>
      <Button size="sm" icon="staff" onPress={() => setOpen("hand")}>
        Hand the {what} over
      </Button>
      <Dialog title="Mend the date of your license" isOpen={open === "mend"} onClose={close}>
        <MendForm onDone={close} />
      </Dialog>
      <Dialog title={`Hand this ${what} over`} isOpen={open === "hand"} onClose={close}>
        <ColleagueForm {...form} what={what} nobody="Nobody here may sign it. Ask a director." asksWhy field="to" op={hand} onCancel={close} />
      </Dialog>
    </div>
  );
}

/** Above a note that a colleague handed over. */
export function HandedOver({ note }: { note: NoteAnswer }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Banner
        icon="staff"
        title={`${note.written_by} drafted this note and cannot sign it`}
        action={
          <Button size="sm" onPress={() => setOpen(true)}>
            Give it back
          </Button>
        }
      >
        “{note.handed_over}” Review it, complete it and sign it with your own license.
      </Banner>
      <Dialog title="Give this note back" isOpen={open} onClose={() => setOpen(false)}>
        <GiveBackForm note={note} onCancel={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function GiveBackForm({ note, onCancel }: { note: NoteAnswer; onCancel: () => void }) {
  const navigate = useNavigate();
  const back = useOp("note.give_back");
  const [reason, setReason] = useState("");
  return (
    <Form
      label="Give this note back"
      fields={["reason"]}
      refusal={back.error}
      onSubmit={() =>
        back.mutate(
          { id: note.id, rev: note.rev, reason },
          { onSuccess: () => (say("Given back"), void navigate({ to: "/" })) },
        )
      }
    >
      <Field label="Why" name="reason" value={reason} onChange={setReason} autoFocus />
      <DialogActions>
        <Button onPress={onCancel}>Not now</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={back.isPending}>
          Give back
        </Button>
      </DialogActions>
    </Form>
  );
}
