//! The stays of a client that ended, each with its discharge summary: owed, being written, or signed.

import { useState } from "react";
import { useCall, useOp } from "../../ipc/door.ts";
import type { Discharges, DischargeSummary, EndedStay } from "../../ipc/generated/calls.ts";
import { Badge, State } from "../../kit/Badge/Badge.tsx";
import { RefusedBanner } from "../../kit/Banner/RefusedBanner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Facts } from "../../kit/Facts/Facts.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { usePractice } from "../../lib/practice.ts";
import { date, moment } from "../../lib/time.ts";
import { PrintSummaryDialog } from "../exit/PrintDialogs.tsx";
import { useCommands } from "../palette/commands.ts";
import { SummaryForm } from "./SummaryForm.tsx";
import { OUTCOMES } from "./summary.ts";
import styles from "./Discharge.module.css";

export function DischargeSection({ client }: { client: string }) {
  const discharges = useCall("discharge.list", { client });
  const start = useOp("discharge.start");
  const [printing, setPrinting] = useState<DischargeSummary>();
  const owed = discharges.data?.may_write === true ? discharges.data.stays.find(({ summary }) => summary === undefined) : undefined;
  const begin = (stay: EndedStay) => start.mutate({ episode: stay.episode });
  useCommands(
    owed === undefined
      ? []
      : [{ id: "discharge.start", title: "Write the discharge summary", group: "Here", icon: "draft", keys: "D", run: () => begin(owed) }],
  );
  return (
    <Answered query={discharges} what="the discharges">
      {(answer) => (
        <>
          {start.error ? <RefusedBanner refusal={start.error} /> : null}
          {answer.stays.map((stay) => (
            <Section
              key={stay.episode}
              title={`Discharge summary, stay ${String(stay.number)}`}
              aside={<Standing stay={stay} />}
              action={
                stay.summary !== undefined ? (
                  <Button size="sm" icon="print" onPress={() => setPrinting(stay.summary)}>
                    Print
                  </Button>
                ) : answer.may_write ? (
                  <Button size="sm" icon="draft" {...(stay === owed ? { keys: "D" } : {})} pending={start.isPending} onPress={() => begin(stay)}>
                    Write it
                  </Button>
                ) : null
              }
            >
              <Stay stay={stay} />
              <Summary client={client} stay={stay} answer={answer} />
            </Section>
          ))}
          {printing ? (
            <PrintSummaryDialog id={printing.id} draft={printing.state === "draft"} onClose={() => setPrinting(undefined)} />
          ) : null}
        </>
      )}
    </Answered>
  );
}

function Standing({ stay }: { stay: EndedStay }) {
  const { today } = usePractice();
  if (stay.summary?.state === "signed") return <Badge state="signed">Signed</Badge>;
  const due = date(stay.due_on, today);
  return (
    <State tone={stay.overdue ? "caution" : "muted"} icon={stay.overdue ? "clock" : "calendar"}>
      {stay.overdue ? `was due ${due}` : `due ${due}`}
    </State>
  );
}

function Stay({ stay }: { stay: EndedStay }) {
  const { today } = usePractice();
  const ended = [stay.how_label, stay.reason].filter((words) => words !== "").join(": ");
  return (
    <Facts
      facts={[
        ["From", `${date(stay.admitted_on, today)} to ${date(stay.discharged_on, today)}`],
        ["How it ended", ended],
      ]}
    />
  );
}

function Summary({ client, stay, answer }: { client: string; stay: EndedStay; answer: Discharges }) {
  const { summary } = stay;
  if (summary === undefined) return null;
  if (summary.state === "signed") return <Reader summary={summary} answer={answer} />;
  if (!answer.may_write) return <p className="muted">{`${summary.author} is writing it.`}</p>;
  return (
    <SummaryForm
      key={summary.id}
      client={client}
      episode={stay.episode}
      draft={summary}
      parts={answer.parts}
      maySign={answer.may_sign}
    />
  );
}

function Reader({ summary, answer }: { summary: DischargeSummary; answer: Discharges }) {
  const { today, zone } = usePractice();
  const { sections, goals, care, no_care } = summary.fields;
  return (
    <div className={styles.reader}>
      {answer.parts.map(({ key, label }) => (
        <section key={key} className={styles.read}>
          <h3>{label}</h3>
          <p className="prose">{sections.find((one) => one.key === key)?.text}</p>
        </section>
      ))}
      {goals.length === 0 ? null : (
        <section className={styles.read}>
          <h3>Goals</h3>
          <ul className={styles.list}>
            {goals.map((one) => (
              <li key={one.goal}>
                {one.goal} <span className="strong">{one.outcome === undefined ? "" : OUTCOMES[one.outcome].toLowerCase()}</span>
                {one.words === "" ? "" : `, ${one.words}`}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className={styles.read}>
        <h3>Continuing care</h3>
        {no_care === "" ? null : <p>{no_care}</p>}
        <ul className={styles.list}>
          {care.map((one) => (
            <li key={`${one.with}${one.what}`}>
              <span className="strong">{one.with}</span>
              {`: ${one.what}${one.on === undefined ? "" : `, ${date(one.on, today)} ${one.time}`}`}
              <span className="muted">{one.handed_on ? " · handed on" : " · not handed on"}</span>
            </li>
          ))}
        </ul>
      </section>
      <p className="muted">
        {`${summary.author}${summary.signed_at === undefined ? "" : `, ${moment(summary.signed_at, today, zone)}`}`}
      </p>
    </div>
  );
}
