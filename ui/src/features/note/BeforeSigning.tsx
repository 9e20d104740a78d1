//! What stands between this note and its signature, point by point, with the way to each. The core says what is missing.

import type { NotePoint, NoteReady } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { focusField } from "../../kit/Form/focusField.ts";
import { Section } from "../../kit/Section/Section.tsx";
import { Todo } from "../../kit/Todo/Todo.tsx";
import type { TodoItem } from "../../kit/Todo/Todo.tsx";

export function BeforeSigning({ ready }: { ready: NoteReady | undefined }) {
  const left = ready?.missing.length ?? 0;
  const aside = ready === undefined ? "looking" : left === 0 ? "nothing left" : `${String(left)} left`;
  return (
    <Section title="Before you sign" aside={aside}>
      <Todo label="Before you sign" items={itemsOf(ready)} />
    </Section>
  );
}

function itemsOf(ready: NoteReady | undefined): TodoItem[] {
  if (ready === undefined) return [];
  const items: TodoItem[] = [
    ...ready.missing.map((point) => item(point, "not-collected")),
    ...ready.warnings.map((point) => item(point, "caution")),
  ];
  if (ready.missing.length === 0) {
    items.push({ id: "complete", icon: "check", tone: "positive", what: "Every section, and the risk line" });
  }
  if (ready.late) {
    items.push({
      id: "late",
      icon: "late",
      tone: "caution",
      what: "It will be labeled a late entry",
      note: "Both times stand in the note: when it happened and when it was written.",
    });
  }
  if (ready.needs_cosign) {
    items.push({
      id: "cosign",
      icon: "awaiting",
      what: `It will wait for a cosignature${ready.cosigner === undefined ? "" : ` by ${ready.cosigner}`}`,
    });
  }
  return items;
}

function item(point: NotePoint, icon: "not-collected" | "caution"): TodoItem {
  const goes = point.field.startsWith("sections.") || ["risk", "risk_words", "objectives"].includes(point.field);
  return {
    id: `${icon}${point.field}${point.message}`,
    icon,
    tone: "caution",
    what: point.message,
    way: goes ? (
      <Button kind="quiet" size="sm" onPress={() => focusField(point.field)}>
        Go
      </Button>
    ) : null,
  };
}
