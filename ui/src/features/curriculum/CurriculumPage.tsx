//! One curriculum: its sessions as a list, and the one that is open as it is led: aim, outline, scenes, and the handout as on paper.

import { useState } from "react";
import { useNavigate } from "@tanstack/react-router";
import { useCall, useOp } from "../../ipc/door.ts";
import type { CurriculumAnswer, LessonAnswer } from "../../ipc/generated/calls.ts";
import { Banner } from "../../kit/Banner/Banner.tsx";
import { RefusedBanner } from "../../kit/Banner/RefusedBanner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Dialog } from "../../kit/Dialog/Dialog.tsx";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { KeyList } from "../../kit/Keys/Keys.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { PageBody, PageHead } from "../../kit/PageHead/PageHead.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { plural } from "../../lib/time.ts";
import { useCommands } from "../palette/commands.ts";
import { AboutForm, LessonForm } from "./CurriculumForms.tsx";
import { Editions } from "./Editions.tsx";
import { partsOf, whichOf } from "./lesson.ts";
import styles from "./curriculum.module.css";

export function CurriculumPage({ place }: { place: string }) {
  const found = useCall("curriculum.get", whichOf(place));
  return (
    <Answered query={found} what="the curriculum">
      {(answer) => <Whole answer={answer} />}
    </Answered>
  );
}

type Open = "lesson" | "new" | "about";

function Whole({ answer }: { answer: CurriculumAnswer }) {
  const { id, lessons, may_write: may } = answer;
  const [number, setNumber] = useState(1);
  const [open, setOpen] = useState<Open>();
  const navigate = useNavigate();
  const adopt = useOp("curriculum.adopt");
  const print = useOp("curriculum.handout");
  const lesson = lessons.find((one) => one.number === number) ?? lessons[0];
  const take = () =>
    adopt.mutate(
      { shipped: answer.shipped, name: "" },
      { onSuccess: (made) => (say(`${answer.name} is yours now`), void navigate({ to: "/curricula/$id", params: { id: made.id } })) },
    );
  const handout = () => {
    if (lesson?.id === undefined || print.isPending) return;
    print.mutate({ lesson: lesson.id, copies: 1 }, { onSuccess: () => say("Handout saved and recorded") });
  };
  const step = (by: number) => setNumber(Math.min(Math.max((lesson?.number ?? 1) + by, 1), Math.max(lessons.length, 1)));
  useCommands([
    { id: "lesson.next", title: "Next session", group: "Here", icon: "down-arrow", keys: "J", run: () => step(1) },
    { id: "lesson.before", title: "Session before", group: "Here", icon: "up-arrow", keys: "K", run: () => step(-1) },
    ...(id === undefined
      ? [{ id: "curriculum.take", title: "Take this curriculum over", group: "Here" as const, icon: "plus" as const, keys: "N", run: take }]
      : [{ id: "curriculum.handout", title: "Print the handout", group: "Here" as const, icon: "print" as const, keys: "I", run: handout }]),
    ...(may && id !== undefined
      ? [
          { id: "lesson.change", title: "Rewrite this session", group: "Here" as const, icon: "draft" as const, keys: "E", run: () => setOpen("lesson") },
          { id: "lesson.add", title: "Add a session", group: "Here" as const, icon: "plus" as const, keys: "N", run: () => setOpen("new") },
        ]
      : []),
  ]);
  const refusal = adopt.error ?? print.error;
  return (
    <>
      <PageHead title={answer.name} actions={<Actions answer={answer} onTake={take} onOpen={setOpen} pending={adopt.isPending} />}>
        {plural(lessons.length, "session")}
        {id === undefined ? " · comes with Evenkeel" : ""}
      </PageHead>
      <PageBody>
        {refusal ? <RefusedBanner refusal={refusal} /> : null}
        {answer.active ? null : <Banner icon="absent" title="This curriculum is retired. Sessions that were held keep it." />}
        {answer.about === "" ? null : <p className="prose">{answer.about}</p>}
        {lesson === undefined ? (
          <EmptyState title="No session yet">Each session has a topic, an aim, an outline and a page to take home.</EmptyState>
        ) : (
          <div className={styles.whole}>
            <Contents lessons={lessons} here={lesson.number} onPick={setNumber} />
            <Reading lesson={lesson} mayPrint={id !== undefined} mayWrite={may} onPrint={handout} onChange={() => setOpen("lesson")} printing={print.isPending} />
          </div>
        )}
        {id === undefined ? null : <Editions id={id} />}
      </PageBody>
      <Dialogs answer={answer} lesson={lesson} open={open} onClose={() => setOpen(undefined)} onAdded={setNumber} />
    </>
  );
}

