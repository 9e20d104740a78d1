//! The tests of a chart, the newest first, and the two ways to a new one.

import { useState } from "react";
import { useNavigate } from "@tanstack/react-router";
import { useCall, useOp } from "../../ipc/door.ts";
import type { ChartAnswer, Method, Specimen, TestReason } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { DateField } from "../../kit/DateField/DateField.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Select } from "../../kit/Select/Select.tsx";
import { Table } from "../../kit/Table/Table.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { usePractice } from "../../lib/practice.ts";
import { useCommands } from "../palette/commands.ts";
import { FollowUps } from "../follow_up/FollowUps.tsx";
import { Course, Trends } from "./Course.tsx";
import { useTestColumns } from "./TestState.tsx";
import { panelsFor } from "./log.ts";
import { METHODS, REASONS, SPECIMENS, options } from "./words.ts";
import styles from "./Test.module.css";

export function DrugTestsTab({ client }: { client: string }) {
  const [pages, setPages] = useState<readonly string[]>([]);
  const after = pages.at(-1);
  const tests = useCall("drug_test.chart", after === undefined ? { client } : { client, after }, { keep: true });
  const [ordering, setOrdering] = useState(false);
  const navigate = useNavigate();
  const columns = useTestColumns({ client: false, day: true });
  const log = () => void navigate({ to: "/tests/log/$client", params: { client } });
  const mayLog = tests.data?.may_log === true;
  const mayOrder = tests.data?.may_order === true;
  useCommands([
    ...(mayLog
      ? [{ id: "drug_test.log", title: "Log a drug test", group: "Here" as const, icon: "vial" as const, keys: "T", run: log }]
      : []),
    ...(mayOrder
      ? [
          {
            id: "drug_test.order",
            title: "Order a drug test",
            group: "Here" as const,
            icon: "plus" as const,
            keys: "O",
            run: () => setOrdering(true),
          },
        ]
      : []),
  ]);
  return (
    <>
      <FollowUps client={client} />
      <Course client={client} />
      <Answered query={tests} what="the tests">
        {(answer) => (
          <Section title="Drug tests" action={<TabActions answer={answer} onLog={log} onOrder={() => setOrdering(true)} />}>
            <Table
              label="Drug tests"
              rows={answer.rows}
              columns={columns}
              idOf={(row) => row.id}
              textOf={(row) => row.number}
              onOpen={(row) => void navigate({ to: "/tests/$id", params: { id: row.id } })}
              empty={
                <EmptyState title="No test yet">
                  Tests that are ordered, collected or not collected appear here, each with the one word for where it
                  stands.
                </EmptyState>
              }
            />
            {answer.more || pages.length > 0 ? (
              <div className={styles.line}>
                {pages.length > 0 ? <Button onPress={() => setPages(pages.slice(0, -1))}>Newer</Button> : null}
                {answer.more ? (
                  <Button onPress={() => setPages([...pages, answer.rows.at(-1)?.id ?? ""])}>Older</Button>
                ) : null}
              </div>
            ) : null}
          </Section>
        )}
      </Answered>
      <Trends client={client} />
      {ordering ? <OrderDialog client={client} onClose={() => setOrdering(false)} /> : null}
    </>
  );
}

function TabActions({ answer, onLog, onOrder }: { answer: ChartAnswer; onLog: () => void; onOrder: () => void }) {
  return (
    <span className={styles.line}>
      {answer.may_order ? (
        <Button size="sm" icon="plus" keys="O" onPress={onOrder}>
          Order a test
        </Button>
      ) : null}
      {answer.may_log ? (
        <Button size="sm" icon="vial" keys="T" onPress={onLog}>
          Log a test
        </Button>
      ) : null}
    </span>
  );
}

function OrderDialog({ client, onClose }: { client: string; onClose: () => void }) {
  const { today } = usePractice();
  const panels = useCall("drug_test.panels", {});
  const op = useOp("drug_test.order");
  const [reason, setReason] = useState<TestReason>("scheduled");
  const [specimen, setSpecimen] = useState<Specimen>("urine");
  const [method, setMethod] = useState<Method>("on_site");
  const [panel, setPanel] = useState("np12");
  const [on, setOn] = useState(today);
  const fits = panelsFor(panels.data ?? [], specimen);
  const chosen = fits.some((one) => one.key === panel) ? panel : (fits[0]?.key ?? "");
  const submit = () =>
    op.mutate(
      { client, reason, specimen, method, panel: chosen, on },
      {
        onSuccess: (test) => {
          say(`${test.number} is ordered`);
          onClose();
        },
      },
    );
  return (
    <Dialog title="Order a drug test" isOpen onClose={onClose} busy={op.isPending}>
      <Form label="Order a drug test" onSubmit={submit} refusal={op.error} fields={["on", "panel"]} className={styles.dialog}>
        <div className={styles.pair}>
          <Select label="Reason" value={reason} options={options(REASONS)} onChange={setReason} />
          <DateField label="To be collected on" name="on" value={on} onChange={setOn} />
          <Select label="Specimen" value={specimen} options={options(SPECIMENS)} onChange={setSpecimen} />
          <Select label="Read" value={method} options={options(METHODS)} onChange={setMethod} />
        </div>
        <Select
          label="Panel"
          name="panel"
          value={chosen}
          options={fits.map((one) => ({ value: one.key, label: one.name }))}
          onChange={setPanel}
        />
        <DialogActions>
          <Button onPress={onClose}>Close</Button>
          <Button type="submit" kind="primary" pending={op.isPending} why={on === "" ? "Name the day." : undefined}>
            Order
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
