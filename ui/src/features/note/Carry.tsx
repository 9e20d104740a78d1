//! Carrying the text of a named section forward from the client's note before. Nothing comes by itself; what came stays marked.

import { useCall } from "../../ipc/door.ts";
import type { NoteAnswer } from "../../ipc/generated/calls.ts";
import { Tag } from "../../kit/Badge/Badge.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { usePractice } from "../../lib/practice.ts";
import { date } from "../../lib/time.ts";
import type { EditorBody, EditorSection } from "./body.ts";
import styles from "./note.module.css";

interface CarryProps {
  note: NoteAnswer;
  section: EditorSection;
  body: EditorBody;
  change: (patch: Partial<EditorBody>) => void;
}

export function Carry({ note, section, body, change }: CarryProps) {
  const { today } = usePractice();
  const offers = useCall("note.carry", { id: note.id }, { enabled: section.carries });
  const text = body.texts[section.key] ?? "";
  const carried = body.carried[section.key];
  if (carried !== undefined && text !== "") {
    const { [section.key]: _, ...others } = body.carried;
    return (
      <p className={styles.carried}>
        <Tag>Carried forward from {date(carried.on, today)}</Tag>
        <Button size="sm" kind="quiet" icon="undo" onPress={() => change({ carried: others, texts: { ...body.texts, [section.key]: "" } })}>
          Take it out
        </Button>
      </p>
    );
  }
  const offer = section.carries && text === "" ? offers.data?.find((one) => one.key === section.key) : undefined;
  if (offer === undefined) return null;
  return (
    <Button
      size="sm"
      kind="quiet"
      icon="paper"
      label={`Carry ${section.label} forward from ${date(offer.on, today)}`}
      onPress={() =>
        change({
          texts: { ...body.texts, [section.key]: offer.text },
          carried: { ...body.carried, [section.key]: { from: offer.from, on: offer.on } },
        })
      }
    >
      Carry forward from {date(offer.on, today)}
    </Button>
  );
}
