//! Clashes of the coming week, a line each, before they happen.

import { Link } from "@tanstack/react-router";
import { useCall } from "../../ipc/door.ts";
import { Section } from "../../kit/Section/Section.tsx";
import { Todo } from "../../kit/Todo/Todo.tsx";
import { clashWords } from "./fitting.ts";

/** Lines that are shown; the rest stand on the charts. */
const MOST = 5;

export function ComingClashes() {
  const found = useCall("fitting.clashes", {});
  const clashes = found.data ?? [];
  if (clashes.length === 0) return null;
  const more = clashes.length - MOST;
  return (
    <Section title="Shifts and sessions" aside={more > 0 ? `${String(more)} more this week` : undefined}>
      <Todo
        label="Shifts and sessions"
        items={clashes.slice(0, MOST).map(({ client, name, meeting }) => ({
          id: `${client}${String(meeting.starts_at)}`,
          icon: "caution" as const,
          what: name.text,
          note: clashWords(meeting),
          way: (
            <Link to="/client/$id/{-$tab}" params={{ id: client, tab: "fit" }}>
              Fit groups
            </Link>
          ),
        }))}
      />
    </Section>
  );
}
