//! The parts that say what is at stake: work with its shifts, licenses, and who pays.

import { Checkbox } from "../../kit/Choice/Choice.tsx";
import { DateField } from "../../kit/DateField/DateField.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { FieldRow } from "../../kit/Form/Form.tsx";
import { Select } from "../../kit/Select/Select.tsx";
import { date } from "../../lib/time.ts";
import type { FieldsetProps, PartKind, Parts } from "./part.ts";
import { LICENSE_STATES, PATTERNS, licenseStates, patterns } from "./words.ts";

const together = (parts: readonly string[], by = ", ") => parts.filter((part) => part !== "").join(by);

const until = (day: string | undefined, today: string, words: string) =>
  day === undefined || day === "" ? "" : `${words} ${date(day, today)}`;

export const workPart: PartKind<"work"> = {
  noun: "work",
  title: "Work",
  one: "a workplace",
  none: "Nothing is recorded of the work yet. The shifts decide which track fits.",
  icon: "calendar",
  blank: {
    employer: "",
    unit: "",
    position: "",
    pattern: "days",
    pattern_words: "",
    starts_on: "",
    ends_on: "",
  },
  days: ["starts_on", "ends_on"],
  missing: ({ employer, pattern }) =>
    employer.trim() === "" && pattern !== "not_working" ? "Type where the client works first." : undefined,
  line: (row, today) => ({
    icon: "calendar",
    what: (
      <>
        <span className="strong">{row.employer === "" ? PATTERNS[row.pattern] : row.employer}</span>{" "}
        <span className="muted">{together([row.unit, row.position])}</span>
      </>
    ),
    note: together(
      [
        row.employer === "" ? "" : PATTERNS[row.pattern].toLowerCase(),
        row.pattern_words,
        until(row.starts_on, today, "since"),
        until(row.ends_on, today, "until"),
      ],
      " · ",
    ),
  }),
  Fieldset: WorkFieldset,
};

function WorkFieldset({ value, onChange }: FieldsetProps<Parts["work"]>) {
  return (
    <>
      <Field
        label="Employer"
        name="employer"
        value={value.employer}
        onChange={(employer) => onChange({ employer })}
        autoFocus
      />
      <FieldRow>
        <Field label="Unit" name="unit" value={value.unit} onChange={(unit) => onChange({ unit })} optional />
        <Field
          label="Position"
          name="position"
          value={value.position}
          onChange={(position) => onChange({ position })}
          optional
        />
      </FieldRow>
      <FieldRow>
        <Select
          label="Works"
          name="pattern"
          value={value.pattern}
          options={patterns}
          onChange={(pattern) => onChange({ pattern })}
        />
        <Field
          label="In words"
          name="pattern_words"
          value={value.pattern_words}
          onChange={(pattern_words) => onChange({ pattern_words })}
          help="Such as 7 PM to 7 AM, three on, four off"
          optional
        />
      </FieldRow>
      <FieldRow>
        <DateField
          label="Since"
          name="starts_on"
          value={value.starts_on ?? ""}
          onChange={(starts_on) => onChange({ starts_on })}
          optional
        />
        <DateField
          label="Until"
          name="ends_on"
          value={value.ends_on ?? ""}
          onChange={(ends_on) => onChange({ ends_on })}
          optional
        />
      </FieldRow>
    </>
  );
}

const LICENSE_TONES = {
  active: "positive",
  conditions: "caution",
  suspended: "critical",
  surrendered: "critical",
  lapsed: "caution",
  unknown: undefined,
} as const;

const LICENSE_ICONS = {
  active: "check-circle",
  conditions: "flag",
  suspended: "stop",
  surrendered: "stop",
  lapsed: "expired",
  unknown: "not-collected",
} as const;

export const licensePart: PartKind<"license"> = {
  noun: "license",
  title: "Licenses",
  one: "a license",
  none: "No license is recorded yet.",
  icon: "paper",
  blank: {
    label: "",
    state: "",
    number: "",
    status: "active",
    expires_on: "",
    board: "",
    monitoring_program: "",
  },
  days: ["expires_on"],
  missing: ({ label }) => (label.trim() === "" ? "Type the license first." : undefined),
  line: (row, today) => {
    const tone = LICENSE_TONES[row.status];
    return {
      icon: LICENSE_ICONS[row.status],
      ...(tone ? { tone } : {}),
      what: (
        <>
          <span className="strong">{row.label}</span> {together([row.state, row.number], " ")}
          <span className="muted">: {LICENSE_STATES[row.status]}</span>
        </>
      ),
      note: together([row.board, row.monitoring_program, until(row.expires_on, today, "expires")], " · "),
    };
  },
  Fieldset: LicenseFieldset,
};

