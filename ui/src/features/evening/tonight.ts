//! What stands beside the attendance of an evening: what is missing, who lacks hours, what the room must know. Pure.

import type { Room, SessionLine, Sheet } from "../../ipc/generated/calls.ts";
import type { IconName } from "../../kit/Icon/Icon.tsx";

export interface Missing {
  id: string;
  session: string;
  icon: IconName;
  tone?: "caution";
  what: string;
  /** The note page is the way to it. */
  note: boolean;
}

/** What the evening still owes: sessions that are over and not recorded, notes that are not signed. */
export function missingOf(sessions: readonly SessionLine[], now: number): Missing[] {
  return sessions.flatMap((session): Missing[] => {
    const line = { id: session.id, session: session.id };
    const name = session.client_name?.text ?? session.title;
    if (session.state === "planned" && session.ends_at <= now && session.may_record)
      return [{ ...line, icon: "clock", tone: "caution", what: `Attendance of ${name}`, note: false }];
    if (session.state !== "recorded" || !session.mine) return [];
    if (session.notes === 0 && session.group !== undefined)
      return [{ ...line, icon: "draft", what: `The note of ${name}`, note: true }];
    const unsigned = session.notes - session.signed;
    if (unsigned <= 0 || session.group === undefined) return [];
    const entries = unsigned === 1 ? "1 entry" : `${String(unsigned)} entries`;
    return [{ ...line, icon: "draft", what: `${entries} of ${name} to sign`, note: true }];
  });
}

/** Who does not reach the hours of the week as it is planned now, the most first. */
export function shortOf(sheet: Sheet): { client: string; name: string; minutes: number }[] {
  return sheet.rows
    .flatMap(({ client, name, week_short: minutes }) => {
      const shown = name.how === "whole" ? name.family : name.text;
      return minutes > 0 ? [{ client, name: shown, minutes }] : [];
    })
    .toSorted((a, b) => b.minutes - a.minutes);
}

export function alertsOf(sheet: Sheet): { client: string; name: string; alert: string }[] {
  return sheet.rows.flatMap(({ client, name, alerts }) =>
    alerts.map((alert) => ({ client, name: name.how === "whole" ? name.family : name.text, alert })),
  );
}

export function goodToKnow(sheet: Sheet): string[] {
  const { session } = sheet;
  return session.substitute_name === "" ? [] : [`${session.substitute_name} stands in for ${session.staff_name}.`];
}

const CONSENTS: Record<Room["consents"][number]["consent"], string> = {
  in_order: "in order",
  expiring: "ends soon",
  expired: "expired",
  evidence_only: "evidence only",
  missing: "missing",
};

interface RoomLine {
  client: string;
  name: string;
}

/** Names of the sheet beside what the room must know of them. */
export function roomLines(sheet: Sheet, room: Room | undefined): { consents: (RoomLine & { words: string })[]; due: RoomLine[] } {
  const names = new Map(sheet.rows.map(({ client, name }) => [client, name.how === "whole" ? name.family : name.text]));
  const of = (client: string): RoomLine[] => {
    const name = names.get(client);
    return name === undefined ? [] : [{ client, name }];
  };
  return {
    consents: (room?.consents ?? []).flatMap(({ client, consent }) => of(client).map((line) => ({ ...line, words: CONSENTS[consent] }))),
    due: (room?.due ?? []).flatMap(of),
  };
}
