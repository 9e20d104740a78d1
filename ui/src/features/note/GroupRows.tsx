//! One line each. One tab stop: arrows move between people, 0 to 3 says the participation, Enter opens the row, S leaves it for later. An open row holds
//! the own line, the objective and the risk answer.

import { useEffect, useRef } from "react";
import type { KeyboardEvent } from "react";
import { Link } from "@tanstack/react-router";
import type { GroupEntry, GroupNotePage } from "../../ipc/generated/calls.ts";
import { State } from "../../kit/Badge/Badge.tsx";
import { KeyList } from "../../kit/Keys/Keys.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { GroupRowOpen } from "./GroupRowOpen.tsx";
import { focusField } from "../../kit/Form/focusField.ts";
import { ClientName } from "./ClientName.tsx";
import { changed, isOpen, lacking, shownOf, tally, withDigit, withStated } from "./group.ts";
import type { EntryBody, GroupBody } from "./group.ts";
import styles from "./group.module.css";

interface RowsProps {
  page: GroupNotePage;
  body: GroupBody;
  open: string | undefined;
  onOpen: (client: string | undefined) => void;
  onChange: (body: GroupBody) => void;
  /** Something was decided that need not wait for the row to be left. */
  onSettle: (body: GroupBody) => void;
  /** A row is finished: keep it and go on to the next one that misses something. */
  onFinish: (body: GroupBody) => void;
}

export function GroupRows({ page, body, open, onOpen, onChange, onSettle, onFinish }: RowsProps) {
  const table = useRef<HTMLTableSectionElement>(null);
  const counts = tally(page);
  const settle = (next: GroupBody) => {
    onChange(next);
    onSettle(next);
  };
  const rows = () => [...(table.current?.querySelectorAll<HTMLElement>("tr[data-row]") ?? [])];
  const press = (event: KeyboardEvent<HTMLElement>, entry: GroupEntry) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.altKey || event.metaKey) return;
    const done = () => event.preventDefault();
    const at = rows().indexOf(event.currentTarget);
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      done();
      rows()[at + (event.key === "ArrowDown" ? 1 : -1)]?.focus();
    } else if (event.key === "Enter") {
      done();
      onOpen(entry.client.id);
    } else if (/^[0-3]$/.test(event.key) && isOpen(entry)) {
      done();
      event.stopPropagation();
      settle(withDigit(body, entry, Number(event.key)));
    } else if (event.key.toLowerCase() === "s" && isOpen(entry)) {
      done();
      settle(changed(body, entry, { skipped: !shownOf(body, entry).skipped }));
    }
  };
  return (
    <Section
      title="One line each"
      aside={`${String(counts.present - counts.todo - counts.later)} of ${String(counts.present)} filled in, ${String(counts.todo)} to do${counts.later > 0 ? `, ${String(counts.later)} for later` : ""}`}
    >
      <div className={styles.scroll}>
        {/* Rows take the focus as one tab stop with arrows, as in a grid that opens. */}
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role */}
        <table role="treegrid" aria-label="One line each" className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Client</th>
              <th scope="col" data-align="end">
                Min
              </th>
              <th scope="col" data-align="end">
                Part.
              </th>
              <th scope="col">Objective</th>
              <th scope="col">Line</th>
              <th scope="col">Risk</th>
            </tr>
          </thead>
          <tbody ref={table}>
            {page.entries.map((entry, index) => (
              <EntryRow
                key={entry.client.id}
                entry={entry}
                shown={shownOf(body, entry)}
                statement={body.statement}
                isOpen={open === entry.client.id}
                first={index === 0}
                onKeyDown={(event) => press(event, entry)}
                onOpen={() => onOpen(open === entry.client.id ? undefined : entry.client.id)}
              >
                {open === entry.client.id && isOpen(entry) ? (
                  <GroupRowOpen
                    page={page}
                    entry={entry}
                    shown={shownOf(body, entry)}
                    onChange={(patch) => onChange(changed(body, entry, patch))}
                    onState={(stated) => settle(withStated(body, entry, stated))}
                    onDigit={(digit) => onChange(withDigit(body, entry, digit))}
                    onDigitKey={(digit) => {
                      const next = withDigit(body, entry, digit);
                      // Without the words that are asked of each person the row is not finished and stays open.
                      const first = lacking(page, shownOf(next, entry));
                      if (first === undefined) return onFinish(next);
                      onChange(next);
                      if (first !== "line") focusField(`own.${first}`);
                    }}
                  />
                ) : null}
              </EntryRow>
            ))}
          </tbody>
        </table>
      </div>
      <KeyList
        keys={[
          ["0 or 1 or 2 or 3", "participation, accepts the objective"],
          ["Enter", "opens the row"],
          ["Alt+0 or Alt+3", "participation while writing, and on to the next"],
          ["S", "later"],
        ]}
      />
    </Section>
  );
}

