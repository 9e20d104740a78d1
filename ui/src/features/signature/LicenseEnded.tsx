//! A license that had ended on the day stops a signature. Two ways lead on: a mistyped date is mended, or a colleague is asked to complete and sign.

import { useState } from "react";
import { useCall, useOp } from "../../ipc/door.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { Select } from "../../kit/Select/Select.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { MendForm } from "../staff/MendForm.tsx";

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
  const [to, setTo] = useState("");
  const nobody = colleagues.data?.length === 0 ? "Nobody else on this client's care team may sign it. Ask a director." : undefined;
  const missing = nobody ?? (to === "" ? "Choose a colleague." : undefined);
  const submit = () => {
    if (missing !== undefined) return;
    add.mutate(
      { what: `Complete and sign the ${what}; my license had ended`, client, offer_to: to },
      { onSuccess: () => (say("Your colleague finds it in their To-dos", { icon: "staff" }), onDone()) },
    );
  };
  return (
    <Form label={`Hand this ${what} over`} fields={["offer_to"]} refusal={add.error} onSubmit={submit}>
      <p>Your colleague reads it, completes it and signs it as their own. What you wrote stays in its history.</p>
      <Select
        label="Colleague"
        name="offer_to"
        value={to}
        options={(colleagues.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setTo}
        error={nobody}
      />
      <DialogActions>
        <Button onPress={onDone}>Not now</Button>
        <Button type="submit" kind="primary" icon="staff" keys="Ctrl+Enter" pending={add.isPending} why={missing} whyShown="elsewhere">
          Hand over
        </Button>
      </DialogActions>
    </Form>
  );
}
