//! "Sign my evening": the check of the evening, and one proof for all of its sessions that are ready. Each is signed in a transaction of its own; what is left
//! for later stays a draft, and a session that misses something stays as it is.

import { Link } from "@tanstack/react-router";
import { useCall, useOp } from "../../ipc/door.ts";
import type { Evening, EveningSession } from "../../ipc/generated/calls.ts";
import { State } from "../../kit/Badge/Badge.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { usePractice } from "../../lib/practice.ts";
import { plural, time } from "../../lib/time.ts";
import { SignDialog } from "../signature/SignDialog.tsx";
import { minutesLines, partsOf, readyOf, standsAt } from "./evening.ts";
import styles from "./EveningSign.module.css";

interface EveningSignProps {
  /** The date of the evening. */
  on: string;
  isOpen: boolean;
  onClose: () => void;
  onSigned?: () => void;
}

export function EveningSign({ isOpen, ...rest }: EveningSignProps) {
  return isOpen ? <Check {...rest} /> : null;
}

function Check({ on, onClose, onSigned }: Omit<EveningSignProps, "isOpen">) {
  const evening = useCall("group_note.evening", { on });
  const sign = useOp("group_note.sign");
  const ready = evening.data?.ready ?? [];
  if (evening.data === undefined || ready.length === 0) {
    return (
      <Dialog title="My evening" isOpen onClose={onClose} wide>
        <Answered query={evening} what="your evening">
          {(found) => (
            <>
              <EveningTable evening={found} onLeave={onClose} />
              <p className="muted">
                {found.sessions.length === 0
                  ? "You lead no group on this day."
                  : found.sessions.every((session) => session.signed > 0)
                    ? "Nothing is left to sign."
                    : "Nothing can be signed yet."}
              </p>
            </>
          )}
        </Answered>
        <DialogActions>
          <Button onPress={onClose} autoFocus>
            Close
          </Button>
        </DialogActions>
      </Dialog>
    );
  }
  const { entries, sessions } = readyOf(evening.data);
  return (
    <SignDialog
      title="Sign my evening"
      wide
      action={`Sign ${plural(entries, "entry", "entries")}`}
      isOpen
      pending={sign.isPending}
      refusal={sign.error}
      onClose={onClose}
      onSign={(proof) =>
        sign.mutate(
          { sessions: ready, proof },
          {
            onSuccess: (results) => {
              const refused = results.find((result) => result.refusal !== undefined)?.refusal;
              const signed = results.reduce((sum, result) => sum + result.signed, 0);
              onClose();
              onSigned?.();
              say(`${plural(signed, "entry", "entries")} signed`, { icon: "signed" });
              if (refused) say(refused.message, { icon: "stop" });
            },
          },
        )
      }
    >
      <EveningTable evening={evening.data} onLeave={onClose} />
      <p className="muted small">
        {sessions === 1 ? "The charts of the session are" : "The charts of each session are"} signed together. Who was absent gets an absence entry, without a
        charge. Shared parts stay as they are from then on.
      </p>
    </SignDialog>
  );
}

function EveningTable({ evening, onLeave }: { evening: Evening; onLeave: () => void }) {
  return (
    <div className={styles.check}>
      <ul className={styles.sessions} aria-label="Sessions of the evening">
        {evening.sessions.map((session) => (
          <SessionOf key={session.session} session={session} onLeave={onLeave} />
        ))}
      </ul>
      {evening.people.length === 0 ? null : <Minutes evening={evening} />}
    </div>
  );
}

function SessionOf({ session, onLeave }: { session: EveningSession; onLeave: () => void }) {
  const { zone } = usePractice();
  const { text, icon, tone } = standsAt(session);
  return (
    <li>
      <span className={styles.time}>{time(session.starts_at, zone)}</span>
      <span className={styles.name}>{session.group}</span>
      <span className={styles.count}>{session.recorded ? `${String(session.present)} here, ${String(session.absent)} absent` : ""}</span>
      <State tone={tone} icon={icon}>
        {text}
      </State>
      {session.missing.length === 0 ? null : (
        <ul className={styles.missing}>
          {session.missing.map((point) => (
            <li key={`${point.client?.id ?? ""} ${point.message}`}>
              <Link to="/session/$id/note/{-$client}" params={{ id: session.session, client: point.client?.id }} onClick={onLeave}>
                {point.client === undefined ? "Shared part" : point.client.name || `Client ${String(point.client.number)}`}
              </Link>
              : {point.message}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function Minutes({ evening }: { evening: Evening }) {
  return (
    <dl className={styles.minutes} aria-label="Minutes of the evening">
      {minutesLines(evening.people).map(({ minutes, people, most }) => (
        <div key={`${String(minutes)} ${people[0]?.client.id ?? ""}`}>
          <dt>{minutes} min</dt>
          <dd>
            {most ? plural(people.length, "person", "people") : people.map(({ client }) => client.name || `Client ${String(client.number)}`).join(", ")}
            {evening.sessions.length > 1 && people[0] ? <span className="muted"> {partsOf(people[0])}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
