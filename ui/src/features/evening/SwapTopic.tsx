//! The topic of the curriculum that a session works on, and another one for this session alone. What follows goes on as if nothing had been swapped, and says so.

import { useState } from "react";
import { act, useCall } from "../../ipc/door.ts";
import type { SessionLine } from "../../ipc/generated/calls.ts";
import { refused } from "../../ipc/refused.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { Picker } from "../../kit/Picker/Picker.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { matches } from "../../lib/match.ts";
import { useCommands } from "../palette/commands.ts";
import { orderWords } from "./topic.ts";

/** What the group works on; a topic that somebody typed stands before that of the curriculum. */
export function Topic({ session }: { session: SessionLine }) {
  const { lesson, topic } = session;
  const [isOpen, setOpen] = useState(false);
  const may = session.mine && session.state === "planned" && lesson !== undefined;
  useCommands(may ? [{ id: "tonight.topic", title: "Another topic tonight", group: "Here", icon: "draft", keys: "T", run: () => setOpen(true) }] : []);
  if (lesson === undefined) return null;
  return (
    <Section
      title="Topic"
      aside={`${String(lesson.number)} of ${String(lesson.many)}`}
      action={
        may ? (
          <Button size="sm" kind="quiet" keys="T" onPress={() => setOpen(true)}>
            Swap
          </Button>
        ) : null
      }
    >
      <p className="strong">{topic || lesson.topic}</p>
      <p className="small">{lesson.aim}</p>
      <p className="muted small">{lesson.curriculum}</p>
      {lesson.place_number === lesson.number ? null : <p className="muted small">{orderWords(lesson)}</p>}
      {isOpen ? <Choose session={session} onClose={() => setOpen(false)} /> : null}
    </Section>
  );
}

async function swap(session: SessionLine, to: string, words: string): Promise<void> {
  const { lesson } = session;
  if (lesson === undefined) return;
  const back = (id: string) => (id === lesson.place ? {} : { lesson: id });
  try {
    const { rev } = await act("session.swap_lesson", { id: session.id, rev: session.rev, ...back(to) });
    const undo = () => {
      act("session.swap_lesson", { id: session.id, rev, ...back(lesson.id) }).catch((thrown: unknown) => say(refused(thrown).message, { icon: "stop" }));
    };
    say(`Tonight: ${words}`, { undo });
  } catch (thrown) {
    say(refused(thrown).message, { icon: "stop" });
  }
}

function Choose({ session, onClose }: { session: SessionLine; onClose: () => void }) {
  const { lesson } = session;
  const [query, setQuery] = useState("");
  const found = useCall("curriculum.get", lesson === undefined ? {} : { id: lesson.curriculum_id });
  const lessons = (found.data?.lessons ?? []).filter(({ topic, number }) => query.trim() === "" || matches(`${String(number)} ${topic}`, query));
  if (lesson === undefined) return null;
  return (
    <Picker
      label="Another topic for this session"
      placeholder="Number or topic"
      isOpen
      onClose={onClose}
      query={query}
      onQuery={setQuery}
      groups={[
        {
          title: "This session only",
          options: lessons.map(({ id, number, topic }) => ({
            id: id ?? "",
            icon: id === lesson.id ? ("check" as const) : ("draft" as const),
            text: `${String(number)} ${topic}`,
            hint: number === lesson.place_number ? "in line" : undefined,
          })),
        },
      ]}
      onPick={(id) => {
        onClose();
        if (id !== lesson.id) void swap(session, id, lessons.find((one) => one.id === id)?.topic ?? "");
      }}
      nothing="No session of this curriculum is called that."
      foot={<p className="muted small">{orderWords(lesson)}</p>}
    />
  );
}
