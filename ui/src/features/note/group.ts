//! What the page of a group note holds, what a digit does, and what goes to the core. Pure.

import type {
  EntryFields,
  GroupEntry,
  GroupNotePage,
  NotTheirName,
  Progress,
  Risk,
  SaveGroupNote,
  SectionText,
  TemplateSection,
} from "../../ipc/generated/calls.ts";
import { fieldsPart, joined as inLines, linePart, prosePart } from "../draft/together.ts";
import type { Part } from "../draft/together.ts";
import { clientWords } from "./body.ts";

export interface EntryBody {
  participation: number | null;
  line: string;
  /** Further sections of the own part, by key; only where the template has some. */
  more?: Record<string, string>;
  ticks: Record<string, Progress>;
  risk: Risk | null;
  riskWords: string;
  skipped: boolean;
  /** Words that read like another member's name and are none. */
  stated?: readonly NotTheirName[];
}

export interface GroupBody {
  topic: string;
  interventions: readonly string[];
  words: string;
  /** Further sections of the shared part, by key; only where the template has some. */
  more?: Record<string, string>;
  statement: boolean;
  /** Words of the shared part that read like a member's name and are none. */
  stated?: readonly NotTheirName[];
  /** By client; only those somebody touched. */
  entries: Record<string, EntryBody>;
}

const UNTOUCHED: EntryBody = { participation: null, line: "", ticks: {}, risk: null, riskWords: "", skipped: false };

export function bodyOfPage(page: GroupNotePage): GroupBody {
  const begun = page.entries.filter((entry) => entry.begun && !entry.absent);
  return {
    topic: page.shared.topic,
    interventions: page.shared.interventions,
    words: page.shared.words,
    ...moreOf(page.shared.more),
    statement: page.shared.risk_statement,
    ...(page.shared.stated.length === 0 ? {} : { stated: page.shared.stated }),
    entries: Object.fromEntries(begun.map((entry) => [entry.client.id, entryBody(entry)])),
  };
}

function moreOf(more: readonly SectionText[]): { more?: Record<string, string> } {
  return more.length === 0 ? {} : { more: Object.fromEntries(more.map(({ key, text }) => [key, text])) };
}

/** The further sections as the core takes them. */
function sentMore(more: Record<string, string> | undefined): { more?: SectionText[] } {
  return more === undefined ? {} : { more: Object.entries(more).map(([key, text]) => ({ key, text })) };
}

/** The sections of one part of the note: all but the one that has a field of its own. */
export function furtherSections(page: Pick<GroupNotePage, "sections">, part: "shared" | "own"): TemplateSection[] {
  const main = part === "shared" ? "words" : "line";
  return page.sections.filter(({ key, shared }) => (shared === true) === (part === "shared") && key !== main);
}

/** The label and the prompt of the shared words or of the own line. */
export function mainSection(page: Pick<GroupNotePage, "sections">, key: "words" | "line"): TemplateSection | undefined {
  return page.sections.find((section) => section.key === key);
}

/** The first section that the template requires of one person and has no text yet. */
export function lacking(page: Pick<GroupNotePage, "sections">, shown: EntryBody): string | undefined {
  const text = (key: string) => (key === "line" ? shown.line : (shown.more?.[key] ?? ""));
  return page.sections.find(({ key, shared, required }) => shared !== true && required && text(key).trim() === "")?.key;
}

export function entryBody(entry: GroupEntry): EntryBody {
  const ticked = entry.objectives.flatMap((objective) =>
    objective.progress === undefined ? [] : [[objective.id, objective.progress] as const],
  );
  return {
    participation: entry.participation ?? null,
    line: entry.line,
    ...moreOf(entry.more),
    ticks: Object.fromEntries(ticked),
    risk: entry.risk ?? null,
    riskWords: entry.risk_words,
    skipped: entry.skipped,
    ...(entry.stated.length === 0 ? {} : { stated: entry.stated }),
  };
}

export function isOpen(entry: GroupEntry): boolean {
  return !entry.absent && (entry.state === "draft" || entry.state === "returned");
}

/** What a row shows: what was typed here, or what is kept. */
export function shownOf(body: GroupBody, entry: GroupEntry): EntryBody {
  return body.entries[entry.client.id] ?? (entry.begun ? entryBody(entry) : UNTOUCHED);
}

export function changed(body: GroupBody, entry: GroupEntry, patch: Partial<EntryBody>): GroupBody {
  return { ...body, entries: { ...body.entries, [entry.client.id]: { ...shownOf(body, entry), ...patch } } };
}

