//! One session: when and with whom, its attendance, and what may still be arranged about it.

import { useCall, useOp } from "../../ipc/door.ts";
import type { SessionLine } from "../../ipc/generated/calls.ts";
import { RefusedBanner } from "../../kit/Banner/RefusedBanner.tsx";
import { State } from "../../kit/Badge/Badge.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { PageBody, PageHead } from "../../kit/PageHead/PageHead.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { wallSpan } from "../../lib/duration.ts";
import { longDate } from "../../lib/time.ts";
import { useNow } from "../../lib/useNow.ts";
import { ArrangeSession, PlanAgain } from "../session/ArrangeSession.tsx";
import { standing } from "../session/standing.ts";
import { AttendanceSheet } from "./AttendanceSheet.tsx";

export function SessionPage({ id }: { id: string }) {
  const found = useCall("session.get", { id });
  const print = useOp("session.sign_in_sheet");
  const session = found.data?.session;
  return (
    <>
      <PageHead
        title={session ? (session.client_name?.text ?? session.title) : "Session"}
        actions={
          session?.state === "planned" ? (
            <>
              {session.group === undefined ? null : (
                <Button
                  icon="print"
                  pending={print.isPending}
                  onPress={() =>
                    print.mutate(
                      { id, blank: 3, copies: 1 },
                      { onSuccess: () => say("Sign-in sheet saved and recorded") },
                    )
                  }
                >
                  Sign-in sheet
                </Button>
              )}
              {session.may_arrange ? <ArrangeSession session={session} /> : null}
            </>
          ) : session?.state === "cancelled" && session.may_arrange ? (
            <PlanAgain session={session} />
          ) : null
        }
      >
        {session ? <Where session={session} /> : null}
      </PageHead>
      <PageBody>
        {print.error ? <RefusedBanner refusal={print.error} /> : null}
        <Answered query={found} what="the session">
          {() => <AttendanceSheet session={id} />}
        </Answered>
      </PageBody>
    </>
  );
}

function Where({ session }: { session: SessionLine }) {
  const { text, icon, tone } = standing(session, useNow());
  const leader = session.substitute_name === "" ? session.staff_name : `${session.substitute_name}, for ${session.staff_name}`;
  const parts = [
    session.client_name ? session.kind_label : "",
    longDate(session.on_date),
    wallSpan(session.starts, session.minutes),
    session.room,
    leader,
    session.topic,
  ];
  return (
    <>
      {parts.filter((part) => part !== "").join(" · ")}{" "}
      <State tone={tone} icon={icon}>
        {text}
      </State>
    </>
  );
}
