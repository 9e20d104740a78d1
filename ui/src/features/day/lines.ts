//! My day as sections of lines, the most pressing first. Pure: what the core answered goes in, words and ways come out.

import type { Day, DayAbsence, DaySession, FollowUpRow, InquiryRow, NoteTask, OwedRelease, RedPacket, SafetyAlert, SessionToNote, SummaryOwed, UnknownToName } from "../../ipc/generated/calls.ts";
import type { TodoItem } from "../../kit/Todo/Todo.tsx";
import { date, daysBetween, moment, plural, time } from "../../lib/time.ts";
import { STEP_ICONS, noteOf, whatOf } from "../follow_up/words.ts";
import { clientWords } from "../note/body.ts";

/** Where a line leads: a page, or a note to begin first. */
export type Way = { to: string } | { begin: { session: string } };

export interface Line extends Pick<TodoItem, "id" | "icon" | "tone" | "what" | "note"> {
  way: Way;
  /** What stands on the link. */
  words: string;
}

export interface DaySection {
  title: string;
  aside?: string;
  lines: Line[];
}

/** A section shows this many lines before the rest is asked for, so that what comes below it stays in sight. */
const FIRST = 5;

/** The lines of a section that are shown at first. One line more than that is not worth a button. */
export function firstOf(lines: readonly Line[]): readonly Line[] {
  return lines.length > FIRST + 1 ? lines.slice(0, FIRST) : lines;
}

interface Clock {
  today: string;
  zone: string | undefined;
}

export function sectionsOf(day: Day, clock: Clock): DaySection[] {
  const sections: DaySection[] = [
    { title: "Safety steps to answer", lines: (day.alerts ?? []).map((alert) => safety(alert, clock)) },
    { title: "Came back to you", lines: (day.notes ?? []).filter((task) => task.state === "returned").map((task) => returned(task, clock)) },
    { title: "Today", aside: day.everybodys ? "everybody's sessions" : "your sessions", lines: (day.sessions ?? []).map((session) => today(session, day, clock)) },
    { title: "Attendance to record", lines: (day.to_record ?? []).filter(({ on }) => on !== clock.today).map((session) => toRecord(session, day, clock)) },
    { title: "Came without a name", aside: "no hours until somebody says who it was", lines: (day.unknown ?? []).map((one) => toName(one, clock)) },
    { title: "Notes to sign", aside: `due ${String(day.note_due_hours)} hours after the session`, lines: unsigned(day, clock) },
    { title: "Absent", aside: "until a make-up is booked, or you write of it", lines: (day.absences ?? []).map((absence) => absent(absence, clock)) },
    { title: "To cosign", lines: (day.cosign ?? []).map((task) => cosign(task, clock)) },
    { title: "Follow-ups of tests", lines: (day.follow_ups ?? []).map((row) => followUp(row, clock)) },
    { title: "Reports of agreements", lines: (day.reports ?? []).map((row) => report(row, clock)) },
    { title: "Plans", lines: (day.plans ?? []).filter(({ need }) => need !== "client_signature").map((plan) => planDue(plan, clock)) },
    { title: "Discharge summaries to write", lines: (day.summaries ?? []).map((owed) => summaryOwed(owed, clock)) },
    { title: "Consents that end", lines: (day.consents ?? []).map((consent) => consentEnds(consent, clock)) },
    { title: "Inquiries to answer", lines: (day.inquiries ?? []).map((inquiry) => toAnswer(inquiry, clock)) },
    { title: "Intake packets", aside: "about to begin, or begun within 30 days", lines: (day.packets ?? []).map((packet) => redPacket(packet, clock)) },
    { title: "Emergency openings", aside: "since yesterday", lines: (day.glass ?? []).map((glass) => broken(glass, clock)) },
  ];
  return sections.filter(({ lines }) => lines.length > 0);
}

