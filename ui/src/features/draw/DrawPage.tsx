//! The page of a draw: what was fixed in which order, the pool with its answers, and what this proves.

import { useState } from "react";
import { useNavigate } from "@tanstack/react-router";
import { useCall, useOp } from "../../ipc/door.ts";
import type { DrawPage as Page, DrawPerson, DrawProof } from "../../ipc/generated/calls.ts";
import { State } from "../../kit/Badge/Badge.tsx";
import { Banner } from "../../kit/Banner/Banner.tsx";
import { RefusedBanner } from "../../kit/Banner/RefusedBanner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Facts } from "../../kit/Facts/Facts.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { PageBody, PageHead } from "../../kit/PageHead/PageHead.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Table } from "../../kit/Table/Table.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { usePractice } from "../../lib/practice.ts";
import { longDate, moment, plural } from "../../lib/time.ts";
import { useCommands } from "../palette/commands.ts";
import { STANDINGS, percent } from "../testing/words.ts";
import { DrawState } from "./DrawsPage.tsx";
import styles from "./DrawPage.module.css";

export function DrawPage({ id }: { id: string }) {
  const page = useCall("draw.page", { id });
  const print = useOp("draw.print");
  const [discarding, setDiscarding] = useState(false);
  const save = () => print.mutate({ id, copies: 1 }, { onSuccess: () => say("Page saved and recorded") });
  const told = page.data?.proof !== undefined;
  useCommands([
    ...(told ? [{ id: "draw.print", title: "Print the page of this draw", group: "Here", icon: "print", keys: "P", run: save } as const] : []),
    ...(page.data?.may_discard
      ? [{ id: "draw.discard", title: "Discard this draw", group: "Here", icon: "stop", keys: "X", run: () => setDiscarding(true) } as const]
      : []),
  ]);
  return (
    <>
      <PageHead
        title={page.data === undefined ? "Draw" : `Draw for ${longDate(page.data.draw.on)}`}
        actions={
          <>
            {page.data?.may_discard ? (
              <Button keys="X" onPress={() => setDiscarding(true)}>
                Discard
              </Button>
            ) : null}
            {told ? (
              <Button icon="print" keys="P" pending={print.isPending} onPress={save}>
                Print this page
              </Button>
            ) : null}
          </>
        }
      >
        {page.data === undefined ? "" : `${page.data.draw.program_name} · draw ${String(page.data.draw.attempt)} of this day`}
      </PageHead>
      <PageBody>
        {print.error ? <RefusedBanner refusal={print.error} /> : null}
        <Answered query={page} what="the draw">
          {(answer) => <Whole page={answer} />}
        </Answered>
      </PageBody>
      {discarding && page.data ? <DiscardDialog page={page.data} onClose={() => setDiscarding(false)} /> : null}
    </>
  );
}

function Whole({ page }: { page: Page }) {
  const { today, zone } = usePractice();
  const at = (value: number | undefined) => (value === undefined ? undefined : moment(value, today, zone));
  return (
    <>
      <Section title="What was fixed, in this order" aside={<DrawState of={page.draw} />}>
        <Facts
          facts={[
            ["Committed", `${at(page.committed_at) ?? ""} by ${page.committed_by}`],
            ["Commitment", <Digits key="c" of={page.commitment} />],
            ["Pool frozen", at(page.frozen_at)],
            ["Names opened", at(page.noticed_at) ?? (page.draw.state === "discarded" ? "never" : `not before ${at(page.draw.notice_at) ?? ""}`)],
            ...(page.discarded_at === undefined
              ? []
              : ([["Discarded", `${at(page.discarded_at) ?? ""}: ${page.draw.discard_reason}`]] as const)),
          ]}
        />
      </Section>
      {page.proof === undefined ? (
        page.draw.state === "discarded" ? null : (
          <Banner tone="sealed" icon="sealed" title="The names of this draw are sealed">
            {`From ${at(page.draw.notice_at) ?? ""} on, whoever opens the check-in line first opens them. Until then this page shows nothing more to anybody.`}
          </Banner>
        )
      ) : (
        <Proof proof={page.proof} discarded={page.draw.state === "discarded"} />
      )}
      <div className={styles.proves}>
        <Sentences title="What this page proves" of={page.proves} />
        <Sentences title="What it does not prove" of={page.does_not_prove} />
      </div>
    </>
  );
}

