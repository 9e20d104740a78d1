//! One panel: the version that holds, the ones before, what differs between two, and the next one being written.

import { useState } from "react";
import { Link, useNavigate } from "@tanstack/react-router";
import { useCall } from "../../ipc/door.ts";
import type { PanelSheet } from "../../ipc/generated/calls.ts";
import { State } from "../../kit/Badge/Badge.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { PageBody, PageHead } from "../../kit/PageHead/PageHead.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { usePractice } from "../../lib/practice.ts";
import { date } from "../../lib/time.ts";
import { useCommands } from "../palette/commands.ts";
import { AnalyteTable, DifferenceTable } from "./AnalyteTable.tsx";
import { ChangeDialog, CopyDialog } from "./PanelDialogs.tsx";
import { VersionForm } from "./VersionForm.tsx";
import { SPECIMENS } from "./words.ts";
import styles from "./Panel.module.css";

export function PanelPage({ id }: { id: string }) {
  const [number, setNumber] = useState<number>();
  const sheet = useCall("panel.get", { id, ...(number === undefined ? {} : { number }) }, { keep: true });
  if (sheet.error?.code === "not_found") {
    return (
      <>
        <PageHead title="Panel" />
        <PageBody>
          <EmptyState title="This panel is not here" action={<Link to="/settings/panels">All panels</Link>}>
            It may stand under another name.
          </EmptyState>
        </PageBody>
      </>
    );
  }
  return (
    <Answered query={sheet} what="the panel">
      {(panel) => <Whole panel={panel} onNumber={setNumber} />}
    </Answered>
  );
}

type Open = "version" | "copy" | "change";

function Whole({ panel, onNumber }: { panel: PanelSheet; onNumber: (number: number | undefined) => void }) {
  const [open, setOpen] = useState<Open>();
  const navigate = useNavigate();
  const close = () => setOpen(undefined);
  const may = panel.may_write;
  useCommands(
    may && open === undefined
      ? [
          { id: "panel.revise", title: "Write the next version", group: "Here", icon: "draft", keys: "E", run: () => setOpen("version") },
          { id: "panel.copy", title: "Copy this panel", group: "Here", icon: "plus", keys: "N", run: () => setOpen("copy") },
          { id: "panel.change", title: "Name and state", group: "Here", icon: "settings", keys: "S", run: () => setOpen("change") },
        ]
      : [],
  );
  return (
    <>
      <PageHead
        title={panel.name}
        actions={
          may && open !== "version" ? (
            <>
              <Button keys="S" onPress={() => setOpen("change")}>
                Name and state
              </Button>
              <Button icon="plus" keys="N" onPress={() => setOpen("copy")}>
                Copy
              </Button>
              <Button icon="draft" keys="E" kind="primary" onPress={() => setOpen("version")}>
                Next version
              </Button>
            </>
          ) : null
        }
      >
        <HeadLine panel={panel} />
      </PageHead>
      <PageBody>
        {open === "version" ? (
          <VersionForm
            panel={panel}
            onDone={() => {
              onNumber(undefined);
              close();
            }}
          />
        ) : (
          <Reading panel={panel} onNumber={onNumber} />
        )}
      </PageBody>
      {open === "copy" ? (
        <CopyDialog
          panel={panel}
          onClose={close}
          onMade={(id) => void navigate({ to: "/settings/panels/$id", params: { id } })}
        />
      ) : null}
      {open === "change" ? <ChangeDialog panel={panel} onClose={close} /> : null}
    </>
  );
}

function HeadLine({ panel }: { panel: PanelSheet }) {
  return (
    <span className={styles.line}>
      <Link to="/settings/panels">Panels</Link>
      <span>{SPECIMENS[panel.specimen]}</span>
      <span>{panel.laboratory_name === "" ? "any laboratory" : panel.laboratory_name}</span>
      {panel.active ? null : (
        <State tone="muted" icon="absent">
          Out of use
        </State>
      )}
    </span>
  );
}

function Reading({ panel, onNumber }: { panel: PanelSheet; onNumber: (number: number) => void }) {
  const before = panel.number > 1 ? panel.number - 1 : undefined;
  return (
    <div className={styles.split}>
      <div className={styles.main}>
        <Section title={`Version ${String(panel.number)}`} aside={panel.number === panel.in_force ? "holds today" : "does not hold today"}>
          <AnalyteTable analytes={panel.analytes} />
          {panel.note === "" ? null : <p className="muted">{panel.note}</p>}
          <p className="muted small">{panel.source === "" ? "No source is given." : `Source: ${panel.source}`}</p>
        </Section>
        {before === undefined ? null : <Difference panel={panel} before={before} />}
      </div>
      <div className={styles.aside}>
        <Section title="Versions">
          <Versions panel={panel} onNumber={onNumber} />
        </Section>
      </div>
    </div>
  );
}

function Versions({ panel, onNumber }: { panel: PanelSheet; onNumber: (number: number) => void }) {
  const { today } = usePractice();
  return (
    <ol className={styles.versions}>
      {panel.versions.map((version) => (
        <li key={version.number} data-shown={version.number === panel.number || undefined}>
          <Button
            size="sm"
            aria-pressed={version.number === panel.number}
            onPress={() => onNumber(version.number)}
          >{`Version ${String(version.number)}`}</Button>
          <span>{version.effective_on === undefined ? "from the beginning" : `from ${date(version.effective_on, today)}`}</span>
          <span className="muted small">
            {version.by === "" ? "comes with Evenkeel" : `${version.because}, ${version.by}`}
          </span>
        </li>
      ))}
    </ol>
  );
}

function Difference({ panel, before }: { panel: PanelSheet; before: number }) {
  const found = useCall("panel.compare", {
    before: panel.id,
    before_number: before,
    after: panel.id,
    after_number: panel.number,
  });
  return (
    <Section title={`What changed from version ${String(before)}`}>
      <Answered query={found} what="the difference">
        {({ lines }) =>
          lines.length === 0 ? <p className="muted">No substance differs; the note or the source does.</p> : <DifferenceTable lines={lines} />
        }
      </Answered>
    </Section>
  );
}
