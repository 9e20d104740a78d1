//! The next version of a panel: every substance a line, every cut-off a field. The version before stays as it was.

import { useOp } from "../../ipc/door.ts";
import type { PanelSheet, SheetAnalyte } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { DateField } from "../../kit/DateField/DateField.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { FootBar } from "../../kit/FootBar/FootBar.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { Loading } from "../../kit/Loading/Loading.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { DraftLine } from "../draft/DraftLine.tsx";
import { useDraft } from "../draft/useDraft.ts";
import { NEW_ANALYTE, draftOf, lacks, withField } from "./words.ts";
import type { VersionDraft } from "./words.ts";
import styles from "./Panel.module.css";

type TextField = "name" | "initial" | "confirm" | "unit" | "detection";

const COLUMNS: readonly (readonly [field: TextField, title: string])[] = [
  ["name", "Substance"],
  ["initial", "Screen"],
  ["confirm", "Confirmation"],
  ["unit", "Unit"],
  ["detection", "Found for"],
];

function fieldNames(analytes: readonly SheetAnalyte[]): string[] {
  const lines = analytes.flatMap((_, place) => COLUMNS.map(([field]) => `analytes.${String(place)}.${field}`));
  return ["effective_on", "because", "source", "note", ...lines];
}

export function VersionForm({ panel, onDone }: { panel: PanelSheet; onDone: () => void }) {
  const op = useOp("panel.revise");
  const draft = useDraft<VersionDraft>("panel", panel.id, draftOf(panel));
  if (!draft.ready) return <Loading what="what you wrote" />;
  const { value } = draft;
  const missing = lacks(value);
  const submit = () => {
    if (missing !== undefined) return;
    op.mutate(
      { id: panel.id, rev: panel.rev, ...value },
      {
        onSuccess: (made) => {
          void draft.done();
          say(`Version ${String(made.number)} is kept`);
          onDone();
        },
      },
    );
  };
  return (
    <Form label="Next version" onSubmit={submit} refusal={op.error} fields={fieldNames(value.analytes)} className={styles.main}>
      <div className={styles.choices}>
        <DateField
          label="Holds from"
          name="effective_on"
          value={value.effective_on}
          onChange={(effective_on) => draft.change({ effective_on })}
        />
        <Field label="Why it changes" name="because" value={value.because} onChange={(because) => draft.change({ because })} isRequired />
        <Field label="Source" name="source" value={value.source} onChange={(source) => draft.change({ source })} optional />
      </div>
      <Section title="Substances" aside="an empty cut-off means that there is no such test">
        <AnalyteGrid analytes={value.analytes} onChange={(analytes) => draft.change({ analytes })} />
      </Section>
      <Field label="Note" name="note" lines={2} value={value.note} onChange={(note) => draft.change({ note })} optional />
      <DraftLine draft={draft} />
      <FootBar
        action={
          <>
            <Button onPress={onDone}>Not now</Button>
            <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={op.isPending} why={missing} whyShown="elsewhere">
              Keep this version
            </Button>
          </>
        }
      >
        {missing ?? "Tests that were made keep the version they were made with."}
      </FootBar>
    </Form>
  );
}

function AnalyteGrid({ analytes, onChange }: { analytes: readonly SheetAnalyte[]; onChange: (analytes: SheetAnalyte[]) => void }) {
  return (
    <div className={styles.grid} role="group" aria-label="Substances">
      {COLUMNS.map(([field, title]) => (
        <span key={field} className={styles.head} aria-hidden="true">
          {title}
        </span>
      ))}
      <span />
      {analytes.map((analyte, place) => (
        <AnalyteLine
          key={analyte.key === "" ? `new-${String(place)}` : analyte.key}
          analyte={analyte}
          place={place}
          onField={(field, text) => onChange(withField(analytes, place, field, text))}
          onTakeOut={() => onChange(analytes.filter((_, at) => at !== place))}
        />
      ))}
      <div className={styles.more}>
        <Button icon="plus" size="sm" onPress={() => onChange([...analytes, NEW_ANALYTE])}>
          Add a substance
        </Button>
      </div>
    </div>
  );
}

interface AnalyteLineProps {
  analyte: SheetAnalyte;
  place: number;
  onField: (field: TextField, text: string) => void;
  onTakeOut: () => void;
}

function AnalyteLine({ analyte, place, onField, onTakeOut }: AnalyteLineProps) {
  const of = analyte.name === "" ? "the new substance" : analyte.name;
  return (
    <>
      {COLUMNS.map(([field, title]) => (
        <div key={field} className={styles.bare}>
          <Field
            label={`${title} of ${of}`}
            name={`analytes.${String(place)}.${field}`}
            value={analyte[field]}
            onChange={(text) => onField(field, text)}
            {...(field === "initial" || field === "confirm" ? { inputMode: "decimal" as const, placeholder: "none" } : {})}
          />
        </div>
      ))}
      <Button size="sm" kind="quiet" icon="close" label={`Take ${of} out`} onPress={onTakeOut} />
    </>
  );
}
