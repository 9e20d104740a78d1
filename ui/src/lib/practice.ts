//! The open practice, its zone and its today, for everything that shows a time. Known wherever somebody is signed in.

import { useCall } from "../ipc/door.ts";
import type { Person, PracticeLine, Role, Workstation } from "../ipc/generated/calls.ts";

/** Where no practice is open nothing is shown that depends on the day. */
const NO_DAY = "2000-01-01";

export interface Here {
  practice: PracticeLine | undefined;
  person: Person | undefined;
  zone: string | undefined;
  today: string;
  workstation: Workstation | undefined;
}

export function usePractice(): Here {
  const { data } = useCall("workstation.state", {});
  const practice = data?.practice;
  return {
    practice,
    person: data?.person,
    zone: practice?.time_zone,
    today: practice?.today ?? NO_DAY,
    workstation: data,
  };
}

export function holds(person: Person | undefined, ...roles: readonly Role[]): boolean {
  return person?.roles.some((role) => roles.includes(role)) ?? false;
}
