//! The charts an auditor was named for: they read these and no others, until a day. Naming is undone by ending it.

import { useState } from "react";
import { useCall, useOp } from "../../ipc/door.ts";
import type { NamedChart, StaffRow } from "../../ipc/generated/calls.ts";
import { RefusedBanner } from "../../kit/Banner/RefusedBanner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { DateField } from "../../kit/DateField/DateField.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { Todo } from "../../kit/Todo/Todo.tsx";
import { usePractice } from "../../lib/practice.ts";
import { date } from "../../lib/time.ts";
import { ClientField, type PickedClient } from "../client/ClientPicker.tsx";

export function NamedCharts({ row, may }: { row: StaffRow; may: boolean }) {
  const [naming, setNaming] = useState(false);
  const charts = useCall("named_chart.list", { staff: row.id });
  const end = useOp("named_chart.end");
  const finish = (chart: NamedChart) =>
    end.mutate({ id: chart.id, rev: chart.rev }, { onSuccess: () => say(`${chart.client} is closed to them again`) });
  const name = may ? (
    <Button size="sm" icon="plus" onPress={() => setNaming(true)}>
      Name a chart
    </Button>
  ) : null;
  return (
    <Section title="Charts to audit" action={(charts.data?.length ?? 0) > 0 ? name : null}>
      {end.error ? <RefusedBanner refusal={end.error} /> : null}
      <Answered query={charts} what="the charts">
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title="No chart is named" action={name}>
              An auditor reads the charts named here, and changes nothing.
            </EmptyState>
          ) : (
            <ChartList charts={rows} may={may} onEnd={finish} />
          )
        }
      </Answered>
      <Dialog title="Name a chart" isOpen={naming} onClose={() => setNaming(false)}>
        {naming ? <NameForm staff={row.id} onDone={() => setNaming(false)} /> : null}
      </Dialog>
    </Section>
  );
}

interface ListProps {
  charts: readonly NamedChart[];
  may: boolean;
  onEnd: (chart: NamedChart) => void;
}

function ChartList({ charts, may, onEnd }: ListProps) {
  const { today } = usePractice();
  return (
    <Todo
      label="Charts to audit"
      items={charts.map((chart) => ({
        id: chart.id,
        icon: "client",
        what: chart.client,
        note: `until ${date(chart.until, today)} · named by ${chart.by}`,
        way: may ? (
          <Button kind="quiet" size="sm" label={`End ${chart.client}`} onPress={() => onEnd(chart)}>
            End
          </Button>
        ) : null,
      }))}
    />
  );
}

function NameForm({ staff, onDone }: { staff: string; onDone: () => void }) {
  const add = useOp("named_chart.add");
  const [client, setClient] = useState<PickedClient>();
  const [until, setUntil] = useState("");
  const missing =
    client === undefined ? "Choose a client first." : until === "" ? "Choose the last day first." : undefined;
  const submit = () => {
    if (client === undefined || missing !== undefined || add.isPending) return;
    add.mutate(
      { staff, client: client.id, until },
      { onSuccess: () => (say(`They read the chart until ${until}`), onDone()) },
    );
  };
  return (
    <Form label="Chart to audit" onSubmit={submit} refusal={add.error} fields={["client", "until"]}>
      <ClientField label="Client" value={client} error={undefined} onChange={setClient} />
      <DateField label="Last day" name="until" value={until} onChange={setUntil} />
      <DialogActions>
        <Button onPress={onDone}>Close</Button>
        <Button type="submit" kind="primary" pending={add.isPending} why={missing}>
          Name it
        </Button>
      </DialogActions>
    </Form>
  );
}
