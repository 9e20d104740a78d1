//! Tonight: the sessions of the day one leads, one of them open with its attendance, and beside it what is still missing and who lacks hours.

import { useState } from "react";
import { Link } from "@tanstack/react-router";
import { useCall, useOp } from "../../ipc/door.ts";
import type { SessionLine, Sheet } from "../../ipc/generated/calls.ts";
import { RefusedBanner } from "../../kit/Banner/RefusedBanner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Segments } from "../../kit/Choice/Choice.tsx";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { PageBody, PageHead } from "../../kit/PageHead/PageHead.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { Todo } from "../../kit/Todo/Todo.tsx";
import type { TodoItem } from "../../kit/Todo/Todo.tsx";
import { hours } from "../../lib/duration.ts";
import { holds, usePractice } from "../../lib/practice.ts";
import { longDate } from "../../lib/time.ts";
import { useNow } from "../../lib/useNow.ts";
import { useCommands } from "../palette/commands.ts";
import { SessionCards, ownFirst } from "../session/SessionCards.tsx";
import { firstOf } from "../session/standing.ts";
import { usePlanAhead } from "../session/usePlanAhead.ts";
import { AttendanceSheet } from "../attendance/AttendanceSheet.tsx";
import { OfferRoom } from "../attendance/RoomSheet.tsx";
import { EveningSign } from "./EveningSign.tsx";
import { Topic } from "./SwapTopic.tsx";
import { alertsOf, goodToKnow, missingOf, roomLines, shortOf } from "./tonight.ts";
import styles from "./TonightPage.module.css";

type Whose = "mine" | "everybody";

export function TonightPage() {
  const { person, today } = usePractice();
  const now = useNow();
  const [whose, setWhose] = useState<Whose>("mine");
  const list = useCall("session.day", { on: today, whose }, { keep: true });
  usePlanAhead(list.data, today);
  const [picked, setPicked] = useState<string>();
  const sessions = ownFirst((list.data?.sessions ?? []).filter((session) => session.state !== "cancelled"));
  const mine = sessions.filter((session) => session.mine);
  const open = sessions.find((session) => session.id === picked) ?? firstOf(mine.length > 0 ? mine : sessions, now);
  // What was opened first stays open, also when recording it makes another one the next to do.
  if (picked === undefined && open !== undefined) setPicked(open.id);
  const sheet = useSignInSheet(open);
  const [signing, setSigning] = useState(false);
  const signs = holds(person, "facilitator", "counselor", "director") && sessions.some((session) => session.mine && session.group !== undefined);
  useCommands([
    ...(signs
      ? [{ id: "tonight.sign", title: "Sign my evening", group: "Here" as const, icon: "signed" as const, keys: "S", run: () => setSigning(true) }]
      : []),
    ...sessions.slice(0, 9).map((session, index) => ({
      id: `tonight.${String(index + 1)}`,
      title: `Open ${session.title}`,
      group: "Here" as const,
      icon: "evening" as const,
      keys: String(index + 1),
      run: () => setPicked(session.id),
    })),
    ...(open?.group === undefined
      ? []
      : [{ id: "tonight.sheet", title: "Print the sign-in sheet", group: "Here" as const, icon: "print" as const, keys: "I", run: sheet.print }]),
  ]);
  const all = holds(person, "director", "front_desk", "counselor", "privacy_officer");
  return (
    <>
      <PageHead
        title="Tonight"
        actions={
          <>
            {all ? <WhoseSegments whose={whose} onChange={setWhose} /> : null}
            {open?.group === undefined ? null : (
              <Button icon="print" keys="I" pending={sheet.pending} onPress={sheet.print}>
                Sign-in sheet
              </Button>
            )}
            {signs ? (
              <Button icon="signed" keys="S" onPress={() => setSigning(true)}>
                Sign my evening
              </Button>
            ) : null}
          </>
        }
      >
        {longDate(today)}
        {open ? ` · ${open.title}` : ""}
      </PageHead>
      <PageBody>
        <EveningSign on={today} isOpen={signing} onClose={() => setSigning(false)} />
        {sheet.error ? <RefusedBanner refusal={sheet.error} /> : null}
        <Answered query={list} what="the sessions of today">
          {() =>
            open === undefined ? (
              <NothingTonight whose={whose} />
            ) : (
              <SessionCards label="Sessions" sessions={sessions} open={open.id} now={now} onOpen={setPicked}>
                {open.group === undefined ? null : <OfferRoom session={open} />}
                <div className={styles.split}>
                  <AttendanceSheet session={open.id} />
                  <Beside sessions={sessions} open={open} now={now} />
                </div>
              </SessionCards>
            )
          }
        </Answered>
      </PageBody>
    </>
  );
}

