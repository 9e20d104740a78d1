//! A hand-off as somebody types it, to what the core keeps. Pure.

import type { HandOff, HandOffFields, HandOffPurpose, TestAnswer } from "../../ipc/generated/calls.ts";
import { typedTime, wallTime } from "../../lib/duration.ts";
import { localDate } from "../../lib/time.ts";
import { wallTimeOf } from "./log.ts";

export interface TypedHandOff {
  purpose: HandOffPurpose;
  from: string;
  to: string;
  /** Empty is today; an empty time is now. */
  on: string;
  time: string;
  seal: "none" | "yes" | "no";
  noted: string;
}

/** The next hand-off: whoever had it last hands it on, unless somebody says otherwise. */
export function fresh(test: Pick<TestAnswer, "chain" | "collector">): TypedHandOff {
  const last = test.chain.at(-1);
  return {
    purpose: last === undefined ? "sealed" : "released",
    from: last?.to ?? test.collector?.name ?? "",
    to: "",
    on: "",
    time: "",
    seal: "none",
    noted: "",
  };
}

/** A hand-off as it stands, to be corrected. */
export function standing(line: HandOff, zone: string | undefined): TypedHandOff {
  return {
    purpose: line.purpose,
    from: line.from,
    to: line.to,
    on: localDate(line.at, zone),
    time: wallTime(wallTimeOf(line.at, zone)),
    seal: line.seal_whole === undefined ? "none" : line.seal_whole ? "yes" : "no",
    noted: line.noted,
  };
}

/** What is sent; undefined while the time cannot be understood. */
export function handOffFields(typed: TypedHandOff, now: string): HandOffFields | undefined {
  const time = typed.time.trim() === "" ? undefined : typedTime(typed.time, now);
  if (time === undefined && typed.time.trim() !== "") return undefined;
  return {
    purpose: typed.purpose,
    from: typed.from,
    to: typed.to,
    noted: typed.noted,
    ...(typed.on === "" ? {} : { on: typed.on }),
    ...(time === undefined ? {} : { time }),
    ...(typed.seal === "none" ? {} : { seal_whole: typed.seal === "yes" }),
  };
}
