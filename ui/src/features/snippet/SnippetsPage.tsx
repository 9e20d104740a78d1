//! Snippets: one's own and everybody's, to look over and to change. They are typed in notes with "/" and their word.

import { useState } from "react";
import { useCall, useOp } from "../../ipc/door.ts";
import type { Snippet } from "../../ipc/generated/calls.ts";
import { RefusedBanner } from "../../kit/Banner/RefusedBanner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Checkbox } from "../../kit/Choice/Choice.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { PageBody, PageHead } from "../../kit/PageHead/PageHead.tsx";
import { Table } from "../../kit/Table/Table.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { act } from "../../ipc/door.ts";
import { useCommands } from "../palette/commands.ts";
import { EarlierVersions } from "../timeline/EarlierVersions.tsx";
import styles from "./snippet.module.css";

export function SnippetsPage() {
  const list = useCall("snippet.list", {});
  const [open, setOpen] = useState<Snippet | "new">();
  useCommands([{ id: "snippet.add", title: "Add a snippet", group: "Here", icon: "plus", keys: "N", run: () => setOpen("new") }]);
  return (
    <>
      <PageHead
        title="Snippets"
        actions={
          <Button icon="plus" keys="N" onPress={() => setOpen("new")}>
            Add a snippet
          </Button>
        }
      >
        In a note, type / and the word. What stands in [brackets] is filled in; Tab goes from one to the next.
      </PageHead>
      <PageBody>
        <Answered query={list} what="the snippets">
          {(rows) => <Rows rows={rows} onOpen={setOpen} />}
        </Answered>
      </PageBody>
      <Dialog title={open === "new" ? "Add a snippet" : "Change the snippet"} isOpen={open !== undefined} onClose={() => setOpen(undefined)} wide>
        {open === undefined ? null : <SnippetForm snippet={open === "new" ? undefined : open} onDone={() => setOpen(undefined)} />}
      </Dialog>
    </>
  );
}

function Rows({ rows, onOpen }: { rows: readonly Snippet[]; onOpen: (snippet: Snippet) => void }) {
  const takeAway = useOp("snippet.void");
  const drop = (row: Snippet) =>
    takeAway.mutate(
      { id: row.id, rev: row.rev },
      { onSuccess: ({ id, rev }) => say(`Took /${row.word} away`, { undo: () => act("snippet.restore", { id, rev }) }) },
    );
  return (
    <>
      {takeAway.error ? <RefusedBanner refusal={takeAway.error} /> : null}
      <div className={styles.list}>
        <Table
          label="Snippets"
          rows={rows}
          idOf={(row) => row.id}
          textOf={(row) => row.word}
          onOpen={(row) => {
            if (row.may_change) onOpen(row);
          }}
          empty={
            <EmptyState title="No snippet yet">A sentence you write often gets a word; from then on a slash and the word write it.</EmptyState>
          }
          columns={[
            { id: "word", title: "Word", cell: (row) => <span className={styles.word}>/{row.word}</span> },
            { id: "words", title: "Text", cell: (row) => <span className={styles.words}>{row.words}</span> },
            { id: "whose", title: "Whose", cell: (row) => (row.shared ? `everybody's, by ${row.by}` : "yours") },
            {
              id: "do",
              title: "",
              align: "end",
              cell: (row) =>
                row.may_change ? (
                  <span className="cluster">
                    <EarlierVersions of="snippet" id={row.id} what={`/${row.word}`} />
                    <Button size="sm" kind="quiet" label={`Take /${row.word} away`} onPress={() => drop(row)}>
                      Take away
                    </Button>
                  </span>
                ) : null,
            },
          ]}
        />
      </div>
    </>
  );
}

function SnippetForm({ snippet, onDone }: { snippet: Snippet | undefined; onDone: () => void }) {
  const add = useOp("snippet.add");
  const change = useOp("snippet.change");
  const [word, setWord] = useState(snippet?.word ?? "");
  const [words, setWords] = useState(snippet?.words ?? "");
  const [shared, setShared] = useState(snippet?.shared ?? false);
  const done = { onSuccess: () => (say(snippet ? "Changed the snippet" : "Added a snippet"), onDone()) };
  return (
    <Form
      label="Snippet"
      fields={["word", "words"]}
      refusal={add.error ?? change.error}
      onSubmit={() =>
        snippet === undefined
          ? add.mutate({ word, words, shared }, done)
          : change.mutate({ id: snippet.id, rev: snippet.rev, word, words, shared }, done)
      }
    >
      <Field label="Word" name="word" width="short" help="Typed after the slash" value={word} onChange={setWord} autoFocus />
      <Field
        label="Text"
        name="words"
        lines={5}
        help="[What changes] stands in brackets. Never a client's name: it would come up in other charts."
        value={words}
        onChange={setWords}
      />
      <Checkbox isSelected={shared} onChange={setShared} help="Everybody here can type it; you and a director can change it.">
        For everybody
      </Checkbox>
      <DialogActions>
        <Button onPress={onDone}>Not now</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={add.isPending || change.isPending}>
          {snippet === undefined ? "Add" : "Keep"}
        </Button>
      </DialogActions>
    </Form>
  );
}
