//! Words of files of results, and what the mapping form holds. Pure.

import type {
  DateStyle,
  FileMapping,
  MappedWord,
  Phase,
  ResultColumn,
  ResultFileDone,
  ResultLine,
  ResultTest,
  WordKind,
} from "../../ipc/generated/calls.ts";
import { plural } from "../../lib/time.ts";

export const COLUMNS: Record<ResultColumn, { label: string; needed: boolean }> = {
  specimen: { label: "Specimen, seal or container number", needed: true },
  analyte: { label: "Substance", needed: true },
  result: { label: "Result", needed: true },
  phase: { label: "Screen or confirmation", needed: false },
  quantity: { label: "Quantity", needed: false },
  unit: { label: "Unit of the quantity", needed: false },
  overall: { label: "Word for the whole specimen", needed: false },
  creatinine: { label: "Creatinine, mg/dL", needed: false },
  gravity: { label: "Specific gravity", needed: false },
  ph: { label: "pH", needed: false },
  nitrite: { label: "Nitrite, mcg/mL", needed: false },
  oxidant: { label: "Oxidant", needed: false },
  cutoff: { label: "Cut-off", needed: false },
  collected_on: { label: "Day of collection", needed: false },
  reported_on: { label: "Day of the report", needed: false },
};

export const KINDS: Record<WordKind, { title: string; column: ResultColumn; empty: string }> = {
  result: { title: "Words for a result", column: "result", empty: "Every word of the file has a meaning." },
  phase: { title: "Words for screen and confirmation", column: "phase", empty: "Every word of the file has a meaning." },
  overall: { title: "Words for the whole specimen", column: "overall", empty: "Every word of the file has a meaning." },
  oxidant: { title: "Words for an oxidant", column: "oxidant", empty: "Every word of the file has a meaning." },
  analyte: {
    title: "Names of substances",
    column: "analyte",
    empty: "Names and keys of the panels are known by themselves.",
  },
};

export const MEANINGS: Record<Exclude<WordKind, "analyte">, readonly { value: string; label: string }[]> = {
  result: [
    { value: "not_detected", label: "Not detected" },
    { value: "detected", label: "Detected" },
    { value: "invalid", label: "Invalid" },
    { value: "pending", label: "Pending" },
  ],
  phase: [
    { value: "screen", label: "Screen (presumptive)" },
    { value: "confirmation", label: "Confirmation" },
  ],
  overall: [
    { value: "negative", label: "Negative" },
    { value: "negative_dilute", label: "Negative, dilute" },
    { value: "positive", label: "Positive" },
    { value: "positive_dilute", label: "Positive, dilute" },
    { value: "adulterated", label: "Adulterated" },
    { value: "substituted", label: "Substituted" },
    { value: "invalid", label: "Invalid" },
    { value: "rejected", label: "Rejected" },
  ],
  oxidant: [
    { value: "not_found", label: "Not found" },
    { value: "found", label: "Found" },
  ],
};

export const DATES: readonly { value: DateStyle; label: string }[] = [
  { value: "year_first", label: "2026-11-24" },
  { value: "month_first", label: "11/24/2026" },
];

export const PHASES: readonly { value: Phase; label: string }[] = [
  { value: "confirmation", label: "Confirmation" },
  { value: "screen", label: "Screen, presumptive" },
];

/** A word without its case and its blanks, as the core compares it. */
export function plain(word: string): string {
  return word.trim().split(/\s+/).join(" ").toLowerCase();
}

/** The head that a column is read from; empty when the file does not hold it. */
export function headOf(mapping: FileMapping, column: ResultColumn): string {
  return mapping.columns.find((one) => one.column === column)?.head ?? "";
}

/** The mapping with a column read from another head; one head holds one thing. */
export function withHead(mapping: FileMapping, column: ResultColumn, head: string): FileMapping {
  const rest = mapping.columns.filter((one) => one.column !== column && (head === "" || one.head !== head));
  return { ...mapping, columns: head === "" ? rest : [...rest, { column, head }] };
}

/** The mapping with a word that means something, or nothing any more. */
export function withWord(mapping: FileMapping, kind: WordKind, word: string, means: string): FileMapping {
  const rest = mapping.words.filter((one) => one.kind !== kind || plain(one.word) !== plain(word));
  return { ...mapping, words: means === "" ? rest : [...rest, { kind, word, means }] };
}

export function meaningOf(mapping: FileMapping, kind: WordKind, word: string): string {
  return mapping.words.find((one) => one.kind === kind && plain(one.word) === plain(word))?.means ?? "";
}

/** The words of a kind to show: those of the file first, then those that the mapping knows besides. */
export function wordsOf(mapping: FileMapping, kind: WordKind, ofFile: readonly string[]): string[] {
  const known = mapping.words.filter((one: MappedWord) => one.kind === kind).map((one) => one.word);
  const words: string[] = [];
  for (const word of [...ofFile, ...known]) {
    if (!words.some((one) => plain(one) === plain(word))) words.push(word);
  }
  return words;
}

/** What came of a file, in a sentence. */
export function doneWords(done: ResultFileDone): string {
  const left = done.left_out === 0 ? "" : ` ${plural(done.left_out, "line")} left out.`;
  if (done.written === 0) return `Nothing was new, so nothing was written.${left}`;
  return `${plural(done.written, "report")} written.${left}`;
}

/** What would be written to a test. */
export function testWords(test: ResultTest): string {
  if (test.same) return "already here; nothing is written";
  const amended = test.report > 1 ? `, replaces report ${String(test.report - 1)}` : "";
  return `report ${String(test.report)}${amended}`;
}

/** What cannot be taken, then what differs from the panel, then the rest; each in the order of the file. */
export function lookFirst(lines: readonly ResultLine[]): ResultLine[] {
  const rank = (line: ResultLine) => (line.why !== undefined ? 0 : line.note !== "" ? 1 : 2);
  return lines.toSorted((a, b) => rank(a) - rank(b) || a.line - b.line);
}
