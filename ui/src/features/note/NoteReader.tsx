//! A note to read: its text, who signed it with what, what the supervisor answered, what was added.

import type { NoteAnswer } from "../../ipc/generated/calls.ts";
import { Banner } from "../../kit/Banner/Banner.tsx";
import { Tag } from "../../kit/Badge/Badge.tsx";
import { Icon } from "../../kit/Icon/Icon.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { usePractice } from "../../lib/practice.ts";
import { date, moment } from "../../lib/time.ts";
import { Remarks } from "./Remarks.tsx";
import styles from "./note.module.css";

const PROGRESS = { set_back: "set back", same: "same", forward: "forward", met: "met", not_rated: "worked on" } as const;
const DOCUMENTS: Record<string, string> = { note: "Signed", addendum: "Addendum signed", cosignature: "Cosigned" };

export function NoteReader({ note }: { note: NoteAnswer }) {
  const { zone, today } = usePractice();
  return (
    <div className={styles.reader}>
      {note.late_entry ? (
        <Banner tone="caution" icon="late" title="Late entry">
          It happened {moment(note.service_at, today, zone)} and was written{" "}
          {moment(note.signed_at ?? note.created_at, today, zone)}.
        </Banner>
      ) : null}
      {note.attendance === "" || note.attendance === "Present" ? null : <p className="strong">{note.attendance}</p>}
      {note.shared === undefined ? null : <SharedPart shared={note.shared} />}
      {note.sections
        .filter((section) => section.text !== "")
        .map((section) => (
          <div key={section.key} className={styles.section}>
            <h3>{section.label}</h3>
            {section.carried === undefined ? null : <p className="muted small">Carried forward from {date(section.carried.on, today)}</p>}
            <p className={`${styles.text} prose`}>{section.text}</p>
            <Remarks remarks={note.remarks.filter((remark) => remark.section === section.key)} />
          </div>
        ))}
      <NoteFacts note={note} />
    </div>
  );
}

/** What a note says beside its sections, and who stands under it. */
export function NoteFacts({ note }: { note: NoteAnswer }) {
  const { zone, today } = usePractice();
  return (
    <>
      {[
        ["Place", note.session === undefined ? note.place : ""],
        ["Interpreter", note.interpreter],
        ["Drafted by", note.written_by],
      ].map(([label, words]) =>
        words === "" ? null : (
          <p key={label}>
            <span className="muted">{label}</span> {words}
          </p>
        ),
      )}
      {note.participation === undefined ? null : <p>Participation {note.participation} of 3</p>}
      {note.objectives.length === 0 ? null : (
        <div className={styles.section}>
          <h3>Objectives</h3>
          <ul>
            {note.objectives.map((objective) => (
              <li key={objective.id}>
                {objective.label} {objective.words}{" "}
                <Tag>{objective.progress === undefined ? "" : PROGRESS[objective.progress]}</Tag>
              </li>
            ))}
          </ul>
        </div>
      )}
      {note.risk_label === undefined ? null : (
        <div className={styles.section}>
          <h3>Risk</h3>
          <p>{note.risk_label}</p>
          {note.risk_words === "" ? null : <p className={styles.text}>{note.risk_words}</p>}
        </div>
      )}
      {note.addenda.map((addendum) => (
        <div key={addendum.at} className={styles.section}>
          <h3>Addendum, {moment(addendum.at, today, zone)}</h3>
          <p className={`${styles.text} prose`}>{addendum.words}</p>
          <p className="muted small">{addendum.by}</p>
        </div>
      ))}
      <Foot note={note} />
    </>
  );
}

function SharedPart({ shared }: { shared: NonNullable<NoteAnswer["shared"]> }) {
  return (
    <div className={styles.section}>
      <h3>{shared.topic}</h3>
      <p className={`${styles.text} prose`}>{shared.words}</p>
      {shared.interventions.length === 0 ? null : (
        <p className="muted small">Interventions: {shared.interventions.join(", ")}</p>
      )}
    </div>
  );
}

function Foot({ note }: { note: NoteAnswer }) {
  const { zone, today } = usePractice();
  const returned = note.answers.filter((answer) => answer.decision === "returned");
  if (note.state === "attested_elsewhere") {
    return <p className="muted small">Signed in another system and attested there; Evenkeel gives it no signature.</p>;
  }
  if (note.signatures.length === 0) return null;
  return (
    <Section title="Signatures">
      <div>
        {note.signatures.map((signature) => (
          <p key={signature.hash} className={styles.signature}>
            <Icon name="signed" size="sm" />
            <span>
              {DOCUMENTS[signature.document] ?? signature.document} by {signature.by}
              {signature.credential === "" ? "" : `, ${signature.credential}`}, {moment(signature.at, today, zone)}
            </span>
            <span className={styles.digest} title={signature.hash}>
              {signature.hash.slice(0, 16)}
            </span>
          </p>
        ))}
        {returned.map((answer) => (
          <p key={answer.at} className={styles.signature}>
            <Icon name="returned" size="sm" />
            <span>
              Returned by {answer.by}, {moment(answer.at, today, zone)}: “{answer.comment}”
            </span>
          </p>
        ))}
      </div>
    </Section>
  );
}
