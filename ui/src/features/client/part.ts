//! What a part of a chart is to the window: a list whose rows are added, changed, taken away and put back alike. Each part says how
//! its rows read and what its form holds; `PartSection` draws it.

import type { ReactNode } from "react";
import { act } from "../../ipc/door.ts";
import type {
  ContactFields,
  DiagnosisFields,
  EmergencyContactFields,
  InsuranceFields,
  LicenseFields,
  MedicationFields,
  OpName,
  PartStands,
  WorkFields,
} from "../../ipc/generated/calls.ts";
import type { IconName } from "../../kit/Icon/Icon.tsx";
import type { TodoItem } from "../../kit/Todo/Todo.tsx";

/** The parts by the noun of their calls. */
export interface Parts {
  contact: ContactFields;
  emergency_contact: EmergencyContactFields;
  insurance: InsuranceFields;
  license: LicenseFields;
  work: WorkFields;
  medication: MedicationFields;
  diagnosis: DiagnosisFields;
}
export type PartNoun = keyof Parts;

/** A row of a part: its fields with the id and the revision they were seen at. */
export type PartRow<Noun extends PartNoun> = Parts[Noun] & { id: string; rev: number };

export interface FieldsetProps<Fields> {
  value: Fields;
  onChange: (patch: Partial<Fields>) => void;
  /** When the rows are read: today. */
  today: string;
}

export interface PartKind<Noun extends PartNoun> {
  noun: Noun;
  title: string;
  /** "a contact" */
  one: string;
  /** What an empty part says. */
  none: string;
  icon: IconName;
  /** Every field, days as "". */
  blank: Parts[Noun];
  days: readonly (keyof Parts[Noun])[];
  /** What a new row begins with beside the blank, given those that are there. */
  next?: (rows: readonly PartRow<Noun>[]) => Partial<Parts[Noun]>;
  missing: (fields: Parts[Noun]) => string | undefined;
  line: (row: Parts[Noun], today: string) => Pick<TodoItem, "icon" | "tone" | "what" | "note">;
  Fieldset: (props: FieldsetProps<Parts[Noun]>) => ReactNode;
}

/** "the contact" of "a contact" */
export function the(one: string): string {
  return one.replace(/^an? /, "the ");
}

export type PartVerb = "add" | "change" | "void" | "restore";

/** The call of a part. The core's own types say that each part has these four. */
export function partCall(noun: PartNoun, verb: PartVerb): OpName {
  return `${noun}.${verb}`;
}

/** Runs a call of a part outside a form: taking away, and every undo. */
export async function actOnPart(noun: PartNoun, verb: PartVerb, request: object): Promise<PartStands> {
  return (await act(partCall(noun, verb), request as never)) as PartStands;
}
