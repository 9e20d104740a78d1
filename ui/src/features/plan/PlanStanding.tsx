//! Under a plan: who signed it, whether the supervisor approved it or sent it back, and what the client said to it.

import { useState } from "react";
import { act, useOp } from "../../ipc/door.ts";
import type { ClientSignature, Plan } from "../../ipc/generated/calls.ts";
import { Badge, State } from "../../kit/Badge/Badge.tsx";
import { Banner } from "../../kit/Banner/Banner.tsx";
import { RefusedBanner } from "../../kit/Banner/RefusedBanner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { OneOf } from "../../kit/Choice/Choice.tsx";
import { DateField } from "../../kit/DateField/DateField.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { usePractice } from "../../lib/practice.ts";
import { date, moment } from "../../lib/time.ts";
import { useCommands } from "../palette/commands.ts";
import { SignDialog } from "../signature/SignDialog.tsx";
import { Drawing } from "./Drawing.tsx";
import styles from "./Plan.module.css";

interface StandingProps {
  plan: Plan;
  mayApprove: boolean;
  mayWrite: boolean;
}

export function PlanStanding({ plan, mayApprove, mayWrite }: StandingProps) {
  const { today, zone } = usePractice();
  const approve = useOp("plan.approve");
  const [returning, setReturning] = useState(false);
  const open = mayApprove && plan.approved_at === undefined;
  const [approving, setApproving] = useState(false);
  const yes = () => setApproving(true);
  const no = () => setReturning(true);
  useCommands(
    open
      ? [
          { id: "plan.approve", title: "Approve the plan", group: "Here", icon: "check", keys: "A", run: yes },
          { id: "plan.return", title: "Send the plan back", group: "Here", icon: "returned", keys: "R", run: no },
        ]
      : [],
  );
  const signed = plan.signed_at === undefined ? "attested elsewhere" : moment(plan.signed_at, today, zone);
  return (
    <>
      {plan.returned === undefined ? null : (
        <Banner
          tone="caution"
          title={`Returned for revision by ${plan.returned.by}, ${moment(plan.returned.at, today, zone)}`}
        >
          {plan.returned.comment}
        </Banner>
      )}
      <div className={styles.line}>
        <Badge state="signed">Signed</Badge>
        <span className="muted">{`${plan.author}, ${signed}`}</span>
        {plan.approved_at !== undefined ? (
          <State tone="positive" icon="check-circle">
            {`Approved by ${plan.approved_by ?? "a director"}, ${moment(plan.approved_at, today, zone)}`}
          </State>
        ) : open ? (
          <>
            <Button size="sm" icon="check" keys="A" onPress={yes}>
              {plan.returned === undefined ? "Approve" : "Approve after all"}
            </Button>
            {plan.returned === undefined ? (
              <Button size="sm" icon="returned" keys="R" onPress={no}>
                Send back
              </Button>
            ) : null}
          </>
        ) : plan.returned === undefined ? (
          <State tone="muted" icon="awaiting">
            not approved yet
          </State>
        ) : null}
      </div>
      <OfClient plan={plan} may={mayWrite && plan.state === "active"} />
      <SignDialog
        title="Approve this plan"
        action="Approve"
        isOpen={approving}
        pending={approve.isPending}
        refusal={approve.error}
        onClose={() => setApproving(false)}
        onSign={(proof) =>
          approve.mutate(
            { id: plan.id, rev: plan.rev, proof },
            { onSuccess: () => (setApproving(false), say("The plan is approved", { icon: "signed" })) },
          )
        }
      >
        {`You stand behind version ${String(plan.version)} of ${plan.author}, as it is.`}
      </SignDialog>
      <Dialog title="Send the plan back" isOpen={returning} onClose={() => setReturning(false)}>
        <ReturnForm plan={plan} onDone={() => setReturning(false)} />
      </Dialog>
    </>
  );
}

function ReturnForm({ plan, onDone }: { plan: Plan; onDone: () => void }) {
  const back = useOp("plan.return");
  const [comment, setComment] = useState("");
  const missing = comment.trim() === "" ? "Say what the author should change first." : undefined;
  const submit = () => {
    if (missing !== undefined) return;
    back.mutate({ id: plan.id, rev: plan.rev, comment }, { onSuccess: () => (say("Sent back to its author"), onDone()) });
  };
  return (
    <Form label="Send the plan back" onSubmit={submit} refusal={back.error} fields={["comment"]}>
      <p>The plan holds meanwhile. Its author answers with a new version.</p>
      <Field label="What to change" name="comment" lines={4} value={comment} onChange={setComment} autoFocus isRequired />
      <DialogActions>
        <Button onPress={onDone}>Not now</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={back.isPending} why={missing}>
          Send back
        </Button>
      </DialogActions>
    </Form>
  );
}

