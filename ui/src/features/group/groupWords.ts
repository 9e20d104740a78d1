//! What a group is in words, and its fields while somebody types them. Pure.

import type { GroupFields, GroupLine, SlotLine } from "../../ipc/generated/calls.ts";
import { wallSpan } from "../../lib/duration.ts";
import { weekdayName } from "../session/days.ts";

/** "Tuesday 5:30 – 6:30 PM" */
export function slotWords(slot: Pick<SlotLine, "weekday" | "starts" | "minutes">): string {
  return `${weekdayName(slot.weekday)} ${wallSpan(slot.starts, slot.minutes)}`;
}

/** "Tue, Thu 5:30 – 6:30 PM; Sat 9:00 – 10:00 AM": places of the same time stand together. */
export function slotsWords(slots: readonly SlotLine[]): string {
  const byTime = new Map<string, string[]>();
  for (const slot of slots) {
    const time = wallSpan(slot.starts, slot.minutes);
    byTime.set(time, [...(byTime.get(time) ?? []), weekdayName(slot.weekday).slice(0, 3)]);
  }
  return [...byTime].map(([time, days]) => `${days.join(", ")} ${time}`).join("; ");
}

export function leadersWords(group: GroupLine): string {
  return group.co_facilitator_name === ""
    ? group.facilitator_name
    : `${group.facilitator_name}, ${group.co_facilitator_name}`;
}

export interface GroupDraft {
  name: string;
  type: string;
  track: string;
  room: string;
  capacity: string;
  facilitator: string;
  co_facilitator: string;
}

export function draftOf(group: GroupLine): GroupDraft {
  return {
    name: group.name,
    type: group.type,
    track: group.track,
    room: group.room,
    capacity: String(group.capacity),
    facilitator: group.facilitator,
    co_facilitator: group.co_facilitator ?? "",
  };
}

export function fieldsOf(draft: GroupDraft): GroupFields {
  return {
    name: draft.name.trim(),
    type: draft.type,
    track: draft.track.trim(),
    room: draft.room.trim(),
    capacity: Number(draft.capacity),
    facilitator: draft.facilitator,
    ...(draft.co_facilitator === "" ? {} : { co_facilitator: draft.co_facilitator }),
  };
}

export function groupMissing(draft: GroupDraft): string | undefined {
  if (draft.name.trim() === "") return "Type a name for the group.";
  if (draft.type === "") return "Choose the type.";
  if (!/^\d{1,3}$/.test(draft.capacity.trim())) return "Type how many people it holds.";
  if (draft.facilitator === "") return "Choose who leads it.";
  return undefined;
}
