//! What goes on around a specimen: a wait with its clock, the hands it passes through, and every report of the laboratory.

import { useEffect, useState } from "react";
import { useOp } from "../../ipc/door.ts";
import type { CollectionWait, HandOff, HandOffPurpose, LaboratoryReport, TestAnswer } from "../../ipc/generated/calls.ts";
import { Banner } from "../../kit/Banner/Banner.tsx";
import { RefusedBanner } from "../../kit/Banner/RefusedBanner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Segments } from "../../kit/Choice/Choice.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Select } from "../../kit/Select/Select.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { usePractice } from "../../lib/practice.ts";
import { date, moment, time } from "../../lib/time.ts";
import { leftWords } from "./details.ts";
import { LABORATORY, READINGS, options } from "./words.ts";
import styles from "./Test.module.css";

export const PURPOSES: Record<HandOffPurpose, string> = {
  sealed: "Sealed",
  released: "Released",
  received: "Received",
  sent: "Sent",
  laboratory_received: "Received by the laboratory",
};

/** The running clock of somebody who cannot give a specimen yet. It is stored, so it runs on after a restart. */
export function Waiting({ test, wait }: { test: TestAnswer; wait: CollectionWait }) {
  const { zone } = usePractice();
  const drink = useOp("drug_test.give_fluid");
  const now = useNow();
  const over = wait.ounces > wait.most_ounces;
  return (
    <>
      <Banner
        icon="clock"
        tone={now >= wait.until || over ? "caution" : "info"}
        title={`Waiting for a specimen since ${time(wait.began_at, zone)}. ${leftWords(wait.until, now)}`}
        action={
          <Button size="sm" pending={drink.isPending} onPress={() => drink.mutate({ id: test.id, ounces: 8 })}>
            8 oz drunk
          </Button>
        }
      >
        {wait.ounces === 0 ? `Nothing drunk yet; at most ${String(wait.most_ounces)} oz.` : `${String(wait.ounces)} of at most ${String(wait.most_ounces)} oz drunk.`}
        {over ? " More water dilutes the specimen and can do harm." : ""}
      </Banner>
      {drink.error ? <RefusedBanner refusal={drink.error} /> : null}
    </>
  );
}

function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 5_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

export function Chain({ test, onAdd }: { test: TestAnswer; onAdd: () => void }) {
  if (test.chain.length === 0 && !test.may.hand_off) return null;
  return (
    <Section
      title="Hand-offs"
      aside={
        test.may.hand_off ? (
          <Button size="sm" keys="H" onPress={onAdd}>
            Add
          </Button>
        ) : null
      }
    >
      {test.chain.length === 0 ? <p className="muted">None recorded.</p> : null}
      <ol className={styles.plain}>
        {test.chain.map((line) => (
          <ChainLine key={line.id} line={line} may={test.may.hand_off} />
        ))}
      </ol>
      {test.chain_gaps.length === 0 ? null : (
        <Banner tone="caution" title="Gaps in the chain">
          {test.chain_gaps.join(" ")}
        </Banner>
      )}
    </Section>
  );
}

function ChainLine({ line, may }: { line: HandOff; may: boolean }) {
  const { today, zone } = usePractice();
  const [asking, setAsking] = useState(false);
  const seal = line.seal_whole === undefined ? "" : line.seal_whole ? ", seal whole" : ", seal not whole";
  return (
    <li>
      <span>{`${PURPOSES[line.purpose]}: ${line.from} to ${line.to}${seal}`}</span>
      <span className="muted small">{` ${moment(line.at, today, zone)}${line.noted === "" ? "" : `. ${line.noted}`} `}</span>
      {may ? (
        <Button size="sm" kind="quiet" onPress={() => setAsking(true)}>
          Take back …
        </Button>
      ) : null}
      {asking ? <TakeBackDialog line={line} onClose={() => setAsking(false)} /> : null}
    </li>
  );
}

