//! What stands between this note and its signature, point by point, with the way to each. The core says what is missing.

import { Link } from "@tanstack/react-router";
import type { NotePoint, NoteReady } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { focusField } from "../../kit/Form/focusField.ts";
import { Section } from "../../kit/Section/Section.tsx";
import { Todo } from "../../kit/Todo/Todo.tsx";
import type { TodoItem } from "../../kit/Todo/Todo.tsx";

/** `session` is the one whose attendance the note follows. */
export function BeforeSigning({ ready, session }: { ready: NoteReady | undefined; session: string | undefined }) {
  const left = ready?.missing.length ?? 0;
  const aside = ready === undefined ? "looking" : left === 0 ? "nothing left" : `${String(left)} left`;
  return (
    <Section title="Before you sign" aside={aside}>
      <Todo label="Before you sign" items={itemsOf(ready, session)} />
    </Section>
  );
}

function itemsOf(ready: NoteReady | undefined, session: string | undefined): TodoItem[] {
  if (ready === undefined) return [];
  const items: TodoItem[] = [
    ...ready.missing.map((point) => item(point, "not-collected", session)),
    ...ready.warnings.map((point) => item(point, "caution", session)),
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

function item(point: NotePoint, icon: "not-collected" | "caution", session: string | undefined): TodoItem {
  return {
    id: `${icon}${point.field}${point.message}`,
    icon,
    tone: "caution",
    what: point.message,
    way: wayTo(point.field, session),
  };
}

/** Where a point is mended. The ways of a license stand below the list, with what each of them does. */
function wayTo(field: string, session: string | undefined) {
  if (field === "attendance" && session !== undefined) {
    return (
      <Link to="/session/$id" params={{ id: session }} data-field="attendance">
        Record it
      </Link>
    );
  }
  const there = field.startsWith("sections") || ["risk", "risk_words", "objectives", "minutes", "license"].includes(field);
  return there ? (
    <Button kind="quiet" size="sm" onPress={() => focusField(field)}>
      Go
    </Button>
  ) : null;
}
