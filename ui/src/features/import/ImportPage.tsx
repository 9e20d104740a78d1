//! Import: choose a folder, see what would come of it, import it whole. What each column becomes stands at the foot of the page.

import { useState } from "react";
import { queryClient, useCall, useOp } from "../../ipc/door.ts";
import type { ImportCounts, ImportState } from "../../ipc/generated/calls.ts";
import { Banner } from "../../kit/Banner/Banner.tsx";
import { RefusedBanner } from "../../kit/Banner/RefusedBanner.tsx";
import { Button } from "../../kit/Button/Button.tsx";
import { Checkbox } from "../../kit/Choice/Choice.tsx";
import { EmptyState } from "../../kit/EmptyState/EmptyState.tsx";
import { FootBar } from "../../kit/FootBar/FootBar.tsx";
import { Answered } from "../../kit/Loading/Loading.tsx";
import { PageBody, PageHead } from "../../kit/PageHead/PageHead.tsx";
import { Section } from "../../kit/Section/Section.tsx";
import { JobLine, useJob, useJobs } from "../backup/JobLine.tsx";
import { useCommands } from "../palette/commands.ts";
import { Mapping } from "./Mapping.tsx";
import { Runs } from "./Runs.tsx";
import { BadRows, Counts } from "./Tables.tsx";
import { leaveOutWords, remarks, runWords, whyNot } from "./words.ts";

const LOOKING = "Looking through the folder";
const TITLES = new Set([LOOKING, "Importing the folder"]);

function readAgain(): void {
  void queryClient.invalidateQueries();
}

export function ImportPage() {
  const state = useCall("import.state", {});
  const preview = useOp("import.preview");
  const run = useOp("import.run");
  const choose = useOp("import.choose");
  const [leaveOut, setLeaveOut] = useState(false);
  useJob(preview.data?.job, readAgain);
  useJob(run.data?.job, readAgain);
  const job = useJobs().find((one) => TITLES.has(one.title));
  const busy = job?.state === "running" || choose.isPending;
  // What was found stands on the page itself.
  const seen = job?.title === LOOKING && job.state === "done";
  const pick = () => {
    if (!busy) {
      setLeaveOut(false);
      choose.mutate({}, { onSuccess: () => preview.mutate({}) });
    }
  };
  useCommands([
    { id: "import.choose", title: "Choose a folder to import", group: "Here", icon: "import", keys: "B", run: pick },
  ]);
  const chosen = state.data?.folder;
  const refused = choose.error ?? preview.error ?? run.error;
  return (
    <>
      <PageHead
        title="Import"
        actions={
          <Button kind={chosen ? "plain" : "primary"} keys="B" pending={busy} onPress={pick}>
            {chosen ? "Choose another folder" : "Choose a folder"}
          </Button>
        }
      >
        {chosen ? `Folder ${chosen}` : "Records of another system, as a folder of CSV files"}
      </PageHead>
      <PageBody>
        {refused && refused.code !== "cancelled" ? <RefusedBanner refusal={refused} /> : null}
        {job && !seen ? <JobLine key={job.id} job={job} /> : null}
        <Answered query={state} what="the import">
          {(now) => <Found state={now} busy={busy} leaveOut={leaveOut} onLeaveOut={setLeaveOut} />}
        </Answered>
        <Runs />
        <Mapping />
      </PageBody>
      {state.data?.preview && !busy ? (
        <Finish
          counts={state.data.preview}
          leaveOut={leaveOut}
          pending={run.isPending}
          onRun={() => run.mutate({ leave_out_bad_rows: leaveOut })}
        />
      ) : null}
    </>
  );
}

interface FoundProps {
  state: ImportState;
  busy: boolean;
  leaveOut: boolean;
  onLeaveOut: (leaveOut: boolean) => void;
}

/** What is in the folder: nothing chosen yet, what would come of it, or what came of it. */
function Found({ state, busy, leaveOut, onLeaveOut }: FoundProps) {
  const counts = state.result ?? state.preview;
  if (!counts) {
    return state.folder === undefined && !busy ? (
      <EmptyState title="No folder chosen yet">
        Nothing is imported unseen: first you see what is new, what changed, and every line that cannot be taken. Then the
        folder comes in whole, or not at all.
      </EmptyState>
    ) : null;
  }
  const tick = state.result ? undefined : leaveOutWords(counts);
  const said = remarks(state, counts);
  return (
    <>
      <Section title={state.result ? "What came in" : "What would come in"} aside="counted in lines">
        <Counts counts={counts} done={state.result !== undefined} />
        {said.length > 0 ? (
          <ul className="muted small">
            {said.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        ) : null}
      </Section>
      {counts.bad_total > 0 ? (
        <Section title={state.result ? "Left out" : "Cannot be imported"}>
          <div className="stack">
            {tick ? (
              <>
                <Banner tone="caution" title="One bad line stops the whole folder">
                  Correct the files and choose the folder again, or leave these lines out. The log keeps which.
                </Banner>
                <Checkbox isSelected={leaveOut} onChange={onLeaveOut}>
                  {tick}
                </Checkbox>
              </>
            ) : null}
            <BadRows counts={counts} />
          </div>
        </Section>
      ) : null}
    </>
  );
}

interface FinishProps {
  counts: ImportCounts;
  leaveOut: boolean;
  pending: boolean;
  onRun: () => void;
}

function Finish({ counts, leaveOut, pending, onRun }: FinishProps) {
  const why = whyNot(counts, leaveOut);
  const begin = () => {
    if (why === undefined && !pending) onRun();
  };
  useCommands([
    { id: "import.run", title: "Import the folder", group: "Here", icon: "check", keys: "Ctrl+Enter", inText: true, run: begin },
  ]);
  return (
    <FootBar
      action={
        <Button kind="primary" icon="check" keys="Ctrl+Enter" why={why} whyShown="elsewhere" pending={pending} onPress={begin}>
          {runWords(counts)}
        </Button>
      }
    >
      {why ?? "All or nothing: cancelled at any point, the records stay as they are."}
    </FootBar>
  );
}
