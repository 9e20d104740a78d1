//! The clients whom this person reaches: filtered, sorted by any column, a page at a time. Restricted charts of others are not in it.

import { useState } from "react";
import { Link, useNavigate } from "@tanstack/react-router";
import { useCall } from "../../ipc/door.ts";
import type { ClientPage, ClientRow } from "../../ipc/generated/calls.ts";
import { State } from "../../kit/Badge/Badge.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Segments } from "../../kit/Choice/Choice.tsx";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { Field } from "../../kit/Field/Field.tsx";
import { Icon } from "../../kit/Icon/Icon.tsx";
import { KeyList } from "../../kit/Keys/Keys.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { Name } from "../../kit/Name/Name.tsx";
import { PageBody, PageHead } from "../../kit/PageHead/PageHead.tsx";
import { Table } from "../../kit/Table/Table.tsx";
import type { Column } from "../../kit/Table/Table.tsx";
import { holds, usePractice } from "../../lib/practice.ts";
import { date } from "../../lib/time.ts";
import { useCommands } from "../palette/commands.ts";
import { PAGE, chosen, firstChoice, request, span } from "./clients.ts";
import type { Choice } from "./clients.ts";
import { CLIENT_STATES } from "./words.ts";
import styles from "./Client.module.css";

export function ClientsPage() {
  const [choice, setChoice] = useState(firstChoice);
  const list = useCall("client.list", request(choice), { keep: true });
  const { person } = usePractice();
  const navigate = useNavigate();
  const may = holds(person, "counselor", "director", "front_desk");
  const glass = holds(person, "counselor", "facilitator", "director", "medical_reviewer");
  const add = () => void navigate({ to: "/client/new" });
  const page = list.data;
  useCommands(
    may ? [{ id: "client.add", title: "Add a client", group: "Here", icon: "plus", keys: "N", run: add }] : [],
  );
  return (
    <>
      <PageHead
        title="Clients"
        actions={
          may ? (
            <Button icon="plus" keys="N" onPress={add}>
              Add a client
            </Button>
          ) : null
        }
      >
        {page === undefined ? "" : span(choice.skip, page.rows.length, page.total)}
        {page?.room_names ? ", of your groups" : ""}
      </PageHead>
      <PageBody>
        <Filters choice={choice} room={page?.room_names ?? false} onChange={setChoice} />
        <Answered query={list} what="the clients">
          {(answer) => (
            <Rows
              page={answer}
              choice={choice}
              onChange={setChoice}
              onOpen={(row) => void navigate({ to: "/client/$id/{-$tab}", params: { id: row.id } })}
            />
          )}
        </Answered>
        <div className="cluster" data-gap="wide">
          <KeyList
            keys={[
              ["Up or Down", "row"],
              ["Enter", "open"],
              ["Ctrl+O", "open by name or number"],
            ]}
          />
          {glass ? (
            <span className="push small">
              <Link to="/emergency">Open a chart in an emergency</Link>
            </span>
          ) : null}
        </div>
      </PageBody>
    </>
  );
}

interface FiltersProps {
  choice: Choice;
  room: boolean;
  onChange: (choice: Choice) => void;
}

function Filters({ choice, room, onChange }: FiltersProps) {
  return (
    <div className={styles.filters}>
      {room ? null : (
        <Segments
          label="Which clients"
          labelShown={false}
          value={choice.which}
          onChange={(which) => onChange(chosen(choice, { which }))}
          options={[
            { value: "active", label: "In treatment" },
            { value: "inquiry", label: "Inquiries" },
            { value: "discharged", label: "Discharged" },
            { value: "all", label: "All" },
          ]}
        />
      )}
      <Field
        label="Name or number"
        value={choice.text}
        onChange={(text) => onChange(chosen(choice, { text }))}
        width="medium"
      />
    </div>
  );
}

interface RowsProps {
  page: ClientPage;
  choice: Choice;
  onChange: (choice: Choice) => void;
  onOpen: (row: ClientRow) => void;
}

