//! What a group works through, and which topics of it somebody on the roster missed and has heard nowhere since.

import { Link } from "@tanstack/react-router";
import { useCall, useOp } from "../../ipc/door.ts";
import type { GroupAnswer } from "../../ipc/generated/calls.ts";
import { RefusedBanner } from "../../kit/Banner/RefusedBanner.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Select } from "../../kit/Select/Select.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { date } from "../../lib/time.ts";
import { usePractice } from "../../lib/practice.ts";
import styles from "./GroupPage.module.css";

const NONE = "none";

export function CurriculumSection({ answer }: { answer: GroupAnswer }) {
  const { group } = answer;
  return (
    <Section
      title="Curriculum"
      action={
        group.curriculum === undefined ? null : (
          <Link to="/curricula/$id" params={{ id: group.curriculum }}>
            Read it
          </Link>
        )
      }
    >
      <div className="stack" data-gap="tight">
        {group.may_arrange && group.active ? (
          <Follow answer={answer} />
        ) : (
          <p className={group.curriculum_name === "" ? "muted" : undefined}>{group.curriculum_name || "Topics of its own."}</p>
        )}
        {answer.roster_shown ? <Missed answer={answer} /> : null}
      </div>
    </Section>
  );
}

function Follow({ answer }: { answer: GroupAnswer }) {
  const { group } = answer;
  const list = useCall("curriculum.list", {});
  const follow = useOp("group.follow");
  const own = (list.data?.own ?? []).filter((line) => line.active || line.id === group.curriculum);
  const choose = (curriculum: string, rev: number, undone?: boolean) =>
    follow.mutate(
      { id: group.id, rev, ...(curriculum === NONE ? {} : { curriculum }) },
      {
        onSuccess: (saved) =>
          undone
            ? say("As it was before")
            : say(curriculum === NONE ? "The group has topics of its own" : "The next session takes the next topic", {
                undo: () => choose(group.curriculum ?? NONE, saved.rev, true),
              }),
      },
    );
  return (
    <>
      {follow.error ? <RefusedBanner refusal={follow.error} /> : null}
      <Select
        label="The group follows"
        value={group.curriculum ?? NONE}
        options={[{ value: NONE, label: "Topics of its own" }, ...own.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={(id) => (id === (group.curriculum ?? NONE) ? undefined : choose(id, group.rev))}
        help={
          own.length === 0 ? (
            <Link to="/curricula">Take a curriculum over first</Link>
          ) : (
            "Each session takes the next topic when it is recorded."
          )
        }
      />
    </>
  );
}

function Missed({ answer }: { answer: GroupAnswer }) {
  const { today } = usePractice();
  const missed = useCall("attendance.group_topics", { group: answer.group.id });
  const names = new Map(answer.roster.map((member) => [member.client, member.name.text]));
  if (missed.data === undefined || missed.data.length === 0) return null;
  return (
    <>
      <h3>Topics missed</h3>
      <ul className={styles.missed}>
        {missed.data.map(({ client, lesson, number, topic, on_date }) => (
          <li key={`${client} ${lesson}`}>
            <span className="strong">{names.get(client) ?? "Somebody on the roster"}</span>
            <span>
              {number}. {topic}
            </span>
            <span className="muted small">{date(on_date, today)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
