//! A session while it is being planned or moved, and the request it becomes. Pure.

import type { Kind, PlanSession } from "../../ipc/generated/calls.ts";
import { minuteOf } from "../../lib/duration.ts";

export const KINDS: readonly { value: Kind; label: string }[] = [
  { value: "individual", label: "Individual session" },
  { value: "family", label: "Family session" },
  { value: "assessment", label: "Assessment" },
  { value: "crisis", label: "Crisis" },
  { value: "case_management", label: "Case management" },
  { value: "education", label: "Education" },
  { value: "group", label: "Extra session of a group" },
];

export interface PlanDraft {
  kind: Kind;
  group: string;
  client: { id: string; name: string } | undefined;
  staff: string;
  room: string;
  on_date: string;
  /** "HH:MM" once it is read. */
  starts: string;
  minutes: string;
  topic: string;
}

/** Kinds that may belong to a group instead of a client. */
export function withoutClient(kind: Kind): boolean {
  return kind === "family" || kind === "education" || kind === "case_management";
}

export function planMissing(draft: PlanDraft): string | undefined {
  if (draft.kind === "group" && draft.group === "") return "Choose the group.";
  if (draft.kind !== "group" && draft.client === undefined && draft.group === "") return "Choose the client.";
  if (draft.on_date === "") return "Choose the date.";
  if (minuteOf(draft.starts) === undefined) return "Type when it begins.";
  if (!/^\d{1,3}$/.test(draft.minutes.trim())) return "Type how many minutes it takes.";
  return undefined;
}

export function planRequest(draft: PlanDraft): PlanSession {
  const { kind, group, client, staff, room, on_date, starts, minutes, topic } = draft;
  const inGroup = kind === "group" || client === undefined;
  return {
    kind,
    ...(inGroup ? { group } : { client: client.id }),
    ...(staff === "" ? {} : { staff }),
    room: room.trim(),
    on_date,
    starts,
    minutes: Number(minutes),
    topic: topic.trim(),
  };
}
