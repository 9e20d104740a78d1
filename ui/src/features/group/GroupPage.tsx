//! One group: what it is, when it meets, who is on the roster, and who was.

import { useState } from "react";
import { Link } from "@tanstack/react-router";
import { useCall } from "../../ipc/door.ts";
import type { GroupAnswer, Member } from "../../ipc/generated/calls.ts";
import { State } from "../../kit/Badge/Badge.tsx";
import { Banner } from "../../kit/Banner/Banner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Dialog } from "../../kit/Dialog/Dialog.tsx";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { Facts } from "../../kit/Facts/Facts.tsx";
import { KeyList } from "../../kit/Keys/Keys.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { Name } from "../../kit/Name/Name.tsx";
import { PageBody, PageHead } from "../../kit/PageHead/PageHead.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Table } from "../../kit/Table/Table.tsx";
import { usePractice } from "../../lib/practice.ts";
import { date } from "../../lib/time.ts";
import { TogetherOnRoster } from "../apart/Together.tsx";
import { useCommands } from "../palette/commands.ts";
import { ClientPicker } from "../client/ClientPicker.tsx";
import type { PickedClient } from "../client/ClientPicker.tsx";
import { EarlierVersions } from "../timeline/EarlierVersions.tsx";
import { CurriculumSection } from "./CurriculumSection.tsx";
import { AddSlotForm, ChangeGroupForm, EndSlotForm, JoinForm, LeaveForm } from "./GroupForms.tsx";
import { leadersWords, slotWords } from "./groupWords.ts";
import { WaitlistSection } from "./WaitlistSection.tsx";
import styles from "./GroupPage.module.css";

type Open =
  | { what: "change" | "slot" | "pick" }
  | { what: "join"; client: PickedClient }
  | { what: "leave"; member: Member }
  | { what: "end"; slot: GroupAnswer["group"]["slots"][number] };

export function GroupPage({ id }: { id: string }) {
  const found = useCall("group.get", { id });
  const [open, setOpen] = useState<Open>();
  const group = found.data?.group;
  const may = group?.may_arrange === true;
  useCommands(
    may
      ? [
          { id: "group.join", title: "Put a client on the roster", group: "Here", icon: "plus", keys: "N", run: () => setOpen({ what: "pick" }) },
          { id: "group.change", title: "Change the group", group: "Here", icon: "draft", keys: "E", run: () => setOpen({ what: "change" }) },
        ]
      : [],
  );
  return (
    <>
      <PageHead
        title={group?.name ?? "Group"}
        actions={
          may ? (
            <>
              <EarlierVersions of="group" id={group.id} what={group.name} />
              <Button icon="draft" keys="E" onPress={() => setOpen({ what: "change" })}>
                Change
              </Button>
              <Button icon="plus" keys="N" onPress={() => setOpen({ what: "pick" })}>
                Put on the roster
              </Button>
            </>
          ) : null
        }
      >
        {group ? `${group.type_label} · led by ${leadersWords(group)}` : ""}
      </PageHead>
      <PageBody>
        <Answered query={found} what="the group">
          {(answer) => <Whole answer={answer} onOpen={setOpen} />}
        </Answered>
      </PageBody>
      {found.data ? <Dialogs answer={found.data} open={open} setOpen={setOpen} /> : null}
    </>
  );
}

function Whole({ answer, onOpen }: { answer: GroupAnswer; onOpen: (open: Open) => void }) {
  const { group, cap, roster, earlier } = answer;
  const { today } = usePractice();
  const most = Math.min(cap, group.capacity);
  return (
    <div className={styles.whole}>
      {group.active ? null : <Banner icon="absent" title="This group does not meet any more" />}
      <div className={styles.top}>
        <Section title="Weekly times" action={group.may_arrange && group.active ? <AddTime onOpen={onOpen} /> : null}>
          {group.slots.length === 0 ? (
            <p className="muted">No weekly time. Sessions are then planned one by one.</p>
          ) : (
            <ul className={styles.slots}>
              {group.slots.map((slot) => (
                <li key={slot.id}>
                  <span>{slotWords(slot)}</span>
                  <span className="muted small">
                    {slot.from_on > today ? `from ${date(slot.from_on, today)}` : ""}
                    {slot.until_on ? ` until ${date(slot.until_on, today)}` : ""}
                  </span>
                  {group.may_arrange && slot.until_on === undefined ? (
                    <Button kind="quiet" size="sm" onPress={() => onOpen({ what: "end", slot })}>
                      End it
                    </Button>
                  ) : null}
                </li>
              ))}
            </ul>
          )}
        </Section>
        <Section title="About">
          <Facts
            facts={[
              ["Track", group.track],
              ["Room", group.room],
              ["People at most", String(most)],
            ]}
          />
        </Section>
      </div>
      <CurriculumSection answer={answer} />
      <Section
        title="Roster"
        aside={answer.roster_shown ? `${String(group.members)} of ${String(most)} today` : undefined}
      >
        {answer.roster_shown ? <TogetherOnRoster group={group.id} /> : null}
        {answer.roster_shown ? (
          <Roster members={roster} may={group.may_arrange} onOpen={onOpen} />
        ) : (
          <p className="muted">The roster is shown to who leads the group and to counselors.</p>
        )}
      </Section>
      {answer.roster_shown ? <WaitlistSection answer={answer} /> : null}
      {earlier.length === 0 ? null : (
        <Section title="Earlier stays">
          <Table
            label="Earlier stays"
            rows={earlier}
            idOf={(row) => row.membership}
            textOf={(row) => row.name.text}
            fixed
            columns={[
              { id: "name", title: "Client", cell: (row) => <Who member={row} /> },
              {
                id: "stay",
                title: "Stay",
                width: "l",
                cell: (row) => `${date(row.joined_on, today)} to ${row.left_on ? date(row.left_on, today) : ""}`,
              },
              { id: "why", title: "Why", cell: (row) => row.leave_reason },
            ]}
          />
        </Section>
      )}
    </div>
  );
}

