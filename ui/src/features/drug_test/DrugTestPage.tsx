//! One drug test: where it stands, what was read, and the three answers that stay apart: laboratory, medical review, program.

import { useEffect, useState } from "react";
import { Link } from "@tanstack/react-router";
import { act, useCall, useOp } from "../../ipc/door.ts";
import type { TestAnswer } from "../../ipc/generated/calls.ts";
import { Banner } from "../../kit/Banner/Banner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { PageBody, PageHead } from "../../kit/PageHead/PageHead.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { Steps } from "../../kit/Steps/Steps.tsx";
import { usePractice } from "../../lib/practice.ts";
import { date, moment } from "../../lib/time.ts";
import { useCommands } from "../palette/commands.ts";
import { Custody, Measured, Medications } from "./Beside.tsx";
import { Corrections } from "./Corrections.tsx";
import { CustodyDialog } from "./CustodyDialog.tsx";
import { CorrectDialog } from "./CorrectDialog.tsx";
import { Chain, HandOffDialog } from "./HandOffs.tsx";
import { LaboratoryDialog } from "./LaboratoryDialog.tsx";
import { FollowUps } from "../follow_up/FollowUps.tsx";
import { LogForm } from "./LogForm.tsx";
import { MeaningSection } from "./MeaningSection.tsx";
import { Reports } from "./Reports.tsx";
import { ResultTable } from "./ScreenGrid.tsx";
import { ScreenLater } from "./ScreenLater.tsx";
import { InterpretDialog, NotCollectedDialog, ReviewDialog, VoidDialog } from "./StepDialogs.tsx";
import { TestBadge } from "./TestState.tsx";
import { ThreeFacts } from "./ThreeFacts.tsx";
import { Waiting } from "./Waiting.tsx";
import { NEW_LOG } from "./log.ts";
import { CLASSES, OUTCOMES, REASONS, SPECIMENS } from "./words.ts";
import styles from "./Test.module.css";

export type StepDialog = "not_collected" | "laboratory" | "review" | "interpret" | "correct" | "void" | "custody" | "hand_off";

export function DrugTestPage({ id }: { id: string }) {
  const test = useCall("drug_test.get", { id });
  useEffect(() => {
    // The audit keeps who opened a test. A refusal shows itself in the query.
    act("drug_test.open", { id }).catch(() => undefined);
  }, [id]);
  if (test.error?.code === "not_found" && test.data === undefined) {
    return (
      <>
        <PageHead title="Drug test" />
        <PageBody>
          <EmptyState title="This test is not here for you" action={<Link to="/tests">Tests of today</Link>}>
            Tests open to the care team, to those who review, and to the collector on the day of the collection.
          </EmptyState>
        </PageBody>
      </>
    );
  }
  if (test.data !== undefined) return <OpenTest test={test.data} />;
  return (
    <>
      <PageHead title="Drug test" />
      <PageBody>
        <Answered query={test} what="the test">
          {() => null}
        </Answered>
      </PageBody>
    </>
  );
}

