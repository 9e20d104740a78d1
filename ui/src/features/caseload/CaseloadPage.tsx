//! The caseload: every active client in reach, who needs somebody most first; views, filters, and a table on the way out.

import { useDeferredValue, useMemo, useRef, useState } from "react";
import { useNavigate } from "@tanstack/react-router";
import { useCall } from "../../ipc/door.ts";
import type { Caseload, Flag } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { KeyList } from "../../kit/Keys/Keys.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { PageBody, PageHead } from "../../kit/PageHead/PageHead.tsx";
import { Select } from "../../kit/Select/Select.tsx";
import { usePractice } from "../../lib/practice.ts";
import { date, plural } from "../../lib/time.ts";
import { PrintCaseloadDialog } from "../exit/PrintDialogs.tsx";
import { useCommands } from "../palette/commands.ts";
import { CaseloadTable } from "./CaseloadTable.tsx";
import { ExportDialog } from "./ExportDialog.tsx";
import { FIRST_SORT, NO_FILTER, VIEWS, filtered, inView, load, nextSort, shownWords, sorted } from "./caseload.ts";
import type { Filter } from "./caseload.ts";
import styles from "./Caseload.module.css";

export function CaseloadPage() {
  const { today } = usePractice();
  const caseload = useCall("caseload.list", {});
  const [leaving, setLeaving] = useState<"table" | "paper" | undefined>();
  const [filter, setFilter] = useState<Filter>(NO_FILTER);
  const [sort, setSort] = useState(FIRST_SORT);
  const wanted = useDeferredValue(filter);
  const all = caseload.data?.rows;
  const rows = useMemo(() => sorted(filtered(all ?? [], wanted), sort), [all, wanted, sort]);
  const find = useRef<HTMLInputElement>(null);
  useCommands([
    { id: "caseload.find", title: "Filter the caseload", group: "Here", icon: "search", keys: "F", run: () => find.current?.focus() },
    { id: "caseload.export", title: "Save the caseload as a table", group: "Here", icon: "release", keys: "X", run: () => setLeaving("table") },
    { id: "caseload.print", title: "Print the caseload", group: "Here", icon: "print", keys: "Ctrl+P", inText: true, run: () => setLeaving("paper") },
  ]);
  const close = () => setLeaving(undefined);
  const clients = rows.map((row) => row.client);
  const nobody = rows.length === 0 ? "No client is in the list." : undefined;
  return (
    <div className={styles.page}>
      <PageHead
        title="Caseload"
        actions={
          <>
            <Button icon="print" keys="Ctrl+P" why={nobody} whyShown="elsewhere" onPress={() => setLeaving("paper")}>
              Print
            </Button>
            <Button icon="release" keys="X" why={nobody} whyShown="elsewhere" onPress={() => setLeaving("table")}>
              Save as a table
            </Button>
          </>
        }
      >
        {caseload.data === undefined
          ? ""
          : `${plural(caseload.data.rows.length, "client")} · week of ${date(caseload.data.week_start, today)} to ${date(caseload.data.week_last, today)}`}
      </PageHead>
      {caseload.data === undefined ? (
        <PageBody>
          <Answered query={caseload} what="the caseload">
            {() => null}
          </Answered>
        </PageBody>
      ) : (
        <Lists
          caseload={caseload.data}
          filter={filter}
          onFilter={setFilter}
          find={find}
          table={
            <Body
              rows={rows}
              sort={sort}
              onSort={(by) => setSort(nextSort(sort, by))}
              any={caseload.data.rows.length > 0}
              onEverything={() => setFilter(NO_FILTER)}
            />
          }
        />
      )}
      {leaving === "table" ? <ExportDialog clients={clients} onClose={close} /> : null}
      {leaving === "paper" ? (
        <PrintCaseloadDialog clients={clients} shown={shownWords(filter, all ?? [])} onClose={close} />
      ) : null}
    </div>
  );
}

interface BodyProps extends Omit<React.ComponentProps<typeof CaseloadTable>, "onOpen"> {
  any: boolean;
  onEverything: () => void;
}

function Body({ any, onEverything, ...table }: BodyProps) {
  const navigate = useNavigate();
  if (table.rows.length === 0) {
    return (
      <PageBody>
        {any ? (
          <EmptyState title="Nobody is in this list" action={<Button onPress={onEverything}>Show everybody</Button>}>
            No client fits the view and the filters you chose.
          </EmptyState>
        ) : (
          <EmptyState title="No active client yet">A client appears here with the first day of a stay.</EmptyState>
        )}
      </PageBody>
    );
  }
  return (
    <CaseloadTable
      {...table}
      onOpen={(row) => void navigate({ to: "/client/$id/{-$tab}", params: { id: row.client, tab: undefined } })}
    />
  );
}

interface ListsProps {
  caseload: Caseload;
  filter: Filter;
  onFilter: (filter: Filter) => void;
  find: React.RefObject<HTMLInputElement | null>;
  table: React.ReactNode;
}

function Lists({ caseload, filter, onFilter, find, table }: ListsProps) {
  const { rows, restricted } = caseload;
  const patch = (change: Partial<Filter>) => onFilter({ ...filter, ...change });
  const loads = load(rows);
  const levels = [...new Set(rows.map((row) => row.level ?? "none"))].toSorted();
  const flags = new Map(rows.flatMap((row) => row.flags.map(({ flag, label }) => [flag, label] as const)));
  return (
    <>
      <div className={styles.views} role="group" aria-label="Views">
        {VIEWS.map((view) => (
          <button
            key={view.id}
            type="button"
            className={styles.view}
            aria-pressed={filter.view === view.id}
            onClick={() => patch({ view: view.id })}
          >
            {view.title}
            <span>{rows.filter((row) => inView(row, view.id)).length}</span>
          </button>
        ))}
      </div>
      <div className={styles.filters} role="search" aria-label="Filter the caseload">
        <Field
          label="Filter by name or number"
          value={filter.text}
          onChange={(text) => patch({ text })}
          inputRef={find}
          inside
        />
        <Select
          label="Counselor"
          inside
          value={filter.counselor === "" ? "any" : filter.counselor}
          options={[
            { value: "any", label: "any" },
            ...loads.map((one) => ({ value: one.id, label: one.name, help: String(one.count) })),
          ]}
          onChange={(value) => patch({ counselor: value === "any" ? "" : value })}
        />
        <Select
          label="Level"
          inside
          value={filter.level === "" ? "any" : filter.level}
          options={[{ value: "any", label: "any" }, ...levels.map((level) => ({ value: level, label: level }))]}
          onChange={(value) => patch({ level: value === "any" ? "" : value })}
        />
        <Select<Flag | "any">
          label="Flag"
          inside
          value={filter.flag === "" ? "any" : filter.flag}
          options={[{ value: "any", label: "any" }, ...[...flags].map(([value, label]) => ({ value, label }))]}
          onChange={(value) => patch({ flag: value === "any" ? "" : value })}
        />
        {restricted > 0 ? (
          <p className={styles.load}>
            {`${plural(restricted, "restricted chart")} not shown: you are not on the care team.`}
          </p>
        ) : null}
      </div>
      {table}
      <div className={styles.foot}>
        <KeyList
          keys={[
            ["Up or Down", "row"],
            ["Enter", "open chart"],
            ["F", "filter"],
            ["X", "save as a table"],
          ]}
        />
      </div>
    </>
  );
}
