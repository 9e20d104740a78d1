//! The questions of an instrument: digits answer, arrows move. The same list for the staff and in the client's hand; it looks alike whatever is answered.

import { useEffect, useRef } from "react";
import type { KeyboardEvent } from "react";
import type { InstrumentForm } from "../../ipc/generated/calls.ts";
import { OneOf } from "../../kit/Choice/Choice.tsx";
import { asked, byDigit } from "./answers.ts";
import type { Answers } from "./answers.ts";
import styles from "./Instrument.module.css";

interface QuestionsProps {
  form: InstrumentForm;
  answers: Answers;
  onChange: (answers: Answers) => void;
  /** The first question without an answer has the focus, so that a digit answers it at once. */
  begins?: boolean;
}

export function Questions({ form, answers, onChange, begins = false }: QuestionsProps) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (!begins) return;
    const questions = [...(list.current?.querySelectorAll<HTMLElement>("[data-question]") ?? [])];
    focusOn(questions.find((question) => question.querySelector("input:checked") === null));
    // Once, when the questions appear.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  const items = asked(form, answers);
  const onKey = (event: KeyboardEvent, id: string) => {
    const item = items.find((one) => one.id === id);
    const value = item === undefined ? undefined : byDigit(item, event.key);
    if (value === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onChange({ ...answers, [id]: value });
    next(list.current, event.currentTarget);
  };
  return (
    // A digit is an answer here, not a tab of the chart.
    <ol ref={list} className={styles.questions} data-typing>
      {items.map((item) =>
        item.options.length === 0 ? (
          <li key={item.id} className={styles.heading}>
            {item.text}
          </li>
        ) : (
          // Digits are caught here once instead of in every radio.
          // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
          <li key={item.id} data-question onKeyDownCapture={(event) => onKey(event, item.id)}>
            <OneOf
              label={item.text}
              name={`answers.${item.id}`}
              help={item.prompt === "" ? undefined : item.prompt}
              columns="row"
              value={item.id in answers ? String(answers[item.id]) : ""}
              options={item.options.map(({ value, label }) => ({
                value: String(value),
                label: label === "" ? String(value) : label === String(value) ? label : `${String(value)}  ${label}`,
              }))}
              onChange={(value) => onChange({ ...answers, [item.id]: Number(value) })}
            />
          </li>
        ),
      )}
    </ol>
  );
}

/** The focus goes to the question after this one. */
function next(list: HTMLElement | null, from: EventTarget) {
  const questions = [...(list?.querySelectorAll<HTMLElement>("[data-question]") ?? [])];
  focusOn(questions[questions.indexOf(from as HTMLElement) + 1]);
}

function focusOn(question: HTMLElement | undefined) {
  question?.querySelector<HTMLInputElement>("input[tabindex='0'], input:checked, input")?.focus();
}