function OpenTest({ test }: { test: TestAnswer }) {
  const [dialog, setDialog] = useState<StepDialog | undefined>(undefined);
  const begin = useOp("drug_test.begin_wait");
  const close = () => setDialog(undefined);
  const wait = () => begin.mutate({ id: test.id }, { onSuccess: () => say("The clock runs. It goes on after a restart.") });
  useCommands(
    [
      { id: "laboratory", title: "Enter the laboratory's result", may: test.may.laboratory, keys: "L" },
      { id: "review", title: "Enter the medical review", may: test.may.review, keys: "R" },
      { id: "interpret", title: "Say what the test means", may: test.may.interpret, keys: "M" },
      { id: "correct", title: "Correct the test", may: test.may.correct, keys: undefined },
      { id: "void", title: "Take the test back", may: test.may.void, keys: undefined },
      { id: "wait", title: "Begin to wait for a specimen", may: mayWait(test), keys: "W" },
      { id: "hand_off", title: "Record a hand-off", may: test.may.hand_off, keys: "H" },
      { id: "custody", title: "Print the custody form", may: passesOn(test), keys: "Ctrl+P" },
    ]
      .filter((step) => step.may)
      .map(({ id, title, keys }) => ({
        id: `drug_test.${id}`,
        title,
        group: "Here" as const,
        icon: id === "custody" ? ("print" as const) : ("vial" as const),
        keys,
        inText: keys === "Ctrl+P",
        run: id === "wait" ? wait : () => setDialog(id as StepDialog),
      })),
  );
  return (
    <>
      <PageHead title={`Drug test ${test.number}`} actions={<Actions test={test} onStep={setDialog} onWait={wait} />}>
        <HeadLine test={test} />
      </PageHead>
      <div className={styles.top}>
        <Steps {...stepsOf(test)} label="Steps" />
        <Notices test={test} />
      </div>
      <PageBody>
        {test.may.collect ? (
          <LogForm
            client={test.client}
            ordered
            initial={{ ...NEW_LOG, reason: test.reason, method: test.method, specimen: test.specimen, panel: test.panel }}
            onDone={close}
            onNotCollected={test.may.not_collected ? () => setDialog("not_collected") : undefined}
          />
        ) : (
          <Readout test={test} onStep={setDialog} />
        )}
      </PageBody>
      {dialog === "not_collected" ? <NotCollectedDialog test={test} onClose={close} /> : null}
      {dialog === "laboratory" ? <LaboratoryDialog test={test} onClose={close} /> : null}
      {dialog === "review" ? <ReviewDialog test={test} onClose={close} /> : null}
      {dialog === "interpret" ? <InterpretDialog test={test} onClose={close} /> : null}
      {dialog === "correct" ? <CorrectDialog test={test} onClose={close} /> : null}
      {dialog === "custody" ? <CustodyDialog id={test.id} onClose={close} /> : null}
      {dialog === "hand_off" ? <HandOffDialog test={test} onClose={close} /> : null}
      {dialog === "void" ? <VoidDialog test={test} onClose={close} /> : null}
    </>
  );
}

function HeadLine({ test }: { test: TestAnswer }) {
  const { today, zone } = usePractice();
  const when =
    test.collected_at === undefined ? `for ${date(test.on, today)}` : `collected ${moment(test.collected_at, today, zone)}`;
  return (
    <span className={styles.line}>
      <TestBadge of={test.class} />
      <Link className="strong" to="/client/$id/{-$tab}" params={{ id: test.client, tab: "tests" }}>
        {test.client_name}
      </Link>
      <span>{test.client_number}</span>
      <span>{`${REASONS[test.reason]}, ${when}, ${SPECIMENS[test.specimen].toLowerCase()}`}</span>
    </span>
  );
}

interface ActionsProps {
  test: TestAnswer;
  onStep: (step: StepDialog) => void;
  onWait: () => void;
}

function Actions({ test, onStep, onWait }: ActionsProps) {
  if (test.voided) return null;
  return (
    <>
      {passesOn(test) ? (
        <Button icon="print" keys="Ctrl+P" onPress={() => onStep("custody")}>
          Custody form
        </Button>
      ) : null}
      {mayWait(test) ? (
        <Button icon="clock" keys="W" onPress={onWait}>
          Cannot give one yet
        </Button>
      ) : null}
      {test.may.not_collected && !test.may.collect ? (
        <Button onPress={() => onStep("not_collected")}>Not collected …</Button>
      ) : null}
      {test.may.correct ? <Button onPress={() => onStep("correct")}>Correct …</Button> : null}
      {test.may.void ? <Button onPress={() => onStep("void")}>Take back …</Button> : null}
    </>
  );
}

/** The panel with the version that the results are read against. */
const panelWords = (test: TestAnswer) =>
  test.panel_number === undefined ? test.panel_name : `${test.panel_name}, version ${String(test.panel_number)}`;

