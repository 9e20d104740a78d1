//! What else can be done with a chart: copy it, restrict it, open it again to everybody whose role reaches it, or take a client back who was entered in error.

import { useState } from "react";
import { useNavigate } from "@tanstack/react-router";
import { useOp } from "../../ipc/door.ts";
import type { Chart } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { Icon } from "../../kit/Icon/Icon.tsx";
import { Menu } from "../../kit/Menu/Menu.tsx";
import type { MenuEntry } from "../../kit/Menu/Menu.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { PrintChartDialog } from "../exit/PrintDialogs.tsx";
import { useCommands } from "../palette/commands.ts";
import button from "../../kit/Button/Button.module.css";

type Doing = "copy" | "restrict" | "void" | undefined;

export function ChartActions({ chart }: { chart: Chart }) {
  const [doing, setDoing] = useState<Doing>();
  const close = () => setDoing(undefined);
  const { may, restricted, identity } = chart;
  const restrictTitle = restricted ? "Lift the restriction" : "Restrict this chart";
  const navigate = useNavigate();
  const asksAgain = identity !== undefined && may.change && chart.state !== "active";
  const ask = () => void navigate({ to: "/inquiries/new/$id", params: { id: chart.id } });
  useCommands([
    ...(asksAgain
      ? [{ id: "chart.inquiry", title: "Take an inquiry of this client", group: "Here" as const, icon: "phone" as const, keys: "N", run: ask }]
      : []),
    ...(identity
      ? [
          {
            id: "chart.copy",
            title: "Copy this chart as a PDF",
            group: "Here" as const,
            icon: "print" as const,
            keys: "Ctrl+P",
            inText: true,
            words: "print release",
            run: () => setDoing("copy"),
          },
        ]
      : []),
    ...(may.restrict && identity
      ? [
          {
            id: "chart.restrict",
            title: restrictTitle,
            group: "Here" as const,
            icon: "sealed" as const,
            run: () => setDoing("restrict"),
          },
        ]
      : []),
    ...(may.void
      ? [
          {
            id: "chart.void",
            title: "Take this client back, entered in error",
            group: "Here" as const,
            icon: "undo" as const,
            run: () => setDoing("void"),
          },
        ]
      : []),
  ]);
  if (identity === undefined) return null;
  const entries: MenuEntry[] = [
    ...(asksAgain ? [{ id: "inquiry", label: "Take an inquiry", icon: "phone" as const, keys: "N", run: ask }] : []),
    { id: "copy", label: "Copy this chart as a PDF", icon: "print", keys: "Ctrl+P", run: () => setDoing("copy") },
    ...(may.restrict
      ? [{ id: "restrict", label: restrictTitle, icon: "sealed" as const, run: () => setDoing("restrict") }]
      : []),
    ...(may.void
      ? [{ id: "void", label: "Take this client back", icon: "undo" as const, run: () => setDoing("void") }]
      : []),
  ];
  return (
    <>
      <Menu
        label="More"
        named
        className={button.button}
        trigger={
          <>
            More
            <Icon name="down" />
          </>
        }
        entries={entries}
      />
      {doing === "copy" ? <PrintChartDialog id={chart.id} onClose={close} /> : null}
      <Dialog title={restrictTitle} isOpen={doing === "restrict"} onClose={close}>
        {doing === "restrict" ? <RestrictForm chart={chart} rev={identity.rev} onDone={close} /> : null}
      </Dialog>
      <Dialog title="Take this client back" isOpen={doing === "void"} onClose={close} grave>
        {doing === "void" ? <VoidForm id={chart.id} rev={identity.rev} onDone={close} /> : null}
      </Dialog>
    </>
  );
}

function RestrictForm({ chart, rev, onDone }: { chart: Chart; rev: number; onDone: () => void }) {
  const [reason, setReason] = useState("");
  const restrict = useOp("client.restrict");
  const missing = reason.trim() === "" ? "Give a reason first." : undefined;
  const submit = () => {
    if (missing !== undefined || restrict.isPending) return;
    const request = { id: chart.id, rev, restricted: !chart.restricted, reason: reason.trim() };
    restrict.mutate(request, {
      onSuccess: () => {
        say(chart.restricted ? "Lifted the restriction" : "Restricted the chart");
        onDone();
      },
    });
  };
  return (
    <Form label="Restriction" onSubmit={submit} refusal={restrict.error} fields={["reason"]}>
      <p>
        {chart.restricted
          ? "Everybody whose role reaches charts finds this one again."
          : "Only the care team opens a restricted chart. To everybody else it is in no list and no search, to directors too."}
      </p>
      <Field
        label="Reason"
        name="reason"
        value={reason}
        onChange={setReason}
        help={chart.restricted ? "" : "Such as kin of a colleague, a coworker of a staff member"}
        autoFocus
        isRequired
      />
      <DialogActions>
        <Button onPress={onDone}>Leave as it is</Button>
        <Button type="submit" kind="primary" pending={restrict.isPending} why={missing}>
          {chart.restricted ? "Lift the restriction" : "Restrict this chart"}
        </Button>
      </DialogActions>
    </Form>
  );
}

function VoidForm({ id, rev, onDone }: { id: string; rev: number; onDone: () => void }) {
  const [reason, setReason] = useState("");
  const navigate = useNavigate();
  const take = useOp("client.void");
  const missing = reason.trim() === "" ? "Give a reason first." : undefined;
  const submit = () => {
    if (missing !== undefined || take.isPending) return;
    take.mutate(
      { id, rev, reason: reason.trim() },
      {
        onSuccess: () => {
          say("Took the client back");
          void navigate({ to: "/clients" });
        },
      },
    );
  };
  return (
    <Form label="Take back" onSubmit={submit} refusal={take.error} fields={["reason"]}>
      <p>For somebody entered in error or twice. It works only while nothing was recorded; the entry stays in the log.</p>
      <Field label="Reason" name="reason" value={reason} onChange={setReason} autoFocus isRequired />
      <DialogActions>
        <Button onPress={onDone}>Keep them</Button>
        <Button type="submit" kind="stop" pending={take.isPending} why={missing}>
          Take this client back
        </Button>
      </DialogActions>
    </Form>
  );
}
