//! Somebody saved this note after this text was begun: both stand side by side, section by section, and nothing is lost. One is taken, or both are put
//! together in the field below; then it is said to be settled.

import type { NoteAnswer } from "../../ipc/generated/calls.ts";
import { Banner } from "../../kit/Banner/Banner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { twoTexts } from "./body.ts";
import type { EditorBody } from "./body.ts";
import styles from "./note.module.css";

interface BothTextsProps {
  note: NoteAnswer;
  body: EditorBody;
  change: (patch: Partial<EditorBody>) => void;
}

export function BothTexts({ note, body, change }: BothTextsProps) {
  const both = twoTexts(note, body);
  return (
    <div className="stack" data-field="conflict">
      <Banner
        tone="caution"
        title="This note was saved meanwhile"
        action={<Button onPress={() => change({ basis: note.rev })}>It is settled</Button>}
      >
        {both.length === 0 ? "Both texts say the same." : "Both texts are kept. Take one for each section, or put them together below."}
      </Banner>
      {both.map((one) => (
        <section key={one.key} className={styles.both} aria-label={`${one.label}, both texts`}>
          <h3>{one.label}</h3>
          <div>
            <p className="muted small">As it was saved</p>
            <p className={styles.text}>{one.saved === "" ? "empty" : one.saved}</p>
            <Button size="sm" kind="quiet" label={`Take the saved ${one.label}`} onPress={() => change({ texts: { ...body.texts, [one.key]: one.saved } })}>
              Take this one
            </Button>
          </div>
          <div>
            <p className="muted small">As you wrote it</p>
            <p className={styles.text}>{one.own === "" ? "empty" : one.own}</p>
            <Button
              size="sm"
              kind="quiet"
              label={`Keep both for ${one.label}`}
              onPress={() => change({ texts: { ...body.texts, [one.key]: [one.saved, one.own].filter((text) => text !== "").join("\n") } })}
            >
              Keep both
            </Button>
          </div>
        </section>
      ))}
    </div>
  );
}