/** Whether somebody may begin to wait for a specimen. */
const mayWait = (test: TestAnswer) =>
  test.may.not_collected && test.state === "ordered" && (test.wait === undefined || test.wait.ended_at !== undefined);

/** Whether there is, or will be, a specimen that passes from hand to hand. */
const passesOn = (test: TestAnswer) => !test.voided && test.outcome === undefined;

/** The steps of a test and where it is; a test that ended without a specimen has only two. */
function stepsOf(test: TestAnswer): { steps: string[]; here: number } {
  if (test.state === "not_collected") return { steps: ["Ordered", CLASSES[test.class].words], here: 2 };
  const steps = ["Ordered", "Collected", "Screened", "Laboratory", "Reviewed", "Final"];
  const here = { ordered: 1, collected: 2, screened: 3, confirmed: test.review === undefined ? 4 : 5, final: 6 };
  return { steps, here: here[test.state] };
}

function Notices({ test }: { test: TestAnswer }) {
  const detected = test.lines.filter((line) => line.presumptive && line.meaning === "unexpected");
  return (
    <>
      {test.wait !== undefined && test.wait.ended_at === undefined ? <Waiting test={test} wait={test.wait} /> : null}
      {test.collection_findings.length === 0 ? null : (
        <Banner tone="caution" title="About the collection">
          {test.collection_findings.join(" ")}
        </Banner>
      )}
      {test.voided ? <Banner tone="caution" title={`Taken back: ${test.void_reason}`} /> : null}
      {test.outcome === undefined ? null : (
        <Banner title={OUTCOMES[test.outcome].label}>
          {[test.ground, test.outcome_reason, test.next_step === "" ? "" : `Next: ${test.next_step}`]
            .filter((words) => words !== "")
            .join(". ")}
        </Banner>
      )}
      {test.corrected_because === "" ? null : <Banner title={`Corrected: ${test.corrected_because}`} />}
      {test.imported ? (
        <Banner title="This test was imported. What it meant was said elsewhere and is not repeated here." />
      ) : null}
      {detected.length === 0 || test.state === "final" ? null : (
        <Banner icon="presumptive" title="A screen needs the laboratory before it means anything.">
          {`${detected.map((line) => line.name).join(", ")}: detected, and no medication explains it. Nobody outside the program is told of a presumptive screen.`}
        </Banner>
      )}
    </>
  );
}

function Readout({ test, onStep }: { test: TestAnswer; onStep: (step: StepDialog) => void }) {
  const whole = test.may.interpret || test.may.correct || test.medications.length > 0 || test.laboratory !== undefined;
  if (test.state === "ordered" || test.state === "not_collected") {
    return (
      <>
        <p className="muted">
          {test.state === "ordered"
            ? `Nothing was collected yet. ${test.panel_name}, ${SPECIMENS[test.specimen].toLowerCase()}.`
            : "There is no specimen."}
        </p>
        {whole ? <FollowUps client={test.client} test={test.id} /> : null}
        {whole ? <Corrections test={test} /> : null}
      </>
    );
  }
  return (
    <div className={styles.split}>
      <div className={styles.main}>
        <ThreeFacts test={test} onStep={onStep} />
        {whole ? <FollowUps client={test.client} test={test.id} /> : null}
        {whole ? <MeaningSection test={test.id} /> : null}
        {test.may.screen ? (
          <ScreenLater test={test} />
        ) : (
          <Section title="Results" aside={panelWords(test)}>
            <ResultTable lines={test.lines} whole={whole} />
          </Section>
        )}
        <Reports reports={test.reports} />
        {whole ? <Corrections test={test} /> : null}
      </div>
      <div className={styles.aside}>
        <Measured test={test} />
        <Custody test={test} />
        <Chain test={test} onAdd={() => onStep("hand_off")} />
        <Medications test={test} />
      </div>
    </div>
  );
}
