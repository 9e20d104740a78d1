//! What follows on a test: one rule for everybody, others for a testing program or an agreement. Shipped rules are defaults with a source.

import { useState } from "react";
import { useCall } from "../../ipc/door.ts";
import type { FollowUpEventRules, FollowUpRule, FollowUpRules } from "../../ipc/generated/calls.ts";
import { Tag } from "../../kit/Badge/Badge.tsx";
import { Dialog } from "../../kit/Dialog/Dialog.tsx";
import { KeyList } from "../../kit/Keys/Keys.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { PageBody, PageHead } from "../../kit/PageHead/PageHead.tsx";
import { Table } from "../../kit/Table/Table.tsx";
import { RuleForm } from "./RuleForm.tsx";
import styles from "./RuleForm.module.css";
import { stepsWords } from "./words.ts";

interface Line {
  event: FollowUpEventRules;
  rule: FollowUpRule;
}

export function RulesPage() {
  const rules = useCall("follow_up.rules", {});
  return (
    <>
      <PageHead title="What follows on a test">The program opens what is to be done, with its time. It sends nothing.</PageHead>
      <PageBody>
        <Answered query={rules} what="the rules">
          {(all) => <Rules all={all} />}
        </Answered>
      </PageBody>
    </>
  );
}

function Rules({ all }: { all: FollowUpRules }) {
  const [open, setOpen] = useState<Line | undefined>(undefined);
  const labels = Object.fromEntries(all.steps.map((choice) => [choice.step, choice.label]));
  const lines: Line[] = all.events.flatMap((event) => event.rules.map((rule) => ({ event, rule })));
  return (
    <>
      <Table
        label="What follows on a test"
        rows={lines}
        idOf={(line) => `${line.event.event}/${line.rule.holds_for}`}
        textOf={(line) => line.event.label}
        onOpen={setOpen}
        columns={[
          {
            id: "event",
            title: "When",
            cell: ({ event, rule }) => (
              <>
                {event.label}
                {rule.holds_for === "Everybody" ? <div className={styles.help}>{event.help}</div> : null}
              </>
            ),
          },
          { id: "for", title: "For", cell: ({ rule }) => rule.holds_for },
          { id: "steps", title: "What follows", cell: ({ rule }) => stepsWords(rule.steps, labels) },
          {
            id: "source",
            title: "Source",
            cell: ({ rule }) => (rule.id === undefined ? <Tag>editable default</Tag> : rule.source === "" ? <span className="muted">your own</span> : rule.source),
          },
        ]}
      />
      <KeyList
        keys={[
          ["Up or Down", "rule"],
          ["Enter", all.may_change ? "change" : "open"],
        ]}
      />
      <Dialog title={open?.event.label ?? ""} isOpen={open !== undefined} onClose={() => setOpen(undefined)} wide>
        {open === undefined ? null : <RuleForm all={all} event={open.event} rule={open.rule} onDone={() => setOpen(undefined)} />}
      </Dialog>
    </>
  );
}
