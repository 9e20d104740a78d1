//! Three answers, never one: each with its person and time. A dashed edge is an answer that was not given yet.

import type { ReactNode } from "react";
import type { TestAnswer } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { usePractice } from "../../lib/practice.ts";
import { moment } from "../../lib/time.ts";
import type { StepDialog } from "./DrugTestPage.tsx";
import { TestState } from "./TestState.tsx";
import { INTERPRETATIONS, LABORATORY, REVIEWS } from "./words.ts";
import styles from "./Test.module.css";

export function ThreeFacts({ test, onStep }: { test: TestAnswer; onStep: (step: StepDialog) => void }) {
  const { laboratory, review, interpretation, may } = test;
  return (
    <div className={styles.three} role="group" aria-label="Three separate answers">
      <FactBox
        title="Laboratory result"
        fact={laboratory}
        word={laboratory && LABORATORY[laboratory.result]}
        none="not entered"
        button={
          may.laboratory ? (
            <Button size="sm" keys="L" onPress={() => onStep("laboratory")}>
              {laboratory === undefined ? "Enter result" : "Replace"}
            </Button>
          ) : null
        }
      />
      <FactBox
        title="Medical review"
        fact={review}
        word={review && REVIEWS[review.result]}
        none={laboratory === undefined ? "after the laboratory" : "not given"}
        button={
          may.review ? (
            <Button size="sm" keys="R" onPress={() => onStep("review")}>
              {review === undefined ? "Enter review" : "Replace"}
            </Button>
          ) : null
        }
      />
      <FactBox
        title="Program interpretation"
        fact={interpretation}
        word={
          interpretation && (
            <>
              <TestState of={interpretation.result} />
              <span className="spoken">{INTERPRETATIONS[interpretation.result].help}</span>
            </>
          )
        }
        none="not said"
        button={
          may.interpret ? (
            <Button size="sm" kind="primary" keys="M" onPress={() => onStep("interpret")}>
              Say what it means
            </Button>
          ) : null
        }
      />
    </div>
  );
}

interface FactBoxProps {
  title: string;
  fact: { words: string; by?: string; at?: number } | undefined;
  word: ReactNode;
  none: string;
  button: ReactNode;
}

function FactBox({ title, fact, word, none, button }: FactBoxProps) {
  const { today, zone } = usePractice();
  return (
    <div className={styles.fact} data-given={fact ? true : undefined}>
      <h3>{title}</h3>
      {fact === undefined ? <p className="muted">{none}</p> : <div className="strong">{word}</div>}
      {fact?.words ? <p>{fact.words}</p> : null}
      {fact?.at === undefined ? null : (
        <p className="muted small">{`${fact.by ?? "somebody who left"}, ${moment(fact.at, today, zone)}`}</p>
      )}
      {button ? <p>{button}</p> : null}
    </div>
  );
}