function LicenseFieldset({ value, onChange }: FieldsetProps<Parts["license"]>) {
  return (
    <>
      <FieldRow>
        <Field
          label="License"
          name="label"
          value={value.label}
          onChange={(label) => onChange({ label })}
          help="Such as RN or MD"
          autoFocus
          isRequired
        />
        <Field
          label="State"
          name="state"
          value={value.state}
          onChange={(state) => onChange({ state: state.toUpperCase() })}
          maxLength={2}
          optional
        />
        <Field label="Number" name="number" value={value.number} onChange={(number) => onChange({ number })} optional />
      </FieldRow>
      <FieldRow>
        <Select
          label="It is"
          name="status"
          value={value.status}
          options={licenseStates}
          onChange={(status) => onChange({ status })}
        />
        <DateField
          label="Expires on"
          name="expires_on"
          value={value.expires_on ?? ""}
          onChange={(expires_on) => onChange({ expires_on })}
          optional
        />
      </FieldRow>
      <Field label="Board" name="board" value={value.board} onChange={(board) => onChange({ board })} optional />
      <Field
        label="Monitoring program"
        name="monitoring_program"
        value={value.monitoring_program}
        onChange={(monitoring_program) => onChange({ monitoring_program })}
        optional
      />
    </>
  );
}

const POSITIONS = [
  { value: "1", label: "Billed first" },
  { value: "2", label: "Billed second" },
  { value: "3", label: "Billed third" },
] as const;

export const insurancePart: PartKind<"insurance"> = {
  noun: "insurance",
  title: "Insurance",
  one: "an insurance",
  none: "No insurance is recorded yet.",
  icon: "paper",
  blank: {
    position: 1,
    payer: "",
    member_number: "",
    group_number: "",
    subscriber: "",
    starts_on: "",
    ends_on: "",
    paid_in_full: false,
  },
  days: ["starts_on", "ends_on"],
  next: (rows) => ({ position: Math.min(3, rows.length + 1) }),
  missing: ({ payer }) => (payer.trim() === "" ? "Type who pays first." : undefined),
  line: (row, today) => ({
    icon: row.paid_in_full ? "hidden" : "paper",
    ...(row.paid_in_full ? { tone: "sealed" as const } : {}),
    what: (
      <>
        <span className="strong">{row.payer}</span> <span className="muted">{row.member_number}</span>
      </>
    ),
    note: together(
      [
        row.paid_in_full ? "paid in full by the client: tell the payer nothing" : "",
        POSITIONS[row.position - 1]?.label.toLowerCase() ?? "",
        until(row.ends_on, today, "until"),
      ],
      " · ",
    ),
  }),
  Fieldset: InsuranceFieldset,
};

export function InsuranceFieldset({ value, onChange }: Omit<FieldsetProps<Parts["insurance"]>, "today">) {
  return (
    <>
      <FieldRow>
        <Field label="Payer" name="payer" value={value.payer} onChange={(payer) => onChange({ payer })} isRequired />
        <Select
          label="Order"
          name="position"
          value={String(value.position) as "1"}
          options={POSITIONS}
          onChange={(position) => onChange({ position: Number(position) })}
        />
      </FieldRow>
      <FieldRow>
        <Field
          label="Member number"
          name="member_number"
          value={value.member_number}
          onChange={(member_number) => onChange({ member_number })}
          optional
        />
        <Field
          label="Group number"
          name="group_number"
          value={value.group_number}
          onChange={(group_number) => onChange({ group_number })}
          optional
        />
      </FieldRow>
      <Field
        label="Subscriber"
        name="subscriber"
        value={value.subscriber}
        onChange={(subscriber) => onChange({ subscriber })}
        help="When it is not the client"
        width="medium"
        optional
      />
      <Checkbox
        isSelected={value.paid_in_full}
        onChange={(paid_in_full) => onChange({ paid_in_full })}
        help="42 CFR 2.26: nothing of this treatment may then go to the payer."
      >
        The client pays in full themselves
      </Checkbox>
    </>
  );
}
