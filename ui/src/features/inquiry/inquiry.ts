//! How inquiries are said, and what a step sends. Pure.

import type { InquiryFields, InquiryState, NextStep, ReferralSource, Urgency } from "../../ipc/generated/calls.ts";
import type { Option } from "../../kit/Choice/Choice.tsx";
import type { Tone } from "../../kit/Badge/Badge.tsx";
import type { IconName } from "../../kit/Icon/Icon.tsx";
import { REFERRALS } from "../client/words.ts";

export const nothingAsked: InquiryFields = {
  caller: "",
  caller_is: "self",
  call_back: "",
  message_is_safe: false,
  urgency: "routine",
  coverage: "",
  about: "",
  follow_up_on: "",
};

export const URGENCIES: Record<Urgency, string> = { routine: "Routine", soon: "Soon", urgent: "Urgent" };
export const urgencies: Option<Urgency>[] = [
  { value: "routine", label: "Routine" },
  { value: "soon", label: "Soon" },
  { value: "urgent", label: "Urgent" },
];

const ICONS: Record<InquiryState, IconName> = {
  asked: "client",
  screened: "check-circle",
  benefits_checked: "check-circle",
  assessment_booked: "calendar",
  assessed: "check-circle",
  accepted: "check-circle",
  waitlisted: "clock",
  admitted: "signed",
  referred_out: "right",
  declined: "absent",
};

export const stateIcon = (state: InquiryState): IconName => ICONS[state];

/** A step nobody took for a week is late; a person waits. */
export function ageTone(days: number, urgency: Urgency): Tone | undefined {
  const late = { urgent: 1, soon: 3, routine: 7 }[urgency];
  return days >= late ? "caution" : undefined;
}

export function age(days: number): string {
  return days === 0 ? "today" : days === 1 ? "1 day" : `${String(days)} days`;
}

/** Who called: the caller's own words, or what binds them to the client. */
export function callerWords({ caller, caller_is }: Pick<InquiryFields, "caller" | "caller_is">): string {
  const is = caller_is === "" ? "" : caller_is === "self" ? "the client" : REFERRALS[caller_is].toLowerCase();
  return caller === "" ? is : is === "" || caller_is === "self" ? caller : `${caller}, ${is}`;
}

export const callers: Option<Exclude<ReferralSource, "">>[] = (
  Object.entries(REFERRALS) as [Exclude<ReferralSource, "">, string][]
).map(([value, label]) => ({ value, label: value === "self" ? "The client" : label }));

/** The fields as the core wants them: an empty day is left out. */
export function sendableFields(fields: InquiryFields): InquiryFields {
  const { follow_up_on, ...rest } = fields;
  return follow_up_on ? { ...rest, follow_up_on } : rest;
}

/** Why a step cannot be taken yet; undefined when it can. */
export function missingFor(step: NextStep, typed: { reason: string; day: string; admitted_on: string }): string | undefined {
  if (step.asks === "reason" && typed.reason.trim() === "") return "Say why first.";
  if (step.asks === "day" && typed.day === "") return "Choose the day first.";
  if (step.asks === "admission" && typed.admitted_on === "") return "Choose the day of admission first.";
  return undefined;
}
