//! The curricula: those the practice made its own, and those that come with Evenkeel to look at and take over.

import { Link, useNavigate } from "@tanstack/react-router";
import { useCall, useOp } from "../../ipc/door.ts";
import type { CurriculumLine, CurriculumList, ShippedLine } from "../../ipc/generated/calls.ts";
import { State } from "../../kit/Badge/Badge.tsx";
import { RefusedBanner } from "../../kit/Banner/RefusedBanner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { KeyList } from "../../kit/Keys/Keys.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { PageBody, PageHead } from "../../kit/PageHead/PageHead.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Table } from "../../kit/Table/Table.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { plural } from "../../lib/time.ts";
import { useCommands } from "../palette/commands.ts";
import styles from "./curriculum.module.css";

export function CurriculaPage() {
  const list = useCall("curriculum.list", {});
  const adopt = useOp("curriculum.adopt");
  const navigate = useNavigate();
  const may = list.data?.may_write === true;
  const open = (id: string) => void navigate({ to: "/curricula/$id", params: { id } });
  const begin = () =>
    adopt.mutate({ name: "New curriculum" }, { onSuccess: ({ id }) => (say("Began a curriculum. Give it a name and its sessions."), open(id)) });
  useCommands(may ? [{ id: "curriculum.new", title: "Begin a curriculum", group: "Here", icon: "plus", keys: "N", run: begin }] : []);
  return (
    <>
      <PageHead
        title="Curricula"
        actions={
          may ? (
            <Button icon="plus" keys="N" pending={adopt.isPending} onPress={begin}>
              Begin one of your own
            </Button>
          ) : null
        }
      >
        What groups work through, session by session
      </PageHead>
      <PageBody>
        {adopt.error ? <RefusedBanner refusal={adopt.error} /> : null}
        <Answered query={list} what="the curricula">
          {(answer) => <Lists answer={answer} onOpen={open} />}
        </Answered>
      </PageBody>
    </>
  );
}

function Lists({ answer, onOpen }: { answer: CurriculumList; onOpen: (id: string) => void }) {
  return (
    <div className={styles.lists}>
      <Section title="Yours">
        <Table
          label="Yours"
          rows={answer.own}
          idOf={(row: CurriculumLine) => row.id}
          textOf={(row: CurriculumLine) => row.name}
          onOpen={(row: CurriculumLine) => onOpen(row.id)}
          empty={
            <EmptyState title="None yet">
              Take one of those below over. It is then yours to change, and groups can follow it.
            </EmptyState>
          }
          columns={[
            { id: "name", title: "Curriculum", cell: (row) => row.name },
            { id: "sessions", title: "Sessions", align: "end", cell: (row) => String(row.lessons) },
            { id: "groups", title: "Followed by", cell: (row) => row.followed_by || <span className="muted">no group</span> },
            {
              id: "state",
              title: "State",
              cell: (row) =>
                row.active ? (
                  <State tone="positive" icon="check">
                    In use
                  </State>
                ) : (
                  <State tone="muted" icon="absent">
                    Retired
                  </State>
                ),
            },
          ]}
        />
        {answer.own.length === 0 ? null : (
          <KeyList
            keys={[
              ["Up or Down", "curriculum"],
              ["Enter", "read it"],
            ]}
          />
        )}
      </Section>
      <Section title="With Evenkeel" aside="written for this work; to read, and to take over as a copy">
        <ul className={styles.shipped}>
          {answer.shipped.map((line) => (
            <Shipped key={line.key} line={line} />
          ))}
        </ul>
      </Section>
    </div>
  );
}

function Shipped({ line }: { line: ShippedLine }) {
  return (
    <li>
      <Link to="/curricula/$id" params={{ id: line.key }} className="strong">
        {line.name}
      </Link>
      <span className="muted small">
        {plural(line.lessons, "session")}
        {line.adopted ? " · you have a copy" : ""}
      </span>
      <p>{line.about}</p>
    </li>
  );
}
