//! Measures as somebody types them, to the whole numbers in small units that the core keeps: 94 °F is 940 tenths, 1.0142 is 10142. A value with more
//! decimals than the unit holds is not rounded but not understood, because a rounded creatinine may change the class. Pure.

import type { Measures } from "../../ipc/generated/calls.ts";

export interface TypedMeasures {
  temperature: string;
  minutes: string;
  volume: string;
  creatinine: string;
  gravity: string;
  ph: string;
  nitrite: string;
  oxidant: "" | "yes" | "no";
}

export const NO_MEASURES: TypedMeasures = {
  temperature: "",
  minutes: "",
  volume: "",
  creatinine: "",
  gravity: "",
  ph: "",
  nitrite: "",
  oxidant: "",
};

type NumberField = Exclude<keyof TypedMeasures, "oxidant">;

const FIELDS: Record<NumberField, { key: keyof Measures; decimals: number; words: string }> = {
  temperature: { key: "temperature_tenths_f", decimals: 1, words: "Type the temperature, such as 94." },
  minutes: { key: "temperature_minutes", decimals: 0, words: "Type whole minutes, such as 3." },
  volume: { key: "volume_ml", decimals: 0, words: "Type whole mL, such as 45." },
  creatinine: { key: "creatinine_tenths", decimals: 1, words: "Type creatinine, such as 62 or 1.5." },
  gravity: { key: "gravity_ten_thousandths", decimals: 4, words: "Type it with up to four decimals, such as 1.0142." },
  ph: { key: "ph_tenths", decimals: 1, words: "Type pH, such as 6.4." },
  nitrite: { key: "nitrite", decimals: 0, words: "Type whole mcg/mL, such as 0." },
};

/** A decimal as a whole number of its smallest unit; undefined when it is none, or finer than the unit. */
export function scaled(text: string, decimals: number): number | undefined {
  const found = /^\s*(\d{1,6})(?:[.,](\d*))?\s*$/.exec(text);
  if (!found) return undefined;
  const fraction = (found[2] ?? "").replace(/0+$/, "");
  if (fraction.length > decimals) return undefined;
  return Number(`${found[1] ?? ""}${fraction.padEnd(decimals, "0")}`);
}

/** The decimal of a whole number of small units, as short as it can be; gravity keeps its four decimals. */
export function unscaled(value: number | undefined, decimals: number, whole = false): string {
  if (value === undefined) return "";
  const digits = String(value).padStart(decimals + 1, "0");
  if (decimals === 0) return digits;
  const fraction = digits.slice(-decimals);
  const short = whole ? fraction : fraction.replace(/0+$/, "");
  return short === "" ? digits.slice(0, -decimals) : `${digits.slice(0, -decimals)}.${short}`;
}

/** The complaint beside a field that cannot be understood; empty fields are silent. */
export function complaint(typed: TypedMeasures, field: NumberField): string | undefined {
  const { decimals, words } = FIELDS[field];
  return typed[field].trim() === "" || scaled(typed[field], decimals) !== undefined ? undefined : words;
}

/** What was typed, for the core; undefined while a field cannot be understood. */
export function measuresOf(typed: TypedMeasures): Measures | undefined {
  const measures: Measures = {};
  for (const field of Object.keys(FIELDS) as NumberField[]) {
    if (typed[field].trim() === "") continue;
    const { key, decimals } = FIELDS[field];
    const value = scaled(typed[field], decimals);
    if (value === undefined) return undefined;
    (measures as Record<string, number | boolean>)[key] = value;
  }
  if (typed.oxidant !== "") measures.oxidant = typed.oxidant === "yes";
  return measures;
}

/** What the core keeps, as a form shows it again. */
export function typedOf(measures: Measures): TypedMeasures {
  return {
    temperature: unscaled(measures.temperature_tenths_f, 1),
    minutes: unscaled(measures.temperature_minutes, 0),
    volume: unscaled(measures.volume_ml, 0),
    creatinine: unscaled(measures.creatinine_tenths, 1),
    gravity: unscaled(measures.gravity_ten_thousandths, 4, true),
    ph: unscaled(measures.ph_tenths, 1),
    nitrite: unscaled(measures.nitrite, 0),
    oxidant: measures.oxidant === undefined ? "" : measures.oxidant ? "yes" : "no",
  };
}

/** What was measured, each with its unit. */
export function measured(measures: Measures): [string, string][] {
  const typed = typedOf(measures);
  const all: readonly (readonly [string, string, string])[] = [
    ["Temperature", typed.temperature, " °F"],
    ["Read after", typed.minutes, " min"],
    ["Creatinine", typed.creatinine, " mg/dL"],
    ["Specific gravity", typed.gravity, ""],
    ["pH", typed.ph, ""],
    ["Nitrite", typed.nitrite, " mcg/mL"],
    ["Volume", typed.volume, " mL"],
    ["Oxidant", typed.oxidant, ""],
  ];
  return all.filter(([, value]) => value !== "").map(([label, value, unit]) => [label, value + unit]);
}
