//! The grid of a screen: one line a substance, one key a line. What no cup shows goes to the laboratory and stands under the lines that are entered.

import { useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import type { PanelAnalyte, Reading, TestLine } from "../../ipc/generated/calls.ts";
import { Badge, State } from "../../kit/Badge/Badge.tsx";
import { Key } from "../../kit/Keys/Keys.tsx";
import table from "../../kit/Table/Table.module.css";
import grid from "../../kit/Grid/Grid.module.css";
import { MEANINGS, READINGS } from "./words.ts";
import type { Readings } from "./screen.ts";
import { step, written } from "./screen.ts";
import styles from "./Test.module.css";

/** The keys of a line; a laboratory's report also has what is pending. */
export function ReadingKeys({ pending = false }: { pending?: boolean }) {
  return (
    <span className={styles.keys}>
      {[["N", "not detected"], ["D", "detected"], ["I", "invalid"], ...(pending ? [["P", "pending"]] : [])].map(([key = "", does = ""]) => (
        <span key={key}>
          <Key of={key} />
          {does}
        </span>
      ))}
    </span>
  );
}

interface ScreenGridProps {
  analytes: readonly PanelAnalyte[];
  value: Readings;
  onChange: (value: Readings) => void;
}

export function ScreenGrid({ analytes, value, onChange }: ScreenGridProps) {
  const lines = analytes.filter((analyte) => analyte.cutoff !== undefined);
  const elsewhere = analytes.filter((analyte) => analyte.cutoff === undefined);
  const [at, setAt] = useState(0);
  const body = useRef<HTMLTableSectionElement>(null);
  const here = Math.min(at, Math.max(0, lines.length - 1));
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const done = step(event.key, here, lines.length);
    const line = lines[here];
    if (done === undefined || line === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (done.write !== undefined) onChange(written(value, line.key, done.write));
    setAt(done.at);
    body.current?.querySelector<HTMLElement>(`[data-line="${String(done.at)}"]`)?.focus();
  };
  return (
    <div className={table.scroll}>
      {/* A grid of cells one types into is a table in structure and a grid in behavior. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role */}
      <table role="grid" aria-label="On-site screen" className={`${table.table} ${styles.lines}`}>
        <thead>
          <tr>
            <th scope="col" className={table.head}>
              Substance
            </th>
            <th scope="col" className={table.head} data-align="end">
              Cut-off
            </th>
            <th scope="col" className={table.head}>
              Screen, presumptive
            </th>
          </tr>
        </thead>
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <tbody ref={body} onKeyDown={press}>
          {lines.map((line, index) => {
            const reading = value[line.key];
            return (
              <tr key={line.key} className={table.row}>
                <th scope="row" className={table.cell}>
                  {line.name}
                </th>
                <td className={table.cell} data-align="end">
                  <span className="muted nowrap">{line.cutoff}</span>
                </td>
                <td
                  className={`${table.cell} ${grid.cell}`}
                  data-line={index}
                  data-state={reading === undefined ? "assumed" : "saved"}
                  tabIndex={index === here ? 0 : -1}
                  onFocus={() => setAt(index)}
                >
                  {reading === undefined ? "N, D or I" : READINGS[reading]}
                  {reading === undefined ? <span className="spoken">, not entered</span> : null}
                </td>
              </tr>
            );
          })}
          {elsewhere.map((line) => (
            <tr key={line.key} className={table.row}>
              <th scope="row" className={table.cell}>
                {line.name}
              </th>
              <td className={table.cell} data-align="end">
                <span className="muted">none</span>
              </td>
              <td className={table.cell}>
                <span className="muted">To the laboratory</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What was entered, against medications; presumptive until the laboratory has spoken. */
export function ResultTable({ lines, whole }: { lines: readonly TestLine[]; whole: boolean }) {
  const confirmed = lines.some((line) => line.confirmation !== undefined || line.laboratory_screen !== undefined);
  return (
    <div className={table.scroll}>
      <table aria-label="Results" className={`${table.table} ${styles.lines}`}>
        <thead>
          <tr>
            <th scope="col" className={table.head}>
              Substance
            </th>
            <th scope="col" className={table.head} data-align="end">
              Cut-off
            </th>
            <th scope="col" className={table.head}>
              Screen, presumptive
            </th>
            {confirmed ? (
              <th scope="col" className={table.head}>
                Laboratory
              </th>
            ) : null}
            {whole ? (
              <>
                <th scope="col" className={table.head}>
                  Medication
                </th>
                <th scope="col" className={table.head}>
                  Meaning
                </th>
              </>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.analyte} className={table.row}>
              <th scope="row" className={table.cell}>
                {line.name}
              </th>
              <td className={table.cell} data-align="end">
                <span className="muted nowrap">{line.cutoff === "" ? "none" : line.cutoff}</span>
              </td>
              <td className={table.cell}>
                {line.screen === undefined ? (
                  <span className="muted">{line.on_site ? "not entered" : "to the laboratory"}</span>
                ) : (
                  <ReadingWord of={line.screen} />
                )}
              </td>
              {confirmed ? (
                <td className={table.cell}>
                  <LaboratoryWord line={line} />
                </td>
              ) : null}
              {whole ? (
                <>
                  <td className={table.cell}>
                    <span className="muted">{line.prescribed ?? "–"}</span>
                  </td>
                  <td className={table.cell}>
                    <MeaningState line={line} />
                  </td>
                </>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What was detected stands out among many that were not. */
function ReadingWord({ of }: { of: Reading }) {
  return <span className={of === "not_detected" ? "nowrap" : "nowrap strong"}>{READINGS[of]}</span>;
}

function MeaningState({ line }: { line: TestLine }) {
  if (line.meaning === undefined) return null;
  const look = MEANINGS[line.meaning];
  if (line.presumptive && line.meaning === "unexpected")
    return <Badge state="presumptive">Unexpected, presumptive</Badge>;
  return (
    <State tone={look.tone} icon={look.icon}>
      {look.words}
    </State>
  );
}

/** The confirmation with its quantity and cut-off; before it, what the laboratory's own screen showed. */
function LaboratoryWord({ line }: { line: TestLine }) {
  const settled = line.confirmation === undefined || line.confirmation === "pending" ? undefined : line.confirmation;
  if (settled === undefined && line.laboratory_screen === undefined && line.confirmation === undefined) {
    return <span className="muted">–</span>;
  }
  if (settled === undefined) {
    return (
      <>
        <ReadingWord of={line.laboratory_screen ?? "pending"} />
        {line.laboratory_screen === undefined ? null : (
          <span className={styles.under}>{line.laboratory_screen === "detected" ? "presumptive, confirmation pending" : "screen, presumptive"}</span>
        )}
      </>
    );
  }
  const quantity = line.reported === "" ? "" : ` ${line.reported} ${line.unit}`.trimEnd();
  return (
    <>
      <ReadingWord of={settled} />
      {quantity}
      {line.confirm_cutoff === "" ? null : <span className={styles.under}>{`cut-off ${line.confirm_cutoff}`}</span>}
    </>
  );
}