function safety(alert: SafetyAlert, { today: day, zone }: Clock): Line {
  const what = `${clientWords(alert.client)}: an answer of the ${alert.abbrev} calls for a safety step`;
  const note = `answered ${moment(alert.at, day, zone)}`;
  return { id: alert.id, icon: "caution", tone: "critical", what, note, way: { to: `/client/${alert.client.id}/outcomes` }, words: "Answer it" };
}

function summaryOwed(owed: SummaryOwed, { today: day }: Clock): Line {
  const due = owed.overdue ? `overdue since ${date(owed.due_on, day)}` : `due ${date(owed.due_on, day)}`;
  const base = { id: `summary/${owed.client}/${owed.discharged_on}`, what: `${owed.name}, discharged ${date(owed.discharged_on, day)}`, note: due };
  const words = owed.begun ? "Go on with the summary" : "Write the summary";
  return { ...base, icon: "draft", ...(owed.overdue ? { tone: "caution" as const } : {}), way: { to: `/client/${owed.client}/plan` }, words };
}

function redPacket(packet: RedPacket, { today: day }: Clock): Line {
  const [first, ...more] = packet.missing;
  const rest = more.length === 0 ? "" : ` and ${plural(more.length, "more item", "more items")}`;
  const begins = packet.admitted_on === undefined ? "not admitted yet" : `admitted ${date(packet.admitted_on, day)}`;
  const what = `${packet.name}: ${first ?? ""}${rest} missing`;
  return { id: `packet/${packet.client}`, icon: "stop", tone: "critical", what, note: begins, way: { to: `/client/${packet.client}/overview` }, words: "Open the packet" };
}

function today(session: DaySession, day: Day, { zone }: Clock): Line {
  const who = session.client === undefined ? session.title : `${clientWords(session.client)}, ${session.title.toLowerCase()}`;
  const place = [session.room, day.everybodys ? session.leader : "", session.is_group ? plural(session.people, "person", "people") : "", calledWords(session)];
  const note = place.filter((word) => word !== "").join(" · ");
  const base = { id: session.id, what: `${time(session.starts_at, zone)} ${who}`, note };
  const signed = session.recorded && session.signed >= session.people && session.people > 0;
  if (signed) return { ...base, icon: "signed", tone: "positive", way: { to: `/session/${session.id}` }, words: "Signed" };
  if (day.to_note === undefined) return { ...base, icon: session.recorded ? "check" : "clock", way: { to: `/session/${session.id}` }, words: "Open" };
  if (!session.recorded) return { ...base, icon: "clock", way: { to: `/session/${session.id}` }, words: "Record attendance" };
  if (session.is_group) return { ...base, icon: "draft", way: { to: `/session/${session.id}/note` }, words: "Group note" };
  if (session.note !== undefined) return { ...base, icon: "draft", way: { to: `/note/${session.note}` }, words: "Go on with the note" };
  return { ...base, icon: "draft", way: { begin: { session: session.id } }, words: "Write the note" };
}

/** "called: Okafor, Grace late 20 min; Chen, May not coming" */
function calledWords({ called }: DaySession): string {
  if (called.length === 0) return "";
  return `called: ${called.map(({ name, words }) => `${name.text} ${words}`).join("; ")}`;
}

function toName(one: UnknownToName, clock: Clock): Line {
  const what = `“${one.called}” at ${one.title} ${date(one.on, clock.today)}`;
  return { id: one.id, icon: "client", what, way: { to: `/session/${one.session}` }, words: "Say who it was" };
}

function absent({ client, on, missed, excused, reason }: DayAbsence, clock: Clock): Line {
  const base = { id: `absence${client.id}${on}`, what: `${clientWords(client)}, ${date(on, clock.today)}`, note: `${missed.join(", ")} · ${excused ? `excused: ${reason}` : "unexcused"}` };
  return { ...base, icon: "absent", way: { to: `/client/${client.id}/hours` }, words: "Open the hours" };
}