/** The row with the statement that a word is not another member's name. */
export function withStated(body: GroupBody, entry: GroupEntry, stated: NotTheirName): GroupBody {
  return changed(body, entry, { stated: joined(shownOf(body, entry).stated, stated) });
}

/** The shared part with the statement that a word is no member's name. */
export function withSharedStated(body: GroupBody, stated: NotTheirName): GroupBody {
  return { ...body, stated: joined(body.stated, stated) };
}

/** A word has one statement, and they stand in the core's order. */
function joined(all: readonly NotTheirName[] | undefined, stated: NotTheirName): NotTheirName[] {
  const others = (all ?? []).filter(({ word }) => word !== stated.word);
  return [...others, stated].toSorted((one, other) => (one.word < other.word ? -1 : 1));
}

/** A digit says the participation and accepts the offered objective, never the risk answer. It also ends "later". */
export function withDigit(body: GroupBody, entry: GroupEntry, digit: number): GroupBody {
  const shown = shownOf(body, entry);
  const accepts = Object.keys(shown.ticks).length === 0 && entry.offered !== undefined;
  return changed(body, entry, {
    participation: digit,
    skipped: false,
    ...(accepts && entry.offered !== undefined ? { ticks: { [entry.offered]: "not_rated" as const } } : {}),
  });
}

/** What is sent: the shared part, and each touched entry that differs from what is kept. */
export function saveRequest(page: GroupNotePage, body: GroupBody): SaveGroupNote {
  return {
    session: page.session,
    shared: {
      rev: page.shared.rev,
      topic: body.topic,
      interventions: [...body.interventions],
      words: body.words,
      ...sentMore(body.more),
      risk_statement: body.statement,
      ...(body.stated === undefined ? {} : { stated: [...body.stated] }),
    },
    entries: page.entries.filter((entry) => isOpen(entry) && differs(body, entry)).map((entry) => fieldsOf(body, entry)),
  };
}

export function differs(body: GroupBody, entry: GroupEntry): boolean {
  const typed = body.entries[entry.client.id];
  if (typed === undefined) return false;
  return !entry.begun || JSON.stringify(sorted(typed)) !== JSON.stringify(sorted(entryBody(entry)));
}

function sorted(entry: EntryBody): unknown {
  return [
    entry.participation,
    entry.line.trim(),
    trimmed(entry.more),
    Object.entries(entry.ticks).toSorted(([a], [b]) => a.localeCompare(b)),
    entry.risk,
    entry.riskWords.trim(),
    entry.skipped,
    pairs(entry.stated),
  ];
}

function trimmed(more: Record<string, string> | undefined): string[][] {
  return Object.entries(more ?? {}).flatMap(([key, text]) => (text.trim() === "" ? [] : [[key, text.trim()]]));
}

function pairs(stated: readonly NotTheirName[] | undefined): string[][] {
  return (stated ?? []).map(({ word, because }) => [word, because]);
}

export function hasChanges(page: GroupNotePage, body: GroupBody): boolean {
  const { shared } = page;
  return (
    shared.topic !== body.topic.trim() ||
    shared.words !== body.words.trim() ||
    JSON.stringify(trimmed(moreOf(shared.more).more)) !== JSON.stringify(trimmed(body.more)) ||
    shared.risk_statement !== body.statement ||
    shared.interventions.join() !== body.interventions.join() ||
    JSON.stringify(pairs(shared.stated)) !== JSON.stringify(pairs(body.stated)) ||
    page.entries.some((entry) => isOpen(entry) && differs(body, entry))
  );
}

function fieldsOf(body: GroupBody, entry: GroupEntry): EntryFields {
  const shown = shownOf(body, entry);
  return {
    client: entry.client.id,
    rev: entry.rev,
    ...(shown.participation === null ? {} : { participation: shown.participation }),
    line: shown.line,
    ...sentMore(shown.more),
    objectives: Object.entries(shown.ticks).map(([objective, progress]) => ({ objective, progress })),
    ...(shown.risk === null ? {} : { risk: shown.risk }),
    risk_words: shown.riskWords,
    skipped: shown.skipped,
    ...(shown.stated === undefined ? {} : { stated: [...shown.stated] }),
  };
}

export interface Tally {
  present: number;
  absent: number;
  /** Entries that would be signed now, absences included. */
  ready: number;
  /** Present people with something missing. */
  todo: number;
  later: number;
  signed: number;
}

