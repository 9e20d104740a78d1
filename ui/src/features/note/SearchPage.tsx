//! Every word in every note this person may read, the newest first.

import { useState } from "react";
import { Link } from "@tanstack/react-router";
import { useCall } from "../../ipc/door.ts";
import type { NoteFound } from "../../ipc/generated/calls.ts";
import { RefusedBanner } from "../../kit/Banner/RefusedBanner.tsx";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { PageBody, PageHead } from "../../kit/PageHead/PageHead.tsx";
import { usePractice } from "../../lib/practice.ts";
import { date } from "../../lib/time.ts";
import { clientNumber } from "./body.ts";
import { marked } from "./marked.ts";
import styles from "./note.module.css";
import { useSettled } from "./useSettled.ts";

export function SearchPage() {
  const [text, setText] = useState("");
  const settled = useSettled(text.trim(), 150);
  const asks = settled.replace(/[^\p{L}\p{N}]/gu, "").length >= 2;
  const found = useCall("note.search", { text: settled }, { enabled: asks, keep: true });
  const rows = asks ? (found.data?.rows ?? []) : [];
  return (
    <>
      <PageHead title="Search notes">Every word counts; the last one may be a beginning.</PageHead>
      <PageBody>
        <div className={styles.search}>
          <Field label="Words in notes" type="search" value={text} onChange={setText} autoFocus />
        </div>
        {found.error ? <RefusedBanner refusal={found.error} /> : null}
        <p role="status" className="muted small">
          {!asks || found.data === undefined
            ? "Type a word of two letters or more."
            : found.data.more
              ? "The newest 50. Add a word to see fewer."
              : `${String(rows.length)} found`}
        </p>
        {asks && found.data !== undefined && rows.length === 0 ? (
          <EmptyState title="No note has all of these words">Leave one out, or try another form of it.</EmptyState>
        ) : null}
        <div className={styles.list}>
          {rows.map((row) => (
            <Row key={row.id} row={row} words={settled} />
          ))}
        </div>
      </PageBody>
    </>
  );
}

function Row({ row, words }: { row: NoteFound; words: string }) {
  const { today } = usePractice();
  return (
    <article className={`${styles.entry} ${styles.found}`}>
      <header>
        <Link to="/note/$id" params={{ id: row.id }}>
          {row.client_name === "" ? clientNumber(row.client_number) : row.client_name}
        </Link>
        <span>
          {row.kind_label}, {date(row.service_on, today)}
        </span>
        <span className="muted small">{row.author}</span>
      </header>
      <p>
        {marked(row.snippet, words).map(({ at, hit, text }) =>
          hit ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
        )}
      </p>
    </article>
  );
}