function OfClient({ plan, may }: { plan: Plan; may: boolean }) {
  const hand = useOp("plan_signature.hand");
  const undo = useOp("plan_signature.void");
  const [recording, setRecording] = useState(false);
  const signature = plan.client_signature;
  if (signature === undefined) {
    return (
      <>
        {hand.error ? <RefusedBanner refusal={hand.error} /> : null}
        <div className={styles.line}>
          <State tone="muted" icon="awaiting">
            not signed by the client
          </State>
          {may ? (
            <>
              <Button size="sm" icon="hidden" pending={hand.isPending} onPress={() => hand.mutate({ id: plan.id })}>
                Hand to the client
              </Button>
              <Button size="sm" kind="quiet" onPress={() => setRecording(true)}>
                On paper, or declined
              </Button>
            </>
          ) : null}
        </div>
        <Dialog title="What the client said to the plan" isOpen={recording} onClose={() => setRecording(false)}>
          <RecordForm plan={plan} onDone={() => setRecording(false)} />
        </Dialog>
      </>
    );
  }
  const { id, rev } = signature;
  return (
    <>
      {undo.error ? <RefusedBanner refusal={undo.error} /> : null}
      <div className={styles.line}>
        <SignatureWords signature={signature} />
        {may ? (
          <Button size="sm" kind="quiet" icon="undo" pending={undo.isPending} onPress={() => undo.mutate({ id, rev })}>
            Take back
          </Button>
        ) : null}
      </div>
    </>
  );
}

function SignatureWords({ signature }: { signature: ClientSignature }) {
  const { today } = usePractice();
  const on = date(signature.on, today);
  if (signature.how === "declined") {
    return (
      <State tone="caution" icon="not-collected">
        {`The client declined to sign, ${on}: ${signature.reason}`}
      </State>
    );
  }
  return (
    <>
      <State tone="positive" icon="signed">
        {`Signed by the client, ${on}, ${signature.how === "screen" ? "on the screen" : "on paper"}: ${signature.name}`}
      </State>
      {signature.drawn === "" ? null : <Drawing strokes={signature.drawn} name={signature.name} />}
    </>
  );
}

function RecordForm({ plan, onDone }: { plan: Plan; onDone: () => void }) {
  const { today } = usePractice();
  const record = useOp("plan_signature.record");
  const [how, setHow] = useState<"paper" | "declined">("paper");
  const [name, setName] = useState("");
  const [reason, setReason] = useState("");
  const [on, setOn] = useState(today);
  const missing =
    how === "paper" && name.trim() === ""
      ? "Type the name as it stands on the paper first."
      : how === "declined" && reason.trim() === ""
        ? "Say why first."
        : undefined;
  const submit = () => {
    if (missing !== undefined) return;
    record.mutate(
      { plan: plan.id, how, name, reason, ...(on === "" ? {} : { on }) },
      {
        onSuccess: ({ client_signature: kept }) => {
          const undo = () => void (kept ? act("plan_signature.void", { id: kept.id, rev: kept.rev }) : undefined);
          say(how === "paper" ? "Recorded as signed on paper" : "Recorded that the client declined", { undo });
          onDone();
        },
      },
    );
  };
  return (
    <Form label="Signature of the client" onSubmit={submit} refusal={record.error} fields={["name", "reason", "on"]}>
      <OneOf
        label="The client"
        columns="row"
        value={how}
        onChange={setHow}
        options={[
          { value: "paper", label: "signed on paper" },
          { value: "declined", label: "declined to sign" },
        ]}
      />
      {how === "paper" ? (
        <Field label="Name on the paper" name="name" value={name} onChange={setName} autoFocus />
      ) : (
        <Field label="Why, as the client said it" name="reason" value={reason} onChange={setReason} autoFocus />
      )}
      <DateField label="On" name="on" value={on} onChange={setOn} />
      <DialogActions>
        <Button onPress={onDone}>Not now</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={record.isPending} why={missing}>
          Record it
        </Button>
      </DialogActions>
    </Form>
  );
}
