//! The fast entry grid: one tab stop, arrows move the ring, letters and digits write the cell, leaving it saves it. A cell goes through five states: assumed
//! (faint: nobody has confirmed it), focused, edited (corner mark), saved, error (with its message under the grid).

import { useEffect, useRef, useState } from "react";
import type { KeyboardEvent, ReactNode } from "react";
import { Icon } from "../Icon/Icon.tsx";
import type { IconName } from "../Icon/Icon.tsx";
import { step } from "./grid.ts";
import type { At, GridState } from "./grid.ts";
import table from "../Table/Table.module.css";
import styles from "./Grid.module.css";

export interface GridCell {
  text: string;
  state: "assumed" | "saved" | "error";
  icon?: IconName;
  /** Drawn in place of the text, such as a small chart; the text is then what a screen reader says. */
  picture?: ReactNode;
  problem?: string;
}

export interface GridColumn<Row> {
  id: string;
  title: string;
  align?: "end" | "center";
  /** Once a column has a width the list is fixed: columns without one share what is left, and nothing wraps. */
  width?: "xs" | "s" | "m" | "ml" | "l";
  /** Which texts may be typed; a column without it is read only. */
  accepts?: RegExp;
  /** Typed texts that need no further key: they are written at once. */
  whole?: RegExp;
  /** How the cell reads while one types; the typed letters themselves when left out. */
  typing?: (typed: string) => string;
  cell: (row: Row) => GridCell;
}

interface GridProps<Row> {
  label: string;
  rowTitle: string;
  rows: readonly Row[];
  idOf: (row: Row) => string;
  nameOf: (row: Row) => ReactNode;
  columns: readonly GridColumn<Row>[];
  onWrite: (row: Row, column: string, text: string) => void;
  onOpen?: (row: Row) => void;
  /** What one comes to this page for: it takes the focus from the page's title once it is there, and from nothing else. */
  first?: boolean;
  /** Puts the ring on a row, such as one that was found by its name. A new object each time. */
  goTo?: { id: string } | undefined;
}

export function Grid<Row>({ label, rowTitle, rows, idOf, nameOf, columns, onWrite, onOpen, first, goTo }: GridProps<Row>) {
  // The ring begins where one types, also behind a column that is only read.
  const [state, setState] = useState<GridState>(() => {
    const typed = columns.findIndex((column) => column.accepts !== undefined);
    return { at: { row: 0, column: Math.max(0, typed) }, typed: undefined };
  });
  const body = useRef<HTMLTableSectionElement>(null);
  const at = {
    row: Math.min(state.at.row, Math.max(0, rows.length - 1)),
    column: Math.min(state.at.column, columns.length - 1),
  };

  useEffect(() => {
    const here = document.activeElement;
    const onTitle = here === null || here === document.body || here.matches("main, main h1");
    if (first && onTitle) body.current?.querySelector<HTMLElement>("[tabindex='0']")?.focus();
  }, [first]);

  useEffect(() => {
    if (goTo === undefined) return;
    const found = body.current?.querySelector<HTMLElement>(`tr[data-row="${CSS.escape(goTo.id)}"]`);
    (found?.querySelector<HTMLElement>("td:not([data-fixed])") ?? found?.querySelector<HTMLElement>("td"))?.focus();
  }, [goTo]);

  const write = (where: At, text: string) => {
    const row = rows[where.row];
    const column = columns[where.column];
    if (row !== undefined && column !== undefined) onWrite(row, column.id, text);
  };
  const focus = (where: At) =>
    body.current?.querySelector<HTMLElement>(`[data-at="${String(where.row)},${String(where.column)}"]`)?.focus();
  const press = (event: KeyboardEvent) => {
    const takes = (text: string) => columns[at.column]?.accepts?.test(text) ?? false;
    const isWhole = (text: string) => columns[at.column]?.whole?.test(text) ?? false;
    const done = step(event, { ...state, at }, { rows: rows.length, columns: columns.length }, takes, isWhole);
    if (done === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (done.kind === "open") {
      const row = rows[done.at.row];
      if (row !== undefined) onOpen?.(row);
      return;
    }
    if (done.kind === "move" && done.write) write(done.write.at, done.write.text);
    setState(done.to);
    focus(done.to.at);
  };
  const leave = () => {
    if (state.typed === undefined) return;
    write(at, state.typed);
    setState({ at, typed: undefined });
  };
  const fixed = columns.some((column) => column.width !== undefined);
  const problems = rows.flatMap((row) => columns.flatMap((column) => column.cell(row).problem ?? []));
  return (
    <div className={table.scroll}>
      {/* A grid of cells one types into is a table in structure and a grid in behavior. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role */}
      <table role="grid" aria-label={label} className={`${table.table} ${styles.grid}`} data-fixed={fixed || undefined}>
        <thead>
          <tr>
            <th scope="col" className={table.head}>
              {rowTitle}
            </th>
            {columns.map((column) => (
              <th key={column.id} scope="col" className={table.head} data-align={column.align} data-width={column.width}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        {/* The keys of all cells are handled in one place: the grid is one tab stop. */}
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <tbody ref={body} onKeyDown={press} onBlur={leave}>
          {rows.map((row, r) => (
            <tr key={idOf(row)} data-row={idOf(row)} className={table.row}>
              <th scope="row" className={table.cell}>
                {nameOf(row)}
              </th>
              {columns.map((column, c) => {
                const here = r === at.row && c === at.column;
                return (
                  <GridCellView
                    key={column.id}
                    cell={column.cell(row)}
                    align={column.align}
                    place={`${String(r)},${String(c)}`}
                    here={here}
                    typed={here ? state.typed : undefined}
                    typing={column.typing}
                    fixed={column.accepts === undefined}
                    onFocus={() =>
                      setState((now) =>
                        now.at.row === r && now.at.column === c
                          ? now
                          : { at: { row: r, column: c }, typed: undefined },
                      )
                    }
                  />
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {problems.map((problem) => (
        <p key={problem} className={styles.problem} role="status">
          <Icon name="caution" size="sm" />
          {problem}
        </p>
      ))}
    </div>
  );
}

interface CellViewProps {
  cell: GridCell;
  align: "end" | "center" | undefined;
  place: string;
  here: boolean;
  typed: string | undefined;
  typing: ((typed: string) => string) | undefined;
  fixed: boolean;
  onFocus: () => void;
}

function GridCellView({ cell, align, place, here, typed, typing, fixed, onFocus }: CellViewProps) {
  const state = typed === undefined ? cell.state : "edited";
  const icon = cell.icon ?? (state === "error" ? "caution" : undefined);
  return (
    <td
      className={`${table.cell} ${styles.cell}`}
      data-align={align}
      data-at={place}
      data-state={state}
      data-fixed={fixed || undefined}
      data-typing={typed === undefined ? undefined : true}
      aria-invalid={state === "error" || undefined}
      tabIndex={here ? 0 : -1}
      onFocus={onFocus}
    >
      {icon && typed === undefined ? <Icon name={icon} /> : null}
      {typed === undefined ? <CellWords cell={cell} /> : (typing?.(typed) ?? typed)}
      {typed === undefined ? null : <span className={styles.caret} aria-hidden="true" />}
      {state === "assumed" ? <span className="spoken">, assumed</span> : null}
    </td>
  );
}

function CellWords({ cell }: { cell: GridCell }) {
  if (cell.picture === undefined) return cell.text;
  return (
    <>
      <span aria-hidden="true">{cell.picture}</span>
      <span className="spoken">{cell.text}</span>
    </>
  );
}