function Digits({ of }: { of: string }) {
  return <code className={styles.digits}>{of}</code>;
}

function Sentences({ title, of }: { title: string; of: readonly string[] }) {
  return (
    <Section title={title}>
      <ul className={styles.sentences}>
        {of.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Section>
  );
}

function Proof({ proof, discarded }: { proof: DrawProof; discarded: boolean }) {
  const navigate = useNavigate();
  const selected = proof.people.filter((person) => person.selected).length;
  const open = (person: DrawPerson) => {
    if (person.test !== undefined) void navigate({ to: "/tests/$id", params: { id: person.test } });
  };
  return (
    <>
      <Section title="The pool" aside={`${plural(proof.people.length, "person", "people")} · ${String(selected)} ${discarded ? "would have been selected" : "selected"}`}>
        <Table
          label="The pool"
          rows={proof.people}
          idOf={(person) => person.token}
          textOf={(person) => person.client_name ?? person.token}
          onOpen={open}
          columns={[
            {
              id: "name",
              title: "Client",
              cell: (person) => person.client_name ?? <span className="muted">not named to you</span>,
            },
            { id: "token", title: "Token", cell: (person) => <Digits of={person.token} /> },
            { id: "tier", title: "Tier", cell: (person) => person.tier_name },
            {
              id: "chance",
              title: "Chance",
              align: "end",
              cell: (person) =>
                person.chance_millionths === 0 ? (
                  <span className="muted">{STANDINGS[person.standing].words}</span>
                ) : (
                  percent(person.chance_millionths)
                ),
            },
            { id: "answer", title: "Answer", cell: (person) => <Answer of={person} /> },
          ]}
        />
      </Section>
      <Section title="To work it out again">
        <Facts
          facts={[
            ["Random bytes", <Digits key="r" of={proof.secret} />],
            [`Chain, entry ${String(proof.head_seq)}`, <Digits key="h" of={proof.head} />],
            ["Seed", <Digits key="s" of={proof.seed} />],
            ["Digest of the pool", <Digits key="p" of={proof.pool_digest} />],
          ]}
        />
      </Section>
    </>
  );
}

function Answer({ of }: { of: DrawPerson }) {
  if (!of.selected) return <span className="muted">{of.chance_millionths === 0 ? "not in the draw" : "not selected"}</span>;
  return (
    <State icon="vial" tone="info">
      {of.analyzed ? "Selected, analyzed" : "Selected, collected only"}
    </State>
  );
}

function DiscardDialog({ page, onClose }: { page: Page; onClose: () => void }) {
  const discard = useOp("draw.discard");
  const [reason, setReason] = useState("");
  const missing = reason.trim() === "" ? "Say why." : undefined;
  const submit = () => {
    if (missing !== undefined) return;
    discard.mutate({ id: page.draw.id, rev: page.draw.rev, reason }, { onSuccess: () => (say("Discarded; it stays in the list"), onClose()) });
  };
  return (
    <Dialog title="Discard this draw" isOpen grave onClose={onClose} busy={discard.isPending}>
      <Form label="Discard this draw" onSubmit={submit} refusal={discard.error} fields={["reason"]}>
        <p>It cannot be taken up again. It stays in the list, in the log and on the day report, with your reason.</p>
        <Field label="Why" name="reason" value={reason} onChange={setReason} isRequired />
        <DialogActions>
          <Button onPress={onClose}>Keep the draw</Button>
          <Button type="submit" kind="stop" pending={discard.isPending} why={missing}>
            Discard this draw
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