function WhoseSegments({ whose, onChange }: { whose: Whose; onChange: (whose: Whose) => void }) {
  return (
    <Segments
      label="Whose sessions"
      labelShown={false}
      value={whose}
      onChange={onChange}
      options={[
        { value: "mine", label: "Mine" },
        { value: "everybody", label: "All of today" },
      ]}
    />
  );
}

function useSignInSheet(open: SessionLine | undefined) {
  const print = useOp("session.sign_in_sheet");
  return {
    pending: print.isPending,
    error: print.error,
    print: () => {
      if (open === undefined || print.isPending) return;
      print.mutate({ id: open.id, blank: 3, copies: 1 }, { onSuccess: () => say("Sign-in sheet saved and recorded") });
    },
  };
}

function NothingTonight({ whose }: { whose: Whose }) {
  return (
    <EmptyState
      title={whose === "mine" ? "You lead no session today" : "There is no session today"}
      action={<Link to="/sessions">The sessions of the week</Link>}
    >
      Groups meet at their weekly times; appointments are planned among the sessions.
    </EmptyState>
  );
}

function Beside({ sessions, open, now }: { sessions: readonly SessionLine[]; open: SessionLine; now: number }) {
  const sheet = useCall("attendance.sheet", { session: open.id });
  const missing = missingOf(sessions, now);
  return (
    <aside className={styles.beside} aria-label="Still missing and hours">
      <Section title="Still missing">
        {missing.length === 0 ? <p className="muted">Nothing of today is missing.</p> : <Todo items={missing.map(asItem)} />}
      </Section>
      <Topic session={open} />
      {sheet.data ? <HoursOfWeek sheet={sheet.data} /> : null}
      {sheet.data ? <BeforeTheDoor sheet={sheet.data} /> : null}
      {sheet.data ? <GoodToKnow sheet={sheet.data} /> : null}
    </aside>
  );
}

function asItem(line: ReturnType<typeof missingOf>[number]): TodoItem {
  return {
    id: line.id,
    icon: line.icon,
    ...(line.tone ? { tone: line.tone } : {}),
    what: line.what,
    way: line.note ? (
      <Link to={"/session/$id/note/{-$client}" as string} params={{ id: line.session } as never}>
        Open
      </Link>
    ) : null,
  };
}

function HoursOfWeek({ sheet }: { sheet: Sheet }) {
  const short = shortOf(sheet);
  const owing = sheet.rows.filter((row) => row.week_minimum !== undefined);
  if (owing.length === 0) return null;
  return (
    <Section title="Hours this week" aside="as planned now">
      <p>
        <span className="strong">
          {owing.length - short.length} of {owing.length}
        </span>{" "}
        {owing.length === 1 ? "reaches what the level asks for." : "reach what their level asks for."}
      </p>
      <ul className={styles.short}>
        {short.map(({ client, name, minutes }) => (
          <li key={client}>
            <span className={styles.lack}>{hours(minutes)}</span>
            <span className="clip" title={name}>
              {name}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Whose consent is missing, and, for who collects, who is due for a test once the line has said so. */
function BeforeTheDoor({ sheet }: { sheet: Sheet }) {
  const room = useCall("day.room", { session: sheet.session.id });
  const { consents, due } = roomLines(sheet, room.data);
  return (
    <>
      {due.length === 0 ? null : (
        <Section title="Due for a test today">
          <Todo label="Due for a test today" items={due.map(({ client, name }) => ({ id: client, icon: "vial" as const, what: name }))} />
        </Section>
      )}
      {consents.length === 0 ? null : (
        <Section title="Consents">
          <Todo label="Consents" items={consents.map(({ client, name, words }) => ({ id: client, icon: "caution" as const, tone: "caution" as const, what: `${name}: ${words}` }))} />
        </Section>
      )}
    </>
  );
}

function GoodToKnow({ sheet }: { sheet: Sheet }) {
  const alerts = alertsOf(sheet);
  const lines = goodToKnow(sheet);
  if (alerts.length + lines.length === 0) return null;
  return (
    <Section title="Good to know">
      <Todo
        items={[
          ...alerts.map(({ client, name, alert }) => ({
            id: `${client} ${alert}`,
            icon: "flag" as const,
            tone: "caution" as const,
            what: `${name}: ${alert}`,
          })),
          ...lines.map((line) => ({ id: line, icon: "info" as const, what: line })),
        ]}
      />
    </Section>
  );
}