function unsigned(day: Day, clock: Clock): Line[] {
  const notToday = ({ on }: SessionToNote) => on !== clock.today;
  const sessions = (day.to_note ?? []).filter(notToday).map((session) => ({ at: session.starts_at, line: toNote(session, clock) }));
  const drafts = (day.notes ?? [])
    .filter((task) => task.state === "draft" && !(task.session !== undefined && task.service_on === clock.today))
    .map((task) => ({ at: task.service_at, line: draft(task, clock) }));
  return [...sessions, ...drafts].toSorted((a, b) => a.at - b.at).map(({ line }) => line);
}

/** "due tomorrow", "2 days overdue" */
function due(task: { due_at: number; overdue: boolean }, { today: day, zone }: Clock): string {
  return task.overdue ? `Overdue since ${moment(task.due_at, day, zone)}` : `Due ${moment(task.due_at, day, zone)}`;
}

function draft(task: NoteTask, clock: Clock): Line {
  return {
    id: task.id,
    icon: task.overdue ? "clock" : "draft",
    ...(task.overdue ? { tone: "caution" as const } : {}),
    what: `${clientWords(task.client)}, ${task.kind_label.toLowerCase()} ${date(task.service_on, clock.today)}`,
    note: due(task, clock),
    way: { to: `/note/${task.id}` },
    words: "Go on",
  };
}

function toNote(session: SessionToNote, clock: Clock): Line {
  const who = session.client === undefined ? session.title : `${clientWords(session.client)}, ${session.title.toLowerCase()}`;
  return {
    id: session.id,
    icon: session.overdue ? "clock" : "draft",
    ...(session.overdue ? { tone: "caution" as const } : {}),
    what: `${who} ${date(session.on, clock.today)}`,
    note: session.is_group ? `${String(session.signed)} of ${String(session.people)} signed. ${due(session, clock)}` : due(session, clock),
    way: session.is_group ? { to: `/session/${session.id}/note` } : { begin: { session: session.id } },
    words: session.is_group ? "Group note" : "Write the note",
  };
}

function returned(task: NoteTask, clock: Clock): Line {
  return {
    id: task.id,
    icon: "returned",
    tone: "caution",
    what: `${clientWords(task.client)}, ${task.kind_label.toLowerCase()} ${date(task.service_on, clock.today)}`,
    note: `“${task.comment}”`,
    way: { to: `/note/${task.id}` },
    words: "Revise",
  };
}

function toRecord(session: NonNullable<Day["to_record"]>[number], day: Day, clock: Clock): Line {
  return {
    id: session.id,
    icon: "not-collected",
    tone: "caution",
    what: `${session.client === undefined ? session.title : `${clientWords(session.client)}, ${session.title.toLowerCase()}`} ${moment(session.starts_at, clock.today, clock.zone)}`,
    note: "Nothing counts before it is recorded: no hours, no note, no charge.",
    way: { to: `/session/${session.id}` },
    // Who writes no notes records no attendance either: the front desk reminds who does.
    words: day.to_note === undefined ? "Open" : "Record attendance",
  };
}

function cosign(task: NoteTask, clock: Clock): Line {
  return {
    id: task.id,
    icon: task.overdue ? "clock" : "awaiting",
    ...(task.overdue ? { tone: "caution" as const } : {}),
    what: `${task.author}: ${clientWords(task.client)}, ${task.kind_label.toLowerCase()} ${date(task.service_on, clock.today)}`,
    note: due(task, clock),
    way: { to: "/cosign" },
    words: "Read and answer",
  };
}

/** What the plan waits for, and when: "Review 3 days overdue", "Came back: “Say by when”", "Tallulah Begaye wrote it". */
function planWords({ need, due_on, overdue, words }: NonNullable<Day["plans"]>[number], today: string): string {
  const late = due_on === undefined ? "" : overdue ? `${plural(daysBetween(due_on, today), "day")} overdue` : `due ${date(due_on, today)}`;
  switch (need) {
    case "first_plan":
      return `First plan ${late}`;
    case "returned":
      return `Came back: “${words}”`;
    case "approval":
      return `To approve, by ${words}`;
    case "client_signature":
      return "Not signed by the client";
    case "overdue":
    case "soon":
      return `Review ${late}`;
  }
}

