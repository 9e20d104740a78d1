//! When a client works: the version that holds, those from a later date on, and what it makes of the next two weeks.

import { useState } from "react";
import { useCall } from "../../ipc/door.ts";
import type { WorkPatterns } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { Dialog } from "../../kit/Dialog/Dialog.tsx";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { Facts } from "../../kit/Facts/Facts.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { usePractice } from "../../lib/practice.ts";
import { date, localDate, time } from "../../lib/time.ts";
import { useCommands } from "../palette/commands.ts";
import { weekday, weekdayName } from "../session/days.ts";
import { WorkPatternForm } from "./WorkPatternForm.tsx";
import { WORK } from "./fitting.ts";
import { cycleWords } from "./pattern.ts";

export function WorkPatternSection({ client }: { client: string }) {
  const found = useCall("work_pattern.list", { client });
  return (
    <Answered query={found} what="the work pattern">
      {(answer) => <Patterns client={client} answer={answer} />}
    </Answered>
  );
}

function Patterns({ client, answer }: { client: string; answer: WorkPatterns }) {
  const { today } = usePractice();
  const [open, setOpen] = useState(false);
  const may = answer.may_set;
  useCommands(
    may
      ? [{ id: "work_pattern.set", title: "Enter when the client works", group: "Here", icon: "draft", keys: "E", run: () => setOpen(true) }]
      : [],
  );
  const [newest] = answer.versions;
  return (
    <Section
      title="Work pattern"
      action={
        may ? (
          <Button kind="quiet" size="sm" icon="draft" keys="E" onPress={() => setOpen(true)}>
            {newest === undefined ? "Add hours of work" : "Change"}
          </Button>
        ) : null
      }
    >
      {newest === undefined ? (
        <EmptyState title="Not known when the client works">
          With days, nights and call entered once, groups are chosen that leave them free.
        </EmptyState>
      ) : (
        <Facts
          facts={answer.versions.map(({ holds, fields }) => [
            holds ? `Since ${date(fields.from_on, today)}` : `From ${date(fields.from_on, today)}`,
            [
              cycleWords(fields, date(fields.anchor_on, today)),
              fields.time_zone.replaceAll("_", " "),
              `${String(fields.travel_minutes)} min on the way`,
              ...fields.blocked.map(({ words, weekday: day }) => `${words === "" ? "not free" : words} on ${weekdayName(day)}s`),
            ].join(" · "),
          ])}
        />
      )}
      {answer.next.length === 0 ? null : <Next answer={answer} />}
      <Dialog title="When the client works" isOpen={open} onClose={() => setOpen(false)} wide>
        {open ? <WorkPatternForm client={client} newest={newest} onDone={() => setOpen(false)} /> : null}
      </Dialog>
    </Section>
  );
}

function Next({ answer: { next } }: { answer: WorkPatterns }) {
  const { today, zone } = usePractice();
  const words = next.map(({ what, from, until }) => {
    const on = localDate(from, zone);
    return `${weekday(on).slice(0, 3)} ${date(on, today)} ${time(from, zone)} – ${time(until, zone)} ${WORK[what]}`;
  });
  return <p className="muted small">{`Next two weeks: ${words.join("; ")}`}</p>;
}