interface EntryRowProps {
  entry: GroupEntry;
  shown: EntryBody;
  statement: boolean;
  isOpen: boolean;
  first: boolean;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  onOpen: () => void;
  children: React.ReactNode;
}

function EntryRow({ entry, shown, statement, isOpen: opened, first, onKeyDown, onOpen, children }: EntryRowProps) {
  const row = useRef<HTMLTableRowElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    // An open row is seen whole, and not only the field that has the focus.
    // Closing a row gives the focus back to it, so that it is never lost with the field that held it.
    if (opened && !wasOpen.current) row.current?.nextElementSibling?.scrollIntoView?.({ block: "nearest" });
    if (wasOpen.current && !opened && document.activeElement === document.body) row.current?.focus();
    wasOpen.current = opened;
  }, [opened]);
  const objective = entry.objectives.filter(({ id }) => shown.ticks[id] !== undefined);
  const offered = entry.objectives.find(({ id }) => id === entry.offered);
  return (
    <>
      {/* The keys of a row are its shortcuts; every one of them has a control in the open row. */}
      <tr
        ref={row}
        data-row
        data-open={opened || undefined}
        data-absent={entry.absent || undefined}
        tabIndex={first || opened ? 0 : -1}
        aria-expanded={opened}
        onKeyDown={onKeyDown}
        onDoubleClick={onOpen}
        onClick={onOpen}
      >
        <th scope="row">
          <ClientName client={entry.client} />
        </th>
        <td data-align="end">{entry.minutes}</td>
        <td data-align="end">{entry.absent ? "" : (shown.participation ?? "–")}</td>
        <td>
          {objective.length > 0 ? (
            objective.map(({ label, words }) => `${label} ${words}`).join("; ")
          ) : offered && isOpen(entry) ? (
            <span className={styles.faint}>
              {offered.label} {offered.words}
            </span>
          ) : (
            "–"
          )}
        </td>
        <td>
          <LineCell entry={entry} shown={shown} />
        </td>
        <td>
          <RiskCell entry={entry} shown={shown} statement={statement} />
        </td>
      </tr>
      {children === null ? null : (
        <tr className={styles.opened}>
          <td colSpan={6}>{children}</td>
        </tr>
      )}
    </>
  );
}

function LineCell({ entry, shown }: { entry: GroupEntry; shown: EntryBody }) {
  if (entry.absent) return <span className="muted">{entry.attendance}</span>;
  const line = shown.line === "" ? "–" : shown.line;
  if (entry.note !== undefined && !isOpen(entry)) {
    return (
      <Link to="/note/$id" params={{ id: entry.note }} className={styles.line}>
        {line}
      </Link>
    );
  }
  return <span className={styles.line}>{line}</span>;
}

const RISK_WORDS = { none_observed: "None observed", same: "Same", new_or_changed: "New or changed", by_session_statement: "By the statement" } as const;

function RiskCell({ entry, shown, statement }: { entry: GroupEntry; shown: EntryBody; statement: boolean }) {
  if (!isOpen(entry)) {
    const signed = entry.state !== "draft" && entry.state !== "returned";
    return (
      <State tone={signed ? "positive" : "muted"} icon={signed ? "signed" : "absent"}>
        {signed ? "Signed" : "No risk line"}
      </State>
    );
  }
  if (shown.skipped) {
    return (
      <State tone="muted" icon="clock">
        Later
      </State>
    );
  }
  if (entry.missing.length > 0 || !entry.begun) {
    return (
      <State tone="caution" icon="not-collected">
        To do
      </State>
    );
  }
  const risk = shown.risk ?? (statement ? "by_session_statement" : null);
  if (risk === null) {
    return (
      <State tone="caution" icon="not-collected">
        Not chosen
      </State>
    );
  }
  return (
    <State tone={risk === "new_or_changed" ? "caution" : "positive"} icon={risk === "new_or_changed" ? "flag" : "check"}>
      {RISK_WORDS[risk]}
    </State>
  );
}
