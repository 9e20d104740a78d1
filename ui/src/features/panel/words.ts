//! Words of panels, and what a version holds while it is written. Pure.

import type { Change, PanelLine, PanelSheet, SheetAnalyte, Specimen } from "../../ipc/generated/calls.ts";
import { date } from "../../lib/time.ts";

export const SPECIMENS: Record<Specimen, string> = {
  urine: "Urine",
  oral_fluid: "Oral fluid",
  hair: "Hair",
  nail: "Nail",
  blood_spot: "Blood spot",
  breath: "Breath",
};

export const CHANGES: Record<Change, string> = { added: "Added", taken_out: "Taken out", changed: "Changed" };

/** "version 2, since Jul 7, 2025", and what is still to come. */
export function versionWords(panel: Pick<PanelLine, "number" | "effective_on" | "coming_on">, today: string): string {
  const since = panel.effective_on === undefined ? "" : ` since ${date(panel.effective_on, today)}`;
  const next = panel.coming_on === undefined ? "" : `, next on ${date(panel.coming_on, today)}`;
  return `${String(panel.number)}${since}${next}`;
}

/** A cut-off with its unit; "none" where there is no such test. */
export function cutoff(value: string, unit: string): string {
  return value === "" ? "none" : `${value} ${unit}`;
}

/** What the form of a new version holds. */
export interface VersionDraft {
  effective_on: string;
  because: string;
  source: string;
  note: string;
  analytes: SheetAnalyte[];
}

export function draftOf(sheet: PanelSheet): VersionDraft {
  return { effective_on: "", because: "", source: sheet.source, note: sheet.note, analytes: sheet.analytes };
}

export const NEW_ANALYTE: SheetAnalyte = {
  key: "",
  name: "",
  drug_class: "",
  initial: "",
  confirm: "",
  unit: "ng/mL",
  detection: "",
  note: "",
  source: "",
  verified: false,
};

/** The analytes with one field of one line changed. A cut-off that somebody typed was not read in the text of before. */
export function withField(
  analytes: readonly SheetAnalyte[],
  place: number,
  field: Exclude<keyof SheetAnalyte, "verified">,
  value: string,
): SheetAnalyte[] {
  return analytes.map((analyte, at) =>
    at === place
      ? { ...analyte, [field]: value, verified: field === "initial" || field === "confirm" ? false : analyte.verified }
      : analyte,
  );
}

/** What is still missing before a version can be kept. */
export function lacks(draft: VersionDraft): string | undefined {
  if (draft.effective_on === "") return "Choose the day from which it holds.";
  if (draft.because.trim() === "") return "Say why it changes.";
  if (draft.analytes.length === 0) return "A panel looks for at least one substance.";
  if (draft.analytes.some((analyte) => analyte.name.trim() === "")) return "Every line needs the name of its substance.";
  return undefined;
}
