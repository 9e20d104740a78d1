//! The top of the overview: hours of this week, open objectives, recent notes. Each is asked of its own slice, and one that does not answer is not drawn:
//! the tab says why.

import { Link } from "@tanstack/react-router";
import { useCall } from "../../ipc/door.ts";
import type { Chart, NoteRow, NoteState, WeekLine } from "../../ipc/generated/calls.ts";
import { Badge } from "../../kit/Badge/Badge.tsx";
import type { BadgeState } from "../../kit/Badge/Badge.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Todo } from "../../kit/Todo/Todo.tsx";
import { usePractice } from "../../lib/practice.ts";
import { date } from "../../lib/time.ts";
import { WeekBar } from "../attendance/WeekBar.tsx";
import { TargetDay } from "../plan/TargetDay.tsx";
import type { TabId } from "./tabs.ts";
import styles from "./Client.module.css";

/** How many notes stand on the overview. */
const RECENT = 4;

export function AtAGlance({ chart }: { chart: Chart }) {
  const { may, id, state } = chart;
  return (
    <>
      {may.read_attendance && state === "active" ? <HoursThisWeek client={id} /> : null}
      {may.read_plan ? <OpenObjectives client={id} over={state === "discharged"} /> : null}
      {may.read_notes ? <RecentNotes client={id} /> : null}
    </>
  );
}

function ToTab({ client, tab, children }: { client: string; tab: TabId; children: string }) {
  return (
    <Link to="/client/$id/{-$tab}" params={{ id: client, tab }}>
      {children}
    </Link>
  );
}

function HoursThisWeek({ client }: { client: string }) {
  const { data } = useCall("attendance.hours", { client, weeks: 1 });
  const { today } = usePractice();
  const week = data?.weeks[0];
  if (data === undefined || week === undefined) return null;
  return (
    <Section title="Hours this week" action={<ToTab client={client} tab="hours">All weeks</ToTab>}>
      <div className="cluster" data-gap="wide">
        <WeekBar
          week={{
            done: week.minutes,
            planned: data.planned,
            minimum: week.minimum,
            short: Math.max(0, (week.minimum ?? 0) - week.minutes - data.planned),
          }}
        />
        <span className="muted small">{daysOf(week, today)}</span>
      </div>
    </Section>
  );
}

/** "attended Nov 23" or "nothing attended yet" */
function daysOf({ days }: WeekLine, today: string): string {
  const attended = days.filter((day) => day.minutes > 0).map((day) => date(day.on, today));
  return attended.length === 0 ? "nothing attended yet" : `attended ${attended.join(", ")}`;
}

/** After a discharge they are what the stay left open, and no review is due any more. */
function OpenObjectives({ client, over }: { client: string; over: boolean }) {
  const { data } = useCall("plan.get", { client });
  const { today } = usePractice();
  if (data === undefined) return null;
  const plan = data.active;
  const due = over || plan?.review_due_on === undefined ? "" : `, review due ${date(plan.review_due_on, today)}`;
  return (
    <Section
      title={over ? "Objectives the stay left open" : "Open objectives"}
      aside={plan === undefined ? undefined : `plan of ${date(plan.effective_on, today)}${due}`}
      action={<ToTab client={client} tab="plan">Whole plan</ToTab>}
    >
      {data.objectives.length === 0 ? (
        <p className="muted">{plan === undefined ? "No plan is active yet." : "No objective is open."}</p>
      ) : (
        <Todo
          label="Open objectives"
          items={data.objectives.map((objective) => ({
            id: objective.id,
            icon: "right",
            what: (
              <>
                <span className="muted">{objective.label}</span> {objective.words}
              </>
            ),
            way: over ? null : <TargetDay on={objective.target_on} />,
          }))}
        />
      )}
    </Section>
  );
}

const NOTE_STATES: Record<NoteState, readonly [BadgeState, string]> = {
  draft: ["draft", "Draft"],
  signed: ["signed", "Signed"],
  awaiting_cosign: ["awaiting", "Awaiting cosign"],
  cosigned: ["signed", "Cosigned"],
  returned: ["returned", "Returned for revision"],
  attested_elsewhere: ["signed", "Attested elsewhere"],
};

function RecentNotes({ client }: { client: string }) {
  const { data } = useCall("note.chart", { client, limit: RECENT });
  if (data === undefined) return null;
  return (
    <Section title="Recent notes" action={<ToTab client={client} tab="notes">All notes</ToTab>}>
      {data.rows.length === 0 ? (
        <p className="muted">No note is written yet.</p>
      ) : (
        <ul className={styles.notes}>
          {data.rows.map((note) => (
            <NoteLine key={note.id} note={note} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function NoteLine({ note }: { note: NoteRow }) {
  const { today } = usePractice();
  const [state, words] = NOTE_STATES[note.state];
  return (
    <li>
      <span className="nowrap">{date(note.service_on, today)}</span>
      <span className="clip">
        {note.kind_label} <span className="muted">{note.text.replaceAll("\n", " · ")}</span>
      </span>
      <Badge state={state}>{words}</Badge>
    </li>
  );
}