function AddTime({ onOpen }: { onOpen: (open: Open) => void }) {
  return (
    <Button kind="quiet" size="sm" icon="plus" onPress={() => onOpen({ what: "slot" })}>
      Add a time
    </Button>
  );
}

function Roster({ members, may, onOpen }: { members: readonly Member[]; may: boolean; onOpen: (open: Open) => void }) {
  const { today } = usePractice();
  return (
    <>
    <Table
      label="Roster"
      rows={members}
      idOf={(row) => row.membership}
      textOf={(row) => row.name.text}
      {...(may ? { onOpen: (member: Member) => onOpen({ what: "leave", member }) } : {})}
      empty={
        <EmptyState title="Nobody is on the roster">
          Who is on it is expected at every session from the date of joining on.
        </EmptyState>
      }
      fixed
      columns={[
        { id: "name", title: "Client", cell: (row) => <Who member={row} /> },
        { id: "since", title: "Since", width: "m", cell: (row) => since(row, today) },
        {
          id: "note",
          title: "Remarks",
          cell: (row) =>
            row.cap_reason === "" ? null : (
              <State tone="muted" icon="info">
                above the cap: {row.cap_reason}
              </State>
            ),
        },
      ]}
    />
      {may && members.length > 0 ? (
        <KeyList
          keys={[
            ["Up or Down", "client"],
            ["Enter", "end the stay"],
          ]}
        />
      ) : null}
    </>
  );
}

function since(member: Member, today: string): string {
  const from = member.joined_on > today ? `from ${date(member.joined_on, today)}` : date(member.joined_on, today);
  return member.left_on === undefined ? from : `${from}, until ${date(member.left_on, today)}`;
}

function Who({ member }: { member: Member }) {
  const { name } = member;
  if (name.how !== "whole") return name.text;
  return (
    <Link to="/client/$id/{-$tab}" params={{ id: member.client }}>
      <Name family={name.family} given={name.given} credential={member.profession || undefined} />
    </Link>
  );
}

interface DialogsProps {
  answer: GroupAnswer;
  open: Open | undefined;
  setOpen: (open: Open | undefined) => void;
}

function Dialogs({ answer, open, setOpen }: DialogsProps) {
  const close = () => setOpen(undefined);
  const { group } = answer;
  const is = (what: Open["what"]) => open?.what === what;
  return (
    <>
      <ClientPicker
        label="Put a client on the roster"
        isOpen={is("pick")}
        onClose={() => (is("pick") ? close() : undefined)}
        onPick={(client) => setOpen({ what: "join", client })}
      />
      <Dialog title={`Change ${group.name}`} isOpen={is("change")} onClose={close} wide>
        <ChangeGroupForm group={group} onDone={close} />
      </Dialog>
      <Dialog title="Add a weekly time" isOpen={is("slot")} onClose={close} wide>
        <AddSlotForm group={group} onDone={close} />
      </Dialog>
      <Dialog
        title={open?.what === "end" ? `End ${slotWords(open.slot)}` : ""}
        isOpen={is("end")}
        onClose={close}
      >
        {open?.what === "end" ? <EndSlotForm slot={open.slot} onDone={close} /> : null}
      </Dialog>
      <Dialog title={open?.what === "join" ? open.client.name : ""} isOpen={is("join")} onClose={close}>
        {open?.what === "join" ? <JoinForm answer={answer} client={open.client} onDone={close} /> : null}
      </Dialog>
      <Dialog title={open?.what === "leave" ? open.member.name.text : ""} isOpen={is("leave")} onClose={close}>
        {open?.what === "leave" ? <LeaveForm member={open.member} onDone={close} /> : null}
      </Dialog>
    </>
  );
}
