//! Panels and laboratories: what tests look for, by which version, and who reads what goes out.

import { useState } from "react";
import { useNavigate } from "@tanstack/react-router";
import { useCall } from "../../ipc/door.ts";
import type { LaboratoryLine, PanelList } from "../../ipc/generated/calls.ts";
import { State } from "../../kit/Badge/Badge.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { KeyList } from "../../kit/Keys/Keys.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Table } from "../../kit/Table/Table.tsx";
import { usePractice } from "../../lib/practice.ts";
import { useCommands } from "../palette/commands.ts";
import { SettingsPage } from "../practice/SettingsPage.tsx";
import { LaboratoryDialog } from "./LaboratoryDialog.tsx";
import { SPECIMENS, versionWords } from "./words.ts";
import styles from "./Panel.module.css";

export function PanelsPage() {
  const list = useCall("panel.list", {});
  const [laboratory, setLaboratory] = useState<LaboratoryLine | "new">();
  const may = list.data?.may_write === true;
  useCommands(
    may
      ? [
          {
            id: "panel.add_laboratory",
            title: "Add a laboratory",
            group: "Here",
            icon: "plus",
            keys: "N",
            run: () => setLaboratory("new"),
          },
        ]
      : [],
  );
  return (
    <SettingsPage>
      <Answered query={list} what="the panels">
        {(answer) => <Lists answer={answer} onLaboratory={setLaboratory} />}
      </Answered>
      {laboratory === undefined ? null : (
        <LaboratoryDialog
          laboratory={laboratory === "new" ? undefined : laboratory}
          onClose={() => setLaboratory(undefined)}
        />
      )}
    </SettingsPage>
  );
}

function Lists({ answer, onLaboratory }: { answer: PanelList; onLaboratory: (of: LaboratoryLine | "new") => void }) {
  const { today } = usePractice();
  const navigate = useNavigate();
  return (
    <div className={styles.lists}>
      <Section title="Panels" aside="an old result is read against the version it was made with">
        <Table
          label="Panels"
          rows={answer.panels}
          idOf={(row) => row.id}
          textOf={(row) => row.name}
          onOpen={(row) => void navigate({ to: "/settings/panels/$id", params: { id: row.id } })}
          columns={[
            { id: "name", title: "Panel", cell: (row) => row.name },
            { id: "specimen", title: "Specimen", cell: (row) => SPECIMENS[row.specimen] },
            {
              id: "laboratory",
              title: "Laboratory",
              cell: (row) => row.laboratory_name || <span className="muted">any</span>,
            },
            { id: "analytes", title: "Substances", align: "end", cell: (row) => String(row.analytes) },
            { id: "version", title: "Version", cell: (row) => versionWords(row, today) },
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
                    Out of use
                  </State>
                ),
            },
          ]}
        />
        <KeyList
          keys={[
            ["Up or Down", "panel"],
            ["Enter", "read it"],
          ]}
        />
      </Section>
      <Section
        title="Laboratories"
        aside={
          answer.may_write ? (
            <Button size="sm" icon="plus" keys="N" onPress={() => onLaboratory("new")}>
              Add a laboratory
            </Button>
          ) : null
        }
      >
        <Table
          label="Laboratories"
          rows={answer.laboratories}
          idOf={(row) => row.id}
          textOf={(row) => row.name}
          {...(answer.may_write ? { onOpen: onLaboratory } : {})}
          empty={
            <EmptyState title="None yet">
              Add the laboratory that reads your specimens. It can then have panels of its own and send files of results.
            </EmptyState>
          }
          columns={[
            { id: "name", title: "Laboratory", cell: (row) => row.name },
            { id: "clia", title: "CLIA number", cell: (row) => row.clia || <span className="muted">not entered</span> },
            { id: "account", title: "Our account", cell: (row) => row.account || <span className="muted">–</span> },
            { id: "phone", title: "Telephone", cell: (row) => row.phone || <span className="muted">–</span> },
            { id: "state", title: "State", cell: (row) => (row.active ? "In use" : <span className="muted">Out of use</span>) },
          ]}
        />
      </Section>
    </div>
  );
}
