//! The practice's own words: brands, programs and streets that no dictionary has. Added here or from a marked word, and taken away here.

import { useState } from "react";
import { act, useCall, useOp } from "../../ipc/door.ts";
import type { PracticeWord } from "../../ipc/generated/calls.ts";
import { RefusedBanner } from "../../kit/Banner/RefusedBanner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Table } from "../../kit/Table/Table.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { useCommands } from "../palette/commands.ts";
import { SettingsPage } from "../practice/SettingsPage.tsx";

export function WordsPage() {
  const list = useCall("spelling.words", {});
  const [adding, setAdding] = useState(false);
  useCommands([{ id: "words.add", title: "Add a word", group: "Here", icon: "plus", keys: "N", run: () => setAdding(true) }]);
  return (
    <SettingsPage>
      <p className="muted prose small">
        Words that are right here though no dictionary has them. English, the words of the field, and the names of your
        clients, colleagues, groups and laboratories are known without being added.
      </p>
      <div>
        <Button icon="plus" keys="N" onPress={() => setAdding(true)}>
          Add a word
        </Button>
      </div>
      <Section title="The practice's words">
        <Answered query={list} what="the words">
          {(rows) => <Rows rows={rows} />}
        </Answered>
      </Section>
      <Dialog title="Add a word" isOpen={adding} onClose={() => setAdding(false)}>
        {adding ? <WordForm onDone={() => setAdding(false)} /> : null}
      </Dialog>
    </SettingsPage>
  );
}

function Rows({ rows }: { rows: readonly PracticeWord[] }) {
  const takeAway = useOp("spelling.void");
  const drop = ({ id, rev, word }: PracticeWord) =>
    takeAway.mutate(
      { id, rev },
      { onSuccess: (gone) => say(`Took “${word}” away`, { undo: () => void act("spelling.restore", { id: gone.id, rev: gone.rev }) }) },
    );
  return (
    <>
      {takeAway.error ? <RefusedBanner refusal={takeAway.error} /> : null}
      <Table
        label="The practice's words"
        rows={rows}
        idOf={({ id }) => id}
        textOf={({ word }) => word}
        empty={<EmptyState title="No word yet">In a note, go to a marked word with F7 and press A.</EmptyState>}
        columns={[
          { id: "word", title: "Word", cell: ({ word }) => <span className="strong">{word}</span> },
          { id: "by", title: "Added by", cell: ({ by }) => by },
          {
            id: "do",
            title: "",
            align: "end",
            cell: (row) =>
              row.may_take_away ? (
                <Button size="sm" kind="quiet" label={`Take ${row.word} away`} onPress={() => drop(row)}>
                  Take away
                </Button>
              ) : null,
          },
        ]}
      />
    </>
  );
}

function WordForm({ onDone }: { onDone: () => void }) {
  const add = useOp("spelling.add");
  const [word, setWord] = useState("");
  const done = ({ id, rev }: { id: string; rev: number }) => {
    say(`Added “${word}”`, { undo: () => void act("spelling.void", { id, rev }) });
    onDone();
  };
  return (
    <Form label="Word" fields={["word"]} refusal={add.error} onSubmit={() => add.mutate({ word }, { onSuccess: done })}>
      <Field label="Word" name="word" width="medium" help="With the capitals it is right with" value={word} onChange={setWord} autoFocus />
      <DialogActions>
        <Button onPress={onDone}>Not now</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={add.isPending}>
          Add
        </Button>
      </DialogActions>
    </Form>
  );
}
