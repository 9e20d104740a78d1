//! The sections of a template while they are rewritten. Pure.

import type { NoteTemplateLine, SectionFields } from "../../ipc/generated/calls.ts";

export interface TemplateDraft {
  name: string;
  kind: string;
  first: boolean;
  sections: SectionFields[];
}

export const BLANK: SectionFields = { key: "", label: "", hint: "", required: true, carries: false };

export function draftOf(template: NoteTemplateLine | undefined): TemplateDraft {
  if (template === undefined) return { name: "", kind: "individual", first: false, sections: [BLANK] };
  const { name, kind, first, sections } = template;
  return { name, kind, first, sections };
}

/** What a group note always has: what the group did, and each person's own line. */
export function isMain({ key }: Pick<SectionFields, "key">): boolean {
  return key === "words" || key === "line";
}

export function changed(sections: readonly SectionFields[], index: number, patch: Partial<SectionFields>): SectionFields[] {
  return sections.map((section, at) => (at === index ? { ...section, ...patch } : section));
}

export function without(sections: readonly SectionFields[], index: number): SectionFields[] {
  return sections.filter((_, at) => at !== index);
}

/** The section one place up or down; at an end it stays. */
export function moved(sections: readonly SectionFields[], index: number, step: 1 | -1): SectionFields[] {
  const [one, other] = [sections[index], sections[index + step]];
  if (one === undefined || other === undefined) return [...sections];
  return sections.map((section, at) => (at === index ? other : at === index + step ? one : section));
}

/** The names of the fields a refusal may land on. */
export function fieldsOf(sections: readonly SectionFields[]): string[] {
  return ["name", "kind", ...sections.flatMap((_, index) => ["label", "hint"].map((field) => `sections.${String(index)}.${field}`))];
}