function Rows({ page, choice, onChange, onOpen }: RowsProps) {
  const { today } = usePractice();
  const last = choice.skip + page.rows.length >= page.total;
  return (
    <>
      <Table
        label="Clients"
        rows={page.rows}
        idOf={(row) => row.id}
        textOf={(row) => `${row.family_name} ${row.given_name}`}
        onOpen={onOpen}
        sorting={choice.sorting}
        onSort={(sorting) => onChange(chosen(choice, { sorting }))}
        columns={page.room_names ? ROOM : columns(today)}
        empty={<Nobody choice={choice} onChange={onChange} />}
      />
      {page.total > PAGE ? (
        <div className="cluster">
          <Button
            icon="up-arrow"
            why={choice.skip === 0 ? "These are the first." : undefined}
            whyShown="elsewhere"
            onPress={() => onChange(chosen(choice, { skip: Math.max(0, choice.skip - PAGE) }))}
          >
            Before
          </Button>
          <Button
            icon="down-arrow"
            why={last ? "These are the last." : undefined}
            whyShown="elsewhere"
            onPress={() => onChange(chosen(choice, { skip: choice.skip + PAGE }))}
          >
            Next
          </Button>
        </div>
      ) : null}
    </>
  );
}

function Nobody({ choice, onChange }: Omit<FiltersProps, "room">) {
  const narrowed = choice.text !== "" || choice.which !== "all";
  return (
    <EmptyState
      title={choice.text === "" ? "Nobody here" : "Nobody by that name or number"}
      action={
        narrowed ? <Button onPress={() => onChange(chosen(choice, { text: "", which: "all" }))}>Show all</Button> : null
      }
    >
      {choice.text === ""
        ? "Clients whom you care for, supervise or admit appear here."
        : "Any part of any name is looked for, among the clients you reach."}
    </EmptyState>
  );
}

const ROOM: readonly [Column<ClientRow>, ...Column<ClientRow>[]] = [
  { id: "name", title: "Name", cell: (row) => row.given_name },
  { id: "number", title: "Number", cell: (row) => <span className="muted">{row.number}</span> },
];

function columns(today: string): readonly [Column<ClientRow>, ...Column<ClientRow>[]] {
  return [
    {
      id: "name",
      title: "Name",
      sorts: true,
      cell: (row) => (
        <span className={styles.named}>
          <Name family={row.family_name} given={calledAs(row)} />
          {row.restricted ? (
            <>
              <Icon name="sealed" size="sm" />
              <span className="spoken">restricted</span>
            </>
          ) : null}
        </span>
      ),
    },
    { id: "number", title: "Number", sorts: true, cell: (row) => <span className="muted">{row.number}</span> },
    { id: "profession", title: "Profession", sorts: true, cell: (row) => row.profession },
    { id: "level", title: "Level", sorts: true, align: "end", cell: (row) => row.level ?? "" },
    {
      id: "counselor",
      title: "Counselor",
      sorts: true,
      cell: (row) => row.counselor ?? <span className="muted">nobody yet</span>,
    },
    { id: "admitted", title: "Stay", sorts: true, cell: (row) => <Stay row={row} today={today} /> },
  ];
}

function calledAs(row: ClientRow): string {
  return row.preferred_name === "" || row.preferred_name === row.given_name
    ? row.given_name
    : `${row.given_name} (${row.preferred_name})`;
}

function Stay({ row, today }: { row: ClientRow; today: string }) {
  if (row.admitted_on === undefined) {
    return (
      <State tone="muted" icon="not-collected">
        {CLIENT_STATES.inquiry.toLowerCase()}
      </State>
    );
  }
  if (row.discharged_on !== undefined) return <span className="muted">{`until ${date(row.discharged_on, today)}`}</span>;
  return (
    <span className="nowrap">
      {date(row.admitted_on, today)}, week {row.week}
    </span>
  );
}
