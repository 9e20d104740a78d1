//! A note as a supervisor reads it: what is new stands out from what the note before said already, and what each rule says stands beside it.

import { useCall } from "../../ipc/door.ts";
import type { NoteAnswer, NoteReview, ReviewRule } from "../../ipc/generated/calls.ts";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Todo } from "../../kit/Todo/Todo.tsx";
import { usePractice } from "../../lib/practice.ts";
import { date, plural } from "../../lib/time.ts";
import { Remarks } from "./Remarks.tsx";
import { NoteFacts } from "./NoteReader.tsx";
import styles from "./note.module.css";

export function Review({ note }: { note: NoteAnswer }) {
  const review = useCall("note.review", { id: note.id });
  return (
    <Answered query={review} what="the comparison">
      {(answer) => (
        <div className={styles.review}>
          <Text note={note} review={answer} />
          <Beside note={note} review={answer} />
        </div>
      )}
    </Answered>
  );
}

function Text({ note, review }: { note: NoteAnswer; review: NoteReview }) {
  const { today } = usePractice();
  const { before } = review;
  const repeats = review.sections.some((section) => section.pieces.some((piece) => piece.as_before));
  return (
    <div className={styles.reader}>
      <p className="muted small">
        {before === undefined
          ? "The client has no earlier note to compare with."
          : !repeats
            ? `All of it is new beside the ${before.kind_label.toLowerCase()} note of ${date(before.on, today)}.`
            : `Underlined is new; gray stood in the ${before.kind_label.toLowerCase()} note of ${date(before.on, today)} already.`}
      </p>
      {review.sections.map((section) => (
        <div key={section.key} className={styles.section}>
          <h3>{section.label}</h3>
          <p className={`${styles.text} prose`}>
            {section.pieces.map((piece, index) =>
              piece.as_before ? (
                // Pieces have no name but their place, and never change it.
                // oxlint-disable-next-line react/no-array-index-key
                <span key={index} className={styles.asBefore}>
                  {piece.text}
                </span>
              ) : (
                // oxlint-disable-next-line react/no-array-index-key
                <span key={index} className={repeats ? styles.isNew : undefined}>
                  {piece.text}
                </span>
              ),
            )}
          </p>
          <Remarks remarks={note.remarks.filter((remark) => remark.section === section.key)} />
        </div>
      ))}
      <NoteFacts note={note} />
    </div>
  );
}

function Beside({ note, review }: { note: NoteAnswer; review: NoteReview }) {
  const broken = review.rules.filter((rule) => !rule.holds).length;
  const { before } = review;
  const risks = before?.risk_label !== undefined && note.risk_label !== undefined && before.risk_label !== note.risk_label;
  return (
    <div className="stack">
      <Section title="Rules" aside={broken === 0 ? "all hold" : `${plural(broken, "rule")} to look at`}>
        <Todo label="Rules" items={review.rules.map(ruleItem)} />
      </Section>
      {risks ? (
        <Section title="Risk line">
          <p>
            {before.risk_label} → <strong>{note.risk_label}</strong>
          </p>
        </Section>
      ) : null}
      {before === undefined || before.gone.length === 0 ? null : (
        <Section title="Not said any more" aside="of the note before">
          <ul className="stack" data-gap="tight">
            {before.gone.map((text) => (
              <li key={text} className={`${styles.text} muted`}>
                {text}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}

function ruleItem(rule: ReviewRule) {
  return {
    id: rule.name,
    icon: rule.holds ? ("check" as const) : ("caution" as const),
    tone: rule.holds ? ("positive" as const) : ("caution" as const),
    what: rule.name,
    note: rule.found.length === 0 ? null : rule.found.join(" "),
  };
}
