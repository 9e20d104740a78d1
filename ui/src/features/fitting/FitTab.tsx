//! Fitting groups to a client's shifts: the pattern, the best combinations over eight weeks as bars and as a table, and joining from there.

import { useState } from "react";
import { act, useCall } from "../../ipc/door.ts";
import type { FitAnswer, FitOption } from "../../ipc/generated/calls.ts";
import { refused } from "../../ipc/refused.ts";
import { Tag } from "../../kit/Badge/Badge.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Segments } from "../../kit/Choice/Choice.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Table } from "../../kit/Table/Table.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { usePractice } from "../../lib/practice.ts";
import { date } from "../../lib/time.ts";
import { FitBars } from "./FitBars.tsx";
import { OwnCalendar } from "./OwnCalendar.tsx";
import { WorkPatternSection } from "./WorkPatternSection.tsx";
import { changes, clashWords, meetingWords, optionTitle, optionWords, weekWords } from "./fitting.ts";
import styles from "./Fit.module.css";
import drawn from "../attendance/Bars.module.css";

export function FitTab({ client }: { client: string }) {
  const found = useCall("fitting.groups", { client });
  return (
    <div className={styles.tab}>
      <WorkPatternSection client={client} />
      <Answered query={found} what="the groups that fit">
        {(answer) => <Options answer={answer} client={client} />}
      </Answered>
      <OwnCalendar client={client} />
    </div>
  );
}

type Shape = "bars" | "table";

function Options({ answer, client }: { answer: FitAnswer; client: string }) {
  const { today } = usePractice();
  const [shape, setShape] = useState<Shape>("bars");
  const [choice, setChoice] = useState<FitOption>();
  const shown = [...answer.options, ...(answer.options.some(({ now }) => now) ? [] : [answer.now])];
  if (answer.groups.length === 0) {
    return (
      <Section title="Groups that fit">
        <EmptyState title="No group meets in the next eight weeks">
          A group with an open seat and a weekly time appears here.
        </EmptyState>
      </Section>
    );
  }
  return (
    <Section
      title="Groups that fit"
      aside={`${date(answer.from, today)} to ${date(answer.last, today)}`}
      action={
        <Segments
          label="Shown as"
          labelShown={false}
          value={shape}
          onChange={setShape}
          options={[
            { value: "bars", label: "As bars" },
            { value: "table", label: "As a table" },
          ]}
        />
      }
    >
      {answer.has_pattern ? null : (
        <p className="muted">Without a work pattern, no session counts as a clash.</p>
      )}
      {shape === "table" ? <OptionTable answer={answer} options={shown} /> : null}
      <ol className={styles.options}>
        {shown.map((option) => (
          <li key={option.groups.join()} className={styles.option}>
            <div className={styles.head}>
              <h3>{optionTitle(option, answer)}</h3>
              {option.now ? <Tag>as now</Tag> : null}
              <span className="muted">{optionWords(option)}</span>
              {answer.may_join && changes(option, answer).join.length > 0 ? (
                <span className={styles.action}>
                  <Button size="sm" icon="plus" onPress={() => setChoice(option)}>
                    Join
                  </Button>
                </span>
              ) : null}
            </div>
            {shape === "bars" ? <FitBars option={option} answer={answer} /> : null}
            <Weeks option={option} />
          </li>
        ))}
      </ol>
      <p className="muted small">
        In this order: fewest weeks below the hours, fewest clashes, fewest days, least time on the way, earliest start.
        A session that meets a shift is not attended; the way there belongs to the shift.
        {answer.left_out.length === 0
          ? ""
          : ` Left out: ${answer.left_out.map(({ name, seats }) => (seats === 0 ? `${name} (full)` : name)).join(", ")}.`}
      </p>
      <Dialog title="Put on the rosters" isOpen={choice !== undefined} onClose={() => setChoice(undefined)}>
        {choice ? (
          <JoinForm client={client} answer={answer} option={choice} onDone={() => setChoice(undefined)} />
        ) : null}
      </Dialog>
    </Section>
  );
}

function Weeks({ option }: { option: FitOption }) {
  const { today, zone } = usePractice();
  const weeks = option.weeks.filter((week) => week.clashes.length > 0);
  if (weeks.length === 0) return null;
  return (
    <ul className={styles.weeks}>
      {weeks.map((week) => (
        <li key={week.start}>
          <span className="strong">{`Week of ${date(week.start, today)}`}</span>
          {`: ${week.clashes.map(clashWords).join("; ")}. `}
          <span className="muted">
            {week.make_ups.length === 0
              ? "No open session makes up for it."
              : `Make up: ${week.make_ups.map((one) => meetingWords(one, zone)).join(", ")}${week.repaired ? "" : "; still short"}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

function OptionTable({ answer, options }: { answer: FitAnswer; options: readonly FitOption[] }) {
  const { today } = usePractice();
  const weeks = answer.now.weeks;
  return (
    <Table
      label="Combinations week by week"
      rows={options}
      idOf={(option) => option.groups.join()}
      textOf={(option) => optionTitle(option, answer)}
      columns={[
        { id: "groups", title: "Groups", cell: (option) => optionTitle(option, answer) },
        ...weeks.map((week, index) => ({
          id: week.start,
          title: date(week.start, today),
          align: "end" as const,
          cell: (option: FitOption) => {
            const one = option.weeks[index];
            return one === undefined ? "" : <span className={one.lacks > 0 ? drawn.lack : undefined}>{weekWords(one)}</span>;
          },
        })),
        { id: "below", title: "Below", align: "end", cell: (option) => option.weeks_below },
        { id: "clashes", title: "Clashes", align: "end", cell: (option) => option.clashes },
        { id: "days", title: "Days", align: "end", cell: (option) => option.days },
      ]}
    />
  );
}

interface JoinProps {
  client: string;
  answer: FitAnswer;
  option: FitOption;
  onDone: () => void;
}

function JoinForm({ client, answer, option, onDone }: JoinProps) {
  const { today } = usePractice();
  const [pending, setPending] = useState(false);
  const { join, leave } = changes(option, answer);
  const submit = async () => {
    setPending(true);
    const stays: { id: string; rev: number }[] = [];
    const undo = () =>
      void Promise.all(stays.map((stay) => act("membership.leave", { ...stay, left_on: answer.from, reason: "" }))).catch(
        (thrown: unknown) => say(refused(thrown).message, { icon: "caution" }),
      );
    try {
      for (const group of join) {
        // One after the other: a group that is refused stops the rest, and what was done is said.
        stays.push(await act("membership.join", { group: group.id, client, joined_on: answer.from, cap_reason: "" }));
      }
      say("Put on the rosters", { undo });
      onDone();
    } catch (thrown) {
      say(`${refused(thrown).message} ${String(stays.length)} of ${String(join.length)} rosters were changed.`, {
        icon: "caution",
      });
    } finally {
      setPending(false);
    }
  };
  return (
    <>
      <p>{`From ${date(answer.from, today)} on: ${join.map(({ name }) => name).join(", ")}.`}</p>
      {leave.length === 0 ? null : (
        <p className="muted">
          {`The client stays in ${leave.map(({ name }) => name).join(", ")}. End that on the group's page if it is meant.`}
        </p>
      )}
      <DialogActions>
        <Button onPress={onDone}>Leave as it is</Button>
        <Button kind="primary" pending={pending} onPress={() => void submit()}>
          Put on the rosters
        </Button>
      </DialogActions>
    </>
  );
}
