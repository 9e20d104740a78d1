//! The intake packet of a client: red until an item is there. What a record ticks leads to where the record is made; the rest is marked here, and every
//! mark can be taken back.

import { useState } from "react";
import { Link } from "@tanstack/react-router";
import { act, useCall, useOp } from "../../ipc/door.ts";
import type { Packet, PacketItem } from "../../ipc/generated/calls.ts";
import { State } from "../../kit/Badge/Badge.tsx";
import { RefusedBanner } from "../../kit/Banner/RefusedBanner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Dialog, DialogActions } from "../../kit/Dialog/Dialog.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Form } from "../../kit/Form/Form.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { usePractice } from "../../lib/practice.ts";
import { MADE_AT, packetWords, standingWords } from "./packet.ts";
import styles from "./Packet.module.css";

interface PacketProps {
  client: string;
  /** What is missing in one line until it is opened: where the packet is not what one came for. */
  closed?: boolean;
}

export function PacketSection({ client, closed = false }: PacketProps) {
  const packet = useCall("intake.packet", { client });
  const [open, setOpen] = useState(!closed);
  return (
    <Answered query={packet} what="the intake packet">
      {(answer) => (
        <Section
          title="Intake packet"
          aside={<Summary packet={answer} />}
          action={
            <Button kind="quiet" size="sm" icon={open ? "down" : "right"} onPress={() => setOpen(!open)}>
              {open ? "Close" : "Open"}
            </Button>
          }
        >
          {open ? <Items client={client} packet={answer} /> : <Missing packet={answer} />}
        </Section>
      )}
    </Answered>
  );
}

function Missing({ packet }: { packet: Packet }) {
  const missing = packet.items.filter(({ standing }) => standing === "missing");
  return missing.length === 0 ? null : <p>{`Still missing: ${missing.map(({ label }) => label).join(", ")}`}</p>;
}

function Summary({ packet }: { packet: Packet }) {
  const red = packet.missing > 0;
  const held = packet.blocks_groups && packet.items.some((item) => item.blocks && item.standing === "missing");
  return (
    <State tone={red ? "critical" : "positive"} icon={red ? "stop" : "check-circle"}>
      {`${packetWords(packet)}${held ? "; no group until then" : ""}`}
    </State>
  );
}

function Items({ client, packet }: { client: string; packet: Packet }) {
  const [asking, setAsking] = useState<PacketItem>();
  const mark = useOp("intake.mark");
  const clear = useOp("intake.clear");
  const there = (item: PacketItem) =>
    mark.mutate(
      { client, item: item.item, state: "done" },
      { onSuccess: (next) => said(item, next, `${item.label}: there`) },
    );
  return (
    <>
      {mark.error ? <RefusedBanner refusal={mark.error} /> : null}
      {clear.error ? <RefusedBanner refusal={clear.error} /> : null}
      <ul className={styles.packet} aria-label="Intake packet">
        {packet.items.map((item) => (
          <Item
            key={item.item}
            client={client}
            item={item}
            may={packet.may_mark}
            named={packet.blocks_groups}
            onThere={() => there(item)}
            onAsk={() => setAsking(item)}
            onClear={(id, rev) => clear.mutate({ id, rev })}
          />
        ))}
      </ul>
      <Dialog title={`${asking?.label ?? ""}: does not apply`} isOpen={asking !== undefined} onClose={() => setAsking(undefined)}>
        {asking ? <NotForm client={client} item={asking} onDone={() => setAsking(undefined)} /> : null}
      </Dialog>
    </>
  );
}

function said(item: PacketItem, next: Packet, words: string) {
  const { mark, mark_rev } = next.items.find((one) => one.item === item.item) ?? {};
  if (mark === undefined || mark_rev === undefined) say(words);
  else say(words, { undo: () => void act("intake.clear", { id: mark, rev: mark_rev }) });
}

interface ItemProps {
  client: string;
  item: PacketItem;
  may: boolean;
  /** Whether it matters here that an item keeps a client out of groups. */
  named: boolean;
  onThere: () => void;
  onAsk: () => void;
  onClear: (id: string, rev: number) => void;
}

function Item({ client, item, may, named, onThere, onAsk, onClear }: ItemProps) {
  const { today } = usePractice();
  const red = item.standing === "missing";
  const look = red ? (["critical", "stop"] as const) : item.standing === "done" ? (["positive", "check-circle"] as const) : (["muted", "not-collected"] as const);
  const { mark, mark_rev } = item;
  const help = [item.help, named && item.blocks ? "No group without it." : ""].filter((words) => words !== "").join(" ");
  return (
    <li>
      <div>
        {item.label}
        {help === "" ? null : <p className="muted small">{help}</p>}
      </div>
      <State tone={look[0]} icon={look[1]}>
        {standingWords(item, today)}
      </State>
      <div className={styles.ways}>
        {red && item.follows !== "nothing" ? (
          <Link to="/client/$id/{-$tab}" params={{ id: client, tab: MADE_AT[item.follows].tab }}>
            {MADE_AT[item.follows].words}
          </Link>
        ) : null}
        {may && red && item.follows === "nothing" ? (
          <Button size="sm" icon="check" label={`${item.label} is there`} onPress={onThere}>
            There
          </Button>
        ) : null}
        {may && red ? (
          <Button size="sm" kind="quiet" label={`${item.label} does not apply`} onPress={onAsk}>
            Does not apply
          </Button>
        ) : null}
        {may && mark !== undefined && mark_rev !== undefined ? (
          <Button size="sm" kind="quiet" icon="undo" label={`Take the mark of ${item.label} back`} onPress={() => onClear(mark, mark_rev)}>
            Take back
          </Button>
        ) : null}
      </div>
    </li>
  );
}

function NotForm({ client, item, onDone }: { client: string; item: PacketItem; onDone: () => void }) {
  const mark = useOp("intake.mark");
  const [reason, setReason] = useState("");
  const missing = reason.trim() === "" ? "Say why it does not apply first." : undefined;
  const submit = () => {
    if (missing !== undefined || mark.isPending) return;
    mark.mutate(
      { client, item: item.item, state: "not_applicable", reason },
      { onSuccess: (next) => (said(item, next, `${item.label}: does not apply`), onDone()) },
    );
  };
  return (
    <Form label="Does not apply" onSubmit={submit} refusal={mark.error} fields={["reason"]}>
      <Field label="Why" name="reason" value={reason} onChange={setReason} autoFocus isRequired />
      <DialogActions>
        <Button onPress={onDone}>Leave it red</Button>
        <Button type="submit" kind="primary" keys="Ctrl+Enter" pending={mark.isPending} why={missing}>
          Does not apply
        </Button>
      </DialogActions>
    </Form>
  );
}
