//! Templates of notes by kind: what each asks for, which comes first, and its earlier editions. A director changes them; notes keep the edition they were
//! written under.

import { useState } from "react";
import { useCall, useOp } from "../../ipc/door.ts";
import type { NoteTemplateLine, NoteTemplateList, TemplateEdition } from "../../ipc/generated/calls.ts";
import { State, Tag } from "../../kit/Badge/Badge.tsx";
import { RefusedBanner } from "../../kit/Banner/RefusedBanner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Dialog } from "../../kit/Dialog/Dialog.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { PageBody, PageHead } from "../../kit/PageHead/PageHead.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { Table } from "../../kit/Table/Table.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { usePractice } from "../../lib/practice.ts";
import { moment } from "../../lib/time.ts";
import { useCommands } from "../palette/commands.ts";
import { TemplateForm } from "./TemplateForm.tsx";
import styles from "./note_template.module.css";

type Open = { form: "new" } | { form: "change" | "editions"; template: NoteTemplateLine };

export function TemplatesPage() {
  const list = useCall("note_template.list", {});
  const [open, setOpen] = useState<Open>();
  const may = list.data?.may_write ?? false;
  const close = () => setOpen(undefined);
  useCommands(may ? [{ id: "template.add", title: "Add a template", group: "Here", icon: "plus", keys: "N", run: () => setOpen({ form: "new" }) }] : []);
  return (
    <>
      <PageHead
        title="Note templates"
        actions={
          may ? (
            <Button icon="plus" keys="N" onPress={() => setOpen({ form: "new" })}>
              Add a template
            </Button>
          ) : null
        }
      >
        What a note of each kind asks for. A change is a new edition; notes keep the one they were begun with.
      </PageHead>
      <PageBody>
        <Answered query={list} what="the templates">
          {(answer) => <Rows list={answer} onOpen={setOpen} />}
        </Answered>
      </PageBody>
      <Dialog title={open?.form === "new" ? "Add a template" : "Change the template"} isOpen={open?.form === "new" || open?.form === "change"} onClose={close} wide>
        {list.data === undefined || open === undefined || open.form === "editions" ? null : (
          <TemplateForm list={list.data} template={open.form === "change" ? open.template : undefined} onDone={close} />
        )}
      </Dialog>
      <Dialog title="Editions" isOpen={open?.form === "editions"} onClose={close} wide>
        {open?.form === "editions" ? <Editions template={open.template} /> : null}
      </Dialog>
    </>
  );
}

function Rows({ list, onOpen }: { list: NoteTemplateList; onOpen: (open: Open) => void }) {
  const retire = useOp("note_template.retire");
  const bringBack = useOp("note_template.bring_back");
  const refusal = retire.error ?? bringBack.error;
  const turn = (row: NoteTemplateLine) => {
    const at = { id: row.id, rev: row.rev };
    if (row.active) retire.mutate(at, { onSuccess: () => say(`Retired ${row.name}; its notes keep it`) });
    else bringBack.mutate(at, { onSuccess: () => say(`${row.name} is in use again`) });
  };
  return (
    <>
      {refusal ? <RefusedBanner refusal={refusal} /> : null}
      <Table
        label="Note templates"
        rows={list.templates}
        idOf={(row) => row.id}
        textOf={(row) => row.name}
        onOpen={(row) => onOpen(list.may_write && row.active ? { form: "change", template: row } : { form: "editions", template: row })}
        columns={[
          { id: "name", title: "Template", cell: (row) => <span className="strong">{row.name}</span> },
          { id: "kind", title: "Kind of note", cell: (row) => row.kind_label },
          { id: "sections", title: "Sections", cell: (row) => row.sections.map((section) => section.label).join(", ") },
          { id: "state", title: "State", cell: (row) => <Standing row={row} /> },
          {
            id: "do",
            title: "",
            align: "end",
            cell: (row) => (
              <span className={styles.actions}>
                <Button size="sm" kind="quiet" label={`Editions of ${row.name}`} onPress={() => onOpen({ form: "editions", template: row })}>
                  Editions
                </Button>
                {list.may_write && !row.every_kind && row.kind !== "group" ? (
                  <Button size="sm" kind="quiet" label={`${row.active ? "Retire" : "Bring back"} ${row.name}`} onPress={() => turn(row)}>
                    {row.active ? "Retire" : "Bring back"}
                  </Button>
                ) : null}
              </span>
            ),
          },
        ]}
      />
    </>
  );
}

function Standing({ row }: { row: NoteTemplateLine }) {
  if (!row.active) {
    return (
      <State tone="muted" icon="absent">
        Retired
      </State>
    );
  }
  return (
    <span className="cluster">
      {row.first && row.kind !== "group" ? <Tag>Comes first</Tag> : null}
      <span className="muted small">{row.shipped ? "comes with Evenkeel" : `edition ${String(row.edition)}`}</span>
    </span>
  );
}

function Editions({ template }: { template: NoteTemplateLine }) {
  const { today, zone } = usePractice();
  const editions = useCall("note_template.editions", { id: template.id });
  const made = (edition: TemplateEdition) => (edition.by === "" ? "comes with Evenkeel" : `${edition.by}, ${moment(edition.at, today, zone)}`);
  return (
    <Answered query={editions} what="the editions">
      {(rows) => (
        <>
          {rows.map((edition) => (
            <Section key={edition.id} title={`Edition ${String(edition.number)}`} aside={made(edition)}>
              <ul className="stack" data-gap="tight">
                {edition.sections.map((section) => (
                  <li key={section.key}>
                    <span className="strong">{section.label}</span>{" "}
                    <span className="muted">
                      {[section.hint, section.required ? "required" : "", section.shared === true ? "in every chart of the session" : "", section.carries ? "may be carried forward" : ""].filter((part) => part !== "").join(" · ")}
                    </span>
                  </li>
                ))}
              </ul>
            </Section>
          ))}
        </>
      )}
    </Answered>
  );
}
