//! A license that had ended on the day stops a signature. Two ways lead on: a mistyped date is mended, or a colleague is asked to complete and sign.

import { useState } from "react";
import { useCall, useOp } from "../../ipc/door.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { Dialog } from "../../kit/Dialog/Dialog.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { MendForm } from "../staff/MendForm.tsx";
import { ColleagueForm } from "./ColleagueForm.tsx";

export function MendLicense() {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button size="sm" icon="key" onPress={() => setOpen(true)}>
        Mend the date
      </Button>
      <Dialog title="Mend the date of your license" isOpen={open} onClose={close}>
        <MendForm onDone={close} />
      </Dialog>
    </>
  );
}

interface AskColleagueProps {
  client: string;
  /** "assessment", as a sentence names it. */
  what: string;
  on: string | undefined;
}

export function AskColleague(props: AskColleagueProps) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button size="sm" icon="staff" onPress={() => setOpen(true)}>
        Hand it over
      </Button>
      <Dialog title={`Hand this ${props.what} over`} isOpen={open} onClose={close}>
        <AskForm {...props} onDone={close} />
      </Dialog>
    </>
  );
}

function AskForm({ client, what, on, onDone }: AskColleagueProps & { onDone: () => void }) {
  const colleagues = useCall("signature.colleagues", { client, ...(on === undefined || on === "" ? {} : { on }) });
  const add = useOp("task.add");
  return (
    <ColleagueForm
      what={what}
      about="Your colleague reads it, completes it and signs it as their own. What you wrote stays in its history."
      colleagues={colleagues.data}
      nobody="Nobody else on this client's care team may sign it. Ask a director."
      asksWhy={false}
      field="offer_to"
      op={add}
      onHand={(to) =>
        add.mutate(
          { what: `Complete and sign the ${what}; my license had ended`, client, offer_to: to },
          { onSuccess: () => (say("Your colleague finds it in their To-dos", { icon: "staff" }), onDone()) },
        )
      }
      onCancel={onDone}
    />
  );
}
