//! The groups: when each meets, who leads it, and how many are on its roster.

import { useState } from "react";
import { useNavigate } from "@tanstack/react-router";
import { useCall } from "../../ipc/door.ts";
import type { GroupLine } from "../../ipc/generated/calls.ts";
import { Button } from "../../kit/Button/Button.tsx";
import { Segments } from "../../kit/Choice/Choice.tsx";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { KeyList } from "../../kit/Keys/Keys.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { PageBody, PageHead } from "../../kit/PageHead/PageHead.tsx";
import { Table } from "../../kit/Table/Table.tsx";
import { holds, usePractice } from "../../lib/practice.ts";
import { plural } from "../../lib/time.ts";
import { useCommands } from "../palette/commands.ts";
import { leadersWords, slotsWords } from "./groupWords.ts";

type Shown = "active" | "ended";

export function GroupsPage() {
  const { person } = usePractice();
  const groups = useCall("group.list", { inactive: true });
  const navigate = useNavigate();
  const [shown, setShown] = useState<Shown>("active");
  const may = holds(person, "director", "front_desk", "counselor");
  const add = () => void navigate({ to: "/groups/new" });
  useCommands(may ? [{ id: "group.add", title: "Add a group", group: "Here", icon: "plus", keys: "N", run: add }] : []);
  const count = groups.data?.filter((group) => group.active).length;
  return (
    <>
      <PageHead
        title="Groups"
        actions={
          <>
            <Button kind="quiet" keys="G U" onPress={() => void navigate({ to: "/curricula" })}>
              Curricula
            </Button>
            {may ? (
              <Button icon="plus" keys="N" onPress={add}>
                Add a group
              </Button>
            ) : null}
          </>
        }
      >
        {count === undefined ? "" : `${plural(count, "group")} meeting`}
      </PageHead>
      <PageBody>
        <Answered query={groups} what="the groups">
          {(rows) => (
            <>
              {rows.some((row) => !row.active) ? (
                <Segments
                  label="Which groups"
                  labelShown={false}
                  value={shown}
                  onChange={setShown}
                  options={[
                    { value: "active", label: "Meeting" },
                    { value: "ended", label: "Ended" },
                  ]}
                />
              ) : null}
              <GroupTable
                rows={rows.filter((row) => row.active === (shown === "active"))}
                onOpen={(row) => void navigate({ to: "/groups/$id", params: { id: row.id } })}
              />
            </>
          )}
        </Answered>
      </PageBody>
    </>
  );
}

function GroupTable({ rows, onOpen }: { rows: readonly GroupLine[]; onOpen: (row: GroupLine) => void }) {
  return (
    <>
      <Table
        label="Groups"
        rows={rows}
        idOf={(row) => row.id}
        textOf={(row) => row.name}
        onOpen={onOpen}
        empty={
          <EmptyState title="No group yet">
            A group has a type, somebody who leads it, weekly times and a roster. Its sessions are planned four weeks
            ahead by themselves.
          </EmptyState>
        }
        columns={[
          { id: "name", title: "Group", cell: (row) => (row.mine ? `${row.name} (yours)` : row.name) },
          { id: "type", title: "Type", cell: (row) => row.type_label },
          {
            id: "meets",
            title: "Meets",
            cell: (row) => slotsWords(row.slots) || <span className="muted">no weekly time</span>,
          },
          { id: "leaders", title: "Led by", cell: (row) => leadersWords(row) },
          { id: "room", title: "Room", cell: (row) => row.room },
          {
            id: "members",
            title: "Members",
            align: "end",
            cell: (row) => `${String(row.members)} of ${String(row.capacity)}`,
          },
        ]}
      />
      <KeyList
        keys={[
          ["Up or Down", "row"],
          ["Enter", "open"],
        ]}
      />
    </>
  );
}
