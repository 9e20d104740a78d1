//! What set-up and the calendar still owe, as a list to work through. Pure; My day draws it.

import type { StaffRow, Workstation } from "../../ipc/generated/calls.ts";
import { holds } from "../../lib/practice.ts";
import type { IconName } from "../../kit/Icon/Icon.tsx";
import { mostUrgent } from "../staff/credential.ts";

export interface Owed {
  id: string;
  icon: IconName;
  tone?: "caution" | "critical";
  what: string;
  note?: string;
  to: "/backup" | "/staff/new" | "/me" | "/staff/$id";
  params?: { id: string };
  way: string;
}

export function owedBySetup(workstation: Workstation, staff: readonly StaffRow[] | undefined): Owed[] {
  const { person, practice, backup, setup } = workstation;
  const director = holds(person, "director");
  const owed: Owed[] = [];
  if (director && (setup === "first_backup" || backup === undefined)) {
    owed.push({
      id: "backup",
      icon: "backup",
      tone: "caution",
      what: "No backup has been made yet",
      note: "Until then one broken disk loses everything.",
      to: "/backup",
      way: "Make the first backup",
    });
  } else if (director && backup?.stale) {
    owed.push({
      id: "backup",
      icon: "backup",
      tone: "caution",
      what: "The last backup is old",
      note: backup.place,
      to: "/backup",
      way: "Make a backup",
    });
  } else if (director && backup && !backup.verified) {
    owed.push({
      id: "backup",
      icon: "backup",
      tone: "caution",
      what: "The last backup was not verified",
      to: "/backup",
      way: "Verify",
    });
  }
  if (director && practice?.solo === false && staff?.length === 1) {
    owed.push({
      id: "staff",
      icon: "staff",
      what: "You are the only person here so far",
      note: "Add the others, or say in Settings that you work alone.",
      to: "/staff/new",
      way: "Add a person",
    });
  }
  if (!workstation.pin_set) {
    owed.push({
      id: "pin",
      icon: "key",
      what: "Set a PIN to come back quickly after the lock",
      note: "Optional. Without one you type the passphrase.",
      to: "/me",
      way: "Set a PIN",
    });
  }
  return owed;
}

/** Credentials that ran out or will within 60 days: all of them for a director, otherwise one's own. */
export function owedByCredentials(staff: readonly StaffRow[], all: boolean, today: string): Owed[] {
  return staff.flatMap((row): Owed[] => {
    const urgent = row.active && (all || row.self) ? mostUrgent(row, today) : undefined;
    if (urgent === undefined || (urgent.expiry.state !== "soon" && urgent.expiry.state !== "expired")) return [];
    const { credential, expiry } = urgent;
    return [
      {
        id: credential.id,
        icon: expiry.state === "expired" ? "expired" : "clock",
        tone: expiry.state === "expired" ? "critical" : "caution",
        what: `${row.name}: ${credential.label} ${expiry.words}`,
        ...(expiry.state === "expired" ? { note: "Notes cannot be signed with it." } : {}),
        ...(all ? { to: "/staff/$id" as const, params: { id: row.id } } : { to: "/me" as const }),
        way: "Open",
      },
    ];
  });
}
