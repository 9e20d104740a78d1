//! The assessments of a client: the one that is being written, the newest that is signed, and the ones before.

import { useState } from "react";
import { useCall, useOp } from "../../ipc/door.ts";
import type { Assessment, AssessmentTemplate, AssessmentVersion, LevelOffer } from "../../ipc/generated/calls.ts";
import { Badge } from "../../kit/Badge/Badge.tsx";
import { Banner } from "../../kit/Banner/Banner.tsx";
import { RefusedBanner } from "../../kit/Banner/RefusedBanner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { say } from "../../kit/Toast/toasts.ts";
import { usePractice } from "../../lib/practice.ts";
import { date } from "../../lib/time.ts";
import { PrintAssessmentDialog, PrintLevelsDialog } from "../exit/PrintDialogs.tsx";
import { useCommands } from "../palette/commands.ts";
import type { Command } from "../palette/commands.ts";
import { AssessmentForm } from "./AssessmentForm.tsx";
import { AssessmentReader } from "./AssessmentReader.tsx";
import styles from "./Assessment.module.css";

type Printing = { what: "assessment"; of: Assessment } | { what: "levels" };

export function AssessmentSection({ client }: { client: string }) {
  const assessments = useCall("assessment.get", { client });
  const template = useCall("assessment.template", {});
  const start = useOp("assessment.start");
  const begin = () => start.mutate({ client });
  const { signed, draft } = assessments.data ?? {};
  const [printing, setPrinting] = useState<Printing>();
  const shown = signed ?? draft;
  const print = shown === undefined ? undefined : () => setPrinting({ what: "assessment", of: shown });
  const levels = () => setPrinting({ what: "levels" });
  const close = () => setPrinting(undefined);
  const may = assessments.data?.may_write === true && draft === undefined;
  const word = signed === undefined ? "Write an assessment" : "Write a new version";
  const commands: Command[] = [
    { id: "assessment.levels", title: "Print the levels of care", group: "Here", icon: "print", keys: "H", run: levels },
  ];
  if (may) commands.push({ id: "assessment.start", title: word, group: "Here", icon: "draft", keys: "E", run: begin });
  if (print) commands.push({ id: "assessment.print", title: "Print the assessment", group: "Here", icon: "print", keys: "P", run: print });
  useCommands(commands);
  const action = (
    <span className="cluster">
      <Button size="sm" kind="quiet" icon="print" keys="H" onPress={levels}>
        Levels of care
      </Button>
      {print === undefined ? null : (
        <Button size="sm" icon="print" keys="P" onPress={print}>
          Print
        </Button>
      )}
      {may ? (
        <Button size="sm" icon="draft" keys="E" pending={start.isPending} onPress={begin}>
          {word}
        </Button>
      ) : null}
    </span>
  );
  const parts = template.data;
  return (
    <Answered query={assessments} what="the assessments">
      {(answer) => (
        <>
          {start.error ? <RefusedBanner refusal={start.error} /> : null}
          {answer.level === undefined ? null : <LevelOffered offer={answer.level} />}
          {parts === undefined || answer.draft === undefined ? null : !answer.may_write ? (
            <Section title={`Draft of version ${String(answer.draft.version)}`} aside={<Badge state="draft">Draft</Badge>}>
              <p className="muted">{`${answer.draft.author} is writing it.`}</p>
              <AssessmentReader assessment={answer.draft} template={parts} />
            </Section>
          ) : (
            <AssessmentForm
              key={answer.draft.id}
              client={client}
              draft={answer.draft}
              template={parts}
              maySign={answer.may_sign}
            />
          )}
          {answer.signed === undefined ? (
            <Section title="Assessment" action={action}>
              <EmptyState title="No assessment is signed">
                It says what brings the client, what was found, and which level of care follows. The plan takes its
                problems from here.
              </EmptyState>
            </Section>
          ) : (
            <Section
              title={`Assessment${ofStay(answer.signed)}, version ${String(answer.signed.version)}`}
              aside={<Badge state="signed">Signed</Badge>}
              action={action}
            >
              {answer.signed.earlier_stay === undefined ? null : (
                <Banner tone="caution" title="This stay has no signed assessment yet">
                  What stands below belongs to an earlier stay. A new one begins with empty pages.
                </Banner>
              )}
              {parts === undefined ? null : <AssessmentReader assessment={answer.signed} template={parts} />}
            </Section>
          )}
          {parts === undefined ? null : <Versions versions={answer.versions.slice(1)} template={parts} />}
          {printing?.what === "assessment" ? (
            <PrintAssessmentDialog id={printing.of.id} draft={printing.of.state === "draft"} onClose={close} />
          ) : null}
          {printing?.what === "levels" ? <PrintLevelsDialog id={client} onClose={close} /> : null}
        </>
      )}
    </Answered>
  );
}

/** " of stay 1", where it is not of the newest. */
function ofStay({ earlier_stay }: { earlier_stay?: number }): string {
  return earlier_stay === undefined ? "" : ` of stay ${String(earlier_stay)}`;
}

/** The newest assessment gives a level that the stay does not have. Nothing changes it but this key. */
function LevelOffered({ offer }: { offer: LevelOffer }) {
  const { today } = usePractice();
  const change = useOp("episode.level");
  const word = `Change the level of care to ${offer.level}`;
  const run = () =>
    change.mutate(
      { episode: offer.episode, rev: offer.rev, level: offer.level, from_on: today },
      { onSuccess: () => say(`Level ${offer.level} from today on`) },
    );
  useCommands([{ id: "episode.level_offered", title: word, group: "Here", icon: "check", keys: "L", run }]);
  return (
    <Banner
      tone="info"
      title={`The assessment gives level ${offer.level}; this stay has ${offer.now}`}
      action={
        <Button size="sm" keys="L" pending={change.isPending} onPress={run}>
          {word}
        </Button>
      }
    >
      {change.error ? change.error.message : "From today on. The level of before stays with its dates."}
    </Banner>
  );
}

function Versions({ versions, template }: { versions: readonly AssessmentVersion[]; template: AssessmentTemplate }) {
  const { today } = usePractice();
  const [open, setOpen] = useState<string>();
  const version = useCall("assessment.version", { id: open ?? "" }, { enabled: open !== undefined });
  if (versions.length === 0) return null;
  return (
    <Section title="Versions before">
      <ul className={styles.versions}>
        {versions.map((one) => (
          <li key={one.id}>
            <Button
              size="sm"
              kind="quiet"
              icon={open === one.id ? "down" : "right"}
              onPress={() => setOpen(open === one.id ? undefined : one.id)}
            >
              {`Version ${String(one.version)}, ${date(one.assessed_on, today)}, ${one.author}, level ${one.given}${ofStay(one)}`}
            </Button>
            {open === one.id && version.data !== undefined ? (
              <AssessmentReader assessment={version.data} template={template} />
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
