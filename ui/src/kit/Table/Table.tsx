//! A list with columns. One tab stop; arrows move, Home and End jump, typed letters find a row, Enter opens it. The first column names the row.
//! When the row that has the focus goes away, React Aria moves the focus to its neighbor.

import type { ReactNode } from "react";
import { Cell, Column as AriaColumn, Row, Table as AriaTable, TableBody, TableHeader } from "react-aria-components";
import { Icon } from "../Icon/Icon.tsx";
import styles from "./Table.module.css";

const SORTED = { ascending: "up-arrow", descending: "down-arrow" } as const;

export interface Column<Item> {
  id: string;
  title: string;
  align?: "end" | "center";
  /** In a list of `fixed` columns, so that several lists under each other line up. */
  width?: "s" | "m" | "l";
  /** The list can be sorted by this column: its head is a button. */
  sorts?: boolean;
  cell: (item: Item) => ReactNode;
}

/** By which column a list is sorted, and which way. */
export interface Sorting {
  column: string;
  descending: boolean;
}

interface TableProps<Item> {
  label: string;
  columns: readonly [Column<Item>, ...Column<Item>[]];
  rows: readonly Item[];
  idOf: (item: Item) => string;
  /** What typing letters finds the row by. */
  textOf: (item: Item) => string;
  onOpen?: (item: Item) => void;
  empty?: ReactNode;
  fixed?: boolean;
  sorting?: Sorting;
  onSort?: (sorting: Sorting) => void;
}

export function Table<Item extends object>({
  label,
  columns,
  rows,
  idOf,
  textOf,
  onOpen,
  empty,
  fixed,
  sorting,
  onSort,
}: TableProps<Item>) {
  if (rows.length === 0 && empty) return empty;
  return (
    <div className={styles.scroll}>
      <AriaTable
        aria-label={label}
        className={styles.table ?? ""}
        data-fixed={fixed || undefined}
        data-opens={onOpen ? true : undefined}
        {...(sorting
          ? {
              sortDescriptor: {
                column: sorting.column,
                direction: sorting.descending ? ("descending" as const) : ("ascending" as const),
              },
            }
          : {})}
        onSortChange={({ column, direction }) =>
          onSort?.({ column: String(column), descending: direction === "descending" })
        }
        onRowAction={
          onOpen &&
          ((key) => {
            const row = rows.find((item) => idOf(item) === key);
            if (row) onOpen(row);
          })
        }
      >
        <TableHeader>
          {columns.map((column, index) => (
            <AriaColumn
              key={column.id}
              id={column.id}
              isRowHeader={index === 0}
              allowsSorting={column.sorts ?? false}
              data-align={column.align}
              data-width={column.width}
              className={styles.head ?? ""}
            >
              {({ sortDirection }) => (
                <span className={styles.title}>
                  {column.title}
                  {sortDirection ? <Icon name={SORTED[sortDirection]} size="sm" /> : null}
                </span>
              )}
            </AriaColumn>
          ))}
        </TableHeader>
        <TableBody>
          {rows.map((item) => (
            <Row key={idOf(item)} id={idOf(item)} textValue={textOf(item)} className={styles.row ?? ""}>
              {columns.map((column) => (
                <Cell key={column.id} data-align={column.align} className={styles.cell ?? ""}>
                  {column.cell(item)}
                </Cell>
              ))}
            </Row>
          ))}
        </TableBody>
      </AriaTable>
    </div>
  );
}