function TakeBackDialog({ line, onClose }: { line: HandOff; onClose: () => void }) {
  const op = useOp("drug_test.take_back_hand_off");
  const [reason, setReason] = useState("");
  const submit = () => op.mutate({ id: line.id, rev: line.rev, reason }, { onSuccess: onClose });
  return (
    <Dialog title="Take this hand-off back" isOpen onClose={onClose} busy={op.isPending}>
      <Form label="Take the hand-off back" onSubmit={submit} refusal={op.error} fields={["reason"]} className={styles.dialog}>
        <Field label="Why" name="reason" value={reason} onChange={setReason} autoFocus isRequired />
        <DialogActions>
          <Button onPress={onClose}>Leave it</Button>
          <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={op.isPending}>
            Take it back
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}

export function HandOffDialog({ test, onClose }: { test: TestAnswer; onClose: () => void }) {
  const op = useOp("drug_test.hand_off");
  const last = test.chain.at(-1);
  const [purpose, setPurpose] = useState<HandOffPurpose>(last === undefined ? "sealed" : "released");
  // Whoever had it last hands it on, unless somebody says otherwise.
  const [from, setFrom] = useState(last?.to ?? test.collector?.name ?? "");
  const [to, setTo] = useState("");
  const [seal, setSeal] = useState<"none" | "yes" | "no">("none");
  const [noted, setNoted] = useState("");
  const submit = () =>
    op.mutate(
      { id: test.id, purpose, from, to, noted, ...(seal === "none" ? {} : { seal_whole: seal === "yes" }) },
      {
        onSuccess: () => {
          say("Recorded the hand-off");
          onClose();
        },
      },
    );
  return (
    <Dialog title="Hand-off" isOpen onClose={onClose} busy={op.isPending}>
      <Form label="Hand-off" onSubmit={submit} refusal={op.error} fields={["from", "to", "time", "noted"]} className={styles.dialog}>
        <Select label="What for" value={purpose} options={options(PURPOSES)} onChange={setPurpose} />
        <div className={styles.pair}>
          <Field label="From" name="from" value={from} onChange={setFrom} isRequired />
          <Field label="To" name="to" value={to} onChange={setTo} autoFocus isRequired />
        </div>
        <Segments
          label="The seal was whole"
          value={seal}
          onChange={setSeal}
          options={[
            { value: "none", label: "–" },
            { value: "yes", label: "Yes" },
            { value: "no", label: "No" },
          ]}
        />
        <Field label="Remark" name="noted" value={noted} onChange={setNoted} optional />
        <DialogActions>
          <Button onPress={onClose}>Not now</Button>
          <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={op.isPending}>
            Record it now
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}

/** Every report, the last one first: an amended one stands above the one it replaces, and both can be read. */
export function Reports({ reports }: { reports: readonly LaboratoryReport[] }) {
  const { today, zone } = usePractice();
  if (reports.length === 0) return null;
  return (
    <Section title="Laboratory reports" aside={reports.length > 1 ? "the last one holds; the earlier ones are kept" : null}>
      <ol className={styles.reports}>
        {reports.toReversed().map((report) => (
          <li key={report.number}>
            <p>
              <span className="strong">{`Report ${String(report.number)}: ${report.result === undefined ? "no word for the whole yet" : LABORATORY[report.result]}`}</span>
              <span className="muted small">
                {` entered ${moment(report.at, today, zone)} by ${report.by}${report.from_file ? ", from a file" : ""}${report.reported_on === undefined ? "" : `, reported ${date(report.reported_on, today)}`}`}
              </span>
            </p>
            {report.words === "" ? null : <p>{report.words}</p>}
            {report.because === "" ? null : <p className="muted">{`Replaces the one before: ${report.because}`}</p>}
            {report.lines.length === 0 ? null : <p className="muted small">{linesWords(report)}</p>}
          </li>
        ))}
      </ol>
    </Section>
  );
}

function linesWords(report: LaboratoryReport): string {
  const words = report.lines.map(
    (line) =>
      `${line.name}${line.phase === "screen" ? " (screen, presumptive)" : ""}: ${READINGS[line.result].toLowerCase()}${line.reported === "" ? "" : ` ${line.reported}`}`,
  );
  return words.join("; ");
}
