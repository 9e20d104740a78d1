//! What the note editor holds, and how it goes to the core and comes back. Pure; no component decides what is missing, the core does.

import type { NoteAnswer, NoteBody, NoteFormat, NotePoint, NoteTemplates, Progress, Risk, TemplateFormat } from "../../ipc/generated/calls.ts";
import { time } from "../../lib/time.ts";
import { dayWords, fieldsPart, joined, linePart, textPart } from "../draft/together.ts";
import type { Part } from "../draft/together.ts";

/** Optional fields are null, so that a restored draft can also take an answer away. */
export interface EditorBody {
  /** By section key; sections of another format keep their text. */
  texts: Record<string, string>;
  /** By objective: ticked, with its progress. */
  ticks: Record<string, Progress>;
  risk: Risk | null;
  riskWords: string;
  format: NoteFormat;
  /** An edition of a template instead of the format. */
  template: string | null;
  /** For a free-standing note only. */
  service: { on: string; starts: string; minutes: string } | null;
  place: string;
  interpreter: string;
  /** By section key: the note its text was carried forward from. */
  carried: Record<string, { from: string; on: string }>;
}

/** "08:05" of an instant on the practice's wall. */
export function wallTime(at: number, zone: string | undefined): string {
  const parts = new Intl.DateTimeFormat("en-US", {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    ...(zone === undefined ? {} : { timeZone: zone }),
  }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "00";
  return `${part("hour")}:${part("minute")}`;
}

export function bodyOf(note: NoteAnswer, zone: string | undefined): EditorBody {
  const ticked = note.objectives.flatMap((objective) =>
    objective.progress === undefined ? [] : [[objective.id, objective.progress] as const],
  );
  return {
    texts: Object.fromEntries(note.sections.map((section) => [section.key, section.text])),
    ticks: Object.fromEntries(ticked),
    risk: note.risk ?? null,
    riskWords: note.risk_words,
    format: note.format,
    template: note.template ?? null,
    place: note.session === undefined ? note.place : "",
    interpreter: note.interpreter,
    carried: Object.fromEntries(note.sections.flatMap((section) => (section.carried === undefined ? [] : [[section.key, section.carried] as const]))),
    service:
      note.session === undefined
        ? { on: note.service_on, starts: wallTime(note.service_at, zone), minutes: String(note.minutes) }
        : null,
  };
}

export function requestOf(body: EditorBody): NoteBody {
  return {
    sections: Object.entries(body.texts)
      .filter(([, text]) => text !== "")
      .map(([key, text]) => ({ key, text })),
    objectives: Object.entries(body.ticks).map(([objective, progress]) => ({ objective, progress })),
    ...(body.risk === null ? {} : { risk: body.risk }),
    risk_words: body.riskWords,
    ...(body.template === null ? { format: body.format } : { template: body.template }),
    place: body.place,
    interpreter: body.interpreter,
    carried: Object.entries(body.carried)
      .filter(([key]) => (body.texts[key] ?? "") !== "")
      .map(([key, { from }]) => ({ key, from })),
    ...(body.service === null
      ? {}
      : {
          service: {
            on: body.service.on,
            starts: body.service.starts,
            minutes: /^\d+$/.test(body.service.minutes) ? Number(body.service.minutes) : -1,
          },
        }),
  };
}

export interface EditorSection {
  key: string;
  label: string;
  hint: string;
  required: boolean;
  /** It may be carried forward from the client's note before. */
  carries: boolean;
  /** Written under another format. */
  extra: boolean;
}

/** The sections of the chosen template or format, and after them what was written under another one. */
export function sectionsOf(body: EditorBody, templates: NoteTemplates, note: Pick<NoteAnswer, "sections">): EditorSection[] {
  const own = layoutOf(body, templates, note);
  const all = [...templates.formats, ...templates.templates].flatMap((one) => one.sections);
  const extra = Object.entries(body.texts).filter(
    ([key, text]) => text.trim() !== "" && own.every((section) => section.key !== key),
  );
  return [
    ...own.map((section) => ({ ...section, extra: false })),
    ...extra.map(([key]) => ({
      key,
      label: all.find((section) => section.key === key)?.label ?? key,
      hint: "Written under another format. Move it into a section above, or leave it here.",
      required: false,
      carries: false,
      extra: true,
    })),
  ];
}

/** A note keeps its edition: an older one is known by the note alone. */
function layoutOf(body: EditorBody, templates: NoteTemplates, note: Pick<NoteAnswer, "sections">) {
  const known = [...templates.formats.map((format) => ({ ...format, id: idOf(format) })), ...templates.templates];
  return known.find(({ id }) => id === (body.template ?? body.format))?.sections ?? note.sections;
}

/** What chooses a format: its edition, or its word for the first edition. */
function idOf(format: TemplateFormat): string {
  return format.template ?? format.word;
}

/** A note that was saved twice is put together section by section. */
export function noteParts(note: Pick<NoteAnswer, "sections" | "objectives">, templates: NoteTemplates, bodies: readonly EditorBody[]): Part<EditorBody>[] {
  const known = [...note.sections, ...[...templates.formats, ...templates.templates].flatMap((one) => one.sections)];
  const keys = [...new Set(bodies.flatMap(({ texts }) => Object.keys(texts)))];
  const label = (key: string) => known.find((section) => section.key === key)?.label ?? key;
  const ticked = (id: string) => note.objectives.find((objective) => objective.id === id)?.label ?? "";
  return [
    ...keys.map((key) => textPart<EditorBody>(key, label(key))),
    fieldsPart("ticks", "Objectives", ["ticks"], ({ ticks }) =>
      Object.entries(ticks)
        .map(([id, progress]) => `${ticked(id)} ${progress.replaceAll("_", " ")}`.trim())
        .toSorted()
        .join("\n"),
    ),
    fieldsPart("risk", "Risk", ["risk", "riskWords"], ({ risk, riskWords }) => joined((risk ?? "").replaceAll("_", " "), riskWords.trim())),
    fieldsPart("time", "When", ["service"], ({ service }) => (service === null ? "" : `${dayWords(service.on)}, ${service.starts}, ${service.minutes} min`)),
    linePart("place", "Place"),
    linePart("interpreter", "Interpreter"),
    fieldsPart("layout", "Divided as", ["format", "template"], ({ format, template }) => layoutName(template ?? format, templates)),
  ];
}

function layoutName(value: string, templates: NoteTemplates): string {
  const format = templates.formats.find((one) => idOf(one) === value || one.word === value);
  return format?.label ?? templates.templates.find(({ id }) => id === value)?.name ?? "An earlier edition";
}

export interface Layout {
  value: string;
  label: string;
}

/** The ways to divide a note of this kind: the edition it has when there is a newer one, its templates, then the formats. */
export function layoutsOf(note: Pick<NoteAnswer, "kind" | "format" | "template" | "template_name">, templates: NoteTemplates): Layout[] {
  const offered = [
    ...templates.templates.filter((template) => template.kind === note.kind).map((template) => ({ value: template.id, label: template.name })),
    ...templates.formats.map((format) => ({ value: idOf(format), label: format.label })),
  ];
  const value = note.template ?? note.format;
  if (offered.some((layout) => layout.value === value)) return offered;
  const name = note.template === undefined ? templates.formats.find((format) => format.word === note.format)?.label : note.template_name;
  return [{ value, label: `${name ?? note.format}, the edition of this note` }, ...offered];
}

/** What choosing a layout changes. */
export function laidOut(value: string, templates: NoteTemplates): Partial<EditorBody> {
  const format = templates.formats.find((one) => one.word === value || one.template === value);
  if (format === undefined) return { template: value };
  return { template: value === format.word ? null : value, format: format.word };
}

export function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => word !== "").length;
}

