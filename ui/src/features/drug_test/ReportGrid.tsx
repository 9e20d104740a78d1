//! What a laboratory says of each substance: initial test and confirmation, one key a cell as on the grid of a screen, and the quantity beside what was
//! confirmed. Nothing is filled in by itself.

import { Fragment, useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import type { Phase, TestLine } from "../../ipc/generated/calls.ts";
import { Field } from "../../kit/Field/Field.tsx";
import grid from "../../kit/Grid/Grid.module.css";
import table from "../../kit/Table/Table.module.css";
import { cutoffOf, lineComplaint, withLine, withoutUnit } from "./report.ts";
import type { TypedLine, TypedReport } from "./report.ts";
import { reportStep } from "./screen.ts";
import type { ReportPlace } from "./screen.ts";
import { READINGS } from "./words.ts";
import styles from "./Test.module.css";

const PHASES: readonly Phase[] = ["screen", "confirmation"];

interface ReportGridProps {
  of: readonly TestLine[];
  value: Pick<TypedReport, "lines" | "cutoffs">;
  onChange: (lines: TypedReport["lines"]) => void;
}

export function ReportGrid({ of, value, onChange }: ReportGridProps) {
  const [at, setAt] = useState<ReportPlace>({ line: 0, phase: "screen" });
  const body = useRef<HTMLTableSectionElement>(null);
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const cell = event.target instanceof HTMLElement && event.target.hasAttribute("data-place");
    const done = cell ? reportStep(event.key, at, of.length) : undefined;
    const line = of[at.line];
    if (done === undefined || line === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (done.write !== undefined) onChange(withLine(value.lines, line.analyte, { [at.phase]: done.write ?? undefined }));
    setAt(done.at);
    body.current?.querySelector<HTMLElement>(`[data-place="${String(done.at.line)} ${done.at.phase}"]`)?.focus();
  };
  return (
    <div className={table.scroll}>
      {/* A grid of cells one types into is a table in structure and a grid in behavior. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role */}
      <table role="grid" aria-label="Substances of the report" className={`${table.table} ${styles.lines}`}>
        <thead>
          <tr>
            <th scope="col" className={table.head}>
              Substance
            </th>
            {PHASES.map((phase) => (
              <Fragment key={phase}>
                <th scope="col" className={table.head}>
                  {phase === "screen" ? "Initial test, presumptive" : "Confirmation"}
                </th>
                {value.cutoffs ? (
                  <th scope="col" className={`${table.head} nowrap`}>
                    Its cut-off
                  </th>
                ) : null}
              </Fragment>
            ))}
            <th scope="col" className={table.head}>
              Quantity
            </th>
          </tr>
        </thead>
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <tbody ref={body} onKeyDown={press}>
          {of.map((line, index) => (
            <Row
              key={line.analyte}
              of={line}
              line={value.lines[line.analyte] ?? {}}
              cutoffs={value.cutoffs}
              ring={at.line === index ? at.phase : undefined}
              place={index}
              onFocus={(phase) => setAt({ line: index, phase })}
              onChange={(change) => onChange(withLine(value.lines, line.analyte, change))}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  of: TestLine;
  line: TypedLine;
  cutoffs: boolean;
  /** The cell of this row that Tab reaches. */
  ring: Phase | undefined;
  place: number;
  onFocus: (phase: Phase) => void;
  onChange: (change: Partial<TypedLine>) => void;
}

function Row({ of, line, cutoffs, ring, place, onFocus, onChange }: RowProps) {
  const complaint = lineComplaint(line, of, cutoffs);
  return (
    <tr className={table.row}>
      <th scope="row" className={table.cell}>
        {of.name}
        {complaint === undefined ? null : <span className={styles.complaint}>{complaint}</span>}
      </th>
      {PHASES.map((phase) => (
        <Fragment key={phase}>
          <td
            className={`${table.cell} ${grid.cell}`}
            data-place={`${String(place)} ${phase}`}
            data-state={line[phase] === undefined ? "assumed" : "saved"}
            tabIndex={ring === phase ? 0 : -1}
            onFocus={() => onFocus(phase)}
          >
            {line[phase] === undefined ? "not reported" : READINGS[line[phase]]}
          </td>
          {cutoffs ? (
            <td className={table.cell}>
              {line[phase] === undefined && line[cutoffOf(phase)] === undefined ? null : (
                <Field
                  inside
                  label={`Cut-off of the ${phase === "screen" ? "initial test" : "confirmation"} of ${of.name}`}
                  placeholder={withoutUnit((phase === "screen" ? of.cutoff : of.confirm_cutoff) || "none", of.unit)}
                  value={line[cutoffOf(phase)] ?? ""}
                  onChange={(text) => onChange({ [cutoffOf(phase)]: text })}
                />
              )}
            </td>
          ) : null}
        </Fragment>
      ))}
      <td className={table.cell}>
        {line.confirmation === "detected" || line.quantity !== undefined ? (
          <Field
            inside
            label={`Quantity of ${of.name}`}
            placeholder="none"
            value={line.quantity ?? ""}
            onChange={(quantity) => onChange({ quantity })}
            inputMode="decimal"
            {...(of.unit === "" ? {} : { unit: of.unit })}
          />
        ) : (
          <span className="muted">–</span>
        )}
      </td>
    </tr>
  );
}