const PLAN_WAYS = { first_plan: "Write the plan", returned: "Revise", approval: "Read and answer", overdue: "Review", soon: "Review", client_signature: "Open the plan" } as const;

function planDue(plan: NonNullable<Day["plans"]>[number], { today: day }: Clock): Line {
  return {
    id: `plan${plan.client.id}${plan.need}`,
    icon: plan.need === "returned" ? "returned" : plan.overdue ? "clock" : plan.need === "approval" ? "awaiting" : "calendar",
    ...(plan.overdue ? { tone: "caution" as const } : {}),
    what: clientWords(plan.client),
    note: planWords(plan, day),
    way: { to: `/client/${plan.client.id}/plan` },
    words: PLAN_WAYS[plan.need],
  };
}

function consentEnds(consent: NonNullable<Day["consents"]>[number], { today: day }: Clock): Line {
  return {
    id: `consent${consent.client.id}${consent.kind}${consent.recipient}`,
    icon: "expired",
    tone: "caution",
    what: `${clientWords(consent.client)}: ${consent.recipient === "" ? consent.kind : consent.recipient}`,
    note: `Ends ${date(consent.expires_on, day)}`,
    way: { to: `/client/${consent.client.id}` },
    words: "Open the chart",
  };
}

function report(row: OwedRelease, clock: Clock): Line {
  const blocked = row.basis === undefined;
  return {
    id: `report ${row.key}`,
    icon: blocked ? "stop" : "release",
    ...(row.overdue || blocked ? { tone: "caution" as const } : {}),
    what: `${row.client_name}: ${row.what.charAt(0).toLowerCase()}${row.what.slice(1)}, to ${row.recipient}`,
    note: `${row.overdue ? "was due" : "due"} ${date(row.report_on ?? clock.today, clock.today)}${blocked ? ` · blocked: ${row.lacking_words}` : ""}`,
    way: { to: "/releases" },
    words: "Open the release desk",
  };
}

function followUp(row: FollowUpRow, clock: Clock): Line {
  const notice = row.step === "notify";
  return {
    id: `follow_up${row.id}`,
    icon: row.blocked ? "stop" : STEP_ICONS[row.step],
    ...(row.overdue || row.blocked ? { tone: "caution" as const } : {}),
    what: `${row.client_name}: ${whatOf(row).toLowerCase()}`,
    note: `${noteOf(row, clock)}${row.blocked ? ` · blocked: ${row.lacking_words}` : ""}`,
    way: { to: notice ? "/releases" : row.test === undefined ? `/client/${row.client}/tests` : `/tests/${row.test}` },
    words: notice ? "Open the release desk" : row.test === undefined ? "Open the tests" : "Open the test",
  };
}

function toAnswer(inquiry: InquiryRow, clock: Clock): Line {
  const due = inquiry.follow_up_on;
  return {
    id: `inquiry${inquiry.id}`,
    icon: "phone",
    ...(inquiry.urgency === "routine" ? {} : { tone: "caution" as const }),
    what: `${inquiry.family_name}, ${inquiry.given_name}`,
    note: due === undefined ? `Asked ${date(inquiry.asked_on, clock.today)}, nobody answered yet` : `${inquiry.state_label} · ${date(due, clock.today)}`,
    way: { to: "/inquiries" },
    words: "Open the inquiries",
  };
}

function broken(glass: NonNullable<Day["glass"]>[number], clock: Clock): Line {
  return {
    id: `glass${glass.client}${String(glass.at)}`,
    icon: "sealed",
    tone: "sealed",
    what: `${glass.by} opened ${glass.number} ${moment(glass.at, clock.today, clock.zone)}`,
    note: `“${glass.reason}”`,
    way: { to: `/client/${glass.client}` },
    words: "Open the chart",
  };
}
