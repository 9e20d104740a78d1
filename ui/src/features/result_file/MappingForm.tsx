//! How the files of one laboratory are read: a column for each thing, a meaning for each word. Kept once, used for every file.

import { useState } from "react";
import { useCall, useOp } from "../../ipc/door.ts";
import type { FileColumn, FileMapping, MappingAnswer, ResultColumn, WordKind } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { Segments } from "../../kit/Choice/Choice.tsx";
import { ComboBox } from "../../kit/ComboBox/ComboBox.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { FootBar } from "../../kit/FootBar/FootBar.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Select } from "../../kit/Select/Select.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { COLUMNS, DATES, KINDS, MEANINGS, PHASES, headOf, meaningOf, withHead, withWord, wordsOf } from "./words.ts";
import styles from "./ResultFile.module.css";

interface MappingFormProps {
  laboratory: string;
  /** Of the chosen file; none when no file is chosen. */
  columns: readonly FileColumn[];
  onDone: () => void;
}

export function MappingForm({ laboratory, columns, onDone }: MappingFormProps) {
  const found = useCall("result_file.mapping", { laboratory, heads: columns.map((column) => column.head) });
  return (
    <Answered query={found} what="the mapping">
      {(answer) => <Sheet answer={answer} columns={columns} onDone={onDone} />}
    </Answered>
  );
}

function Sheet({ answer, columns, onDone }: Omit<MappingFormProps, "laboratory"> & { answer: MappingAnswer }) {
  const op = useOp("result_file.save_mapping");
  const [mapping, setMapping] = useState<FileMapping>(answer.mapping);
  const lacking = (Object.keys(COLUMNS) as ResultColumn[]).find(
    (column) => COLUMNS[column].needed && headOf(mapping, column) === "",
  );
  const why = !answer.may_write
    ? "A director says how files are read."
    : lacking === undefined
      ? undefined
      : `Choose the column for: ${COLUMNS[lacking].label.toLowerCase()}.`;
  const submit = () => {
    if (why !== undefined) return;
    op.mutate(
      { laboratory: answer.laboratory, rev: answer.rev, mapping },
      {
        onSuccess: () => {
          say(`Kept how ${answer.laboratory_name}'s files are read`);
          onDone();
        },
      },
    );
  };
  const fields = [
    ...Object.keys(COLUMNS).map((column) => `mapping.columns.${column}`),
    ...mapping.words.map((_, place) => `mapping.words.${String(place)}`),
  ];
  return (
    <Form label="How the file is read" onSubmit={submit} refusal={op.error} fields={fields} className={styles.page}>
      <Section title={`How ${answer.laboratory_name}'s files are read`} aside={answer.rev === 0 ? "begun from usual heads; look at each" : null}>
        <div className={styles.columns}>
          {(Object.keys(COLUMNS) as ResultColumn[]).map((column) => (
            <ColumnField key={column} column={column} mapping={mapping} columns={columns} onChange={setMapping} />
          ))}
        </div>
        <div className={styles.pair}>
          <Segments label="Dates look like" value={mapping.dates} options={DATES} onChange={(dates) => setMapping({ ...mapping, dates })} />
          <Segments
            label="A line without a word for it is"
            value={mapping.phase}
            options={PHASES}
            onChange={(phase) => setMapping({ ...mapping, phase })}
          />
        </div>
      </Section>
      {(Object.keys(KINDS) as WordKind[]).map((kind) => (
        <Words key={kind} kind={kind} mapping={mapping} columns={columns} onChange={setMapping} />
      ))}
      <FootBar
        action={
          <>
            <Button onPress={onDone}>Back to the file</Button>
            <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={op.isPending} why={why} whyShown="elsewhere">
              Keep this
            </Button>
          </>
        }
      >
        {why ?? "A word without a meaning is refused with its line; nothing is guessed."}
      </FootBar>
    </Form>
  );
}

interface PartProps {
  mapping: FileMapping;
  columns: readonly FileColumn[];
  onChange: (mapping: FileMapping) => void;
}

function ColumnField({ column, mapping, columns, onChange }: PartProps & { column: ResultColumn }) {
  const head = headOf(mapping, column);
  const name = `mapping.columns.${column}`;
  const { label, needed } = COLUMNS[column];
  if (columns.length === 0) {
    return (
      <Field label={label} name={name} value={head} onChange={(text) => onChange(withHead(mapping, column, text))} optional={!needed} />
    );
  }
  const heads = columns.map((one) => one.head);
  const all = head === "" || heads.includes(head) ? heads : [head, ...heads];
  return (
    <Select
      label={label}
      name={name}
      value={head === "" ? "none" : head}
      options={[{ value: "none", label: "Not in the file" }, ...all.map((one) => ({ value: one, label: one }))]}
      onChange={(chosen) => onChange(withHead(mapping, column, chosen === "none" ? "" : chosen))}
      optional={!needed}
    />
  );
}

function Words({ kind, mapping, columns, onChange }: PartProps & { kind: WordKind }) {
  const panels = useCall("drug_test.panels", {});
  const { title, column, empty } = KINDS[kind];
  const head = headOf(mapping, column);
  const values = columns.find((one) => one.head === head)?.values ?? [];
  const words = wordsOf(mapping, kind, values);
  if (kind !== "result" && kind !== "analyte" && head === "") return null;
  const analytes = new Map((panels.data ?? []).flatMap((panel) => panel.analytes.map((one) => [one.key, one.name] as const)));
  const options =
    kind === "analyte" ? [...analytes].map(([value, label]) => ({ value, label, help: value })) : MEANINGS[kind];
  return (
    <Section title={title} aside={kind === "analyte" ? "names of our panels need no line" : null}>
      {words.length === 0 ? <p className="muted">{empty}</p> : null}
      <div className={styles.words} role="group" aria-label={title}>
        {words.map((word) => (
          <div key={word} className={styles.word}>
            <span className={styles.said}>{word}</span>
            {kind === "analyte" ? (
              <ComboBox
                label={`${word} means`}
                value={meaningOf(mapping, kind, word)}
                options={options}
                onChange={(means) => onChange(withWord(mapping, kind, word, means))}
              />
            ) : (
              <Select
                label={`${word} means`}
                value={meaningOf(mapping, kind, word) || "none"}
                options={[{ value: "none", label: "No meaning: refuse the line" }, ...options]}
                onChange={(means) => onChange(withWord(mapping, kind, word, means === "none" ? "" : means))}
              />
            )}
          </div>
        ))}
      </div>
    </Section>
  );
}
