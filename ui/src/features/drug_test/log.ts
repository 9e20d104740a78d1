//! What the log form holds while it is written, and what of it is sent. Pure.

import type { Method, PanelAnalyte, Request, Specimen, TestPanel, TestReason } from "../../ipc/generated/calls.ts";
import { typedTime } from "../../lib/duration.ts";
import { NO_DETAILS, detailsFor, detailsOf, hasCup, isContained } from "./details.ts";
import type { TypedDetails } from "./details.ts";
import { NO_MEASURES, measuresOf } from "./measures.ts";
import type { TypedMeasures } from "./measures.ts";
import type { Readings } from "./screen.ts";
import { asSent, missing } from "./screen.ts";

export interface TypedCollection {
  on: string;
  time: string;
  collector: string;
  observed: boolean;
  observer: string;
  seal: string;
  lot: string;
  noted: string;
  measures: TypedMeasures;
}

export interface LogBody extends TypedCollection {
  reason: TestReason;
  method: Method;
  specimen: Specimen;
  panel: string;
  readings: Readings;
  /** Absent in a draft from before it was asked. */
  details?: TypedDetails;
}

export const NO_COLLECTION: TypedCollection = {
  on: "",
  time: "",
  collector: "",
  observed: false,
  observer: "",
  seal: "",
  lot: "",
  noted: "",
  measures: NO_MEASURES,
};

export const NEW_LOG: LogBody = {
  ...NO_COLLECTION,
  reason: "scheduled",
  method: "on_site",
  specimen: "urine",
  panel: "np12",
  readings: {},
};

/** Specimens that are read on site. */
const ON_SITE: ReadonlySet<Specimen> = new Set(["urine", "oral_fluid", "breath"]);

/** The panels that fit a specimen: a cut-off of one kind says nothing of another. */
export function panelsFor(panels: readonly TestPanel[], specimen: Specimen): TestPanel[] {
  return panels.filter((panel) => panel.specimen === specimen);
}

/** Another specimen may need another panel and another way to read it. */
export function withSpecimen(body: LogBody, specimen: Specimen, panels: readonly TestPanel[]): Partial<LogBody> {
  const fits = panelsFor(panels, specimen);
  const panel = fits.some((one) => one.key === body.panel) ? body.panel : (fits[0]?.key ?? body.panel);
  return {
    specimen,
    panel,
    method: ON_SITE.has(specimen) ? body.method : "laboratory",
    readings: {},
    ...(isContained(specimen) ? {} : { seal: "" }),
    ...(hasCup(specimen) ? {} : { lot: "" }),
    ...(body.details === undefined ? {} : { details: detailsFor(body.details, specimen) }),
  };
}

/** The substances that are entered on site now. */
export function entered(body: Pick<LogBody, "method" | "specimen">, analytes: readonly PanelAnalyte[]): string[] {
  if (body.method !== "on_site" || !ON_SITE.has(body.specimen)) return [];
  return analytes.filter((analyte) => analyte.cutoff !== undefined).map((analyte) => analyte.key);
}

/** What is still missing before the test can be saved, in words; undefined when nothing is. */
export function lacks(body: LogBody, analytes: readonly PanelAnalyte[], now: string): string | undefined {
  if (body.time.trim() !== "" && typedTime(body.time, now) === undefined)
    return "Type the time of collection, such as 7:40 AM.";
  if (measuresOf(body.measures) === undefined) return "One of the measures is not understood.";
  if (detailsOf(body.details ?? NO_DETAILS, body.specimen, body.observed) === undefined)
    return "One of the numbers of the specimen is not understood.";
  const keys = entered(body, analytes);
  const count = missing(body.readings, keys);
  if (count === 0 || count === keys.length) return undefined;
  return `${String(count)} ${count === 1 ? "substance" : "substances"} to enter.`;
}

/** A collection for the core; undefined while a measure cannot be understood. */
export function collectionOf(typed: TypedCollection, now: string): Request<"drug_test.log">["collection"] | undefined {
  const measures = measuresOf(typed.measures);
  if (measures === undefined) return undefined;
  const time = typed.time.trim() === "" ? undefined : typedTime(typed.time, now);
  return {
    ...(typed.on === "" ? {} : { on: typed.on }),
    ...(time === undefined ? {} : { time }),
    ...(typed.collector === "" ? {} : { collector: typed.collector }),
    observed: typed.observed,
    ...(typed.observed && typed.observer !== "" ? { observer: typed.observer } : {}),
    seal: typed.seal,
    lot: typed.lot,
    noted: typed.noted,
    measures,
  };
}

/** The whole request; undefined while something cannot be understood. */
export function requestOf(
  client: string,
  body: LogBody,
  analytes: readonly PanelAnalyte[],
  now: string,
): Request<"drug_test.log"> | undefined {
  const collection = collectionOf(body, now);
  const details = detailsOf(body.details ?? NO_DETAILS, body.specimen, body.observed);
  if (collection === undefined || details === undefined) return undefined;
  const { reason, method, specimen, panel } = body;
  const whole = { ...collection, ...(body.details === undefined ? {} : { details }) };
  return { client, reason, method, specimen, panel, collection: whole, readings: asSent(body.readings, entered(body, analytes)) };
}

/** The wall time of an instant as "HH:MM": what a typed time without AM or PM is held against. */
export function wallTimeOf(at: number, zone: string | undefined): string {
  return new Intl.DateTimeFormat("en-GB", {
    hour: "2-digit",
    minute: "2-digit",
    ...(zone === undefined ? {} : { timeZone: zone }),
  }).format(at);
}
