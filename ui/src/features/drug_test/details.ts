//! What is recorded beside the measures, as somebody types it, to what the core keeps. Pure.

import type { CollectionDetails, IdentifiedBy, Specimen } from "../../ipc/generated/calls.ts";
import { scaled, unscaled } from "./measures.ts";

export interface TypedDetails {
  identified_by: "" | IdentifiedBy;
  identified_words: string;
  medications_read: boolean;
  reader: string;
  container: string;
  split: boolean;
  split_container: string;
  donor_initials: string;
  cup_expires_on: string;
  expired_because: string;
  observer_wish: string;
  as_wished: "" | "yes" | "no";
  observer_because: string;
  mouth_checked: "" | "yes" | "no";
  mouth_minutes: string;
  taken_from: string;
  length_mm: string;
  spots: string;
  breath_first: string;
  breath_second: string;
  breath_minutes: string;
  breath_device: string;
}

export const NO_DETAILS: TypedDetails = {
  identified_by: "",
  identified_words: "",
  medications_read: false,
  reader: "",
  container: "",
  split: false,
  split_container: "",
  donor_initials: "",
  cup_expires_on: "",
  expired_because: "",
  observer_wish: "",
  as_wished: "",
  observer_because: "",
  mouth_checked: "",
  mouth_minutes: "",
  taken_from: "",
  length_mm: "",
  spots: "",
  breath_first: "",
  breath_second: "",
  breath_minutes: "",
  breath_device: "",
};

export const IDENTIFIED: Record<IdentifiedBy, string> = {
  photo_id: "Photo identification",
  known_to_staff: "Known to a member of staff",
  other: "Another way",
};

/** Whether a cup is used: urine and oral fluid. */
export const hasCup = (specimen: Specimen) => specimen === "urine" || specimen === "oral_fluid";
/** Whether there is something to close, seal and send. */
export const isContained = (specimen: Specimen) => specimen !== "breath";
/** Whether somebody can read it on the spot. */
export const isReadHere = (specimen: Specimen) => hasCup(specimen) || specimen === "breath";

/** The details with what another specimen asked taken out, for a change of the specimen. */
export function detailsFor(typed: TypedDetails, specimen: Specimen): TypedDetails {
  const { container, split, split_container, donor_initials, cup_expires_on, expired_because, reader } = NO_DETAILS;
  return {
    ...typed,
    ...(isContained(specimen) ? {} : { container, split, split_container, donor_initials }),
    ...(hasCup(specimen) ? {} : { cup_expires_on, expired_because }),
    ...(isReadHere(specimen) ? {} : { reader }),
  };
}

/** The numbers that a specimen asks, and the decimals each keeps. */
const NUMBERS = {
  mouth_minutes: { of: ["oral_fluid"], decimals: 0 },
  length_mm: { of: ["hair"], decimals: 0 },
  spots: { of: ["blood_spot"], decimals: 0 },
  breath_first: { of: ["breath"], decimals: 3 },
  breath_second: { of: ["breath"], decimals: 3 },
  breath_minutes: { of: ["breath"], decimals: 0 },
} as const satisfies Record<string, { of: readonly Specimen[]; decimals: number }>;

type NumberField = keyof typeof NUMBERS;

/** Whether what was typed for a number cannot be understood. */
export function misread(typed: TypedDetails, field: NumberField): boolean {
  return typed[field].trim() !== "" && scaled(typed[field], NUMBERS[field].decimals) === undefined;
}

const said = (answer: "" | "yes" | "no") => (answer === "" ? undefined : answer === "yes");

/**
 * What is sent of it for this specimen; undefined while a number cannot be understood. What another specimen asks is left out, so that a change of the
 * specimen does not leave an answer behind.
 */
export function detailsOf(typed: TypedDetails, specimen: Specimen, observed: boolean): CollectionDetails | undefined {
  const numbers: Partial<Record<NumberField, number>> = {};
  for (const [name, { of, decimals }] of Object.entries(NUMBERS)) {
    const field = name as NumberField;
    if (!(of as readonly Specimen[]).includes(specimen) || typed[field].trim() === "") continue;
    const value = scaled(typed[field], decimals);
    if (value === undefined) return undefined;
    numbers[field] = value;
  }
  const asWished = observed ? said(typed.as_wished) : undefined;
  const mouth = specimen === "oral_fluid" ? said(typed.mouth_checked) : undefined;
  return {
    ...(typed.identified_by === "" ? {} : { identified_by: typed.identified_by }),
    identified_words: typed.identified_by === "other" ? typed.identified_words : "",
    ...(typed.medications_read ? { medications_read: true } : {}),
    ...(typed.reader === "" ? {} : { reader: typed.reader }),
    container: typed.container,
    ...(typed.split ? { split: true } : {}),
    split_container: typed.split ? typed.split_container : "",
    donor_initials: typed.donor_initials,
    ...(typed.cup_expires_on === "" ? {} : { cup_expires_on: typed.cup_expires_on }),
    expired_because: typed.expired_because,
    observer_wish: observed ? typed.observer_wish : "",
    ...(asWished === undefined ? {} : { observer_as_wished: asWished }),
    observer_because: asWished === false ? typed.observer_because : "",
    ...(mouth === undefined ? {} : { mouth_checked: mouth }),
    taken_from: specimen === "hair" || specimen === "nail" ? typed.taken_from : "",
    breath_device: specimen === "breath" ? typed.breath_device : "",
    ...numbers,
  };
}

/** What was recorded, as a form shows it again. */
export function typedDetailsOf(details: CollectionDetails): TypedDetails {
  const answer = (yes: boolean | undefined) => (yes === undefined ? "" : yes ? "yes" : "no");
  return {
    ...NO_DETAILS,
    identified_by: details.identified_by ?? "",
    identified_words: details.identified_words,
    medications_read: details.medications_read ?? false,
    reader: details.reader ?? "",
    container: details.container,
    split: details.split ?? false,
    split_container: details.split_container,
    donor_initials: details.donor_initials,
    cup_expires_on: details.cup_expires_on ?? "",
    expired_because: details.expired_because,
    observer_wish: details.observer_wish,
    as_wished: answer(details.observer_as_wished),
    observer_because: details.observer_because,
    mouth_checked: answer(details.mouth_checked),
    taken_from: details.taken_from,
    breath_device: details.breath_device,
    ...Object.fromEntries(
      (Object.keys(NUMBERS) as NumberField[]).map((field) => [field, unscaled(details[field], NUMBERS[field].decimals, true)]),
    ),
  };
}

/** Hours and minutes left, or over: "2 h 41 min left". */
export function leftWords(until: number, now: number): string {
  const minutes = Math.ceil((until - now) / 60_000);
  if (minutes <= 0) return "The time is over.";
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60 === 0 && hours > 0 ? "" : `${String(minutes % 60)} min`;
  return `${[hours === 0 ? "" : `${String(hours)} h`, rest].filter(Boolean).join(" ")} left`;
}