/** Where the session stands, by what the core says of each entry. */
export function tally(page: GroupNotePage): Tally {
  const open = page.entries.filter((entry) => entry.absent || isOpen(entry));
  const signed = page.entries.filter((entry) => entry.state !== "draft" && entry.state !== "returned").length;
  const todo = open.filter((entry) => !entry.absent && !entry.skipped && entry.missing.length > 0).length;
  const later = open.filter((entry) => entry.skipped).length;
  const waiting = open.filter((entry) => entry.state === "draft" || entry.state === "returned").length;
  return {
    present: page.entries.filter((entry) => !entry.absent).length,
    absent: page.entries.filter((entry) => entry.absent).length,
    ready: waiting - todo - later,
    todo,
    later,
    signed,
  };
}

/** The row after `here` in which something is missing, going around; undefined when none is left. */
export function nextMissing(page: GroupNotePage, here: string | undefined, step: 1 | -1): string | undefined {
  const ids = page.entries.map((entry) => entry.client.id);
  const missing = new Set(
    page.entries.filter((entry) => isOpen(entry) && !entry.skipped && entry.missing.length > 0).map((entry) => entry.client.id),
  );
  const from = here === undefined ? (step === 1 ? -1 : 0) : ids.indexOf(here);
  for (let away = 1; away <= ids.length; away += 1) {
    const id = ids[(from + step * away + ids.length * 2) % ids.length];
    if (id !== undefined && missing.has(id)) return id;
  }
  return undefined;
}

/** A group note that two people write is put together field by field of the shared part; of each person's row, the line and the marks. */
export function groupParts(page: GroupNotePage): Part<GroupBody>[] {
  return [
    linePart("topic", "Topic"),
    fieldsPart("interventions", "Interventions", ["interventions"], ({ interventions }) => interventions.toSorted().join(", ").replaceAll("_", " ")),
    prosePart("words", mainSection(page, "words")?.label ?? "What the group did"),
    ...furtherSections(page, "shared").map(({ key, label }) => morePart<GroupBody>(key, label, (body) => body, (into, more) => ({ ...into, more }))),
    fieldsPart("statement", "Statement for everybody present", ["statement", "stated"], ({ statement, stated }) =>
      inLines(statement ? "made" : "", ...pairs(stated).map((pair) => pair.join(": "))),
    ),
    ...page.entries.filter(isOpen).flatMap((entry) => rowParts(page, entry)),
  ];
}

/** A further section, of the page or of one row in it. */
function morePart<Body>(
  key: string,
  label: string,
  of: (body: Body) => { more?: Record<string, string> },
  put: (into: Body, more: Record<string, string>) => Body,
): Part<Body> {
  const text = (body: Body) => (of(body).more?.[key] ?? "").trim();
  const set = (into: Body, words: string) => put(into, { ...of(into).more, [key]: words });
  return { key, label, words: text, put: (into, from) => set(into, text(from)), join: (mine, theirs) => set(mine, inLines(text(theirs), text(mine))) };
}

function rowParts(page: GroupNotePage, entry: GroupEntry): Part<GroupBody>[] {
  const { id } = entry.client;
  const name = clientWords(entry.client);
  const of = (body: GroupBody) => body.entries[id] ?? UNTOUCHED;
  const put = (into: GroupBody, patch: Partial<EntryBody>): GroupBody => ({ ...into, entries: { ...into.entries, [id]: { ...of(into), ...patch } } });
  return [
    {
      key: `${id}.line`,
      label: `${name}: ${(mainSection(page, "line")?.label ?? "own line").toLowerCase()}`,
      words: (body) => of(body).line.trim(),
      put: (into, from) => put(into, { line: of(from).line }),
      join: (mine, theirs) => put(mine, { line: inLines(of(theirs).line.trim(), of(mine).line.trim()) }),
    },
    ...furtherSections(page, "own").map(({ key, label }) => ({
      ...morePart<GroupBody>(key, `${name}: ${label.toLowerCase()}`, of, (into, more) => put(into, { more })),
      key: `${id}.${key}`,
    })),
    {
      key: `${id}.marks`,
      label: `${name}: participation, objective, risk`,
      words: (body) => marksOf(of(body), entry),
      put: (into, from) => {
        const { line: _, more: __, ...marks } = of(from);
        return put(into, marks);
      },
    },
  ];
}

function marksOf({ participation, ticks, risk, riskWords, skipped, stated }: EntryBody, entry: GroupEntry): string {
  const ticked = entry.objectives.filter(({ id }) => ticks[id] !== undefined).map(({ label, words }) => `${label} ${words}`);
  return inLines(
    participation === null ? "" : `Participation ${String(participation)}`,
    ...ticked,
    (risk ?? "").replaceAll("_", " "),
    riskWords.trim(),
    skipped ? "Later" : "",
    ...pairs(stated).map((pair) => pair.join(": ")),
  );
}
