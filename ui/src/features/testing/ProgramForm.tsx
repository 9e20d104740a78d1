//! A testing program: its days, its times and its tiers.

import { useState } from "react";
import { useCall, useOp } from "../../ipc/door.ts";
import type { LineSays, Specimen, TestingProgram, TestingProgramFields } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { Checkbox, OneOf, Ticks } from "../../kit/Choice/Choice.tsx";
import { DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { FieldRow, Form } from "../../kit/Form/Form.tsx";
import { Select } from "../../kit/Select/Select.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import styles from "./ProgramForm.module.css";
import { WEEKDAYS, millionthsOf } from "./words.ts";

interface TierDraft {
  id: string | undefined;
  name: string;
  perYear: string;
  analyzed: string;
  stepAfter: string;
  stepTo: string;
}

/** Common tiers to begin with; a program changes them as it likes. */
const USUAL: readonly TierDraft[] = [
  ["Weekly", 52],
  ["36 a year", 36],
  ["Twice a month", 24],
  ["18 a year", 18],
  ["Monthly", 12],
].map(([name, count], place) => ({
  id: undefined,
  name: String(name),
  perYear: String(count),
  analyzed: "100",
  stepAfter: place === 4 ? "" : "180",
  stepTo: place === 4 ? "" : String(place + 1),
}));

function draftsOf(program: TestingProgram | undefined): TierDraft[] {
  if (program === undefined) return [...USUAL];
  return program.tiers.map((tier) => ({
    id: tier.id,
    name: tier.name,
    perYear: String(tier.per_year),
    analyzed: String(tier.analyzed_percent),
    stepAfter: tier.step_after_days === undefined ? "" : String(tier.step_after_days),
    stepTo: tier.step_to === undefined ? "" : String(program.tiers.findIndex((one) => one.id === tier.step_to)),
  }));
}

const FIELDS = ["name", "weekdays", "closed", "notice_time", "closes", "panel", "floor_millionths"] as const;

export function ProgramForm({ program, onDone }: { program: TestingProgram | undefined; onDone: () => void }) {
  const panels = useCall("drug_test.panels", {});
  const add = useOp("testing.add_program");
  const change = useOp("testing.change_program");
  const [name, setName] = useState(program?.name ?? "");
  const [days, setDays] = useState<string[]>(() => WEEKDAYS.filter((_, place) => (program?.weekdays ?? "1111111")[place] === "1"));
  const [closed, setClosed] = useState((program?.closed ?? []).join(", "));
  const [notice, setNotice] = useState(program?.notice_time ?? "06:00");
  const [closes, setCloses] = useState(program?.closes ?? "14:00");
  const [panel, setPanel] = useState(program?.panel ?? "");
  const [floor, setFloor] = useState(String((program?.floor_millionths ?? 10_000) / 10_000));
  const [says, setSays] = useState<LineSays>(program?.line_says ?? "names");
  const [active, setActive] = useState(program?.active ?? true);
  const [tiers, setTiers] = useState(() => draftsOf(program));
  const chosen = panels.data?.find((one) => one.key === panel);
  const missing = name.trim() === "" ? "Give the program a name." : chosen === undefined ? "Choose a panel." : undefined;
  const refusal = add.error ?? change.error;
  const fields = (specimen: Specimen): TestingProgramFields => ({
    name,
    weekdays: WEEKDAYS.map((day) => (days.includes(day) ? "1" : "0")).join(""),
    closed: closed.split(/[\s,]+/).filter((one) => one !== ""),
    notice_time: notice,
    closes,
    method: program?.method ?? "on_site",
    specimen,
    panel,
    floor_millionths: millionthsOf(floor) ?? 0,
    line_says: says,
    active,
    tiers: tiers.map((tier) => ({
      ...(tier.id === undefined ? {} : { id: tier.id }),
      name: tier.name,
      per_year: Number(tier.perYear) || 0,
      analyzed_percent: Number(tier.analyzed),
      ...(tier.stepAfter === "" ? {} : { step_after_days: Number(tier.stepAfter) || 0 }),
      ...(tier.stepTo === "" ? {} : { step_to: Number(tier.stepTo) }),
    })),
  });
  const submit = () => {
    if (chosen === undefined || missing !== undefined) return;
    const done = { onSuccess: () => (say("Saved the program"), onDone()) };
    if (program === undefined) add.mutate({ fields: fields(chosen.specimen) }, done);
    else change.mutate({ id: program.id, rev: program.rev, fields: fields(chosen.specimen) }, done);
  };
  return (
    <Form label="A testing program" onSubmit={submit} refusal={refusal} fields={[...FIELDS, ...tierFields(tiers.length)]}>
      <Field label="Name" name="name" value={name} onChange={setName} width="medium" isRequired autoFocus={program === undefined} />
      <Ticks
        label="Days that may be drawn"
        name="weekdays"
        columns="row"
        value={days}
        onChange={setDays}
        options={WEEKDAYS.map((day) => ({ value: day, label: day.slice(0, 3) }))}
        help="Leave no day of the week out unless nobody can collect: a safe day is a known day."
      />
      <Field label="Dates when nobody can collect" name="closed" value={closed} onChange={setClosed} placeholder="2026-12-25, 2027-01-01" optional />
      <FieldRow>
        <Field label="Names are known from" name="notice_time" value={notice} onChange={setNotice} width="short" />
        <Field label="The line closes at" name="closes" value={closes} onChange={setCloses} width="short" />
        <Field label="Chance of a day, at least" name="floor_millionths" value={floor} onChange={setFloor} unit="%" width="short" />
      </FieldRow>
      <Select
        label="Panel"
        name="panel"
        value={panel}
        onChange={setPanel}
        options={(panels.data ?? []).map((one) => ({ value: one.key, label: one.name }))}
      />
      <TierRows tiers={tiers} onChange={setTiers} />
      <OneOf
        label="The line says"
        value={says}
        onChange={setSays}
        options={[
          { value: "names", label: "Nothing of its own", help: "Somebody answers and tells each caller" },
          { value: "codes", label: "Codes", help: "A recorded line says four digits of each who is selected" },
          { value: "colors", label: "Colors", help: "The same with a color that each client has alone" },
        ]}
      />
      {program === undefined ? null : (
        <Checkbox isSelected={active} onChange={setActive}>
          The program takes people
        </Checkbox>
      )}
      <DialogActions>
        <Button onPress={onDone}>Not now</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={add.isPending || change.isPending} why={missing}>
          Save this program
        </Button>
      </DialogActions>
    </Form>
  );
}

const tierFields = (count: number): string[] =>
  Array.from({ length: count }, (_, place) =>
    ["name", "per_year", "analyzed_percent", "step_after_days", "step_to"].map((field) => `tiers.${String(place)}.${field}`),
  ).flat();

function TierRows({ tiers, onChange }: { tiers: readonly TierDraft[]; onChange: (tiers: TierDraft[]) => void }) {
  const put = (place: number, patch: Partial<TierDraft>) =>
    onChange(tiers.map((tier, at) => (at === place ? { ...tier, ...patch } : tier)));
  const others = (place: number) =>
    tiers.flatMap((tier, at) => (at === place ? [] : [{ value: String(at), label: tier.name }]));
  return (
    <>
      {tiers.map((tier, place) => (
        <div key={tier.id ?? place} className={styles.tier} role="group" aria-label={tier.name === "" ? "New tier" : tier.name}>
          <Field label="Tier" name={`tiers.${String(place)}.name`} value={tier.name} onChange={(name) => put(place, { name })} />
          <Field label="A year" name={`tiers.${String(place)}.per_year`} value={tier.perYear} onChange={(perYear) => put(place, { perYear })} inputMode="numeric" width="short" />
          <Field label="Analyzed" name={`tiers.${String(place)}.analyzed_percent`} value={tier.analyzed} onChange={(analyzed) => put(place, { analyzed })} unit="%" inputMode="numeric" width="short" />
          <Field label="Quiet days" name={`tiers.${String(place)}.step_after_days`} value={tier.stepAfter} onChange={(stepAfter) => put(place, { stepAfter })} inputMode="numeric" width="short" />
          <Select
            label="Then to"
            name={`tiers.${String(place)}.step_to`}
            value={tier.stepTo}
            onChange={(stepTo) => put(place, { stepTo: stepTo === "none" ? "" : stepTo })}
            options={[{ value: "none", label: "Nowhere" }, ...others(place)]}
            placeholder="Nowhere"
          />
        </div>
      ))}
      {tiers.length < 12 ? (
        <div>
          <Button
            size="sm"
            icon="plus"
            onPress={() => onChange([...tiers, { id: undefined, name: "", perYear: "", analyzed: "100", stepAfter: "", stepTo: "" }])}
          >
            Another tier
          </Button>
        </div>
      ) : null}
    </>
  );
}