/** As many lines as the text needs at about 90 characters a line, with one to go on. */
export function linesFor(text: string, least: number): number {
  const needed = text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 88)), 0);
  return Math.min(16, Math.max(least, needed + 1));
}

/** The point after the one whose field has the focus, going around. */
export function nextPoint(points: readonly NotePoint[], here: string | undefined, step: 1 | -1): NotePoint | undefined {
  if (points.length === 0) return undefined;
  const at = points.findIndex((point) => point.field === here);
  const next = at === -1 ? (step === 1 ? 0 : points.length - 1) : (at + step + points.length) % points.length;
  return points[next];
}

/** "8:05 – 8:55 AM, 50 min" */
export function span(note: { began_at?: number; ended_at?: number; service_at: number; minutes: number }, zone: string | undefined): string {
  const from = note.began_at ?? note.service_at;
  const start = time(from, zone);
  if (note.ended_at === undefined || note.minutes === 0) return start;
  const end = time(note.ended_at, zone);
  const half = start.slice(-2);
  const short = half === end.slice(-2) ? start.slice(0, -3) : start;
  return `${short} – ${end}, ${String(note.minutes)} min`;
}

/** The sections of a note one after another, where there is no room for one below the other. */
export function inOneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, " · ");
}

/** "C-0412", as it stands everywhere beside a name. */
export function clientNumber(number: number): string {
  return `C-${String(number).padStart(4, "0")}`;
}

/** What a line calls a client: the name, or the number alone where the chart is restricted. */
export function clientWords(client: { name: string; number: number }): string {
  return client.name === "" ? clientNumber(client.number) : client.name;
}