interface ActionsProps {
  answer: CurriculumAnswer;
  pending: boolean;
  onTake: () => void;
  onOpen: (open: Open) => void;
}

function Actions({ answer, pending, onTake, onOpen }: ActionsProps) {
  if (answer.id === undefined)
    return (
      <Button kind="primary" icon="plus" keys="N" pending={pending} onPress={onTake}>
        Take it over
      </Button>
    );
  if (!answer.may_write) return null;
  return (
    <>
      <Button icon="draft" onPress={() => onOpen("about")}>
        Name and state
      </Button>
      <Button icon="plus" keys="N" onPress={() => onOpen("new")}>
        Add a session
      </Button>
    </>
  );
}

function Contents({ lessons, here, onPick }: { lessons: readonly LessonAnswer[]; here: number; onPick: (number: number) => void }) {
  return (
    <nav aria-label="Sessions" className={styles.contents}>
      <ol>
        {lessons.map(({ number, topic }) => (
          <li key={number}>
            <button type="button" aria-current={number === here || undefined} onClick={() => onPick(number)}>
              <span className={styles.number}>{number}</span>
              {topic}
            </button>
          </li>
        ))}
      </ol>
      <KeyList
        keys={[
          ["J", "next"],
          ["K", "before"],
        ]}
      />
    </nav>
  );
}

interface ReadingProps {
  lesson: LessonAnswer;
  mayPrint: boolean;
  mayWrite: boolean;
  printing: boolean;
  onPrint: () => void;
  onChange: () => void;
}

function Reading({ lesson, mayPrint, mayWrite, printing, onPrint, onChange }: ReadingProps) {
  return (
    <article className={styles.reading} aria-label={`Session ${String(lesson.number)}`}>
      <header className={styles.head}>
        <div>
          <p className="muted small">Session {lesson.number}</p>
          <h2>{lesson.topic}</h2>
        </div>
        {mayWrite && mayPrint ? (
          <Button icon="draft" keys="E" onPress={onChange}>
            Rewrite
          </Button>
        ) : null}
      </header>
      {lesson.aim === "" ? null : <p className={styles.aim}>{lesson.aim}</p>}
      <Section title="Outline">
        <ol className={styles.steps}>
          {lesson.outline.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Section>
      {lesson.scenarios.length === 0 ? null : (
        <Section title="Scenes to play">
          <ul className={styles.scenes}>
            {lesson.scenarios.map((scene) => (
              <li key={scene}>{scene}</li>
            ))}
          </ul>
        </Section>
      )}
      {lesson.handout === "" ? null : (
        <Section
          title="Handout"
          aside="one page to take home; it names nobody"
          action={
            mayPrint ? (
              <Button size="sm" icon="print" keys="I" pending={printing} onPress={onPrint}>
                Print
              </Button>
            ) : null
          }
        >
          <Handout text={lesson.handout} />
        </Section>
      )}
    </article>
  );
}

function Handout({ text }: { text: string }) {
  return (
    <div className={styles.handout}>
      {partsOf(text).map((part) =>
        "words" in part ? (
          <p key={part.words}>{part.words}</p>
        ) : (
          <ul key={part.points.join()}>
            {part.points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        ),
      )}
    </div>
  );
}

interface DialogsProps {
  answer: CurriculumAnswer;
  lesson: LessonAnswer | undefined;
  open: Open | undefined;
  onClose: () => void;
  onAdded: (number: number) => void;
}

function Dialogs({ answer, lesson, open, onClose, onAdded }: DialogsProps) {
  if (answer.id === undefined) return null;
  return (
    <>
      <Dialog title={`Session ${String(lesson?.number ?? "")}`} isOpen={open === "lesson" && lesson !== undefined} onClose={onClose} wide>
        {lesson ? <LessonForm curriculum={answer.id} lesson={lesson} onDone={onClose} /> : null}
      </Dialog>
      <Dialog title={`Session ${String(answer.lessons.length + 1)}`} isOpen={open === "new"} onClose={onClose} wide>
        <LessonForm
          curriculum={answer.id}
          lesson={undefined}
          onDone={() => {
            onAdded(answer.lessons.length + 1);
            onClose();
          }}
        />
      </Dialog>
      <Dialog title="Name and state" isOpen={open === "about"} onClose={onClose} wide>
        <AboutForm answer={answer} onDone={onClose} />
      </Dialog>
    </>
  );
}
