//! Above a form that two people write: who else is at it, what came in from a colleague, and every part that both changed, word by word, with one key for each
//! answer. Words that give way stay under "Set aside".

import { useState } from "react";
import { useCall } from "../../ipc/door.ts";
import { Banner } from "../../kit/Banner/Banner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Icon } from "../../kit/Icon/Icon.tsx";
import { usePractice } from "../../lib/practice.ts";
import { moment, plural } from "../../lib/time.ts";
import { useCommands } from "../palette/commands.ts";
import type { Both } from "./together.ts";
import type { Settled, Together } from "./useTogether.ts";
import type { Word } from "./words.ts";
import styles from "./BothTexts.module.css";

export function BothTexts<Body extends object>({ together }: { together: Together<Body> }) {
  const { at, both, taken, settle } = together;
  const { today, zone, person } = usePractice();
  const when = (ms: number) => moment(ms, today, zone);
  const [first] = both;
  const answer = (how: Settled) => {
    if (first !== undefined) settle(first.part.key, how);
  };
  useCommands(
    first === undefined
      ? []
      : [
          { id: "both.theirs", title: `${first.part.label}: take theirs`, group: "Here", icon: "check", keys: "Alt+T", inText: true, run: () => answer("theirs") },
          { id: "both.mine", title: `${first.part.label}: keep mine`, group: "Here", icon: "check", keys: "Alt+M", inText: true, run: () => answer("mine") },
          { id: "both.both", title: `${first.part.label}: keep both`, group: "Here", icon: "check", keys: "Alt+B", inText: true, run: () => (first.part.join === undefined ? undefined : answer("both")) },
        ],
  );
  const saved = at?.saved;
  const mine = saved === undefined || saved.staff === person?.id;
  const who = mine ? "Saved elsewhere" : saved.name;
  return (
    <div className={styles.together} data-together>
      {both.length === 0 ? null : (
        <Banner tone="caution" title={mine ? "This was saved while you were writing" : `${saved.name} saved this while you were writing`}>
          {plural(both.length, "part was", "parts were")} written by both of you. Nothing is lost: the words that give way are set aside, and everything else is
          already put together below.
        </Banner>
      )}
      {both.map((one, index) => (
        <Question
          key={one.part.key}
          one={one}
          who={saved === undefined ? who : `${who}, ${when(saved.at)}`}
          keyed={index === 0}
          onAnswer={(how) => settle(one.part.key, how)}
        />
      ))}
      {taken.length === 0 ? null : (
        <p className={styles.line}>
          <Icon name="check" /> Taken in from {mine ? "what was saved" : saved.name}: {taken.join(", ")}
        </p>
      )}
      {at?.writing.map((hand) => (
        <p key={hand.staff} className={styles.line}>
          <Icon name="draft" /> {hand.name} has words here that are not saved yet, last kept {when(hand.at)}. What you write stays apart until both are put
          together.
        </p>
      ))}
      <SetAside form={together.form} subject={together.subject} />
    </div>
  );
}

interface QuestionProps<Body> {
  one: Both<Body>;
  who: string;
  /** The keys answer this one. */
  keyed: boolean;
  onAnswer: (how: Settled) => void;
}

function Question<Body>({ one, who, keyed, onAnswer }: QuestionProps<Body>) {
  const { part } = one;
  const keys = (key: string) => (keyed ? { keys: key } : {});
  return (
    <section className={styles.both} aria-label={`${part.label}, both texts`}>
      <h3>{part.label}</h3>
      <div>
        <p className="muted small">{who}</p>
        <Words words={one.theirs} />
        <Button size="sm" label={`Take theirs: ${part.label}`} {...keys("Alt+T")} onPress={() => onAnswer("theirs")}>
          Take theirs
        </Button>
      </div>
      <div>
        <p className="muted small">You</p>
        <Words words={one.mine} />
        <div className="cluster">
          <Button size="sm" label={`Keep mine: ${part.label}`} {...keys("Alt+M")} onPress={() => onAnswer("mine")}>
            Keep mine
          </Button>
          {part.join === undefined ? null : (
            <Button size="sm" label={`Keep both: ${part.label}`} {...keys("Alt+B")} onPress={() => onAnswer("both")}>
              Keep both
            </Button>
          )}
        </div>
      </div>
    </section>
  );
}

function Words({ words }: { words: readonly Word[] }) {
  if (words.length === 0) return <p className="muted">Nothing</p>;
  return (
    <p className={styles.words}>
      {words.map(({ text, own }, at) => {
        const key = `${String(at)}${text}`;
        return own ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>;
      })}
    </p>
  );
}

function SetAside({ form, subject }: { form: string; subject: string }) {
  const { today, zone } = usePractice();
  const aside = useCall("draft.aside", { form, subject });
  const [open, setOpen] = useState(false);
  const rows = aside.data ?? [];
  if (rows.length === 0) return null;
  return (
    <p className={styles.line}>
      <Button size="sm" kind="quiet" icon="log" onPress={() => setOpen(true)}>
        {plural(rows.length, "text")} set aside
      </Button>
      <Dialog title="Set aside" isOpen={open} onClose={() => setOpen(false)} wide>
        <p className="muted">Words that gave way when two texts were put together. Whoever wrote them sees them here too.</p>
        {rows.map((row) => (
          <section key={row.id} className={styles.aside} aria-label={row.part}>
            <h3>{row.part}</h3>
            <p className="muted small">
              Written by {row.writer}, set aside by {row.by}, {moment(row.at, today, zone)}
            </p>
            <p className={styles.words}>{row.words}</p>
          </section>
        ))}
        <DialogActions>
          <Button onPress={() => setOpen(false)}>Close</Button>
        </DialogActions>
      </Dialog>
    </p>
  );
}
