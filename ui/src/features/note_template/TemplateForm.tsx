//! A template being written: its name, its kind, and its sections with their prompts. Other sections make a new edition.

import { useOp } from "../../ipc/door.ts";
import type { NoteTemplateLine, NoteTemplateList, SectionFields } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { Checkbox } from "../../kit/Choice/Choice.tsx";
import { DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { Loading } from "../../kit/Loading/Loading.tsx";
import { Select } from "../../kit/Select/Select.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { DraftLine } from "../draft/DraftLine.tsx";
import { useDraft } from "../draft/useDraft.ts";
import { BLANK, changed, draftOf, fieldsOf, isMain, moved, without } from "./sections.ts";
import type { TemplateDraft } from "./sections.ts";
import styles from "./note_template.module.css";

interface TemplateFormProps {
  list: NoteTemplateList;
  /** A new one when left out. */
  template: NoteTemplateLine | undefined;
  onDone: () => void;
}

export function TemplateForm({ list, template, onDone }: TemplateFormProps) {
  const add = useOp("note_template.add");
  const change = useOp("note_template.change");
  const draft = useDraft<TemplateDraft>("note_template", template?.id ?? "new", draftOf(template));
  const { value } = draft;
  const group = value.kind === "group";
  const set = (sections: SectionFields[]) => draft.change({ sections });
  const finish = (edition: number) => {
    void draft.done();
    say(template === undefined ? "Added the template" : `Kept as edition ${String(edition)}`);
    onDone();
  };
  const submit = () => {
    const { name, kind, first, sections } = value;
    const done = { onSuccess: ({ edition }: { edition: number }) => finish(edition) };
    if (template === undefined) add.mutate({ name, kind, first, sections }, done);
    else change.mutate({ id: template.id, rev: template.rev, name, first, sections }, done);
  };
  if (!draft.ready) return <Loading what="what you wrote" />;
  return (
    <Form label="Template" onSubmit={submit} refusal={add.error ?? change.error} fields={fieldsOf(value.sections)}>
      <Field label="Name" name="name" value={value.name} onChange={(name) => draft.change({ name })} autoFocus />
      {template === undefined ? (
        <Select
          label="Kind of note"
          name="kind"
          value={value.kind}
          options={list.kinds.map(({ word, label }) => ({ value: word, label }))}
          onChange={(kind) => draft.change({ kind })}
        />
      ) : null}
      {template?.every_kind === true || group ? null : (
        <Checkbox isSelected={value.first} onChange={(first) => draft.change({ first })} help="A note of this kind begins with it. Another one can still be chosen.">
          Comes first
        </Checkbox>
      )}
      {value.sections.map((section, index) => (
        <SectionFieldset
          // Sections have no name of their own while they are being named.
          // oxlint-disable-next-line react/no-array-index-key
          key={index}
          section={section}
          index={index}
          many={value.sections.length > 1}
          group={group}
          onChange={(patch) => set(changed(value.sections, index, patch))}
          onMove={(step) => set(moved(value.sections, index, step))}
          onRemove={() => set(without(value.sections, index))}
        />
      ))}
      <div>
        <Button size="sm" icon="plus" onPress={() => set([...value.sections, BLANK])}>
          Add a section
        </Button>
      </div>
      <DraftLine draft={draft} />
      <DialogActions>
        <Button onPress={onDone}>Not now</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={add.isPending || change.isPending}>
          {template === undefined ? "Add" : "Keep"}
        </Button>
      </DialogActions>
    </Form>
  );
}

interface SectionFieldsetProps {
  section: SectionFields;
  index: number;
  many: boolean;
  /** A group note has a part that goes into every chart and one of each person's own. */
  group: boolean;
  onChange: (patch: Partial<SectionFields>) => void;
  onMove: (step: 1 | -1) => void;
  onRemove: () => void;
}

function SectionFieldset({ section, index, many, group, onChange, onMove, onRemove }: SectionFieldsetProps) {
  const named = section.label === "" ? `section ${String(index + 1)}` : section.label;
  return (
    <fieldset className={styles.section}>
      <legend className="spoken">{named}</legend>
      <Field label="Section" name={`sections.${String(index)}.label`} value={section.label} onChange={(label) => onChange({ label })} />
      <Field
        label="Prompt"
        name={`sections.${String(index)}.hint`}
        optional
        help="One line: what belongs here"
        value={section.hint}
        onChange={(hint) => onChange({ hint })}
      />
      <div className={styles.ticks}>
        <Checkbox isSelected={section.required} onChange={(required) => onChange({ required })}>
          Required
        </Checkbox>
        {group ? (
          <PartOf section={section} onChange={onChange} />
        ) : (
          <Checkbox isSelected={section.carries} onChange={(carries) => onChange({ carries })}>
            May be carried forward
          </Checkbox>
        )}
        <span className="cluster">
          <Button size="sm" kind="quiet" icon="up-arrow" label={`Move ${named} up`} onPress={() => onMove(-1)} />
          <Button size="sm" kind="quiet" icon="down-arrow" label={`Move ${named} down`} onPress={() => onMove(1)} />
          {many && !(group && isMain(section)) ? (
            <Button size="sm" kind="quiet" label={`Remove ${named}`} onPress={onRemove}>
              Remove
            </Button>
          ) : null}
        </span>
      </div>
    </fieldset>
  );
}

/** The two sections that every group note has say which part they are; a further one may be in either. */
function PartOf({ section, onChange }: { section: SectionFields; onChange: (patch: Partial<SectionFields>) => void }) {
  if (isMain(section)) return <span className="muted">{section.shared === true ? "In every chart of the session" : "Each person’s own"}</span>;
  return (
    <Checkbox isSelected={section.shared === true} onChange={(shared) => onChange({ shared })}>
      In every chart of the session
    </Checkbox>
  );
}
